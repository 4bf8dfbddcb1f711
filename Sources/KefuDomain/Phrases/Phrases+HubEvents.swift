/// What the live view calls the parts of an event.
extension Phrase {
    public static let eventCandidate = Phrase("candidate", "候选")

    /// A further member of an event; its name itself where there is no word for it.
    public static func eventMember(_ name: String) -> Phrase {
        eventMembers[name] ?? Phrase(verbatim: name.replacing("_", with: " "))
    }
    private static let eventMembers = [
        "status": Phrase("status", "状态"), "count": Phrase("count", "数量"),
        "quality": Phrase("quality", "质量"), "reason": Phrase("reason", "原因"),
        "undone": Phrase("undone", "已撤销"), "since": Phrase("since", "自"),
        "unit": Phrase("unit", "单位"), "message": Phrase("message", "说明"),
    ]
}
