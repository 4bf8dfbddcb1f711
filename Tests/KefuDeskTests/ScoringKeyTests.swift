import KefuDomain
import KefuText
import Testing

/// Scoring of messages as the text pipeline normalises them.
struct ScoringKeyTests {
    private let rules = ScoringRules().normalized(by: Analyzer().key)

    private func signal(_ text: String) -> Signal {
        let message = ScoredMessage(
            text: text, key: Analyzer().key(text), at: Timestamp(seconds: 1_760_000_000))
        return Signal.of(message, rules: rules)
    }

    private func hits(_ part: String, _ text: String) -> [String] {
        signal(text).parts.filter { $0.name == part }.flatMap(\.hits)
    }

    @Test(arguments: [
        ("设备报警，代码 E-103", ["fault_code"]), ("E 103 怎么处理", ["fault_code"]),
        ("故障码：37", ["fault_code"]), ("要３２０ ＫＷ 的", ["power_or_voltage"]),
        ("三相 380 伏", ["power_or_voltage"]), ("110千瓦双枪", ["power_or_voltage"]),
        ("订单号：DD-20251018001", ["order_number"]), ("PO-12345 到哪了", ["order_number"]),
        ("要 10 台，两把枪", ["quantity"]), ("1,000台", ["quantity"]), ("20 pcs please", ["quantity"]),
        ("晚上一起吃饭", []), ("好的，谢谢", []), ("开黑5v5", []),
    ])
    func evidenceIsFound(text: String, kinds: [String]) {
        #expect(hits("evidence", text) == kinds)
    }

    @Test func wordsAreFoundInEveryScript() {
        #expect(hits("keywords_pre", "請報價，ＥＸＷ和Fob都要") == ["报价", "EXW", "FOB"])
        #expect(hits("keywords_post", "無法充電，報警碼") == ["报警码", "无法充电"])
        #expect(signal("晚上擼串").parts.last?.name == "private")
    }

    @Test(
        arguments: [
            ("320kW双枪充电桩报价多少？", .preSales), ("报警码E103，无法充电", .afterSales),
            ("请问代理政策是怎样的", .development), ("晚上撸串", nil),
        ] as [(String, TriggerType?)])
    func theAcceptanceMessagesKeepTheirTrigger(text: String, expected: TriggerType?) {
        #expect(signal(text).trigger == expected)
        #expect(signal(text).score >= 60 || expected == nil)
        #expect(signal(text).score == 0 || expected != nil)
    }
}
