import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

/// `kefu capture` from outside, beside a daemon that follows a script.
@Suite struct CaptureTests {
    private let directory: TemporaryDirectory
    private let desk = ScriptedDesk()

    init() throws {
        directory = try TemporaryDirectory()
    }

    private var queue: String { directory.file("capture") }

    @Test func everyLineInHasOneLineOut() throws {
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        desk.change { $0.refused = ["m3"] }
        let capture = try CaptureProcess(in: directory)
        try capture.send(.message("m1"))
        let first = try #require(capture.next())
        #expect(first["channel"] == "wechat")
        #expect(first["message_id"] == "m1")
        #expect(first["action"] == "reply")
        #expect(first["answer_id"] == "a0")
        #expect(first["was_queued"] == nil)
        try capture.send(["sent": ["answer_id": "a0", "message_id": "m2"]])
        let sent = try #require(capture.next())
        #expect(sent["channel"] == "wechat")
        #expect(sent["message_id"] == "m2")
        #expect(sent["answer_id"] == "a0")
        #expect(sent["thread_id"] == "t1")
        try capture.send(.message("m3"))
        let refused = try #require(capture.next())
        #expect(refused["message_id"] == "m3")
        #expect(refused["error"]?["code"] == -32602)
        #expect(refused["error"]?["data"]?["field"] == "type")
        for line in ["no json", "[1]", #"{"channel":"wechat","id":"m9"}"#] { capture.send(line) }
        #expect(capture.next()?["error"]?["code"] == -32700)
        let list = capture.next()
        #expect(list?["error"]?["code"] == -32602)
        #expect(list?["line"] == 5)
        let partial = capture.next()
        #expect(partial?["message_id"] == "m9")
        #expect(partial?["error"]?["data"]?["field"] == "peer_id")
        #expect(capture.finish() == 0)
        #expect(capture.rest().isEmpty)
        #expect(desk.books.messages.map(\.messageID) == ["m1"])
        #expect(desk.books.messages.first?.timestamp != nil)
    }

    @Test func messagesWaitEncryptedWhileTheDaemonIsAway() throws {
        let capture = try CaptureProcess(in: directory)
        for number in 0..<20 { try capture.send(.message("m\(number)", from: "wx_\(number % 3)")) }
        try capture.send(.message("m7", from: "wx_1"))
        for number in Array(0..<20) + [7] {
            let line = try #require(capture.next())
            #expect(line["queued"] == true)
            #expect(line["message_id"] == .text("m\(number)"))
        }
        #expect(capture.finish() == 69)
        try checkFiles()
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        let again = try CaptureProcess(in: directory)
        #expect(again.finish() == 0)
        let results = again.rest()
        #expect(results.count == 20)
        #expect(results.allSatisfy { $0["was_queued"] == true && $0["action"] == "reply" })
        let taken = desk.books.messages
        #expect(Set(taken.map(\.messageID)) == Set((0..<20).map { "m\($0)" }))
        for peer in 0..<3 {
            let own = taken.filter { $0.peerID == "wx_\(peer)" }.map(\.messageID)
            #expect(own == stride(from: peer, to: 20, by: 3).map { "m\($0)" })
        }
        #expect(try CaptureProcess(in: directory).finish() == 0)
    }

    private func checkFiles() throws {
        let manager = FileManager.default
        let mode = { (path: String) in
            try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(queue) == 0o700)
        for name in try manager.contentsOfDirectory(atPath: queue) {
            let path = "\(queue)/\(name)"
            #expect(try mode(path) == 0o600, "\(name)")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for secret in ["充电桩", "wx_1", "wechat"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
            }
        }
    }

