import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuClient
@testable import KefuRPC

/// A bridge with a queue of its own, and what it has printed.
private final class Workbench {
    let directory: TemporaryDirectory
    let queue: MessageQueue
    private(set) var bridge: Bridge!
    private(set) var lines: [JSONValue] = []
    var isClosed = false
    private var read = 0
    var now = ContinuousClock.now

    init(_ directory: TemporaryDirectory? = nil, delay: HumanDelay? = nil) throws {
        self.directory = try directory ?? TemporaryDirectory()
        queue = try MessageQueue(QueueFolder(path: self.directory.file("queue")))
        bridge = Bridge(
            queue: queue, options: Bridge.Options(delay: delay), language: .english,
            chance: { 0.5 }
        ) { [unowned self] line in
            if isClosed { throw OutputGone() }
            lines.append(JSONValue(json: line) ?? .null)
        }
    }

    func give(_ id: String, from peer: String = "u") throws {
        read += 1
        let line = #"{"channel":"wechat","peer_id":"\#(peer)","message_id":"\#(id)","text":"你好"}"#
        try bridge.take(.text(Array(line.utf8), number: read), at: Timestamp(seconds: 0))
    }

    /// The ids that go to the daemon now, each with its number.
    func sent() throws -> [(number: Int, id: String)] {
        var sent: [(Int, String)] = []
        while let (number, delivery) = try bridge.next(at: now) {
            sent.append((number, delivery.labels.messageID))
        }
        return sent
    }

    func answer(_ number: Int, _ answer: String, supersedes: [String] = []) throws {
        let ids = supersedes.map { "\"\($0)\"" }.joined(separator: ",")
        try bridge.settle(
            number,
            .success(
                #"{"action":"reply","content":"您好，在的","answer_id":"\#(answer)","supersedes":[\#(ids)]}"#
            ), at: now)
    }

    func fail(_ number: Int, _ code: ErrorCode, field: String? = nil) throws {
        let error = KefuError(code, .baseBusy, why: .baseBusyWhy, hint: .baseBusyHint, field: field)
        let object = ErrorObject(error, language: .english)
        try bridge.settle(number, .failure(RemoteError(object, json: "{\"code\":1}")), at: now)
    }

    /// What was printed since the last call: the message id, and what became of it.
    func printed() -> [String] {
        defer { lines = [] }
        return lines.map { line in
            let id = line["message_id"]?.string ?? "?"
            let mark = line["was_queued"] == true ? "+" : ""
            if line["queued"] == true { return "\(id) queued" }
            if line["superseded"] == true { return "\(id) superseded\(mark)" }
            if line["error"] != nil { return "\(id) error\(mark)" }
            return "\(id) \(line["answer_id"]?.string ?? "done")\(mark)"
        }
    }
}

