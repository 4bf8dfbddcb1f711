import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuClient

private let noon = Timestamp(seconds: 1_790_000_000)

private func parse(_ line: String, isReplay: Bool = false) throws -> CaptureLine {
    try CaptureLine.parse(Array(line.utf8), isReplay: isReplay, now: noon)
}

private func params(_ line: String, isReplay: Bool = false) throws -> JSONValue? {
    guard case .delivery(let delivery) = try parse(line, isReplay: isReplay) else { return nil }
    return JSONValue(json: delivery.params)
}

private func delivered(_ line: String) throws -> Delivery? {
    guard case .delivery(let delivery) = try parse(line) else { return nil }
    return delivery
}

@Test(arguments: [
    #"{"channel":"wechat","peer_id":"u","message_id":"m","text":"你好"}"#,
    #"{"channel":"wechat","wx_id":"u","id":"m","text":"你好"}"#,
    #"{"channel":"wechat","peer_id":null,"wx_id":"u","id":"m","chat_id":null,"text":"你好"}"#,
])
func aMessageIsKnownByEitherName(line: String) throws {
    let found = try #require(try delivered(line))
    #expect(found.method == "message.receive")
    #expect(found.labels == Delivery.Labels(channel: "wechat", messageID: "m"))
    #expect(found.lane == "6:wechat:u")
    #expect(found.weight == 2)
}

@Test func aMessageKeepsItsMembersAndGetsATime() throws {
    let line =
        #"{"channel":"c","peer_id":"u","message_id":"m","kb_matched":true,"x":[1,{"y":2.5}]}"#
    let found = try #require(try params(line))
    #expect(found["kb_matched"] == true)
    #expect(found["x"] == [1, ["y": .number(2.5)]])
    #expect(found["timestamp"] == .text(noon.rfc3339))
    #expect(found["replay"] == nil)
    let own = #"{"channel":"c","peer_id":"u","message_id":"m","timestamp":"2026-01-02T03:04:05Z"}"#
    #expect(try params(own)?["timestamp"] == "2026-01-02T03:04:05Z")
    #expect(try params(own, isReplay: true)?["replay"] == true)
}

@Test func aGroupIsAConversationOfItsOwn() throws {
    let alone = try delivered(#"{"channel":"c","peer_id":"u","message_id":"m"}"#)
    let group = try delivered(#"{"channel":"c","peer_id":"u","chat_id":"g","message_id":"m"}"#)
    let other = try delivered(#"{"channel":"c","peer_id":"v","chat_id":"g","message_id":"n"}"#)
    #expect(alone?.lane != group?.lane)
    #expect(group?.lane == other?.lane)
    let (one, two) = (
        #"{"channel":"a:b","peer_id":"c","id":"m"}"#, #"{"channel":"a","peer_id":"b:c","id":"m"}"#
    )
    #expect(try delivered(one)?.lane != delivered(two)?.lane)
}

@Test func whatWasSentIsKnownByItsAnswer() throws {
    let found = try #require(try delivered(#"{"sent":{"answer_id":"a1","message_id":"m"}}"#))
    #expect(found.method == "message.sent")
    #expect(found.labels == Delivery.Labels(messageID: "m", answerID: "a1"))
    #expect(found.lane.isEmpty)
    #expect(JSONValue(json: found.params)?["at"] == .text(noon.rfc3339))
    let placed = try delivered(
        #"{"channel":"c","peer_id":"u","sent":{"answer_id":"a1","message_id":"m"}}"#)
    #expect(placed?.lane == "1:c:u")
    #expect(placed?.labels.channel == "c")
}

@Test func theStateOfTheAccountIsALineToo() throws {
    #expect(try parse(#"{"wx_online":false}"#) == .online(false))
}

@Test(
    arguments: [
        ("", .parseError, nil), ("{", .parseError, nil), (#"{"a":1} x"#, .parseError, nil),
        ("\"text\"", .invalidParams, nil), ("[]", .invalidParams, nil),
        ("{}", .invalidParams, "channel"),
        (#"{"channel":"c","message_id":"m"}"#, .invalidParams, "peer_id"),
        (#"{"channel":"c","peer_id":"u"}"#, .invalidParams, "message_id"),
        (#"{"channel":7,"peer_id":"u","message_id":"m"}"#, .invalidParams, "channel"),
        (#"{"channel":"c","peer_id":"u","message_id":""}"#, .invalidParams, "message_id"),
        (#"{"sent":[]}"#, .invalidParams, "sent"),
        (#"{"sent":{"answer_id":"a"}}"#, .invalidParams, "message_id"),
        (#"{"sent":{"answer_id":"a","message_id":"m"},"text":"x"}"#, .invalidParams, "text"),
        (#"{"wx_online":true,"peer_id":"u"}"#, .invalidParams, "channel"),
    ] as [(String, ErrorCode, String?)])
func anUnusableLineSaysWhy(line: String, code: ErrorCode, field: String?) {
    let error = #expect(throws: KefuError.self) { try parse(line) }
    #expect(error?.code == code)
    #expect(error?.field == field)
}

@Test func whatWouldCloseTheConnectionIsNotSent() {
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let nested = #"{"channel":"c","peer_id":"u","message_id":"m","x":\#(deep)}"#
    #expect(throws: KefuError.self) { try parse(nested) }
    let long = String(repeating: "x", count: Limits.line)
    let error = #expect(throws: KefuError.self) {
        try parse(#"{"channel":"c","peer_id":"u","message_id":"m","text":"\#(long)"}"#)
    }
    #expect(error?.code == .limit)
}

@Test func seededBytesNeverTrap() {
    var random = SeededGenerator(seed: 7)
    let good = Array(#"{"channel":"c","peer_id":"u","message_id":"m","text":"你好"}"#.utf8)
    for _ in 0..<2000 {
        var line = good
        for _ in 0..<3 {
            line[.random(in: line.indices, using: &random)] = .random(in: 0...255, using: &random)
        }
        do {
            guard case .delivery(let found) = try CaptureLine.parse(line, now: noon) else {
                continue
            }
            #expect(JSONValue(json: found.params) != nil)
        } catch {
            #expect(error is KefuError)
        }
    }
}

@Test func inputIsCutIntoLinesHoweverItComes() {
    let text = Array("first\n\n  \r\nsecond\r\nthird is far too long\nfourth\nlast".utf8)
    let expected: [InputLines.Line] = [
        .text(Array("first".utf8), number: 1), .text(Array("second\r".utf8), number: 4),
        .tooLong(number: 5), .text(Array("fourth".utf8), number: 6),
        .text(Array("last".utf8), number: 7),
    ]
    for size in 1...text.count {
        var input = InputLines(maxLength: 10)
        var found: [InputLines.Line] = []
        for start in stride(from: 0, to: text.count, by: size) {
            input.append(text[start..<min(start + size, text.count)])
            while let line = input.next() { found.append(line) }
        }
        while let line = input.finish() { found.append(line) }
        #expect(found == expected, "\(size) bytes at a time")
    }
}
