import FoundationEssentials
import Testing

@testable import KefuDomain

private func decode(_ json: String) throws -> Configuration {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(Configuration.self, from: Data(json.utf8))
}

@Test func everyKeyHasADefault() throws {
    #expect(try decode("{}") == Configuration())
}

@Test func whatIsWrittenIsInForce() throws {
    let read = try decode(
        """
        {
          // people answer in the day
          operator_hours: "09:00-21:00",
          thresholds: {reply: 0.8},
          texts: {greeting: {zh: "您好，这里是售后", en: "Hi"}},
        }
        """)
    #expect(read.thresholds == Thresholds(reply: 0.8, clarify: 0.55))
    #expect(read.operatorHours == DailyHours("09:00-21:00"))
    #expect(read.texts.greeting.zh == "您好，这里是售后")
    #expect(read.texts.handoff == CustomerTexts().handoff)
}

@Test(arguments: [
    "{thresholds: {reply: 0.5, clarify: 0.6}}", "{thresholds: {reply: 1.5}}",
    "{operator_hours: \"9-21\"}", "{log_level: \"loud\"}", "{rules: {person: 3}}",
])
func impossibleSettingsAreRefused(json: String) {
    #expect(throws: DecodingError.self) { try decode(json) }
}

@Test(arguments: [
    ("{thresholds: {reply: 0.5, clarify: 0.6}}", "clarify"),
    ("{thresholds: {clarify: 0.9}}", "clarify"), ("{thresholds: {reply: 1.5}}", "reply"),
    ("{thresholds: {reply: -1}}", "reply"), ("{thresholds: {clarify: 2}}", "clarify"),
])
func theThresholdAtFaultIsNamed(json: String, key: String) throws {
    let error = #expect(throws: DecodingError.self) { try decode(json) }
    guard case .dataCorrupted(let context)? = error else {
        Issue.record("another error")
        return
    }
    #expect(context.codingPath.map(\.stringValue) == ["thresholds", key])
    #expect(context.underlyingError is Objection)
}

@Test(arguments: [
    ("09:00-21:00", 540, true), ("09:00-21:00", 539, false), ("09:00-21:00", 1260, false),
    ("20:00-02:00", 60, true), ("20:00-02:00", 120, false), ("00:00-24:00", 1439, true),
])
func dailyHoursContain(hours: String, minute: Int, expected: Bool) {
    #expect(DailyHours(hours)?.contains(minuteOfDay: minute) == expected)
}

@Test func idsReadBackAndOtherTextIsNoId() {
    #expect(RecordID("e42") == RecordID(.entry, 42))
    for text in ["", "e", "42", "e0", "e042", "e-1", "x1", "e9999999999999999999"] {
        #expect(RecordID(text) == nil)
    }
}
