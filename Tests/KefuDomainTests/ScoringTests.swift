import Testing

@testable import KefuDomain

/// A message of Saturday, 2025-10-18, 10:00 local time, where nothing else is said.
private func message(
    _ text: String, kind: MessageKind = .text, files: [String] = [], day: Int = 18,
    minute: Int = 600, isMatch: Bool = false, asksForPerson: Bool = false,
    isQuestion: Bool? = nil
) -> ScoredMessage {
    let date = CalendarDay(year: 2025, month: 10, day: day) ?? CalendarDay(days: 0)
    return ScoredMessage(
        text: text, key: text.lowercased(), kind: kind, fileTypes: files,
        at: date.time(minute: minute), isKnowledgeMatch: isMatch, asksForPerson: asksForPerson,
        isQuestion: isQuestion)
}

private func signal(_ message: ScoredMessage, _ rules: ScoringRules = ScoringRules()) -> Signal {
    Signal.of(message, rules: rules)
}

/// Scores by SPEC 7.
struct ScoringTests {
    @Test(
        arguments: [
            ("320kW双枪充电桩报价多少？", ["pdf"], .preSales),
            ("设备报警码E103，无法充电", ["jpg"], .afterSales),
            ("想了解一下你们的代理政策", [], .development),
        ] as [(String, [String], TriggerType)])
    func theAcceptanceMessagesAreBusiness(text: String, files: [String], expected: TriggerType) {
        let signal = signal(message(text, files: files))
        #expect(signal.trigger == expected)
        #expect(signal.score >= 60)
        #expect([.gray, .white].contains(Bucket.of(score: signal.score, rules: ScoringRules())))
    }

    @Test func thePrivateAcceptanceMessageIsNot() {
        let signal = signal(message("晚上一起撸串？"))
        #expect(signal.score == 0)
        #expect(signal.trigger == nil)
        #expect(signal.parts.map(\.name) == ["working_hours", "private"])
        #expect(Bucket.of(score: signal.score, rules: ScoringRules()) == .black)
    }

    @Test func everyPartIsListedWithItsPoints() {
        let signal = signal(
            message(
                "EXW价格和fob报价，E103报错，代理10台320kW", kind: .file,
                files: ["PDF", "图纸.dwg", "png", "zip"], day: 17, isMatch: true))
        let expected = [
            SignalPart(name: "keywords_pre", points: 80, hits: ["报价", "价格", "EXW", "FOB"]),
            SignalPart(name: "keywords_post", points: 20, hits: ["报错"]),
            SignalPart(name: "keywords_bizdev", points: 20, hits: ["代理"]),
            SignalPart(
                name: "evidence", points: 60, hits: ["fault_code", "power_or_voltage", "quantity"]),
            SignalPart(name: "files", points: 29, hits: ["pdf", "dwg", "png", "zip"]),
            SignalPart(name: "working_hours", points: 12, hits: ["weekday"]),
            SignalPart(name: "knowledge", points: 20, hits: ["kb_matched"]),
            SignalPart(
                name: "floor", points: 0, hits: ["keyword", "evidence", "kb_matched", "file"]),
        ]
        #expect(signal.parts == expected)
        #expect(signal.score == 100)
        #expect(signal.trigger == .preSales)
    }

    @Test func thePartsAddUpToTheScore() {
        for text in ["报价", "320kW 380V E103", "吃饭", "哦", "多少钱？", "看电影报价", "订单号 123456"] {
            for minute in [60, 600] {
                let signal = signal(message(text, minute: minute))
                #expect(signal.parts.reduce(0) { $0 + $1.points } == signal.score)
            }
        }
    }

    @Test(arguments: [
        (17, 479, 0), (17, 480, 12), (17, 1199, 12), (17, 1200, 0), (18, 480, 4), (19, 1199, 4),
        (19, 1200, 0), (20, 720, 12),
    ])
    func workingHoursGoByTheLocalClock(day: Int, minute: Int, points: Int) {
        #expect(signal(message("随便聊聊", day: day, minute: minute)).score == points)
    }

