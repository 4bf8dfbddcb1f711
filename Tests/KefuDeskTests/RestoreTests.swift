import Foundation
import KefuRPC
import Support
import Testing

/// Putting a backup in the place of the base.
@Suite struct RestoreTests {
    private let directory: TemporaryDirectory
    private let backup: String

    /// A base with one entry, a backup of it, and then another answer in the base.
    init() throws {
        directory = try TemporaryDirectory()
        backup = directory.file("backup.sqlite")
        let daemon = try DaemonProcess(in: directory)
        let client = try daemon.connect()
        let id = try client.add("充电桩保修几年", "三年")
        try client.call("system.backup", ["path": .text(backup)])
        try client.call("kb.update", ["id": .text(id), "answer": "五年"])
        try client.add("后来的问题", "后来的答案")
        try waitUntilReady(client)
        daemon.terminate()
    }

    private func kefu(_ words: String...) throws -> Programs.Outcome {
        try Programs.run("kefu", ["--data", directory.path] + words)
    }

    private var former: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { $0.contains("before-restore") && !$0.hasSuffix("-wal") }
    }

    private func expectTheBackup(in directory: TemporaryDirectory) throws {
        let client = try DaemonProcess(in: directory).connect()
        #expect(try client.ask("充电桩保修几年")["content"] == "三年")
        #expect(try client.ask("后来的问题")["action"] == "handoff")
        try waitUntilReady(client)
        #expect(try client.call("system.health")["entries"] == 1)
        #expect(try client.ask("充电桩保修几年")["content"] == "三年")
    }

    @Test func aBackupTakesThePlaceOfTheBase() throws {
        let outcome = try kefu("restore", backup, "--json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let report = try JSONDecoder().decode(
            RestoreReport.self, from: Data(outcome.output.utf8))
        #expect(report.entries == 1)
        let former = try #require(report.former)
        let kept = try Tool.run("sqlite3", [former, "SELECT answer FROM entry ORDER BY id"])
        #expect(kept.output == "五年\n后来的答案\n")
        try expectTheBackup(in: directory)
        #expect(FileManager.default.fileExists(atPath: backup))
        let again = try kefu("restore", former)
        #expect(again.status == 0)
        #expect(again.output.contains("2 entries"))
        let client = try DaemonProcess(in: directory).connect()
        #expect(try client.ask("充电桩保修几年")["content"] == "五年")
    }

    @Test func aRunningDaemonIsStoppedByForceOnly() throws {
        let daemon = try DaemonProcess(in: directory)
        let refused = try kefu("restore", backup)
        #expect(refused.status == 75)
        #expect(refused.errors.contains("--force"))
        #expect(daemon.isRunning)
        #expect(try daemon.connect().ask("充电桩保修几年")["content"] == "五年")
        let direct = try Programs.run("kefud", ["--data", directory.path, "--restore", backup])
        #expect(direct.status == 75)
        #expect(try kefu("restore", backup, "--force").status == 0)
        #expect(daemon.waitForExit() == 0)
        try expectTheBackup(in: directory)
    }

    /// The newest changes of a daemon that was killed lie in the write-ahead log.
    @Test func whatAKilledDaemonStoredIsInTheFormerBase() throws {
        let daemon = try DaemonProcess(in: directory)
        try daemon.connect().add("最新的问题", "最新的答案")
        daemon.kill()
        #expect(try kefu("restore", backup).status == 0)
        let name = try #require(former.first)
        let kept = try Tool.run("sqlite3", [directory.file(name), "SELECT answer FROM entry"])
        #expect(kept.output.contains("最新的答案"))
        try expectTheBackup(in: directory)
    }

    @Test func aDirectoryWithoutABaseGetsOne() throws {
        let fresh = try TemporaryDirectory()
        let outcome = try Programs.run("kefu", ["--data", fresh.file("new"), "restore", backup])
        #expect(outcome.status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: fresh.file("new"))
        #expect(Set(files) == ["kefu.sqlite", "kefu.lock"])
    }

    @Test(arguments: ["text", "empty", "foreign", "newer", "damaged", "cut", "missing", "folder"])
    func whatIsNoSoundBackupIsRefused(kind: String) throws {
        let path = directory.file("other.sqlite")
        try make(kind, path)
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.file("kefu.sqlite")))
        let outcome = try kefu("restore", path)
        #expect(outcome.status == 5, "\(outcome.output) \(outcome.errors)")
        #expect(outcome.errors.contains("try: "))
        #expect(former.isEmpty)
        let after = try Data(contentsOf: URL(fileURLWithPath: directory.file("kefu.sqlite")))
        #expect(after == before)
        #expect(!FileManager.default.fileExists(atPath: directory.file("kefu.sqlite.restoring")))
        let client = try DaemonProcess(in: directory).connect()
        #expect(try client.ask("充电桩保修几年")["content"] == "五年")
    }

    private func make(_ kind: String, _ path: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: backup))
        switch kind {
        case "text": try Data("no database".utf8).write(to: URL(fileURLWithPath: path))
        case "empty": try Tool.run("sqlite3", [path, "VACUUM"])
        case "foreign": try Tool.run("sqlite3", [path, "CREATE TABLE note (text TEXT)"])
        case "newer":
            try data.write(to: URL(fileURLWithPath: path))
            try Tool.run("sqlite3", [path, "PRAGMA user_version = 999"])
        case "damaged":
            var bytes = data
            for place in stride(from: 8192, to: bytes.count - 600, by: 4096) {
                bytes.replaceSubrange(place..<place + 600, with: Data(repeating: 0x5A, count: 600))
            }
            try bytes.write(to: URL(fileURLWithPath: path))
        case "cut": try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: path))
        case "folder":
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false)
        default: break
        }
    }
}
