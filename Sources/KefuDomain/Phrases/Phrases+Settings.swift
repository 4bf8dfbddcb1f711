/// What each key of the configuration does.
extension Phrase {
    public static let settingTimeZone = Phrase(
        "Such as Asia/Shanghai; empty: $TZ, else the system's.", "例如 Asia/Shanghai；留空：取 $TZ，否则取系统时区"
    )
    public static let settingLogLevel = Phrase(
        "Lines that matter less are dropped.", "低于此级别的日志不记录")
    public static let settingThresholds = Phrase(
        "From which confidence to act.", "从多大的置信度起行动")
    public static let settingOperatorHours = Phrase(
        "When a person answers, such as 09:00-21:00; null: always.", "人工在线时段，例如 09:00-21:00；null：全天"
    )
    public static let settingTexts = Phrase(
        "What customers are told.", "发给客户的话")
    public static let settingRules = Phrase(
        "Words that decide beside retrieval.", "检索之外起作用的词")
    public static let settingChinese = Phrase(
        "For customers who write Chinese.", "发给用中文的客户")
    public static let settingEnglish = Phrase(
        "For everyone else.", "发给其他客户")
    public static let settingHandoff = Phrase(
        "A person takes over.", "转人工时")
    public static let settingOutOfHours = Phrase(
        "A person takes over later; {opens} is the time.", "非工作时间转人工时；{opens} 为上班时间")
    public static let settingClarifyText = Phrase(
        "Put before the numbered questions.", "放在编号问题之前")
    public static let settingGreeting = Phrase(
        "The answer to a greeting.", "对问候的回复")
    public static let settingCourtesy = Phrase(
        "The answer to thanks and the like.", "对道谢等客套话的回复")
    public static let settingReply = Phrase(
        "From here on the answer is given.", "达到此值即给出答案")
    public static let settingClarify = Phrase(
        "From here on the customer is asked back.", "达到此值即反问客户")
    public static let settingPerson = Phrase(
        "Anywhere in a message: it asks for a person.", "消息中含有即为要求人工")
    public static let settingComplaint = Phrase(
        "Anywhere in a message: it complains.", "消息中含有即为投诉")
    public static let settingHarmless = Phrase(
        "Words that hold one of those and mean something else.", "包含上述词但另有所指的词")
    public static let settingSensitive = Phrase(
        "Anywhere in a message: draft only, flagged.", "消息中含有则只作草稿并标记")
    public static let settingGreetings = Phrase(
        "A whole message: a greeting.", "整条消息为问候")
    public static let settingCourtesies = Phrase(
        "A whole message, alone or several together: a courtesy.", "整条消息为客套话，可几个连用")
}
