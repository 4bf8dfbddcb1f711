import Foundation
import KefuRPC
import Support
import Testing

/// A daemon that can be killed and started again on what it kept.
private protocol Restartable: AnyObject {
    func start() throws
    func kill()
    /// The ids of each customer's messages, in the order in which they were taken in.
    func stored() throws -> [String: [String]]
}

private final class ScriptedRestartable: Restartable {
    private let directory: TemporaryDirectory
    private let desk = ScriptedDesk()
    private var daemon: ScriptedDaemon?

    init(_ directory: TemporaryDirectory) {
        self.directory = directory
    }

    func start() throws { daemon = try ScriptedDaemon(in: directory, desk) }

    func kill() {
        daemon?.stop()
        daemon = nil
    }

    func stored() -> [String: [String]] {
        Dictionary(grouping: desk.books.messages, by: \.peerID).mapValues { $0.map(\.messageID) }
    }
}

/// The real daemon, killed as a power cut would.
private final class RealRestartable: Restartable {
    private let directory: TemporaryDirectory
    private var daemon: DaemonProcess?

    init(_ directory: TemporaryDirectory) {
        self.directory = directory
    }

    func start() throws { daemon = try DaemonProcess(in: directory) }

    func kill() {
        daemon?.kill()
        daemon = nil
    }

    func stored() throws -> [String: [String]] {
        let query = """
            SELECT thread.name, message.message_id FROM message JOIN thread
            ON thread.id = message.thread ORDER BY message.id
            """
        let rows = try Tool.run("sqlite3", [directory.file("kefu.sqlite"), query]).output
        var stored: [String: [String]] = [:]
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: "|").map(String.init)
            stored[parts[0], default: []].append(parts[1])
        }
        return stored
    }
}

/// A capture program that gives again what it has no line for, as it must.
private final class Feeder {
    private let directory: TemporaryDirectory
    private var capture: CaptureProcess
    /// What has no line out yet, in order.
    private var unacknowledged: [JSONValue] = []
    private(set) var queued: [String: Int] = [:]
    private(set) var answered: [String: Int] = [:]

    init(_ directory: TemporaryDirectory) throws {
        self.directory = directory
        capture = try CaptureProcess(in: directory)
    }

    func give(_ message: JSONValue) throws {
        unacknowledged.append(message)
        try capture.send(message)
    }

    /// Reads what is there.
    func read(within seconds: Double) {
        while let line = capture.next(within: seconds) { note(line) }
    }

    /// Kills it, and starts another on the same queue.
    func restart() throws {
        capture.kill()
        for line in capture.rest() { note(line) }
        capture = try CaptureProcess(in: directory)
        for message in unacknowledged { try capture.send(message) }
    }

    func finish() -> Int32 {
        let status = capture.finish()
        for line in capture.rest() { note(line) }
        return status
    }

    var isSettled: Bool { unacknowledged.isEmpty }

    private func note(_ line: JSONValue) {
        guard let id = line["message_id"]?.string else { return }
        unacknowledged.removeAll { $0["message_id"] == line["message_id"] }
        if line["queued"] == true {
            queued[id, default: 0] += 1
        } else if line["action"] != nil {
            answered[id, default: 0] += 1
        }
    }
}

@Suite struct CaptureCrashTests {
    /// `KEFU_CAPTURE_ROUNDS` asks for more.
    private static let rounds =
        ProcessInfo.processInfo.environment["KEFU_CAPTURE_ROUNDS"].flatMap { Int($0) } ?? 10
    private static let perRound = 40
    private static let peers = 4

    @Test func nothingIsLostToTheRealDaemon() throws {
        let directory = try TemporaryDirectory()
        try killBothSides(directory, RealRestartable(directory))
    }

    @Test func nothingIsLostToAScriptedDaemon() throws {
        let directory = try TemporaryDirectory()
        try killBothSides(directory, ScriptedRestartable(directory))
    }

    private func killBothSides(_ directory: TemporaryDirectory, _ daemon: any Restartable) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        try daemon.start()
        let feeder = try Feeder(directory)
        var given: [String: [String]] = [:]
        var isUp = true
        for round in 0..<Self.rounds {
            let cut = Int.random(in: 0..<Self.perRound, using: &random)
            for number in 0..<Self.perRound {
                let (id, peer) = ("r\(round)-\(number)", "wx_\(number % Self.peers)")
                given[peer, default: []].append(id)
                try feeder.give(.message(id, from: peer, "第\(round)轮第\(number)条：充电桩保修几年？"))
                if number == cut {
                    usleep(UInt32.random(in: 0...30_000, using: &random))
                    if Bool.random(using: &random) {
                        try feeder.restart()
                    } else if isUp {
                        daemon.kill()
                        isUp = false
                    } else {
                        try daemon.start()
                        isUp = true
                    }
                }
            }
            feeder.read(within: 0.05)
        }
        if !isUp { try daemon.start() }
        feeder.read(within: 2)
        if !feeder.isSettled { try feeder.restart() }
        #expect(feeder.finish() == 0, "seed \(seed)")
        let stored = try daemon.stored()
        daemon.kill()
        #expect(feeder.isSettled, "seed \(seed)")
        #expect(stored == given, "seed \(seed)")
        for id in given.values.joined() {
            #expect((feeder.answered[id] ?? 0) >= 1, "seed \(seed): \(id) was never answered")
        }
    }
}
