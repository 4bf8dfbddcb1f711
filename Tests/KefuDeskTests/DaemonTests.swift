import Foundation
import KefuRPC
import Support
import Testing

@Suite struct DaemonTests {
    /// Runs `kefud` where it must refuse to start.
    private func refusal(_ arguments: [String]) throws -> Programs.Outcome {
        try Programs.run("kefud", arguments)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func aSecondDaemonOnADirectoryIsToldSo() throws {
        let first = try DaemonProcess()
        let client = try first.connect()
        let second = try refusal(["--data", first.directory.path])
        #expect(second.status == 75)
        #expect(second.errors.contains("error:"))
        #expect(second.errors.contains("try:"))
        let elsewhere = try refusal(
            ["--data", first.directory.path, "--socket", first.directory.file("other.sock")])
        #expect(elsewhere.status == 75)
        #expect(try client.call("system.health")["protocol"] == 1)
    }

    @Test func aSocketOfALiveDaemonIsNeverReplaced() throws {
        let first = try DaemonProcess()
        let client = try first.connect()
        let other = try TemporaryDirectory()
        let second = try refusal(["--data", other.path, "--socket", first.socketPath])
        #expect(second.status != 0)
        #expect(second.errors.contains("error:"))
        #expect(try client.call("system.health")["protocol"] == 1)
        #expect(try first.connect().call("system.health")["protocol"] == 1)
    }

    @Test func aStaleSocketIsReplaced() throws {
        let directory = try TemporaryDirectory()
        try DaemonProcess(in: directory).kill()
        #expect(FileManager.default.fileExists(atPath: directory.file("kefu.sock")))
        let daemon = try DaemonProcess(in: directory)
        #expect(try daemon.connect().call("system.health")["protocol"] == 1)
    }

    @Test func aFileThatIsNoSocketIsNotReplaced() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("precious.txt", "keep me")
        let outcome = try refusal(["--data", directory.path, "--socket", file])
        #expect(outcome.status != 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "keep me")
    }