    @Test func theQueueGoesBeforeNewerMessagesOfItsConversation() throws {
        let capture = try CaptureProcess(in: directory)
        for number in 0..<5 { try capture.send(.message("m\(number)")) }
        for _ in 0..<5 { #expect(capture.next()?["queued"] == true) }
        desk.change { $0.busy = ["m0": 2] }
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        while desk.books.greetings.isEmpty { usleep(1000) }
        try capture.send(.message("other", from: "wx_2"))
        try capture.send(.message("m5"))
        #expect(capture.finish() == 0)
        let lines = capture.rest()
        let other = lines.first { $0["message_id"] == "other" }
        #expect(other?["action"] == "reply")
        for number in 0..<5 {
            let own = lines.filter { $0["message_id"] == .text("m\(number)") }
            #expect(own.count == 1)
            #expect(own.first?["was_queued"] == true)
        }
        let taken = desk.books.messages.filter { $0.peerID == "wx_1" }.map(\.messageID)
        #expect(taken == (0...5).map { "m\($0)" })
        #expect(desk.books.messages.first?.messageID == "other", "the other one is not blocked")
    }

    @Test func aRefusedMessageDoesNotBlockTheQueue() throws {
        let capture = try CaptureProcess(in: directory)
        for number in 0..<3 { try capture.send(.message("m\(number)")) }
        for _ in 0..<3 { #expect(capture.next()?["queued"] == true) }
        desk.change { $0.refused = ["m0"] }
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        #expect(capture.finish() == 0)
        let lines = capture.rest()
        #expect(lines.map { $0["message_id"] } == ["m0", "m1", "m2"])
        #expect(lines.first?["error"]?["code"] == -32602)
        #expect(lines.first?["was_queued"] == true)
        #expect(desk.books.messages.map(\.messageID) == ["m1", "m2"])
    }

    @Test func oneProcessHasAQueue() throws {
        let first = try CaptureProcess(in: directory)
        try first.send(.message("m1"))
        #expect(first.next()?["queued"] == true)
        let second = try CaptureProcess(in: directory)
        #expect(second.finish() == 75)
        #expect(second.remarks.contains("another kefu capture"))
        let elsewhere = try CaptureProcess(in: directory, ["--queue", directory.file("two")])
        #expect(elsewhere.finish() == 0)
        first.kill()
        #expect(try CaptureProcess(in: directory).finish() == 69)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func aSignalEndsItCleanly(number: Int32) throws {
        let capture = try CaptureProcess(in: directory)
        try capture.send(.message("m1"))
        #expect(capture.next()?["queued"] == true)
        #expect(capture.terminate(by: number) == 69)
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        let again = try CaptureProcess(in: directory)
        #expect(again.next()?["message_id"] == "m1")
        #expect(again.terminate(by: number) == 0)
    }

    @Test func heartbeatsSayWhoAndHow() throws {
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        for run in 1...2 {
            let capture = try CaptureProcess(in: directory)
            capture.send(#"{"wx_online":true}"#)
            #expect(capture.next()?["wx_online"] == true)
            while desk.books.heartbeats.count < run { usleep(1000) }
            #expect(capture.finish() == 0)
        }
        let books = desk.books
        let names = Set(books.heartbeats.map(\.agentID) + books.greetings.compactMap(\.agentID))
        #expect(names.count == 1, "a name made up stays")
        #expect(names.first?.hasPrefix("capture-") == true)
        let status = try #require(books.heartbeats.first?.status)
        #expect(status.queued == 0)
        #expect(status.messagesProcessed == 0)
        #expect((status.memoryPercent ?? 0) > 0)
        let named = try CaptureProcess(in: directory, ["--agent", "柜台一"])
        while desk.books.heartbeats.count < 3 { usleep(1000) }
        #expect(named.finish() == 0)
        #expect(desk.books.heartbeats.last?.agentID == "柜台一")
    }

    @Test func historyIsMarkedAsSuch() throws {
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        let capture = try CaptureProcess(in: directory, ["--replay"])
        capture.send(
            #"{"channel":"wechat","wx_id":"u","id":"m1","timestamp":"2026-01-02T03:04:05+08:00","replay":false}"#
        )
        #expect(capture.next()?["message_id"] == "m1")
        #expect(capture.finish() == 0)
        let message = desk.books.messages.first
        #expect(message?.isReplay == true)
        #expect(message?.peerID == "u")
        #expect(message?.timestamp?.rfc3339.hasPrefix("2026-01-0") == true)
    }

    @Test func aDaemonThatTakesNoMessagesIsWaitedFor() throws {
        desk.change { $0.isOld = true }
        var daemon = try ScriptedDaemon(in: directory, desk)
        let capture = try CaptureProcess(in: directory)
        try capture.send(.message("m1"))
        #expect(capture.next()?["queued"] == true)
        daemon.stop()
        desk.change { $0.isOld = false }
        daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        #expect(capture.next()?["was_queued"] == true)
        #expect(capture.finish() == 0)
        #expect(capture.remarks.contains("older"))
    }

    @Test func theExampleProgramWorksByPipes() throws {
        for (name, text) in [("zhang-001", "7kW 多少钱？"), ("li-001", "保修几年？")] {
            try directory.write("inbox/\(name).txt", text)
        }
        let words = [
            Repository.path("scripts/capture_example.py"), directory.file("inbox"),
            Programs.path(of: "kefu"), "--no-start", "--data", directory.path,
        ]
        let away = try Tool.run("python3", words)
        #expect(away.status == 69)
        #expect(away.output.contains("li-001: waits for the daemon"))
        let daemon = try ScriptedDaemon(in: directory, desk)
        defer { daemon.stop() }
        let outcome = try Tool.run("python3", words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("zhang-001: draft (reply) 回复"))
        #expect(Set(desk.books.messages.map(\.messageID)) == ["zhang-001", "li-001"])
        #expect(desk.books.messages.first { $0.messageID == "li-001" }?.text == "保修几年？")
    }

    @Test(arguments: [["--delay", "9-2"], ["--delay", "soon"], ["--delay", "-1"], ["extra"]])
    func aWrongOptionIsAUsageError(options: [String]) throws {
        #expect(try CaptureProcess(in: directory, options).finish() == 2)
    }
}
