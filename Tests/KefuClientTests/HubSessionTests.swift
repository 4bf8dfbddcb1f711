import KefuDomain
import KefuRPC
import Testing

@testable import KefuClient

private let now = Timestamp(seconds: 1_790_000_000)

private func event(_ topic: EventTopic, _ data: JSONValue) -> Event.Params {
    Event.Params(seq: 7, topic: topic, at: now, data: data)
}

private func line(
    _ event: Event.Params, _ thread: ThreadView? = nil, _ language: Language = .chinese
) -> String {
    let text = EventLine.text(event, thread: thread, .plain(language), now: now)
    // The time of day depends on the zone.
    return String(text.dropFirst(10))
}

@Test func eachEventIsALine() {
    let thread = sampleThread(
        "t12", status: .needReply, sla: 1740, topic: "报价", trigger: .preSales, at: now)
    let message = event(
        .message, ["message_id": "m9", "thread_id": "t12", "contact_id": "c5", "speaker": "them"])
    #expect(line(message, thread) == "消息       t12  王先生  需回复  还剩 29 分钟  售前  报价")
    // A thread that is gone meanwhile is named all the same.
    #expect(line(message) == "消息       t12")
    let status = event(
        .status, ["thread_id": "t12", "status": "NEED_REPLY", "before": "UNSEEN"])
    #expect(
        line(status, thread) == "状态       t12  王先生  未查看 → 需回复  还剩 29 分钟  售前  报价")
    let handoff = event(
        .handoff, ["thread_id": "t12", "answer_id": "a3", "reason": "complaint"])
    #expect(line(handoff).hasPrefix("转人工     t12  a3  投诉"))
    let imported = event(
        .imported, ["path": "faq.csv", "added": 12, "updated": 0, "refused": 1])
    #expect(line(imported) == "导入       faq.csv  新增 12  更新 0  拒绝 1")
    let alert = event(
        .alert,
        [
            "name": "cpu", "state": "raised", "value": .number(91.5), "limit": 80, "unit": "%",
            "since": "2026-01-05T09:00:00Z",
        ])
    #expect(line(alert, nil, .english) == "alert      processors: 91.5 %, more than 80")
    // What a newer daemon may measure is told by its names.
    let strange = event(.alert, ["name": "tokens", "value": 9, "limit": 8])
    #expect(line(strange) == "告警       limit 8  name tokens  value 9")
    let learned = event(.learned, ["entry_id": "e12", "answer_id": "a3", "status": "shadow"])
    #expect(line(learned) == "学习       条目 e12  回答 a3  状态 shadow")
}

@Test func anEventNeverTakesTwoLines() {
    let look = Look(language: .chinese, width: 50, isColoured: true)
    let thread = sampleThread(
        "t12", name: "很长的\n名字\u{1B}[2J", topic: String(repeating: "长", count: 60), at: now)
    let text = EventLine.text(
        event(.message, ["thread_id": "t12"]), thread: thread, look, now: now)
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(!plain.contains("\n") && !plain.contains("\u{1B}"))
    #expect(DisplayWidth.of(plain) <= 50)
}

private func counts(needReply: Int, unseen: Int, overdue: Int) -> HubStatistics.Result {
    HubStatistics.Result(
        total: 9, unseen: unseen, needReply: needReply, waitingThem: 0, overdue: overdue,
        resolved: 0, snoozed: 0, unknownPool: 0,
        byBucket: BucketCounts(white: 0, gray: 9, black: 0))
}

@Test(
    arguments: [
        (nil, "kefu> ", "客服> "),
        (counts(needReply: 0, unseen: 0, overdue: 0), "kefu> ", "客服> "),
        (counts(needReply: 2, unseen: 1, overdue: 0), "kefu (3 to reply)> ", "客服（待回复 3）> "),
        (counts(needReply: 0, unseen: 0, overdue: 1), "kefu (1 overdue)> ", "客服（逾期 1）> "),
        (
            counts(needReply: 1, unseen: 0, overdue: 4), "kefu (1 to reply, 4 overdue)> ",
            "客服（待回复 1 · 逾期 4）> "
        ),
    ] as [(HubStatistics.Result?, String, String)])
func thePromptCountsWhatWaits(counts: HubStatistics.Result?, english: String, chinese: String) {
    #expect(Counters.prompt(counts).english == english)
    #expect(Counters.prompt(counts).chinese == chinese)
}

@Test(
    arguments: [
        (["snooze", "t12", "--minutes", "30"], "snooze", ["t12"]),
        (
            ["promote", "c5", "张三", "渝A", "VIP", "--owner", "小李"], "promote",
            ["c5", "张三", "渝A", "VIP"]
        ),
        (["rate", "t1", "5"], "rate", ["t1", "5"]),
        (["erase", "c5", "-y"], "erase", ["c5"]),
        (["auto-send", "wechat", "on"], "auto-send", ["wechat", "on"]),
        (["trigger", "t1", "--type", "售后"], "trigger", ["t1"]),
        (["todo"], "today", []), (["board"], "hub", []), (["done", "t1"], "resolve", ["t1"]),
        (["watch", "--topic", "overdue", "--topic=message"], "watch", []),
        (["recalc", "--at", "2026-12-31"], "recalculate", []),
        (["recalculate", "t1"], "recalculate", ["t1"]),
        (["answers", "--verdict", "any"], "answers", []),
    ] as [([String], String, [String])])
func understandsTheHub(words: [String], command: String, arguments: [String]) throws {
    let invocation = try #require(try CommandLineParser.parse(words).invocation)
    #expect(invocation.command.name == command)
    #expect(invocation.arguments == arguments)
}

