import Foundation
import KefuRPC
import Support
import Testing

/// A data directory whose daemon `kefu` starts by itself; it is stopped with the last use.
private final class Desk {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    deinit {
        _ = try? run("stop", "--no-start")
    }

    @discardableResult
    func run(
        _ words: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Programs.Outcome {
        try Programs.run(
            "kefu", ["--data", directory.path] + words, input: input, environment: environment)
    }

    func json(_ words: [String]) throws -> JSONValue {
        let outcome = try Programs.run("kefu", ["--data", directory.path] + words + ["--json"])
        return try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8)).ordered
    }
}

@Suite struct CommandTests {
    @Test func aWholeDayOfCommands() throws {
        let desk = try Desk()
        let added = try desk.run("add", "充电桩保修几年", "整机保修三年", "--variant", "质保多久")
        #expect(added.status == 0)
        #expect(added.output.contains("e1"))
        let asked = try desk.run("ask", "充电桩保修几年？")
        #expect(asked.status == 0)
        #expect(asked.output.contains("reply"))
        #expect(asked.output.contains("整机保修三年"))
        #expect(asked.output.contains("e1"))
        #expect(!asked.output.contains("\u{1B}"))
        #expect(try desk.run("search", "保修", "--explain").output.contains("充电桩保修几年"))
        #expect(try desk.run("list").output.contains("e1"))
        #expect(try desk.run("show", "e1").output.contains("质保多久"))
        #expect(try desk.run("status").output.contains(desk.directory.file("kefu.sock")))
        #expect(try desk.run("config").output.contains("thresholds.reply"))
        #expect(try desk.run("approve", "a1").status == 0)
        let file = desk.directory.file("out.csv")
        #expect(try desk.run("export", file).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("整机保修三年"))
        #expect(try desk.run("remove", "e1").status == 0)
        #expect(try desk.run("import", file, "--dry-run").status == 0)
        #expect(try desk.json(["list"])["entries"] == [])
        #expect(try desk.run("import", file).status == 0)
        #expect(try desk.json(["ask", "质保多久"])["action"] == "reply")
        let stopped = try desk.run("stop")
        #expect(stopped.status == 0)
        #expect(!FileManager.default.fileExists(atPath: desk.directory.file("kefu.sock")))
        #expect(try desk.run("stop").status == 0)
    }

