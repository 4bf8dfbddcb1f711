/// What the values of this module say about themselves.
extension Phrase {
    static let retryLater = Phrase("try again in a moment", "请稍后重试")
    static let reportBug = Phrase(
        "this is a fault in kefu; report it with the id in this error",
        "这是 kefu 自身的故障；请带上此错误中的编号反馈"
    )

    /// No record carries this id.
    public static func noSuch(_ kind: Phrase) -> Phrase {
        Phrase("no such \(kind.english)", "没有这个\(kind.chinese)")
    }
    public static let idUnknown = Phrase("the id is not known here", "这里没有这个编号")
}
