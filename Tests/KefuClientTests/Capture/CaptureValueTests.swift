import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuClient

@Test(
    arguments: [
        ("2-8", .within(2...8)), ("5", .within(5...5)), ("0.5-1.5", .within(0.5...1.5)),
        ("typing", .typing), ("8-2", nil), ("", nil), ("-", nil), ("1-2-3", nil), ("601", nil),
        ("nan", nil), ("soon", nil),
    ] as [(String, HumanDelay?)])
func aDelayIsSecondsOrTyping(word: String, expected: HumanDelay?) {
    #expect(HumanDelay.parse(word) == expected)
}

@Test func typingTakesAsLongAsItIsLong() {
    let short = HumanDelay.typing.duration(read: 4, typed: 8, chance: 0.5)
    let long = HumanDelay.typing.duration(read: 4, typed: 60, chance: 0.5)
    #expect(short > .seconds(2) && short < .seconds(3))
    #expect(long > short)
    #expect(HumanDelay.typing.duration(read: 0, typed: 0, chance: 0) == .seconds(1))
    #expect(HumanDelay.typing.duration(read: 0, typed: 9000, chance: 1) == .seconds(30))
    #expect(HumanDelay.within(2...8).duration(read: 0, typed: 0, chance: 1) == .seconds(8))
    #expect(HumanDelay.weight(of: "你好abc") == 3)
}

@Test func triesComeTwiceAsLateEachTime() {
    let waits = (1...12).map { Backoff.connecting.wait(after: $0) }
    #expect(waits.first == .milliseconds(100))
    #expect(waits.last == .seconds(3))
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Backoff.connecting.wait(after: Int.max) == .seconds(3))
}

@Test func theLoadIsWhatTheProcessorsDidSince() {
    var load = MachineLoad()
    #expect(load.cpuPercent(.init("cpu  100 0 100 700 100 0 0 0 50 0\ncpu0 1 2 3 4\n")) == nil)
    #expect(load.cpuPercent(.init("cpu  150 0 150 800 100 0 0 0 90 0\n")) == 50)
    #expect(load.cpuPercent(.init("cpu  150 0 150 800 100 0 0 0 90 0\n")) == nil)
    #expect(MachineLoad.Ticks("nothing") == nil)
    let memory = "MemTotal:       16000 kB\nMemFree:  1000 kB\nMemAvailable:    4000 kB\n"
    #expect(MachineLoad.memoryPercent(memory) == 75)
    #expect(MachineLoad.memoryPercent("MemTotal: 1 kB") == nil)
}

@Test(arguments: [
    #"{"action":"reply","answer_id":"a1"}"#, #"{}"#, #" { } "#, #"{"message_id":"own"}"#,
])
func aResultGetsTheNamesOfItsMessage(json: String) throws {
    let line = Receipt.result(Answered(json), of: delivery("m\"1"), wasQueued: true)
    let value = try #require(JSONValue(json: line))
    guard case .object(let members) = value else { throw LineClientError.closed }
    #expect(Set(members.map(\.name)).count == members.count)
    #expect(value["channel"] == "wechat")
    #expect(value["message_id"] == (json.contains("own") ? "own" : "m\"1"))
    #expect(value["was_queued"] == true)
    #expect(value["action"] == JSONValue(json: json)?["action"])
}

@Test func anAnswerBookForgetsTheOldest() {
    var book = AnswerBook(capacity: 2)
    for id in ["a1", "a2", "a1", "a3"] { book.note(id, .init(lane: "l\(id)", channel: nil)) }
    #expect(book["a1"] == nil)
    #expect(book["a2"]?.lane == "la2")
    #expect(book["a3"]?.lane == "la3")
}
