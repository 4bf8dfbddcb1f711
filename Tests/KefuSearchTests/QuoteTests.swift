import KefuSearch
import Testing

struct QuoteTests {
    private let manual = """
        安装前请断开总电源。接地电阻不大于4欧姆，线缆截面积不小于16平方毫米。
        故障代码E103表示急停按钮被按下；请顺时针旋转复位。Version 1.5 is required. Reset takes 10 seconds.
        """

    @Test(arguments: [
        ("接地有什么要求", "接地电阻不大于4欧姆，线缆截面积不小于16平方毫米。"),
        ("接地有什麼要求", "接地电阻不大于4欧姆，线缆截面积不小于16平方毫米。"),
        ("E103是什么", "故障代码E103表示急停按钮被按下；"),
        ("how long does a RESET take", "Reset takes 10 seconds."),
        ("which version", "Version 1.5 is required."),
    ])
    func picksTheSentence(query: String, expected: String) {
        #expect(Quote.best(in: manual, for: query).contains(expected))
        #expect(Quote.best(in: manual, for: query).count < manual.count / 2)
    }

    @Test func takesTheNextSentenceAlongWhenItAddsSomething() {
        let text = "退款请在订单页申请。退款三到五个工作日到账。我们全年无休。"
        #expect(
            Quote.best(in: text, for: "退款申请后几个工作日到账") == "退款请在订单页申请。退款三到五个工作日到账。"
                || Quote.best(in: text, for: "退款申请后几个工作日到账") == "退款三到五个工作日到账。")
    }

    @Test func beginsAtTheBeginningWhenNothingIsInCommon() {
        #expect(Quote.best(in: manual, for: "zzz").hasPrefix("安装前请断开总电源。"))
        #expect(Quote.best(in: "", for: "任何") == "")
        #expect(Quote.best(in: " \n ", for: "任何") == "")
    }

    @Test(arguments: [1, 3, 20, 160])
    func staysWithinTheLimit(limit: Int) {
        let long =
            String(repeating: "很长的一句话", count: 40) + "关键词在这里" + String(repeating: "还有后文", count: 60)
        let quote = Quote.best(in: long, for: "关键词", limit: limit)
        #expect(quote.unicodeScalars.count <= max(limit, 3))
        if limit >= 20 { #expect(quote.contains("关键词")) }
    }

    @Test func isQuickWithLongTexts() {
        let long = String(repeating: "充电桩安装说明，请先断电。", count: 20_000)
        let start = ContinuousClock.now
        _ = Quote.best(in: long, for: String(repeating: "安装", count: 10_000))
        #expect(ContinuousClock.now - start < .seconds(3))
    }
}
