import Foundation
import KefuRPC
import Support
import Testing

/// Learning as an operator has it: `kefu` on a terminal and in a pipe.
struct ReviewTerminalTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        // Everything waits, so that there is something to review.
        _ = try directory.write("kefu/config.json", #"{"learning": {"automatic": false}}"#)
    }

    private var environment: [String: String] {
        ["XDG_CONFIG_HOME": directory.path, "LC_ALL": "zh_CN.UTF-8", "TERM": "xterm-256color"]
    }

    private func terminal(_ words: String..., columns: UInt16 = 100) throws -> TerminalProcess {
        try TerminalProcess(
            Programs.path(of: "kefu"), ["--data", directory.path] + words,
            environment: Programs.environment.merging(environment) { $1 }, columns: columns)
    }

    private func run(_ words: String..., input: String = "") throws -> Programs.Outcome {
        try Programs.run(
            "kefu", ["--data", directory.path, "-q"] + words, input: input,
            environment: environment)
    }

    private func stop() { _ = try? run("--no-start", "stop") }

    private func connect() throws -> LineClient {
        _ = try run("status")
        return try LineClient(path: directory.file("kefu.sock"))
    }

    /// Has a person teach three things.
    private func teach(_ client: LineClient) throws {
        for (number, lesson) in [Lessons.weekend, Lessons.wall, Lessons.rain].enumerated() {
            try Chat(client, "wx_\(number)").teach(lesson.question, lesson.answer)
        }
        #expect(try client.pending().count == 3)
    }

    private func entries(_ client: LineClient) throws -> [String] {
        try client.call("kb.list")["entries"]?.items.compactMap { $0["answer"]?.string } ?? []
    }

    @Test func keysDecideOneCandidateAfterTheOther() throws {
        defer { stop() }
        let client = try connect()
        try teach(client)
        let terminal = try terminal("review")
        try terminal.expect("1/3")
        try terminal.expect("▏")
        try terminal.expect("[a] 采纳")
        terminal.type("a")
        try terminal.expect("已采纳")
        try terminal.expect("2/3")
        try terminal.expect("[a] 采纳")
        terminal.type("x")
        try terminal.expect("x 没有作用")
        terminal.type("r")
        try terminal.expect("已拒绝")
        try terminal.expect("3/3")
        try terminal.expect("[a] 采纳")
        terminal.type("u")
        try terminal.expect("重新待审")
        try terminal.expect("2/3")
        try terminal.expect("[a] 采纳")
        terminal.type("s")
        try terminal.expect("3/3")
        try terminal.expect("[a] 采纳")
        // The answer is edited in place: its last character goes, others come.
        terminal.type("e")
        try terminal.expect("问题：")
        terminal.type("\r")
        try terminal.expect("答案：")
        terminal.type("\u{7F}，请放心。\r")
        try terminal.expect("已采纳")
        try terminal.expect("采纳 2 · 拒绝 0 · 跳过 1")
        #expect(try terminal.wait() == 0)
        let learned = try entries(client)
        #expect(learned.count == 2)
        #expect(learned.contains { $0.hasSuffix("，请放心。") })
        #expect(try client.pending().count == 1)
    }

    @Test func anApprovalIsTakenBackInTheSameReview() throws {
        defer { stop() }
        let client = try connect()
        try teach(client)
        let before = try client.export()
        let terminal = try terminal()
        try terminal.expect("客服> ")
        terminal.enter("/pending")
        try terminal.expect("3  q")
        try terminal.expect("> ")
        terminal.enter("/review")
        try terminal.expect("[a] 采纳")
        terminal.type("a")
        try terminal.expect("已采纳")
        try terminal.expect("[a] 采纳")
        terminal.type("u")
        try terminal.expect("重新待审")
        try terminal.expect("1/3")
        try terminal.expect("[a] 采纳")
        terminal.type("q")
        try terminal.expect("> ")
        #expect(try client.export() == before)
        #expect(try client.pending().count == 3)
        terminal.type("\u{4}")
        #expect(try terminal.wait() == 0)
    }

    @Test func aContradictionStandsBesideTheEntryAndNeedsInsisting() throws {
        defer { stop() }
        let client = try connect()
        try client.add("充电桩保修几年", "整机保修三年，人为损坏除外。")
        try Chat(client).teach("充电桩保修几年啊", "整机保修五年，人为损坏除外，请放心使用。")
        #expect(try client.pending().count == 1)
        let terminal = try terminal("review")
        try terminal.expect("与现有答案矛盾")
        try terminal.expect("│")
        try terminal.expect("[a] 采纳")
        terminal.type("a")
        try terminal.expect("[f] 仍要采纳")
        #expect(try entries(client) == ["整机保修三年，人为损坏除外。"])
        terminal.type("f")
        try terminal.expect("已采纳")
        #expect(try terminal.wait() == 0)
        #expect(try entries(client).contains { $0.contains("五年") })
    }

    @Test func linesDecideWhereThereIsNoTerminal() throws {
        defer { stop() }
        let client = try connect()
        try teach(client)
        let outcome = try Programs.run(
            "kefu", ["--data", directory.path, "review"], input: "r 说不清\nu\na\ne 换个说法的答案。\nq\n",
            environment: environment)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("1/3") && outcome.output.contains("3/3"))
        #expect(outcome.errors.contains("采纳 2 · 拒绝 0 · 跳过 0"))
        #expect(try entries(client).contains("换个说法的答案。"))
        let json = try run("review", "--json", input: "s\n")
        #expect(JSONValue(json: json.output.trimmed)?["id"]?.string?.hasPrefix("q") == true)
        #expect(try run("pending").output.hasPrefix("q"))
        #expect(try run("learned").output.contains("审核"))
        #expect(try run("learn", "stats").output.contains("人工采纳 2"))
        let undone = try run("learned", "undo", "--since", "今天")
        #expect(undone.output.hasPrefix("已撤销 2 项改动"))
        #expect(try entries(client) == [])
        #expect(try run("learned", "undo").status == 2)
        #expect(try run("learned", "undo", "l99").status == 4)
    }

    @Test func gapsAreAnsweredFromTheSession() throws {
        defer { stop() }
        let client = try connect()
        for text in ["你们周末上门安装吗", "周末可以上门安装吗", "周末可以上门安装吗"] { _ = try client.ask(text) }
        let terminal = try terminal()
        try terminal.expect("客服> ")
        terminal.enter("/gaps")
        try terminal.expect("1  g1  3×")
        try terminal.expect("/answer 1")
        try terminal.expect("> ")
        terminal.enter("/answer 1 周末可以上门安装，需要提前预约。")
        try terminal.expect("2 种问法中有 2 种现在可以回答")
        try terminal.expect("✓")
        try terminal.expect("/learned undo l1")
        try terminal.expect("> ")
        terminal.enter("/gaps")
        try terminal.expect("没有未能回答的问题")
        try terminal.expect("> ")
        terminal.enter("/learned")
        try terminal.expect("缺口")
        try terminal.expect("> ")
        terminal.enter("/learned undo 1")
        try terminal.expect("已撤销")
        try terminal.expect("> ")
        terminal.enter("/gaps")
        try terminal.expect("3×")
        try terminal.expect("> ")
        terminal.type("\u{4}")
        #expect(try terminal.wait() == 0)
    }

    @Test func aNarrowTerminalIsNotOverflown() throws {
        defer { stop() }
        let client = try connect()
        try client.add("充电桩保修几年", "整机保修三年，人为损坏除外。")
        try Chat(client).teach("充电桩保修几年啊", "整机保修五年，人为损坏除外，请放心使用。")
        #expect(try client.pending().count == 1)
        let terminal = try terminal("review", columns: 44)
        let shown = try terminal.expect("[a] 采纳")
        #expect(!shown.contains("│"))
        terminal.type("q")
        #expect(try terminal.wait() == 0)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