    @Test func exitCodesTellWhatWentWrong() throws {
        let desk = try Desk()
        try desk.run("add", "问题", "答案")
        let long = desk.directory.file("long.txt")
        try String(repeating: "x", count: 100_001).write(
            toFile: long, atomically: true, encoding: .utf8)
        let cases: [(words: [String], status: Int32)] = [
            (["ask"], 2), (["nonsense"], 2), (["ask", "x", "--nonsense"], 2),
            (["list", "--status", "gone"], 2), (["rpc", "kb.gett"], 2),
            (["show", "e99"], 4), (["remove", "zz"], 4), (["approve", "a99"], 4),
            (["rpc", "kb.get", #"{"id": "zz"}"#], 4),
            (["add", "问题？", "别的答案"], 5), (["import", "/nonexistent/file.csv"], 5),
            (["rpc", "kb.get", "{"], 5), (["rpc", "kb.get", #"{"idd": "e1"}"#], 5),
            (["ask", "  "], 5),
        ]
        for (words, status) in cases {
            let outcome = try Programs.run("kefu", ["--data", desk.directory.path] + words)
            #expect(outcome.status == status, "\(words): \(outcome.errors)")
            #expect(outcome.output.isEmpty, "\(words)")
            #expect(!outcome.errors.isEmpty, "\(words)")
        }
        let tooLong = try desk.run("ask", "-", input: String(repeating: "长", count: 100_001))
        #expect(tooLong.status == 6)
    }

    @Test(arguments: [
        ["list"], ["list", "--json"], ["ask", "问题"], ["help"], ["--version"], ["rpc", "kb.stats"],
        ["config"], ["rpc", "--markdown"], ["doctor"],
    ])
    func whatCannotBeWrittenIsAFailure(words: [String]) throws {
        let desk = try Desk()
        try desk.run("add", "问题", "答案")
        let outcome = try Programs.run(
            atPath: "/bin/bash",
            ["-c", "exec \"$@\" >/dev/full", "bash", Programs.path(of: "kefu"), "--data"]
                + [desk.directory.path] + words)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("could not be written"))
        #expect(outcome.errors.contains("No space left"))
    }

    @Test func anExportReplacesAFileOnlyByForce() throws {
        let desk = try Desk()
        try desk.run("add", "问题", "答案")
        let file = try desk.directory.write("faq.jsonl", "mine")
        let refused = try desk.run("export", file)
        #expect(refused.status == 5)
        #expect(refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try desk.run("export", file, "--force").status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("答案"))
        // The method itself replaces an ordinary file, as it always has.
        let params = #"{"path": "\#(file)", "format": "csv"}"#
        #expect(try desk.run("rpc", "kb.export", params).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("question,answer"))
    }

    @Test func jsonIsTheResultOfTheMethod() throws {
        let desk = try Desk()
        let entry = try desk.json(["add", "问题", "答案"])
        #expect(entry["id"] == "e1")
        #expect(try desk.json(["show", "e1"]) == entry)
        #expect(try desk.json(["ask", "问题"])["citations"]?.items.first?["id"] == "e1")
        #expect(try desk.json(["status"])["protocol"] == 1)
        let raw = try desk.run("rpc", "kb.get", #"{"id":"e1"}"#)
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(raw.output.utf8))["id"] == "e1")
        let failed = try desk.run("rpc", "kb.get", #"{"id":"zz"}"#)
        let error = try JSONDecoder().decode(JSONValue.self, from: Data(failed.errors.utf8))
        #expect(error["code"] == -32001)
        #expect(error.at("data", "type") == "not_found")
    }

    @Test func withoutADaemonNoStartSaysSo() throws {
        let desk = try Desk()
        let outcome = try desk.run("--no-start", "ask", "问题")
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("kefud"))
        #expect(!FileManager.default.fileExists(atPath: desk.directory.file("kefu.sqlite")))
    }

    @Test func manyClientsStartOneDaemon() throws {
        let desk = try Desk()
        let path = desk.directory.path
        let statuses = Statuses()
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            let outcome = try? Programs.run("kefu", ["--data", path, "add", "问题\(number)", "答"])
            statuses.add(outcome?.status ?? -1)
        }
        #expect(statuses.all == [0, 0, 0, 0])
        #expect(try desk.json(["status"])["entries"] == 4)
    }

    @Test func theEnvironmentNamesTheDirectory() throws {
        let directory = try TemporaryDirectory()
        for environment in [
            ["KEFU_DATA": directory.file("a")], ["XDG_DATA_HOME": directory.path],
            ["HOME": directory.file("home")],
        ] {
            let added = try Programs.run("kefu", ["add", "问", "答"], environment: environment)
            #expect(added.status == 0, "\(environment) \(added.errors)")
            #expect(try Programs.run("kefu", ["stop"], environment: environment).status == 0)
        }
        for place in ["a", "kefu", "home/.local/share/kefu"] {
            #expect(FileManager.default.fileExists(atPath: directory.file("\(place)/kefu.sqlite")))
        }
    }

    @Test func chineseIsSpokenWhereItIsWanted() throws {
        let desk = try Desk()
        let outcome = try desk.run(
            "show", "e1", environment: ["LC_ALL": "", "LANG": "zh_CN.UTF-8"])
        #expect(outcome.status == 4)
        #expect(outcome.errors.contains("错误"))
    }

    @Test func aDashReadsStandardInput() throws {
        let desk = try Desk()
        #expect(try desk.run("add", "问题", "-", input: "多行的\n答案\n").status == 0)
        #expect(try desk.json(["ask", "问题"])["content"]?.string?.contains("多行的\n答案") == true)
        #expect(try desk.run("ask", "-", input: "问题\n").output.contains("多行的"))
    }

    @Test func linesFromAPipeAreASession() throws {
        let desk = try Desk()
        let outcome = try Programs.run(
            "kefu", ["--data", desk.directory.path],
            input: "/add 充电桩保修几年 三年\n充电桩保修几年\n/quit\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("三年"))
        #expect(outcome.output.contains("reply"))
    }

    @Test func everyMethodIsExplained() throws {
        let desk = try Desk()
        let list = try desk.run("rpc", "--list")
        for method in Catalogue.methods { #expect(list.output.contains(method.name)) }
        #expect(try desk.run("help").output.contains("import"))
        #expect(try desk.run("rpc", "help", "kb.add").output.contains("question"))
    }
}

private final class Statuses: @unchecked Sendable {
    // Guarded by `lock`.
    private var statuses: [Int32] = []
    private let lock = NSLock()

    func add(_ status: Int32) { lock.withLock { statuses.append(status) } }
    var all: [Int32] { lock.withLock { statuses } }
}