    @Test func aTooLongSocketPathIsAClearError() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file(String(repeating: "x", count: 120))
        let outcome = try refusal(["--data", directory.path, "--socket", path])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("107"))
        #expect(outcome.errors.contains("--socket"))
    }

    @Test func nobodyElseMayLookIn() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let daemon = try DaemonProcess(in: directory)
        #expect(daemon.isRunning)
        #expect(try mode(path) == 0o700)
        for name in ["kefu.sock", "kefu.sqlite", "kefu.lock"] {
            #expect(try mode("\(path)/\(name)") == 0o600, "\(name)")
        }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func aSignalEndsItCleanlyAndSoon(signal: Int32) throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.add("问题", "答案")
        let begin = ContinuousClock.now
        daemon.signal(signal)
        #expect(daemon.waitForExit() == 0)
        #expect(ContinuousClock.now - begin < .seconds(2))
        #expect(try client.line() == nil)
        #expect(!FileManager.default.fileExists(atPath: daemon.socketPath))
    }

    @Test func shutdownAnswersAndThenEndsIt() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.call("system.shutdown")
        #expect(daemon.waitForExit() == 0)
        #expect(!FileManager.default.fileExists(atPath: daemon.socketPath))
    }

    @Test func theReadyLineNamesTheSocket() throws {
        let directory = try TemporaryDirectory()
        let socket = directory.file("other.sock")
        let daemon = try DaemonProcess(in: directory, environment: ["KEFU_SOCKET": socket])
        #expect(daemon.startLines.last == "kefud ready \(socket)")
        #expect(try LineClient(path: socket).call("system.health")["protocol"] == 1)
    }

    @Test func aWrongConfigurationNamesTheKey() throws {
        let directory = try TemporaryDirectory()
        let cases: [(text: String, key: String)] = [
            (#"{"thresholds": {"replly": 0.9}}"#, "thresholds.replly"),
            (#"{"colour": true}"#, "colour"),
            (#"{"thresholds": {"reply": "high"}}"#, "thresholds.reply"),
            (#"{"thresholds": {"reply": 2}}"#, "thresholds"),
            (#"{"operator_hours": "early"}"#, "operator_hours"),
            (#"{"time_zone": "Mars/Olympus"}"#, "Mars/Olympus"),
            (#"{"time_zone": "#, "config.json"),
        ]
        for (text, key) in cases {
            let file = try directory.write("config.json", text)
            let outcome = try refusal(["--data", directory.path, "--config", file])
            #expect(outcome.status == 5, "\(text)")
            #expect(outcome.errors.contains(key), "\(text): \(outcome.errors)")
        }
        let missing = try refusal(
            ["--data", directory.path, "--config", directory.file("none.json")])
        #expect(missing.status != 0)
    }

    @Test func aWrongOptionIsAUsageError() throws {
        for arguments in [["--dat", "/x"], ["--data"], ["--log-level", "loud"], ["surplus"]] {
            let outcome = try refusal(arguments)
            #expect(outcome.status == 2, "\(arguments)")
            #expect(outcome.errors.contains("error:"))
        }
    }

    @Test func aHangupRereadsTheConfiguration() throws {
        let daemon = try DaemonProcess.configured("{/* defaults */}")
        let client = try daemon.connect()
        #expect(try threshold(client) == (0.75, "default"))
        try daemon.directory.write("config.json", "{thresholds: {reply: 0.9,},}")
        daemon.signal(SIGHUP)
        try eventually { try threshold(client) == (0.9, "file") }
        try daemon.directory.write("config.json", #"{"thresholds": 7}"#)
        daemon.signal(SIGHUP)
        usleep(200_000)
        #expect(try threshold(client) == (0.9, "file"))
    }

    @Test func aHangupChangesTheLogLevelAtOnce() throws {
        let daemon = try DaemonProcess.configured(#"{"log_level": "error"}"#)
        let client = try daemon.connect()
        try client.call("kb.import", ["name": "a.csv", "content": "question,answer\na,b\n"])
        try daemon.directory.write("config.json", #"{"log_level": "info"}"#)
        daemon.signal(SIGHUP)
        try eventually { daemon.log.contains("read again") }
        #expect(!daemon.log.contains("imported a file"))
        try client.call("kb.import", ["name": "b.csv", "content": "question,answer\nc,d\n"])
        try eventually { daemon.log.contains("imported a file") }
    }

    @Test func theCommandLinesLogLevelWins() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("config.json", "{}")
        let daemon = try DaemonProcess(
            in: directory, options: ["--config", file, "--log-level", "error"])
        let client = try daemon.connect()
        try directory.write("config.json", #"{"log_level": "debug", "thresholds": {"reply": 0.9}}"#)
        daemon.signal(SIGHUP)
        try eventually { try threshold(client) == (0.9, "file") }
        try client.call("kb.import", ["name": "b.csv", "content": "question,answer\nc,d\n"])
        usleep(100_000)
        #expect(daemon.log.isEmpty)
    }

    @Test func aHangupPutsTheInheritedZoneBackInForce() throws {
        let daemon = try DaemonProcess.configured(#"{"time_zone": "Asia/Kathmandu"}"#)
        let client = try daemon.connect()
        let entry = try client.call("kb.add", ["question": "q", "answer": "a"])
        #expect(entry["created_at"]?.string?.hasSuffix("+05:45") == true)
        let id = entry["id"] ?? .null
        try daemon.directory.write("config.json", #"{"time_zone": ""}"#)
        daemon.signal(SIGHUP)
        // The tests' daemons have TZ=Asia/Shanghai.
        try eventually {
            try client.call("kb.get", ["id": id])["created_at"]?.string?.hasSuffix("+08:00") == true
        }
    }

    @Test func aWrongZoneIsNamedWithItsLine() throws {
        let failure = #expect(throws: DaemonFailure.self) {
            try DaemonProcess.configured("{\n  time_zone: 'Nowhere/Land',\n}")
        }
        #expect(failure?.status == 5)
        #expect(failure?.output.contains("config.json:2") == true)
    }

    private func threshold(_ client: LineClient) throws -> (Double?, String?) {
        let settings = try client.call("system.config")["settings"]?.items
        let setting = settings?.first { $0["key"] == "thresholds.reply" }
        return (setting?["value"]?.double, setting?["source"]?.string)
    }

    @Test func timesHaveTheOffsetOfTheConfiguredZone() throws {
        let daemon = try DaemonProcess.configured(#"{"time_zone": "Asia/Kathmandu"}"#)
        let client = try daemon.connect()
        let entry = try client.call("kb.add", ["question": "q", "answer": "a"])
        #expect(entry["created_at"]?.string?.hasSuffix("+05:45") == true)
    }

    @Test func othersStayHealthyWhileOneClientFloods() throws {
        let daemon = try DaemonProcess()
        let (busy, calm) = (try daemon.connect(), try daemon.connect())
        try busy.add("充电桩保修几年", "三年")
        let long = String(repeating: "充电桩保修", count: 20_000)
        for number in 0..<12 {
            try busy.send(
                line:
                    #"{"jsonrpc":"2.0","id":\#(number),"method":"ask","params":{"question":"\#(long)"}}"#
            )
        }
        for _ in 0..<10 {
            let begin = ContinuousClock.now
            try calm.call("system.health")
            // The contract says one second; a debug build beside other tests gets three.
            #expect(ContinuousClock.now - begin < .seconds(3))
            usleep(20_000)
        }
    }

    @Test func aClientThatNeverReadsHarmsNobody() throws {
        let daemon = try DaemonProcess()
        let calm = try daemon.connect()
        let path = daemon.socketPath
        Thread.detachNewThread {
            guard let deaf = try? LineClient(path: path) else { return }
            let request = #"{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}"#
            // Ends when the daemon does.
            while (try? deaf.send(line: request)) != nil {}
        }
        usleep(500_000)
        #expect(try calm.call("system.health")["protocol"] == 1)
        #expect(daemon.terminate() == 0)
    }
}

/// Waits until a condition holds.
/// - Throws: `NeverHeld` after some seconds.
func eventually(_ condition: () throws -> Bool) throws {
    for _ in 0..<200 {
        if try condition() { return }
        usleep(50_000)
    }
    throw NeverHeld()
}

struct NeverHeld: Error {}
