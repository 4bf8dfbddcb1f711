import Testing

@testable import KefuDomain

/// A Friday.
private let noon = CalendarDay(days: 20_777).time(minute: 720)

private func lastDay(_ answer: String) -> String? {
    Staleness.causes(of: answer, at: noon).first { $0.cause == .date }
        .map { CalendarDay($0.expiresAt.adding(.seconds(-1))).description }
}

@Test(
    arguments: [
        ("活动到11月30日截止", "2026-11-30"), ("11月30日前下单送充电枪", "2026-11-30"), ("本月底前有效", "2026-11-30"),
        ("2026年12月31日之前有效", "2026-12-31"), ("2026-12-31到期", "2026-12-31"),
        ("12.5前报名", "2026-12-05"),
        ("15号前付款", "2026-12-15"), ("下周三到货", "2026-11-29"), ("今天下单明天发", "2026-11-21"),
        ("双十一满1000减100", "2026-11-11"), ("1月份恢复供应", "2027-01-31"), ("新人活动昨天已经结束了", "2026-11-19"),
        ("valid through 5 December 2026", "2026-12-05"), ("until November 30", "2026-11-30"),
        ("Offer ends tomorrow", "2026-11-21"), ("当天16点前付款当天发货", nil), ("每月1号对账", nil),
        ("公司2015年成立", nil),
        ("自2026年1月1日起执行", nil), ("符合2023年版国标", nil), ("每年11月做一次保养", nil), ("3个月换一次滤芯", nil),
        ("早上9点到晚上9点", nil), ("E103是通讯故障", nil),
    ] as [(String, String?)])
func theLastDayThatAnAnswerNames(answer: String, day: String?) {
    #expect(lastDay(answer) == day)
}

@Test(
    arguments: [
        ("现在是1280元一台", [.price]), ("有现货", [.stock]), ("交期一般20天", [.leadTime]),
        ("全场9折", [.price, .promotion]), ("满减活动长期有效", [.promotion]), ("保修3年", []),
        ("优惠券在结算页使用", []), ("折叠后高60厘米", []),
        ("In stock, ships within 3 days", [.stock, .leadTime]),
    ] as [(String, [Staleness.Cause])])
func whatDoesNotHoldForEver(answer: String, causes: [Staleness.Cause]) {
    #expect(Staleness.causes(of: answer, at: noon).map(\.cause) == causes)
}

@Test func theOperatorSetsHowLongItHolds() {
    var settings = LearningSettings()
    settings.priceDays = 7
    #expect(
        Staleness.expiry(of: "1280元", at: noon, settings: settings)
            == noon.adding(.seconds(7 * 86_400)))
    settings.priceDays = 0
    #expect(Staleness.expiry(of: "1280元", at: noon, settings: settings) == nil)
}

@Test func aNamedDayCountsBeforeWhatIsSet() {
    let near = Staleness.expiry(of: "1280元，11月30日前有效", at: noon)
    #expect(near == CalendarDay(year: 2026, month: 12, day: 1)?.time())
    let far = Staleness.expiry(of: "1280元，2027年6月30日前有效", at: noon)
    #expect(far == CalendarDay(year: 2027, month: 7, day: 1)?.time())
    let none = Staleness.expiry(of: "1280元，现货", at: noon)
    #expect(none == noon.adding(.seconds(3 * 86_400)))
}
