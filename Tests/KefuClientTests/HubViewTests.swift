import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

private let now = Timestamp(seconds: 1_790_000_000)

func sampleThread(
    _ id: String = "t1", contact: String = "c1", name: String = "王先生",
    status: ThreadStatus = .needReply, bucket: Bucket = .gray, sla: Int64? = nil,
    followUp: Int64? = nil, snoozed: Int64? = nil, last: Int64 = -60, kCode: String? = nil,
    topic: String = "", trigger: TriggerType? = nil, isSilent: Bool = false,
    outcome: Outcome? = nil, satisfaction: Int? = nil, at: Timestamp = now
) -> ThreadView {
    func time(_ seconds: Int64?) -> Timestamp? { seconds.map { at.adding(.seconds($0)) } }
    return ThreadView(
        id: id, contactID: contact, channel: "wechat", chatID: nil, name: name, status: status,
        bucket: bucket, score: 72, lastSpeaker: .them, lastMessageAt: time(last),
        slaAt: time(sla), followUpAt: time(followUp), snoozedUntil: time(snoozed), kCode: kCode,
        topic: topic, triggerType: trigger, tags: [], isSilent: isSilent, outcome: outcome,
        satisfaction: satisfaction)
}

private let rows = [
    sampleThread(
        "t12", contact: "c5", status: .overdue, sla: -720, topic: "320kW双枪充电桩报价",
        trigger: .preSales),
    sampleThread(
        "t3", contact: "c2", name: "张三", status: .needReply, bucket: .white, sla: 500,
        kCode: "K0001-渝A-张三-VIP-微信", topic: "E103 报警"),
    sampleThread("t40", contact: "c9", name: "Li", status: .unseen),
]

@Test func aListNumbersItsRowsAndSaysWhatIsDue() {
    #expect(
        ThreadTable.lines(rows, .plain(.chinese), now: now, isNumbered: true) == [
            "1  t12  逾期    逾期 12 分钟  72  王先生      售前  320kW双枪充电桩报价",
            "2  t3   需回复  还剩 8 分钟   72  K0001 张三        E103 报警",
            "3  t40  未查看  1 分钟前      72  Li",
        ])
    #expect(
        ThreadTable.lines(rows, .plain(.english), now: now, isNumbered: false) == [
            "t12  overdue   12 min overdue  72  王先生      pre-sales  320kW双枪充电桩报价",
            "t3   to reply  8 min left      72  K0001 张三             E103 报警",
            "t40  unseen    1 min ago       72  Li",
        ])
}

@Test func aNarrowTerminalCutsOnlyTheTopic() {
    let look = Look(language: .chinese, width: 60, isColoured: false)
    let lines = ThreadTable.lines(rows, look, now: now, isNumbered: true)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
    #expect(lines[0].hasSuffix("…"))
    #expect(lines[0].hasPrefix("1  t12  逾期    逾期 12 分钟"))
}

@Test func statusesHaveTheirColours() {
    let look = Look(language: .chinese, width: 100, isColoured: true)
    let lines = ThreadTable.lines(rows, look, now: now, isNumbered: true)
    #expect(lines[0].contains("\u{1B}[31m逾期\u{1B}[0m"))
    #expect(lines[0].contains("\u{1B}[31m逾期 12 分钟\u{1B}[0m"))
    #expect(lines[1].contains("\u{1B}[33m需回复\u{1B}[0m"))
}

@Test(
    arguments: [
        (sampleThread(status: .overdue, sla: -59), "逾期 不到 1 分钟"),
        (sampleThread(status: .overdue, sla: -7500), "逾期 2 小时 5 分钟"),
        (sampleThread(status: .overdue, sla: -50_000), "逾期 13 小时"),
        (sampleThread(status: .overdue, sla: -200_000), "逾期 2 天 7 小时"),
        (sampleThread(status: .needReply, sla: 3600), "还剩 1 小时"),
        // The stored status lags behind the clock: the clock is right.
        (sampleThread(status: .needReply, sla: -60), "逾期 1 分钟"),
        (sampleThread(status: .needReply, followUp: -86_400), "待跟进 1 天"),
        (sampleThread(status: .waitingThem, followUp: 172_800), "2 天后跟进"),
        (sampleThread(status: .snoozed, snoozed: 3540), "59 分钟后唤醒"),
        (sampleThread(status: .resolved, last: -7200), "2 小时前"),
    ] as [(ThreadView, String)])
func timesAreSpansFromNow(thread: ThreadView, expected: String) {
    #expect(DueText.phrase(thread, now: now)?.chinese == expected)
}

