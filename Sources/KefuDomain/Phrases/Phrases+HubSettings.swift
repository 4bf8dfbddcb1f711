/// What each key of the configuration's `hub` section does.
extension Phrase {
    public static let settingHub = Phrase("The customer hub.", "客户中台")
    public static let settingSLA = Phrase(
        "How soon we want to act.", "处理时限")
    public static let settingScoring = Phrase(
        "What makes a message business.", "消息打分规则")
    public static let settingBurst = Phrase(
        "Lines within so many seconds are answered together.", "几秒之内的连续消息合并回复")
    public static let settingTextDays = Phrase(
        "How many days messages' text is kept; 0: not at all.", "消息正文保留天数；0：不保留")
    public static let settingScoreDays = Phrase(
        "A thread's score is the best of so many days.", "会话分数取最近多少天内的最高分")
    public static let settingCloseHour = Phrase(
        "The hour at which the day's figures are closed.", "每日指标在几点结算")
    public static let settingRecalculate = Phrase(
        "How often every status is checked.", "每隔多少分钟重算全部会话状态")
    public static let settingChannelNames = Phrase(
        "What K codes call a channel.", "K 编码中各渠道的名称")
    public static let settingAutoSend = Phrase(
        "Channels on which replies go out by themselves.", "自动发送回复的渠道")
    public static let settingAddressedAs = Phrase(
        "The bot's names in group chats, without @.", "机器人在群里的名字，不带 @")

    public static let settingNeedReply = Phrase(
        "How long a customer may wait for us.", "客户发言后需在多少分钟内回复")
    public static let settingUnseen = Phrase(
        "How long a thread nobody looked at is UNSEEN.", "未查看的会话在多少分钟内算未处理")
    public static let settingFollowUp = Phrase(
        "When a silent customer comes back to us.", "我方发言后客户多少小时未回应则回弹")
    public static let settingBusinessHours = Phrase(
        "When those clocks run; null: always.", "计时时段；null：全天计时")
    public static let settingOpenHours = Phrase(
        "The span of a working day, such as 09:00-18:00.", "工作日的时段，例如 09:00-18:00")
    public static let settingOpenWeekdays = Phrase(
        "The working days: mon … sun.", "工作日：mon … sun")
    public static let settingLunch = Phrase(
        "A break within the hours, such as 12:00-13:30.", "时段内的午休，例如 12:00-13:30")
    public static let settingHolidays = Phrase(
        "Closed dates, such as 2026-10-01.", "放假日期，例如 2026-10-01")
    public static let settingWorkdays = Phrase(
        "Open dates, made up for a holiday.", "调休上班的日期")

    public static let settingPreSales = Phrase(
        "Keywords of pre-sales.", "售前关键词")
    public static let settingAfterSales = Phrase(
        "Keywords of after-sales.", "售后关键词")
    public static let settingDevelopment = Phrase(
        "Keywords of business development.", "客户开发关键词")
    public static let settingPrivateWords = Phrase(
        "Words of private talk.", "私人聊天用词")
    public static let settingKeywordPoints = Phrase(
        "For each distinct keyword.", "每个关键词的分数")
    public static let settingEvidencePoints = Phrase(
        "For each kind of hard evidence: fault code, power, order, quantity.",
        "每类硬证据的分数：故障码、功率电压、订单号、数量")
    public static let settingFilePoints = Phrase(
        "For each file, by its extension.", "各类文件的分数，按扩展名")
    public static let settingWorkingHours = Phrase(
        "When a message earns points by its time.", "发送时间加分的时段")
    public static let settingWeekdayPoints = Phrase(
        "In these hours, Monday to Friday.", "该时段内，周一至周五的加分")
    public static let settingWeekendPoints = Phrase(
        "In these hours at weekends.", "该时段内，周末的加分")
    public static let settingKnowledgePoints = Phrase(
        "Where the knowledge base has an answer.", "知识库匹配到的加分")
    public static let settingWhite = Phrase(
        "From here on a thread is WHITE.", "达到此分为 WHITE")
    public static let settingGray = Phrase(
        "From here on a thread is GRAY; below, BLACK.", "达到此分为 GRAY，不足为 BLACK")
}