@Suite struct BridgeTests {
    @Test func aConnectedBridgeKeepsNothing() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        try bench.give("m1")
        try bench.give("m2")
        try bench.give("other", from: "v")
        #expect(try bench.sent().map(\.id) == ["m1", "other"])
        #expect(bench.printed().isEmpty)
        try bench.answer(1, "a1")
        #expect(bench.printed() == ["m1 a1"])
        #expect(try bench.sent().map(\.id) == ["m2"])
        #expect(bench.queue.isEmpty)
    }

    @Test func whatIsUnansweredWhenTheDaemonGoesIsQueuedInOrder() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        for id in ["m1", "m2"] { try bench.give(id) }
        _ = try bench.sent()
        try bench.bridge.lost()
        try bench.give("m3")
        #expect(bench.printed() == ["m1 queued", "m2 queued", "m3 queued"])
        #expect(try bench.sent().isEmpty)
        bench.bridge.connected()
        for number in 1...3 {
            #expect(try bench.sent().map(\.id) == ["m\(number)"])
            try bench.answer(number, "a\(number)")
        }
        #expect(bench.printed() == ["m1 a1+", "m2 a2+", "m3 a3+"])
        #expect(bench.bridge.isIdle)
        #expect(bench.queue.isEmpty)
    }

    @Test func aNewMessageWaitsBehindTheQueueOfItsConversation() throws {
        let bench = try Workbench()
        try bench.give("m1")
        bench.bridge.connected()
        try bench.give("m2")
        try bench.give("free", from: "v")
        #expect(bench.printed() == ["m1 queued", "m2 queued"])
        #expect(try bench.sent().map(\.id) == ["m1", "free"])
    }

    @Test func theSameMessageIsQueuedOnce() throws {
        let bench = try Workbench()
        for _ in 0..<3 { try bench.give("m1") }
        #expect(bench.printed() == ["m1 queued", "m1 queued", "m1 queued"])
        #expect(bench.queue.count == 1)
        bench.bridge.connected()
        #expect(try bench.sent().count == 1)
        try bench.answer(1, "a1")
        #expect(bench.printed() == ["m1 a1+"])
        #expect(bench.bridge.isIdle)
    }

    @Test func twiceInMemoryIsOnceInTheQueue() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        try bench.give("m1")
        try bench.give("m1")
        _ = try bench.sent()
        try bench.bridge.lost()
        #expect(bench.printed() == ["m1 queued", "m1 queued"])
        bench.bridge.connected()
        let sent = try bench.sent()
        #expect(sent.count == 1)
        try bench.answer(sent[0].number, "a1")
        #expect(try bench.sent().isEmpty)
        #expect(bench.bridge.isIdle)
    }

    @Test func whatIsPutOffIsQueuedWithAllBehindIt() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        for id in ["m1", "m2"] { try bench.give(id) }
        try bench.give("free", from: "v")
        _ = try bench.sent()
        try bench.fail(1, .busy)
        #expect(bench.printed() == ["m1 queued", "m2 queued"])
        #expect(try bench.sent().isEmpty)
        bench.now = try #require(bench.bridge.wake(after: bench.now))
        #expect(try bench.sent().map(\.id) == ["m1"])
        try bench.answer(3, "a3")
        try bench.answer(1, "a1")
        #expect(bench.printed() == ["free a3", "m1 a1+"])
    }

    @Test(
        arguments: [
            (.invalidParams, nil, true), (.limit, "text", true), (.limit, nil, false),
            (.busy, nil, false), (.cancelled, nil, false), (.invalidState, nil, false),
            (.internal, nil, false), (.notFound, nil, true), (.methodNotFound, nil, false),
        ] as [(ErrorCode, String?, Bool)])
    func onlyTheMessageItselfIsRefused(code: ErrorCode, field: String?, isRefused: Bool) throws {
        let bench = try Workbench()
        bench.bridge.connected()
        try bench.give("m1")
        _ = try bench.sent()
        try bench.fail(1, code, field: field)
        #expect(bench.printed() == [isRefused ? "m1 error" : "m1 queued"])
        #expect(bench.bridge.isIdle == isRefused)
    }

    @Test func aMessageThatAlwaysFailsIsGivenUpInTheEnd() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        try bench.give("bad")
        try bench.give("good")
        var tries = 0
        while let next = try bench.sent().first, next.id == "bad" {
            tries += 1
            try bench.fail(next.number, .internal)
            if let wake = bench.bridge.wake(after: bench.now) { bench.now = wake }
        }
        #expect(tries == 13)
        #expect(bench.printed() == ["bad queued", "good queued", "bad error+"])
    }

    @Test func theNextProcessGoesOnWithTheQueue() throws {
        let directory = try TemporaryDirectory()
        do {
            let bench = try Workbench(directory)
            for id in ["m1", "m2"] { try bench.give(id) }
        }
        let bench = try Workbench(directory)
        bench.bridge.connected()
        #expect(try bench.sent().map(\.id) == ["m1"])
        try bench.answer(1, "a1")
        try bench.give("m3")
        #expect(bench.printed() == ["m1 a1+", "m3 queued"])
    }

    @Test func whatCouldNotBePrintedStaysInTheQueue() throws {
        let bench = try Workbench()
        try bench.give("m1")
        bench.bridge.connected()
        try bench.give("free", from: "v")
        _ = try bench.sent()
        bench.isClosed = true
        #expect(throws: OutputGone.self) { try bench.answer(1, "a1") }
        #expect(throws: OutputGone.self) { try bench.bridge.lost() }
        #expect(bench.queue.order.map(\.number) == [1, 2])
    }

    @Test func whatWasSentKeepsTheOrderOfItsConversation() throws {
        let bench = try Workbench()
        bench.bridge.connected()
        try bench.give("m1")
        _ = try bench.sent()
        try bench.answer(1, "a1")
        try bench.bridge.lost()
        let sent = #"{"sent":{"answer_id":"a1","message_id":"s1"}}"#
        try bench.bridge.take(.text(Array(sent.utf8), number: 2), at: Timestamp(seconds: 0))
        try bench.give("m2")
        #expect(bench.lines.last?["channel"] == "wechat")
        bench.bridge.connected()
        #expect(try bench.sent().map(\.id) == ["s1"])
    }

    @Test func aReplyIsHeldAsLongAsAPersonNeeds() throws {
        let bench = try Workbench(delay: .within(4...8))
        bench.bridge.connected()
        try bench.give("m1")
        _ = try bench.sent()
        try bench.answer(1, "a1")
        try bench.bridge.release(at: bench.now + .seconds(5.9))
        #expect(bench.printed().isEmpty)
        #expect(bench.bridge.wake(after: bench.now) == bench.now + .seconds(6))
        try bench.bridge.release(at: bench.now + .seconds(6))
        #expect(bench.printed() == ["m1 a1"])
        #expect(!bench.bridge.holdsReplies)
    }

    @Test func aSupersededReplyIsDropped() throws {
        let bench = try Workbench(delay: .within(0...0))
        bench.bridge.connected()
        try bench.give("m1")
        _ = try bench.sent()
        try bench.answer(1, "a1")
        bench.now += .seconds(2.9)
        try bench.give("m2")
        _ = try bench.sent()
        // The burst is over, but what was said last is not answered yet.
        bench.now += .seconds(1)
        try bench.bridge.release(at: bench.now)
        #expect(bench.printed().isEmpty)
        try bench.answer(2, "a2", supersedes: ["a1"])
        #expect(bench.printed() == ["m1 superseded"])
        bench.now += .seconds(3)
        try bench.bridge.release(at: bench.now)
        #expect(bench.printed() == ["m2 a2"])
    }

    @Test func repliesOfAConversationKeepTheirOrder() throws {
        let bench = try Workbench(delay: .typing)
        bench.bridge.connected()
        for id in ["m1", "m2"] { try bench.give(id) }
        _ = try bench.sent()
        try bench.answer(1, "a1")
        _ = try bench.sent()
        bench.now += .seconds(0.1)
        try bench.answer(2, "a2")
        try bench.bridge.releaseAll()
        #expect(bench.printed() == ["m1 a1", "m2 a2"])
    }

    @Test func aHeldReplyStaysQueuedUntilItIsTold() throws {
        let bench = try Workbench(delay: .within(5...5))
        try bench.give("m1")
        bench.bridge.connected()
        _ = try bench.sent()
        try bench.answer(1, "a1")
        #expect(bench.queue.count == 1)
        try bench.bridge.release(at: bench.now + .seconds(5))
        #expect(bench.printed() == ["m1 queued", "m1 a1+"])
        #expect(bench.queue.isEmpty)
    }
}