    @Test(arguments: [
        (["cad"], 15), (["DWG"], 15), (["xls"], 12), ([".xlsx"], 12), (["pdf"], 10), (["doc"], 6),
        (["a.DocX"], 6), (["jpg"], 4), (["png"], 4), (["jpg", "JPG", "png"], 12),
        (["application/pdf"], 10),
        (["pdf", "pdf"], 20), (["gif"], 0), ([""], 0),
    ])
    func filesAddByTheirEnding(files: [String], points: Int) {
        let parts = signal(message("", kind: .file, files: files, minute: 60)).parts
        #expect(parts.filter { $0.name == "files" }.reduce(0) { $0 + $1.points } == points)
    }

    @Test func aCustomerIsNeverSwallowed() {
        let business = [
            message("价格"), message("收到E103"), message("嗯", isMatch: true),
            message("转人工", asksForPerson: true), message("", kind: .voice),
            message("", kind: .file, files: ["zip"]), message("", kind: .file),
            message("在哪里"), message("what is that"), message("嗯", isQuestion: true),
            message("吃饭时报错了"), message("请你吃饭", asksForPerson: true),
            message("看电影", kind: .file, files: ["jpg", "pdf"]),
        ]
        for message in business { #expect(signal(message).score >= 60, "\(message.text)") }
    }

    @Test func othersGetWhatTheirPartsAddUpTo() {
        #expect(signal(message("嗯", minute: 60)).score == 0)
        #expect(signal(message("", kind: .image, files: ["jpg"], day: 17)).score == 16)
        #expect(signal(message("", kind: .image, minute: 60)).parts.isEmpty)
        #expect(signal(message("明天一起打球", kind: .image, files: ["png"])).score == 0)
        #expect(signal(message("去看电影吗？", isQuestion: true)).score == 0)
    }

    @Test func keywordsCountOnceAndLatinOnesAsWords() {
        #expect(signal(message("报价报价 报价", minute: 60)).parts.first?.points == 20)
        #expect(signal(message("exworks fobs", minute: 60)).score == 0)
        #expect(signal(message("exw2025", minute: 60)).score == 60)
    }

    @Test func mostKeywordsDecideAndTiesGoInOrder() {
        #expect(signal(message("报价 故障 报错")).trigger == .afterSales)
        #expect(signal(message("代理 渠道 故障 报价")).trigger == .development)
        #expect(signal(message("代理 故障 报价")).trigger == .preSales)
        #expect(signal(message("代理 故障")).trigger == .afterSales)
        #expect(signal(message("E103")).trigger == nil)
    }

    @Test func wordsAreComparedInTheirNormalForm() {
        var rules = ScoringRules()
        rules.preSales = ["CCS 2", "報價"]
        let folded = ["CCS 2": "ccs2", "報價": "报价"]
        let normal = rules.normalized { folded[$0] ?? $0 }
        let message = ScoredMessage(text: "CCS-2報價", key: "ccs2报价", at: Timestamp(seconds: 0))
        #expect(Signal.of(message, rules: normal).parts.first?.hits == ["CCS 2", "報價"])
    }

    @Test(
        arguments: [(80, .white), (79, .gray), (60, .gray), (59, .black), (0, .black)]
            as [(Int, Bucket)])
    func bucketsBeginAtTheirThresholds(score: Int, bucket: Bucket) {
        #expect(Bucket.of(score: score, rules: ScoringRules()) == bucket)
    }

    @Test func theOperatorsWordComesBeforeTheScore() {
        let rules = ScoringRules()
        #expect(Bucket.of(score: 0, decided: .white, rules: rules) == .white)
        #expect(Bucket.of(score: 100, decided: .black, rules: rules) == .black)
        #expect(Bucket.of(score: nil, decided: nil, rules: rules) == .gray)
        #expect(Bucket.of(score: 59, decided: nil, rules: rules) == .black)
    }

    @Test func aHigherThresholdSwallowsNobodyEither() {
        var rules = ScoringRules()
        rules.gray = 70
        #expect(signal(message("报价", minute: 60), rules).score == 70)
        rules.gray = 50
        #expect(signal(message("报价", minute: 60), rules).score == 60)
    }

    @Test func longTextsCostLittle() {
        let began = ContinuousClock.now
        for piece in ["没什么事情", "e 1", "订单12 ", "1台"] {
            let text = String(repeating: piece, count: 100_000 / piece.unicodeScalars.count)
            _ = signal(message(text))
        }
        #expect(ContinuousClock.now - began < .seconds(30))
    }
}
