import KefuDomain
import Testing

@testable import KefuClient

@Test func aLabelledSetIsReadLineByLine() {
    let text = """
        \u{FEFF}{"id": "q1", "text": "质保多久", "relevant": ["e1", "faq-2"], "near_miss": true}\r

        {"text": "天气", "relevant": []}
        {"text": "x", "relevant": [7], "grades": {"7": 2, "8": 1}}
        """
    let set = LabelledSet(text, .english)
    #expect(set.bad.isEmpty)
    #expect(
        set.rows == [
            LabelledRow(line: 1, text: "质保多久", grades: ["e1": 1, "faq-2": 1]),
            LabelledRow(line: 3, text: "天气", grades: [:]),
            LabelledRow(line: 4, text: "x", grades: ["7": 2]),
        ])
    #expect(set.rows.map(\.isAnswerable) == [true, false, true])
}

@Test(
    arguments: [
        ("text,relevant", "不是 JSON 对象"), ("[1]", "不是 JSON 对象"), ("{\"text\": ", "不是 JSON 对象"),
        (#"{"relevant": []}"#, "没有问题"), (#"{"text": " ", "relevant": []}"#, "没有问题"),
        (#"{"text": 5, "relevant": []}"#, "没有问题"), (#"{"text": "x"}"#, "没有说明正确答案"),
        (#"{"text": "x", "relevant": "e1"}"#, "没有说明正确答案"),
        (#"{"text": "x", "relevant": [""]}"#, "没有说明正确答案"),
        (#"{"text": "x", "relevant": [null]}"#, "没有说明正确答案"),
        (#"{"text": "x", "relevant": ["e1"], "grades": [1]}"#, "等级"),
        (#"{"text": "x", "relevant": ["e1"], "grades": {"e1": 99}}"#, "等级"),
    ])
func aBadRowIsNamedAndTheOthersStay(row: String, what: String) {
    let set = LabelledSet("\(row)\n" + #"{"text": "y", "relevant": ["e1"]}"#, .chinese)
    #expect(set.rows.map(\.line) == [2])
    #expect(set.bad.map(\.line) == [1])
    let lines = EvaluationView.bad(set.bad, .plain(.chinese, width: 120))
    #expect(lines.first?.hasPrefix("第 1 行：") == true)
    #expect(lines.first?.contains(what) == true)
    #expect(lines.contains { $0.hasPrefix("  建议：") })
}

@Test func onlyTheFirstBadRowsAreShown() {
    let set = LabelledSet(String(repeating: "x\n", count: 30), .english)
    let lines = EvaluationView.bad(set.bad, .plain(.english, width: 120))
    #expect(lines.count == 3 * EvaluationView.shownRows + 2)
    #expect(lines.suffix(2) == ["and 20 more rows; --json lists them all", "30 rows are left out"])
}

private let bins = [
    ReliabilityBin(predicted: 0.04, observed: 0.1, count: 40),
    ReliabilityBin(predicted: 0.55, observed: 0.5, count: 8),
    ReliabilityBin(predicted: 1, observed: 1, count: 3),
]

@Test func aReliabilityTableIsDrawn() {
    #expect(
        ReliabilityView.lines(bins, .plain(.english)) == [
            "predicted  observed  count",
            "     0.04      0.10     40  ┃█░░░░░░░░░░░░░░░░░░",
            "     0.55      0.50      8  ██████████░┃░░░░░░░░",
            "     1.00      1.00      3  ███████████████████┃",
            "bar: the share that was right; ┃: the share that was predicted",
        ])
    #expect(
        ReliabilityView.lines(bins, .plain(.chinese), indent: 2).prefix(2) == [
            "  预测  实际  数量", "  0.04  0.10    40  ┃█░░░░░░░░░░░░░░░░░░",
        ])
    #expect(ReliabilityView.lines([], .plain(.english)).isEmpty)
}

@Test func aBinFarFromItsPredictionIsRed() {
    let look = Look(language: .english, width: 80, isColoured: true)
    let far = ReliabilityBin(predicted: 0.9, observed: 0.2, count: 50)
    #expect(ReliabilityView.lines([far], look)[1].contains("\u{1B}[31m"))
    let near = ReliabilityBin(predicted: 0.9, observed: 0.91, count: 50)
    #expect(ReliabilityView.lines([near], look)[1].contains("\u{1B}[32m"))
}

@Test func aMeasuredSetIsShownInWhole() {
    let trials = [
        Trial(
            confidence: 0.9, action: .reply, reason: .confidence, isAnswerable: true,
            isRight: true, isAmongChoices: true),
        Trial(
            confidence: 0.3, action: .handoff, reason: .confidence, isAnswerable: false,
            isRight: false, isAmongChoices: false),
    ]
    let measurement = Measurement(
        trials, retrievals: [Retrieval(hits: [["e1"]], grades: ["e1": 1])],
        thresholds: Thresholds(), simulated: Thresholds(reply: 0.95, clarify: 0.2))
    let evaluation = Evaluation(source: .file, measurement: measurement)
    #expect(!evaluation.looksForeign)
    #expect(
        EvaluationView.lines(evaluation, .plain(.english)) == [
            "2 questions, 1 of them answerable", "retrieval", "  recall@1  1.000",
            "  recall@3  1.000", "  MRR@10    1.000", "  nDCG@10   1.000", "routing",
            "                                      in force  0.75/0.55  simulated  0.95/0.20",
            "  replied                                    1     50.0 %          0      0.0 %",
            "    right                                    1    100.0 %          0          –",
            "  asked back                                 0      0.0 %          2    100.0 %",
            "    the right one among the choices          0          –          1     50.0 %",
            "  handed over                                1     50.0 %          0      0.0 %",
            "    nothing could be answered                1    100.0 %          0          –",
            "  answerable, replied right                  1    100.0 %          0      0.0 %",
            "  unanswerable, replied all the same         0      0.0 %          0      0.0 %",
            "confidence", "  AUROC                    1.000", "  calibration error        0.200",
            "  coverage at 95 % right  50.0 %  replying from 0.900", "reliability",
            "  predicted  observed  count", "       0.30      0.00      1  ░░░░░░┃░░░░░░░░░░░░░",
            "       0.90      1.00      1  ██████████████████┃█",
            "  bar: the share that was right; ┃: the share that was predicted",
        ])
}

@Test func historySaysHowMuchOfItWasJudged() {
    let trials = [
        Trial(confidence: 0.9, action: .reply, reason: .confidence, isRight: false),
        Trial(confidence: 0.8, action: .reply, reason: .confidence),
    ]
    let since = Timestamp(rfc3339: "2026-11-01T00:00:00Z") ?? Timestamp(seconds: 0)
    func lines(_ trials: [Trial]) -> [String] {
        let measurement = Measurement(trials, thresholds: Thresholds())
        return EvaluationView.lines(
            Evaluation(source: .history(since: since, byRule: 3), measurement: measurement),
            .plain(.chinese))
    }
    let shown = lines(trials)
    #expect(shown[0].contains("2 个回答，其中 1 个有人评价"))
    #expect(shown[1] == "另有 3 个由规则而非置信度决定，不计入")
    #expect(
        shown[2...8] == [
            "路由", "            当前  0.75/0.55", "  回复         2    100.0 %",
            "    有评价     1          –", "    正确       0      0.0 %", "  反问         0      0.0 %",
            "  转人工       0      0.0 %",
        ])
    #expect(shown.contains("可靠性"))
    #expect(!lines([]).contains("可靠性"))
}