private func message(
    _ id: String, _ speaker: Speaker, _ text: String?, kind: MessageKind = .text,
    files: [String] = [], isCourtesy: Bool = false, isBots: Bool = false,
    signal: SignalView? = nil
) -> MessageView {
    MessageView(
        id: id, threadID: "t12", messageID: id, speaker: speaker, kind: kind, text: text,
        fileTypes: files, senderName: nil, at: now, receivedAt: now, isCourtesy: isCourtesy,
        isBots: isBots, isReplay: false, score: signal?.score ?? 0, signal: signal, answerID: nil)
}

@Test func aConversationReadsFromItsBeginning() {
    let signal = SignalView(
        score: 92,
        parts: [
            SignalPart(name: "keywords_pre", points: 40, hits: ["报价", "双枪"]),
            SignalPart(name: "evidence", points: 20, hits: ["power_or_voltage"]),
            SignalPart(name: "working_hours", points: 12, hits: ["weekday"]),
            SignalPart(name: "floor", points: 0, hits: ["keyword"]),
            SignalPart(name: "later", points: -3, hits: ["x"]),
        ])
    let lines = MessageLines.lines(
        newestFirst: [
            message("m4", .them, nil, kind: .file, files: ["pdf"]),
            message("m3", .me, "您好，稍等"), message("m2", .me, "您好", isBots: true),
            message("m1", .them, "320kW双枪报价？\n要两台", signal: signal),
        ], .plain(.chinese, width: 120))
    let time = shortTime(now)
    #expect(
        lines == [
            "  \(time)  客户      320kW双枪报价？",
            "                              要两台",
            "                              92 分  售前词 报价 双枪 +40 · 硬指标 功率或电压 +20 · 工作时间 +12 · later x -3",
            "  \(time)  机器人    您好",
            "  \(time)  我方      您好，稍等",
            "  \(time)  客户      [文件] [pdf] （未保留文字）",
        ])
}

@Test func aThreadSaysWhatItIs() {
    let thread = sampleThread(
        "t12", contact: "c5", status: .overdue, sla: -720, topic: "报价", trigger: .preSales,
        isSilent: true, outcome: .unsolved, satisfaction: 4)
    let look = Look.plain(.chinese)
    #expect(ThreadTable.head(thread, look, now: now) == "t12  王先生  逾期  逾期 12 分钟")
    #expect(
        ThreadTable.facts(thread, look) == [
            "  c5 · wechat · 灰名单 · 72 分 · 售前", "  主题  报价", "  结果  问题未解决",
            "  满意度  ★★★★ 4/5", "  机器人在此会话中不会自动发送",
        ])
    #expect(
        ThreadTable.offers(thread, look) == [
            "  /trigger 表单与草稿 · /resolve 解决 · /snooze 推迟 · /wait 等对方",
            "  /promote t12 建档 · /block 拉黑 · /release 恢复机器人",
        ])
    let blocked = sampleThread(bucket: .black)
    #expect(ThreadTable.offers(blocked, look) == ["  /unblock 取消拉黑"])
    // What is private waits for nobody.
    let line = ThreadTable.lines([blocked], look, now: now, isNumbered: true).joined()
    #expect(line.contains("黑名单") && !line.contains("还剩") && !line.contains("需回复"))
}

private let preSales = """
    {"output_id":"o3","trigger_type":"售前","form":{"功率_kW":320,"枪型":"双枪","输入电压":null,
     "附件":["线缆","立柱"],"数量":"2台"},"reply_draft":"您好，感谢咨询！\\n\\n您需要的是 320kW 双枪。",
     "labels":["售前","320kW"],"clarification_questions":["交付到哪里？","何时需要？"]}
    """

@Test func aTriggerShowsItsFormInOrderAndADraftToCopy() throws {
    let output = try result(TriggerThread.Result.self, preSales)
    let form = try #require(JSONValue(json: preSales)?["form"])
    #expect(
        TriggerView.lines(output, form: form, .plain(.chinese), offersUse: true) == [
            "售前  o3", "表单", "  功率_kW   320", "  枪型      双枪", "  输入电压  （未提及）",
            "  附件      线缆、立柱", "  数量      2台", "  标签  售前 · 320kW", "待澄清",
            "  1. 交付到哪里？", "  2. 何时需要？", "回复草稿，可直接复制：", "您好，感谢咨询！", "",
            "您需要的是 320kW 双枪。", "", "  /use 已采用",
        ])
}

