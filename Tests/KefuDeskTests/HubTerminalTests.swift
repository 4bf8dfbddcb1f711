import Foundation
import KefuRPC
import Support
import Testing

/// The hub as an operator has it: `kefu` on a terminal, messages coming in over the socket.
@Suite struct HubTerminalTests {
    private let desk: TerminalDesk

    init() throws { desk = try TerminalDesk() }

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
        let terminal = try desk.session(language: "zh_CN.UTF-8", columns: 110)
        let client = try desk.connect()
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", client)
        try hear("报警码E103，无法充电", from: "wx_2", named: "李女士", client)
        terminal.enter("/pool")
        try terminal.expect("1  t1")
        try terminal.expect("还剩 29 分钟")
        try terminal.expect("王先生")
        try terminal.expect("2  t2")
        try terminal.expect("售后")
        try expectPrompt("客服（待回复 2）> ", terminal)
        try terminal.enter(
            "/thread 1", expecting: "需回复", "名单 · ", "320kW双枪充电桩报价，型号和交期？", "售前词", "/promote t1 建档")
        try terminal.enter("/trigger", expecting: "功率_kW", "320", "（未提及）", "回复草稿，可直接复制：")
        try terminal.enter("/use", expecting: "o1 已标记为采用")
        try terminal.enter("/promote 1 王先生 渝A VIP", expecting: "已建档：K0001-渝A-王先生-VIP-微信")
        terminal.enter("/snooze --minutes 40")
        try terminal.expect("已推迟：t1")
        try terminal.expect("分钟后唤醒")
        try expectPrompt("客服（待回复 1）> ", terminal)
        try terminal.enter("/resolve 2 --outcome solved", expecting: "已解决：t2")
        try terminal.enter("/today", expecting: "没有待处理的会话")
        try terminal.enter("/recalculate", expecting: "共 2 个会话")
        #expect(try terminal.leave() == 0)
        let thread = try client.call("thread.get", ["id": "t2"])
        #expect(thread["outcome"]?.string == "solved")
        #expect(try client.call("thread.get", ["id": "t1"])["status"]?.string == "SNOOZED")
    }

    @Test func peopleAreBlockedBroughtBackAndErased() throws {
        let terminal = try desk.session(columns: 110)
        let client = try desk.connect()
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", client)
        try terminal.enter("/block t1", expecting: "blocked c1")
        try terminal.enter("/blocked", expecting: "1  t1")
        try terminal.enter("/unblock 1", expecting: "unblocked c1")
        try terminal.enter(
            "/contact 1 --remark 老客户 --auto-send on", expecting: "changed c1", "老客户",
            "auto-send  on")
        try terminal.enter(
            "/auto-send wechat on", expecting: "wechat: replies go out by themselves")
        try terminal.enter("/channels", expecting: "1 thread")
        terminal.enter("/erase 1")
        try terminal.expect("[y/N] ")
        try terminal.enter("n", expecting: "nothing was erased")
        terminal.enter("/erase 1")
        try terminal.expect("Erase 王先生 (c1)")
        try terminal.enter("y", expecting: "erased: ")
        try terminal.enter("/thread 1", expecting: "error", "/today")
        #expect(try terminal.leave() == 0)
    }

    @Test func watchingShowsEventsAndOutlivesTheDaemon() throws {
        let terminal = try desk.terminal("watch", language: "zh_CN.UTF-8", columns: 110)
        try terminal.expect("正在监视")
        try hear("320kW充电桩报价多少？", from: "wx_1", named: "王先生", desk.connect())
        try terminal.expect("消息")
        try terminal.expect("t1  王先生")
        desk.stop()
        try terminal.expect("守护进程已断开")
        _ = try Programs.run("kefu", ["--data", desk.directory.path, "status"])
        try terminal.expect("已重新连接")
        try hear("320kW充电桩什么交期？", from: "wx_3", named: "赵先生", desk.connect())
        try terminal.expect("t2  赵先生")
        terminal.type("\u{3}")
        #expect(try terminal.wait() == 130)
    }

    @Test func aSessionComesBackFromWatching() throws {
        let terminal = try desk.session(columns: 110)
        terminal.enter("/watch --topic message")
        try terminal.expect("watching; Ctrl-C ends it")
        try hear("320kW充电桩报价多少？", from: "wx_1", named: "王先生", desk.connect())
        try terminal.expect("message")
        terminal.type("\u{3}")
        try expectPrompt("kefu (1 to reply)> ", terminal)
        try terminal.enter("/thread", expecting: "there is no thread yet to speak of")
        try terminal.enter("/hub", expecting: "to reply")
        #expect(try terminal.leave() == 0)
    }

    @Test func commandsWorkWithoutATerminal() throws {
        func run(_ words: String...) throws -> Programs.Outcome {
            try Programs.run("kefu", ["--data", desk.directory.path, "-q"] + words)
        }
        #expect(try run("today").output == "")
        try hear("320kW双枪充电桩报价，型号和交期？", from: "wx_1", named: "王先生", desk.connect())
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
