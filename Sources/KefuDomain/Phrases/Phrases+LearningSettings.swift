/// What each key of the configuration's `learning` section does.
extension Phrase {
    public static let settingLearning = Phrase(
        "Learning from conversations.", "从对话中学习")
    public static let settingAutomatic = Phrase(
        "Whether good answers enter the base by themselves; else all wait for review.",
        "合格的答案是否自动入库；否则全部等待审核")
    public static let settingEnter = Phrase(
        "From this quality on an answer enters by itself.", "质量达到此值自动入库")
    public static let settingWait = Phrase(
        "From this quality on it waits for review; below it is dropped.", "质量达到此值等待审核，不足则丢弃")
    public static let settingShadowAgreements = Phrase(
        "How often it must agree with a person before it answers customers.",
        "与人工回答一致多少次后才对客户生效")
    public static let settingCompanyData = Phrase(
        "Your own numbers, addresses and names, which may be learned.", "公司自己的号码、地址、人名等，允许学习")
    public static let settingPriceDays = Phrase(
        "How many days a learned price holds; 0: for ever.", "学到的价格有效天数；0：不过期")
    public static let settingStockDays = Phrase(
        "The same for what is in stock.", "学到的库存情况有效天数；0：不过期")
    public static let settingLeadTimeDays = Phrase(
        "The same for lead times.", "学到的交期有效天数；0：不过期")
    public static let settingPromotionDays = Phrase(
        "The same for promotions that name no last day.", "未说明截止日的优惠活动有效天数；0：不过期")

    static func waitAboveEnter(_ enter: Double) -> Phrase {
        Phrase("it is larger than enter, which is \(enter)", "大于 enter（\(enter)）")
    }
}