@Test(arguments: [
    ["rate", "t1", "6"], ["rate", "t1"], ["snooze", "t1", "--minutes", "soon"],
    ["resolve", "t1", "--outcome", "done"], ["trigger", "t1", "--type", "sales"],
    ["auto-send", "wechat"], ["auto-send", "wechat", "yes"], ["erase"], ["more"],
    ["watch", "--topic", "news"], ["contact", "c1", "--auto-send", "maybe"],
])
func refusesWhatTheHubDoesNotUnderstand(words: [String]) {
    #expect(throws: KefuError.self) { try CommandLineParser.parse(words) }
}

@Test(
    arguments: [
        ("售后", .afterSales), ("pre-sales", .preSales), ("development", .development),
        ("sales", nil),
    ] as [(String, TriggerType?)])
func aTriggerHasNamesInBothLanguages(word: String, type: TriggerType?) {
    #expect(TriggerType.named(word) == type)
}

@Test func aClockTimeIsTheNextOne() throws {
    let noon = try #require(Moment.read("2026-11-25T12:00"))
    #expect(Moment.next("18:30", after: noon) == Moment.read("2026-11-25T18:30"))
    #expect(Moment.next("9:05", after: noon) == Moment.read("2026-11-26T09:05"))
    #expect(Moment.next("12:00", after: noon) == Moment.read("2026-11-26T12:00"))
    for text in ["25:00", "noon", "18", "18:3", "", "2026-11-25"] {
        #expect(Moment.next(text, after: noon) == nil)
    }
}

private func console(_ scope: Command.Scope) -> Console {
    let places = Places(GlobalOptions(data: "/nonexistent"), environment: [:], directory: "/")
    let output = Output(language: .english)
    let link = Link(places: places, mayStart: false, environment: [:], output: output)
    return Console(
        output: output, link: link, scope: scope, environment: [:], directory: "/",
        isInteractive: false, wantsJSON: false)
}

@Test func aSessionNamesThreadsByRowByIdAndNotAtAll() throws {
    let session = console(.repl)
    #expect(throws: KefuError.self) { try session.threadID(nil) }
    #expect(throws: KefuError.self) { try session.threadID("1") }
    session.talk.rows = [("t12", "c5"), ("t3", "c2")].map {
        Talk.Row(sampleThread($0, contact: $1))
    }
    #expect(try session.threadID("2") == "t3")
    // Who was named is spoken of from then on.
    #expect(try session.threadID(nil) == "t3")
    #expect(try session.contactID("1") == "c5")
    #expect(try session.threadID(nil) == "t12")
    #expect(try session.contactID("t3") == "c2")
    #expect(try session.threadID("c5") == "t12")
    #expect(try session.threadID("t99") == "t99")
    #expect(try session.contactID("c7") == "c7")
    #expect(throws: KefuError.self) { try session.threadID("3") }
    #expect(throws: KefuError.self) { try session.threadID("0") }
    session.talk.thread = session.talk.rows[1]
    #expect(try session.threadID(nil) == "t3")
    session.talk.forget(contact: "c2")
    #expect(throws: KefuError.self) { try session.contactID(nil) }
}

@Test func aCommandTakesWordsAsTheyAre() throws {
    let shell = console(.shell)
    #expect(try shell.threadID("2") == "2")
    #expect(try shell.threadID("t12") == "t12")
    let error = #expect(throws: KefuError.self) { try shell.threadID(nil) }
    #expect(error?.code == .usage)
}

@Test(
    arguments: [
        ("/thread t", .words(["t12", "t3"])), ("/promote c", .words(["c5"])),
        ("/auto-send wec", .words(["wechat"])), ("/auto-send wechat o", .words(["on", "off"])),
        ("/snooze --un", .words(["--until"])), ("/rate t12 ", .words(["1", "2", "3", "4", "5"])),
        ("/trigger --type 售", .words(["售前", "售后"])), ("/unb", .words(["/unblock"])),
    ] as [(String, Replacements)])
func completesTheHub(line: String, expected: Replacements) {
    let bytes = Array(line.utf8)
    let start = (bytes.lastIndex { Array(" =".utf8).contains($0) } ?? -1) + 1
    var sources = Completer.Sources()
    sources.threads = { ["t12", "t3"] }
    sources.contacts = { ["c5", "t12"] }
    sources.channels = { ["wechat", "web"] }
    #expect(Completer(sources: sources).complete(line, start..<bytes.count) == expected)
}

@Test(arguments: [Command.Scope.shell, .repl])
func helpListsEveryCommandUnderWhatItIsAbout(scope: Command.Scope) {
    let lines = HelpView.overview(scope, .plain(.chinese))
    let slash = scope == .repl ? "/" : ""
    for command in Command.all(in: scope) where !command.isInternal {
        #expect(lines.contains { $0.hasPrefix("  \(slash)\(command.name) ") }, "\(command.name)")
    }
    let titles = ["问答", "知识库", "学习", "会话", "联系人与渠道", "评测与运行"]
    #expect(lines.filter(titles.contains) == titles)
    // All are aligned alike.
    let columns = lines.filter { $0.hasPrefix("  \(slash)today") || $0.hasPrefix("  \(slash)ask") }
        .compactMap { line in
            line.firstIndex { $0.isLetter && !$0.isASCII }.map { DisplayWidth.of(line[..<$0]) }
        }
    #expect(columns.count == 2 && Set(columns).count == 1)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
}
