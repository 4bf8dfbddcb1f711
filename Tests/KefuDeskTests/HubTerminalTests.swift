import Foundation
import KefuRPC
import Support
import Testing

/// The hub as an operator has it: `kefu` on a terminal, messages coming in over the socket.
struct HubTerminalTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func terminal(_ words: String..., language: String = "C.UTF-8") throws
        -> TerminalProcess
    {
        let environment = Programs.environment.merging([
            "LC_ALL": language, "TERM": "xterm-256color",
        ]) { $1 }
        return try TerminalProcess(
            Programs.path(of: "kefu"), ["--data", directory.path] + words,
            environment: environment, columns: 110)
    }

    private func stop() {
        _ = try? Programs.run("kefu", ["--data", directory.path, "--no-start", "stop"])
    }

    private func connect() throws -> LineClient {
        try LineClient(path: directory.file("kefu.sock"))
    }

    /// Waits for a prompt whose counters may come late: an empty line brings the next.
    private func expectPrompt(_ prompt: String, _ terminal: TerminalProcess) throws {
        for _ in 0..<20 {
            if (try? terminal.expect(prompt, within: 0.5)) != nil { return }
            terminal.type("\r")
        }
        try terminal.expect(prompt)
    }

    @discardableResult
    private func hear(
        _ text: String, from peer: String, named name: String, _ client: LineClient
    ) throws -> JSONValue {
        try client.call(
            "message.receive",
            [
                "channel": "wechat", "wx_id": .text(peer), "id": .text("\(peer)-\(text.count)"),
                "text": .text(text), "sender_name": .text(name),
            ])
    }

    @Test func aDayAtTheDeskInChinese() throws {
        defer { stop() }
        let terminal = try terminal(language: "zh_CN.UTF-8")
        try terminal.expect("客服> ")
        let client = try connect()
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", client)
        try hear("报警码E103，无法充电", from: "wx_2", named: "李女士", client)
        terminal.enter("/pool")
        try terminal.expect("1  t1")
        try terminal.expect("还剩 29 分钟")
        try terminal.expect("王先生")
        try terminal.expect("2  t2")
        try terminal.expect("售后")
        try expectPrompt("客服（待回复 2）> ", terminal)
        terminal.enter("/thread 1")
        try terminal.expect("需回复")
        try terminal.expect("名单 · ")
        try terminal.expect("320kW双枪充电桩报价，型号和交期？")
        try terminal.expect("售前词")
        try terminal.expect("/promote t1 建档")
        try terminal.expect("> ")
        terminal.enter("/trigger")
        try terminal.expect("功率_kW")
        try terminal.expect("320")
        try terminal.expect("（未提及）")
        try terminal.expect("回复草稿，可直接复制：")
        try terminal.expect("> ")
        terminal.enter("/use")
        try terminal.expect("o1 已标记为采用")
        try terminal.expect("> ")
        terminal.enter("/promote 1 王先生 渝A VIP")
        try terminal.expect("已建档：K0001-渝A-王先生-VIP-微信")
        try terminal.expect("> ")
        terminal.enter("/snooze --minutes 40")
        try terminal.expect("已推迟：t1")
        try terminal.expect("分钟后唤醒")
        try expectPrompt("客服（待回复 1）> ", terminal)
        terminal.enter("/resolve 2 --outcome solved")
        try terminal.expect("已解决：t2")
        try terminal.expect("客服> ")
        terminal.enter("/today")
        try terminal.expect("没有待处理的会话")
        try terminal.expect("客服> ")
        terminal.type("\u{4}")
        #expect(try terminal.wait() == 0)
        let thread = try client.call("thread.get", ["id": "t2"])
        #expect(thread["outcome"]?.string == "solved")
        #expect(try client.call("thread.get", ["id": "t1"])["status"]?.string == "SNOOZED")
    }

    @Test func peopleAreBlockedBroughtBackAndErased() throws {
        defer { stop() }
        let terminal = try terminal()
        try terminal.expect("kefu> ")
        let client = try connect()
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", client)
        terminal.enter("/block t1")
        try terminal.expect("blocked c1")
        try terminal.expect("kefu> ")
        terminal.enter("/blocked")
        try terminal.expect("1  t1")
        try terminal.expect("kefu> ")
        terminal.enter("/unblock 1")
        try terminal.expect("unblocked c1")
        try terminal.expect("> ")
        terminal.enter("/contact 1 --remark 老客户 --auto-send on")
        try terminal.expect("changed c1")
        try terminal.expect("老客户")
        try terminal.expect("auto-send  on")
        try terminal.expect("> ")
        terminal.enter("/auto-send wechat on")
        try terminal.expect("wechat: replies go out by themselves")
        try terminal.expect("> ")
        terminal.enter("/channels")
        try terminal.expect("1 thread")
        try terminal.expect("> ")
        terminal.enter("/erase 1")
        try terminal.expect("[y/N] ")
        terminal.enter("n")
        try terminal.expect("nothing was erased")
        try terminal.expect("> ")
        terminal.enter("/erase 1")
        try terminal.expect("Erase 王先生 (c1)")
        terminal.enter("y")
        try terminal.expect("erased: ")
        try terminal.expect("kefu> ")
        terminal.enter("/thread 1")
        try terminal.expect("error")
        try terminal.expect("/today")
        try terminal.expect("kefu> ")
        terminal.type("\u{4}")
        #expect(try terminal.wait() == 0)
    }

    @Test func watchingShowsEventsAndOutlivesTheDaemon() throws {
        defer { stop() }
        let terminal = try terminal("watch", language: "zh_CN.UTF-8")
        try terminal.expect("正在监视")
        try hear("320kW充电桩报价多少？", from: "wx_1", named: "王先生", connect())
        try terminal.expect("消息")
        try terminal.expect("t1  王先生")
        stop()
        try terminal.expect("守护进程已断开")
        _ = try Programs.run("kefu", ["--data", directory.path, "status"])
        try terminal.expect("已重新连接")
        try hear("320kW充电桩什么交期？", from: "wx_3", named: "赵先生", connect())
        try terminal.expect("t2  赵先生")
        terminal.type("\u{3}")
        #expect(try terminal.wait() == 130)
    }

    @Test func aSessionComesBackFromWatching() throws {
        defer { stop() }
        let terminal = try terminal()
        try terminal.expect("kefu> ")
        terminal.enter("/watch --topic message")
        try terminal.expect("watching; Ctrl-C ends it")
        try hear("320kW充电桩报价多少？", from: "wx_1", named: "王先生", connect())
        try terminal.expect("message")
        terminal.type("\u{3}")
        try expectPrompt("kefu (1 to reply)> ", terminal)
        terminal.enter("/thread")
        try terminal.expect("there is no thread yet to speak of")
        try terminal.expect("> ")
        terminal.enter("/hub")
        try terminal.expect("to reply")
        try terminal.expect("> ")
        terminal.type("\u{4}")
        #expect(try terminal.wait() == 0)
    }

    @Test func commandsWorkWithoutATerminal() throws {
        defer { stop() }
        func run(_ words: String...) throws -> Programs.Outcome {
            try Programs.run("kefu", ["--data", directory.path, "-q"] + words)
        }
        #expect(try run("today").output == "")
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", connect())
        let pool = try run("pool")
        #expect(pool.output.hasPrefix("t1  ") && pool.output.contains("王先生"))
        let json = try #require(JSONValue(json: try run("pool", "--json").output.trimmed))
        #expect(json["total"]?.int == 1)
        #expect(json["threads"]?.items.first?["id"]?.string == "t1")
        #expect(
            try run("promote", "t1", "王先生", "渝A", "VIP").output == "c1 is now K0001-渝A-王先生-VIP-微信\n"
        )
        #expect(try run("promote", "t1").status == 2)
        #expect(try run("thread", "t9").status == 4)
        #expect(try run("thread").status == 2)
        #expect(try run("erase", "c1").status == 2)
        #expect(try run("erase", "c1", "--yes").output.hasPrefix("erased: "))
        #expect(try run("contact", "c1").status == 4)
        #expect(try run("metrics").output.contains("2"))
        #expect(try run("snooze", "t1", "--minutes", "5", "--until", "18:30").status == 2)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
