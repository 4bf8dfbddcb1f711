import KefuRPC
import Support
import Testing

@Suite struct FullDiskTests {
    /// A limit on the size of files refuses what a full disk refuses, and needs no root.
    @Test func aFullDiskIsAnErrorAndLosesNothing() throws {
        let directory = try TemporaryDirectory()
        let first = try DaemonProcess(in: directory)
        let id = try first.connect().add("充电桩保修几年", "三年")
        first.terminate()
        let daemon = try DaemonProcess(in: directory, maxFileKibibytes: 2048)
        let client = try daemon.connect()
        let big = String(repeating: "很长的答案", count: 15_000)
        var stored = 0
        var failure: Int?
        for number in 0..<40 where failure == nil {
            do {
                try client.add("第\(number)个很长的问题", big)
                stored += 1
            } catch let error as RPCFailure {
                failure = error.error.code
            }
        }
        #expect([-32003, -32005, -32006].contains(failure))
        #expect(daemon.isRunning)
        try questionsAreStillAnswered(by: client)
        #expect(try client.call("kb.get", ["id": .text(id)])["answer"] == "三年")
        #expect(try client.call("system.health")["protocol"] == 1)
        daemon.kill()
        let after = try DaemonProcess(in: directory).connect()
        #expect(try after.call("system.health")["entries"]?.int == stored + 1)
        #expect(try after.ask("充电桩保修几年")["content"] == "三年")
        let check = try Tool.run(
            "sqlite3", [directory.file("kefu.sqlite"), "PRAGMA integrity_check"])
        #expect(check.output == "ok\n")
    }

    /// The answer cannot be kept, and so no method finds it afterwards; health says that it fails.
    private func questionsAreStillAnswered(by client: LineClient) throws {
        for _ in 0..<40 {
            let long = "充电桩保修几年" + String(repeating: "？", count: 20_000)
            let answer = try client.ask(long)
            #expect(answer["action"] == "reply")
            #expect(answer["content"] == "三年")
            let id = try #require(answer["answer_id"]?.string)
            #expect(!id.isEmpty)
            guard try client.call("system.health")["status"] == "degraded" else { continue }
            #expect(try client.failure("answer.get", ["id": .text(id)]).code == -32001)
            return
        }
        Issue.record("the disk never filled")
    }
}
