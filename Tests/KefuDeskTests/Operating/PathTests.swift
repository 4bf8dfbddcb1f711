import Foundation
import KefuRPC
import Support
import Testing

/// Paths that lead where they must not.
struct PathTests {
    private let daemon: DaemonProcess
    private let client: LineClient
    private let outside: TemporaryDirectory

    init() throws {
        daemon = try DaemonProcess()
        client = try daemon.connect()
        outside = try TemporaryDirectory()
        try client.add("充电桩保修几年", "三年")
    }

    private var inside: TemporaryDirectory { daemon.directory }

    /// Ways to the daemon's own files.
    private var ownFiles: [String] {
        get throws {
            let link = outside.file("link")
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: inside.path)
            let name = (inside.path as NSString).lastPathComponent
            return [
                inside.file("kefu.sqlite"), inside.file("kefu.lock"), link + "/kefu.sqlite",
                inside.path + "/../\(name)/kefu.sqlite", inside.file("index/new"),
                link + "/index/../kefu.sqlite-wal", "/" + inside.file("kefu.sqlite"),
                inside.file("./kefu.new"),
            ]
        }
    }

    @Test func nothingIsWrittenOverTheBase() throws {
        for path in try ownFiles {
            for (method, more) in [
                ("kb.export", ["format": "jsonl", "overwrite": true] as JSONValue),
                ("system.backup", [:]),
            ] {
                let error = try client.failure(method, more.adding("path", .text(path)))
                #expect(error.code == -32002, "\(method) \(path): \(error)")
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: inside.path)
        #expect(!names.contains { $0.hasSuffix(".part") || $0 == "kefu.new" })
        #expect(try client.ask("充电桩保修几年")["content"] == "三年")
    }

    @Test func theBaseIsNotImported() throws {
        let link = outside.file("base")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: inside.file("kefu.sqlite"))
        for path in [inside.file("kefu.sqlite"), link] {
            #expect(try client.failure("kb.import", ["path": .text(path)]).code == -32002)
        }
        try inside.write("faq.csv", "question,answer\n功率多大,七千瓦\n")
        let report = try client.call("kb.import", ["path": .text(inside.path)])
        #expect(report["files"]?.items.map { $0["path"]?.string } == [inside.file("faq.csv")])
    }

    @Test func whatIsNoPlainFileIsNeitherReadNorReplaced() throws {
        let pipe = outside.file("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/zero", "/dev/null", outside.path + "/none"] {
            let error = try client.failure("kb.import", ["path": .text(path)])
            #expect(error.code == -32004, "\(path)")
        }
        for path in [pipe, outside.path, "/dev/null", "/proc/self/mem"] {
            let error = try client.failure(
                "kb.export", ["path": .text(path), "format": "csv", "overwrite": true])
            #expect(error.code == -32004, "\(path)")
        }
        var facts = stat()
        #expect(stat(pipe, &facts) == 0 && facts.st_mode & S_IFMT == S_IFIFO)
        #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
        #expect(try client.failure("system.backup", ["path": .text(pipe)]).code == -32002)
    }

    @Test func linksInAFolderAreNotFollowed() throws {
        try outside.write("secret.csv", "question,answer\n秘密问题,秘密答案\n")
        let folder = try TemporaryDirectory()
        try folder.write("faq.csv", "question,answer\n公开问题,公开答案\n")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link.csv"), withDestinationPath: outside.file("secret.csv"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("dir"), withDestinationPath: outside.path)
        let report = try client.call("kb.import", ["path": .text(folder.path)])
        #expect(report["files"]?.items.map { $0["added"] } == [0, 1])
        #expect(report["files"]?.items.first?["refused"]?.items.count == 1)
        #expect(try client.ask("秘密问题")["action"] != "reply")
    }

    @Test func relativePathsAreRefused() throws {
        for path in ["faq.csv", "../faq.csv", "~/faq.csv", ""] {
            for (method, more) in [
                ("kb.import", [:] as JSONValue), ("kb.export", ["format": "csv"]),
                ("system.backup", [:]),
            ] {
                let error = try client.failure(method, more.adding("path", .text(path)))
                #expect(error.code == -32602, "\(method) \(path)")
            }
        }
    }

    @Test func anExportReplacesALinkAndNotWhatItLeadsTo() throws {
        let precious = try outside.write("precious.txt", "keep me")
        let link = outside.file("export.csv")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: precious)
        try client.call(
            "kb.export", ["path": .text(link), "format": "csv", "overwrite": true])
        #expect(try String(contentsOfFile: precious, encoding: .utf8) == "keep me")
        #expect(try String(contentsOfFile: link, encoding: .utf8).contains("三年"))
    }
}

extension JSONValue {
    /// An object with one more member.
    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + [Member(name, value)])
    }
}
