import FoundationEssentials
import Testing

@testable import KefuDomain

private func hub(_ json: String) throws -> HubSettings {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(Configuration.self, from: Data("{hub: \(json)}".utf8)).hub
}

@Test func theHubsDefaultsAreThoseOfTheSpecification() throws {
    let hub = try hub("{}")
    #expect(hub == HubSettings())
    #expect(hub.sla.needReplyMinutes == 30 && hub.sla.unseenMinutes == 0)
    #expect(hub.sla.followUpHours == 48 && hub.sla.businessHours == nil)
    #expect(hub.scoring.white == 80 && hub.scoring.gray == 60)
    #expect(hub.burstSeconds == 3 && hub.textDays == 30 && hub.closeHour == 20)
}

@Test func theHubIsReadAsWritten() throws {
    let hub = try hub(
        """
        {
          sla: {need_reply_minutes: 10, business_hours: {
            hours: "08:30-17:30", weekdays: ["mon", "sat"], lunch: "12:00-13:00",
            holidays: ["2026-10-01"], workdays: ["2026-10-10"]}},
          scoring: {pre: ["报价"], file_points: {PDF: 11, step: 9}, white: 50},
          channel_names: {line: "连我"}, auto_send: ["wechat"], addressed_as: ["小美"],
        }
        """)
    #expect(hub.sla.needReplyMinutes == 10 && hub.sla.followUpHours == 48)
    #expect(hub.sla.businessHours?.weekdays == [.monday, .saturday])
    #expect(hub.sla.businessHours?.holidays.map(\.number) == [20_261_001])
    #expect(hub.scoring.filePoints["pdf"] == 11 && hub.scoring.filePoints["step"] == 9)
    #expect(hub.scoring.filePoints["dwg"] == 15)
    #expect(hub.scoring.white == 50 && hub.scoring.gray == 50)
    #expect(hub.channelNames["line"] == "连我" && hub.channelNames["wechat"] == "微信")
    #expect(hub.autoSend == ["wechat"] && hub.addressedAs == ["小美"])
}

@Test func whatIsInForceReadsBack() throws {
    var configuration = Configuration()
    configuration.hub.sla.businessHours = BusinessHours(
        lunch: DailyHours("12:00-13:00"), holidays: [CalendarDay(days: 20_000)])
    let written = try JSONEncoder().encode(configuration)
    #expect(try JSONDecoder().decode(Configuration.self, from: written) == configuration)
}

@Test(arguments: [
    ("{sla: {need_reply_minutes: -1}}", "sla.need_reply_minutes"),
    ("{sla: {follow_up_hours: 100000}}", "sla.follow_up_hours"),
    ("{sla: {business_hours: {weekdays: []}}}", "sla.business_hours.weekdays"),
    ("{sla: {business_hours: {hours: \"9-18\"}}}", "sla.business_hours.hours"),
    ("{sla: {business_hours: {lunch: \"08:00-10:00\"}}}", "sla.business_hours.lunch"),
    ("{sla: {business_hours: {lunch: \"09:00-18:00\"}}}", "sla.business_hours.lunch"),
    ("{scoring: {white: 101}}", "scoring.white"), ("{scoring: {gray: 81}}", "scoring.gray"),
    ("{scoring: {keyword_points: -5}}", "scoring.keyword_points"),
    ("{scoring: {file_points: {pdf: 200}}}", "scoring.file_points.pdf"),
    ("{close_hour: 24}", "close_hour"), ("{text_days: -1}", "text_days"),
    ("{burst_s: 301}", "burst_s"), ("{recalculate_minutes: 0}", "recalculate_minutes"),
    ("{channel_names: {wechat: \"--\"}}", "channel_names.wechat"),
])
func theHubsKeyAtFaultIsNamed(json: String, key: String) throws {
    let error = #expect(throws: DecodingError.self) { try hub(json) }
    guard case .dataCorrupted(let context)? = error else {
        Issue.record("another error")
        return
    }
    #expect(context.codingPath.map(\.stringValue).joined(separator: ".") == "hub." + key)
    #expect(context.underlyingError is Objection)
}

@Test func aHolidayAtFaultIsNamedByItsPlace() throws {
    let error = #expect(throws: DecodingError.self) {
        try hub("{sla: {business_hours: {holidays: [\"2026-10-01\", \"2026-02-30\"]}}}")
    }
    guard case .dataCorrupted(let context)? = error else {
        Issue.record("another error")
        return
    }
    #expect(context.codingPath.last?.intValue == 1)
    #expect(context.underlyingError is Objection)
}
