import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// Backups of a daemon that works.
struct BackupTests {
    private let daemon: DaemonProcess
    private let client: LineClient
    private let folder: TemporaryDirectory

    init() throws {
        daemon = try DaemonProcess()
        client = try daemon.connect()
        folder = try TemporaryDirectory()
        try client.add("充电桩保修几年", "三年")
    }

    private func backUp(_ path: String, keep: Int? = nil) throws -> Backup.Result {
        let params: JSONValue = ["path": .text(path)]
        let all = keep.map { params.adding("keep", .integer($0)) } ?? params
        let result = try client.call("system.backup", all)
        return try JSONDecoder().decode(Backup.Result.self, from: JSONEncoder().encode(result))
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test func aFileIsCheckedPrivateAndNeverReplaced() throws {
        let path = folder.file("one.sqlite")
        let result = try backUp(path)
        #expect(result.entries == 1 && result.passages == 0 && !result.isUnchanged)
        #expect(try names == ["one.sqlite"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == result.bytes)
        let check = try Tool.run(
            "sqlite3", [path, "PRAGMA integrity_check; SELECT answer FROM entry"])
        #expect(check.output == "ok\n三年\n")
        #expect(try client.failure("system.backup", ["path": .text(path)]).code == -32002)
    }

    @Test func aFolderGetsNamesByTimeAndNothingTwice() throws {
        let first = try backUp(folder.path)
        let shape = String(first.path.dropFirst(folder.path.count).map { $0.isNumber ? "0" : $0 })
        #expect(shape == "/kefu-00000000-000000.sqlite")
        let again = try backUp(folder.path)
        #expect(again.isUnchanged && again.path == first.path)
        #expect(try names.count == 1)
        try client.add("功率多大", "七千瓦")
        let second = try backUp(folder.path)
        #expect(!second.isUnchanged && second.path != first.path && second.entries == 2)
        #expect(try names.count == 2)
        // One that somebody took away is made again.
        try FileManager.default.removeItem(atPath: second.path)
        #expect(try !backUp(folder.path).isUnchanged)
    }

    @Test func theNewestAreKeptAndOtherFilesLeftAlone() throws {
        try folder.write("kefu-20200101-000000.sqlite", "old")
        try folder.write("kefu-20210101-000000.sqlite", "old")
        try folder.write("kefu-20210101-000000-2.sqlite", "old")
        try folder.write("kefu-2021.sqlite", "mine")
        try folder.write("notes.txt", "mine")
        let result = try backUp(folder.path, keep: 2)
        #expect(
            result.removed == [
                folder.file("kefu-20200101-000000.sqlite"),
                folder.file("kefu-20210101-000000.sqlite"),
            ])
        let kept = try names
        #expect(kept.count == 4)
        #expect(kept.contains("notes.txt") && kept.contains("kefu-2021.sqlite"))
        #expect(kept.contains("kefu-20210101-000000-2.sqlite"))
    }

    @Test func aFolderThatEndsInASlashIsMade() throws {
        let result = try backUp(folder.file("new/"))
        #expect(result.path.hasPrefix(folder.file("new/kefu-")))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("new"))
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        let error = try client.failure(
            "system.backup", ["path": .text(folder.file("no/such/")), "keep": 1])
        #expect(error.code == -32004)
    }

    @Test func keepGoesWithAFolderOnly() throws {
        let error = try client.failure(
            "system.backup", ["path": .text(folder.file("x.sqlite")), "keep": 1])
        #expect(error.code == -32602)
        #expect(error.at("data", "field") == "keep")
        #expect(try names.isEmpty)
    }

    @Test func theNewestOfAFolderIsRestored() throws {
        _ = try backUp(folder.path)
        try client.add("功率多大", "七千瓦")
        let newest = try backUp(folder.path)
        try client.add("后来的问题", "后来的答案")
        daemon.terminate()
        let outcome = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "restore", folder.path, "--json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let report = try JSONDecoder().decode(RestoreReport.self, from: Data(outcome.output.utf8))
        #expect(report.backup == newest.path)
        #expect(report.entries == 2)
    }

    @Test func theLastBackupIsRememberedAcrossStarts() throws {
        let result = try backUp(folder.path)
        daemon.terminate()
        let again = try DaemonProcess(in: daemon.directory)
        let metrics = try again.connect().call("system.metrics")
        #expect(metrics.at("last_backup", "path")?.string == result.path)
        #expect(metrics.at("last_backup", "bytes")?.int == result.bytes)
        let status = try Programs.run("kefu", ["--data", daemon.directory.path, "status"])
        #expect(status.output.contains(result.path))
    }

    @Test func writesGoOnMeanwhileAndEachBackupIsWhole() throws {
        let rows = (0..<3000).map { "问题编号\($0)怎么办,答案编号\($0)\n" }.joined()
        try client.call(
            "kb.import", ["name": "a.csv", "content": .text("question,answer\n" + rows)])
        let writer = try daemon.connect()
        let path = daemon.socketPath
        let made = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [folder] in
            defer { made.signal() }
            guard let other = try? LineClient(path: path) else { return }
            for number in 0..<3 {
                let target = folder.file("\(number).sqlite")
                _ = try? other.call("system.backup", ["path": .text(target)])
            }
        }
        var added = 0
        while made.wait(timeout: .now()) == .timedOut {
            try writer.add("新问题\(added)号", "新答案")
            added += 1
        }
        #expect(added > 0)
        #expect(try names == ["0.sqlite", "1.sqlite", "2.sqlite"])
        for name in try names {
            let count = try Tool.run(
                "sqlite3",
                [folder.file(name), "PRAGMA integrity_check; SELECT count(*) >= 3001 FROM entry"])
            #expect(count.output == "ok\n1\n")
        }
    }
}