@Test func aTriggerShowsStepsAndScripts() throws {
    let json = """
        {"output_id":"o4","trigger_type":"售后","form":{},"reply_draft":"draft","labels":[],
         "troubleshooting":{"S1_remote":["restart it"],"S2_onsite":["measure"]},
         "scripts":{"first_contact":"hello","follow_up":"and?"}}
        """
    let output = try result(TriggerThread.Result.self, json)
    #expect(
        TriggerView.lines(output, form: output.form, .plain(.english), offersUse: false) == [
            "after-sales  o4", "form", "S1, by phone", "  1. restart it", "S2, on site",
            "  1. measure", "first contact:", "hello", "", "the day after:", "and?", "",
            "reply draft, ready to copy:", "draft", "",
        ])
}

@Test func countsAreBarsAndOnlyWhatIsThereIsColoured() {
    let counts = HubStatistics.Result(
        total: 4, unseen: 0, needReply: 1, waitingThem: 0, overdue: 2, resolved: 1, snoozed: 0,
        unknownPool: 1, byBucket: BucketCounts(white: 1, gray: 3, black: 7))
    #expect(
        HubFiguresView.lines(counts, .plain(.chinese)) == [
            "会话 4", "  逾期      2  ██████████", "  需回复    1  █████", "  未查看    0",
            "  等待对方  0", "  已推迟    0", "  已解决    1  █████", "  未知池    1  █████",
            "按名单：白名单 1 · 灰名单 3 · 黑名单 7",
        ])
    let look = Look(language: .chinese, width: 80, isColoured: true)
    let lines = HubFiguresView.lines(counts, look)
    #expect(lines[1].contains("\u{1B}[31m逾期"))
    #expect(!lines[3].contains("\u{1B}[33m"))
}

@Test func theDaysAreMeasuredAgainstTheirGoals() {
    let days = [
        DayMetrics(
            date: "2026-11-24", total: 20, unknownPoolCount: 4, promotedCount: 1, clearRate: 0.5,
            averageResponse: 12.25, overdueCount: 1, overdueShare: 0.05),
        DayMetrics(
            date: "2026-11-25", total: 0, unknownPoolCount: 0, promotedCount: 0, clearRate: nil,
            averageResponse: nil, overdueCount: 0, overdueShare: 0),
    ]
    #expect(
        HubFiguresView.lines(days, .plain(.chinese)) == [
            "日期        会话  未知池  建档  清零率   首次响应  逾期  逾期率",
            "2026-11-24    20       4     1   50.0%  12.3 分钟     1    5.0%",
            "2026-11-25     0       0     0       –          –     0    0.0%",
        ])
    let coloured = HubFiguresView.lines(
        days, Look(language: .chinese, width: 100, isColoured: true))
    #expect(coloured[1].contains("\u{1B}[31m50.0%"))
    #expect(coloured[1].contains("\u{1B}[32m5.0%"))
    #expect(coloured[2].contains("\u{1B}[2m0.0%"))
}

@Test func contactsChannelsAndErasuresAreToldInFull() {
    let contact = ContactView(
        id: "c5", name: "张三", remark: "老客户", kCode: "K0001-渝A-张三-VIP-微信", type: .customer,
        confidence: 100, owner: "小李", bucket: .white, autoSend: nil,
        identities: [IdentityView(channel: "wechat", peerID: "wx_1")], createdAt: now,
        updatedAt: now)
    let time = shortTime(now)
    #expect(
        ContactPage.lines(contact, .plain(.chinese)) == [
            "c5  张三", "  客户 · 白名单 · 可信度 100%", "  K 编码  K0001-渝A-张三-VIP-微信", "  备注  老客户",
            "  负责人  小李", "  身份  wechat wx_1", "  自动发送  随渠道", "  首次联系  \(time)",
            "  更新于  \(time)",
        ])
    #expect(ContactPage.brief(contact, .saidBlocked, .plain(.english)) == ["blocked c5  张三"])
    let channels = [
        ChannelView(channel: "wechat", autoSend: true, threads: 12),
        ChannelView(channel: "web", autoSend: false, threads: 1),
    ]
    #expect(
        ContactPage.lines(channels, .plain(.chinese)) == [
            "wechat  自动发送  开  12 个会话", "web     自动发送  关   1 个会话",
        ])
    let counts = ["messages": 12, "threads": 1, "answers": 0, "notes": 1]
    #expect(ContactPage.erased(counts, .plain(.chinese)) == ["已清除：消息 12，notes 1，会话 1"])
    #expect(ContactPage.erased(["messages": 0], .plain(.chinese)) == ["没有可清除的内容"])
}
