import Foundation
import KefuRPC
import Support
import Testing

@Suite struct RecoveryTests {
    @Test(arguments: ["deleted", "emptied", "garbage", "truncated"])
    func aBrokenIndexIsRebuiltWhileQuestionsAreAnswered(damage: String) throws {
        let directory = try TemporaryDirectory()
        let ids = try fill(directory)
        try damageIndex(directory, damage)
        let daemon = try DaemonProcess(in: directory)
        let client = try daemon.connect()
        #expect(try client.ask("第7号设备的外壳颜色")["action"] == "reply")
        for (number, id) in ids.enumerated() {
            let query = JSONValue.text("第\(number)号设备的外壳颜色")
            let found = try client.call("kb.search", ["query": query, "limit": 1])
            #expect(found["hits"]?.items.first?["id"]?.string == id)
        }
        try waitUntilReady(client)
        #expect(try client.ask("第7号设备的外壳颜色")["content"] == "颜色7")
    }

    @Test func reindexingCountsWhatTheBaseHolds() throws {
        let daemon = try DaemonProcess.sample("en")
        let client = try daemon.connect()
        let health = try client.call("system.health")
        let result = try client.call("kb.reindex")
        #expect(result["entries"] == health["entries"])
        #expect(result["passages"] == health["passages"])
        try waitUntilReady(client)
        #expect(try client.ask("Which charger models do you make?")["action"] == "reply")
    }

    @Test func aBackupIsAWholeDatabase() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.add("问题", "答案")
        let copy = daemon.directory.file("copy.sqlite")
        try client.call("system.backup", ["path": .text(copy)])
        let check = try Tool.run("sqlite3", [copy, "PRAGMA integrity_check"])
        #expect(check.output == "ok\n")
        let other = try TemporaryDirectory()
        try FileManager.default.copyItem(atPath: copy, toPath: other.file("kefu.sqlite"))
        let restored = try DaemonProcess(in: other)
        #expect(try restored.connect().ask("问题")["content"] == "答案")
    }

    private func fill(_ directory: TemporaryDirectory) throws -> [String] {
        let daemon = try DaemonProcess(in: directory)
        let client = try daemon.connect()
        let ids = try (0..<30).map { try client.add("第\($0)号设备的外壳颜色", "颜色\($0)") }
        try waitUntilReady(client)
        #expect(daemon.terminate() == 0)
        return ids
    }

    private func damageIndex(_ directory: TemporaryDirectory, _ damage: String) throws {
        let files = FileManager.default
        let folder = directory.file("index")
        if damage == "deleted" { return try files.removeItem(atPath: folder) }
        let paths = files.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for name in paths {
            let path = "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            switch damage {
            case "emptied": try files.removeItem(atPath: path)
            case "garbage":
                try directory.write("index/\(name)", String(repeating: "x", count: 9000))
            default:
                try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100)
                    .write(to: URL(fileURLWithPath: path))
            }
        }
    }
}

/// Waits until the index holds every change.
func waitUntilReady(_ client: LineClient) throws {
    for _ in 0..<300 {
        let health = try client.call("system.health")
        if health.at("index", "state") == "ready", health.at("index", "behind") == 0 {
            #expect(health["status"] == "ok")
            return
        }
        usleep(50_000)
    }
    Issue.record("the index never caught up")
}
