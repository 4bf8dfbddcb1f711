/// What the hub says to the operator when it refuses.
extension Phrase {
    public static let snoozeTwice = Phrase(
        "minutes and until are both given", "同时给出了 minutes 和 until")
    public static let snoozeTwiceWhy = Phrase(
        "a sleep has one end", "一次暂缓只有一个结束时间")
    public static let snoozeTwiceHint = Phrase("give one of the two", "请只给其中一个")
    public static let snoozeBackwards = Phrase(
        "until is not after the time of the call", "until 不晚于操作时间")
    public static let snoozeBackwardsWhy = Phrase(
        "a sleep ends after it begins", "暂缓的结束时间必须晚于开始时间")
    public static let snoozeBackwardsHint = Phrase(
        "name a later time, or give minutes", "请给出更晚的时间，或改用 minutes")

    public static let contactBlocked = Phrase("the contact is blocked", "该联系人已被拉黑")
    public static let contactBlockedWhy = Phrase(
        "a block holds until it is lifted", "拉黑在解除之前一直有效")
    public static let contactBlockedHint = Phrase(
        "lift it with contact.unblock first", "请先用 contact.unblock 解除拉黑")

    public static let notConfirmed = Phrase("confirm is not true", "confirm 不是 true")
    public static let notConfirmedWhy = Phrase(
        "nothing brings an erased customer back", "客户清除后无法恢复")
    public static let notConfirmedHint = Phrase(
        "pass confirm: true if you mean it", "确认要清除时请传 confirm: true")

    public static func noDay(_ field: String) -> Phrase {
        Phrase("\(field) is no day", "\(field) 不是日期")
    }
    public static let noDayWhy = Phrase(
        "it is neither a date nor an RFC 3339 time with offset",
        "既不是日期，也不是带时区的 RFC 3339 时间")
    public static let noDayHint = Phrase(
        "write it as 2026-11-20", "请写成 2026-11-20 的形式")
    public static let daysBackwards = Phrase("the span of days cannot be listed", "日期范围无效")
    public static func daysBackwardsWhy(_ most: Int) -> Phrase {
        Phrase(
            "it ends before it begins, or is longer than \(most) days",
            "结束早于开始，或超过 \(most) 天")
    }
    public static let daysBackwardsHint = Phrase(
        "let from be at most to, and nearer to it", "请使 from 不晚于 to，并缩小范围")

    public static let triggerPrivate = Phrase(
        "the thread is private", "该会话属于私人会话")
    public static let triggerPrivateWhy = Phrase(
        "threads in bucket BLACK are never triggered", "BLACK 会话从不触发")
    public static let triggerPrivateHint = Phrase(
        "lift the block with contact.unblock, if it is business after all",
        "如果确属业务会话，请先用 contact.unblock 解除拉黑")
    public static let triggerUnclear = Phrase(
        "it cannot be told which form the thread needs", "无法判断该会话适用哪种表单")
    public static let triggerUnclearWhy = Phrase(
        "none of its words is a keyword of a kind of business", "其中没有任何业务关键词")
    public static let triggerUnclearHint = Phrase(
        "name the type: 售前, 售后 or 客户开发", "请指定 type：售前、售后或客户开发")
    public static let wordsGone = Phrase("its words are no longer kept", "其文字已不再保留")
    public static let outputGoneWhy = Phrase(
        "texts are kept for the configured time only", "文字只保留配置的时间")
    public static let answerGoneHint = Phrase(
        "ask again, or raise hub.text_days to keep texts for longer",
        "请重新提问，或调大 hub.text_days 以延长保留时间")
}
