import Testing

@testable import KefuDomain

private let rules = RuleBook(RuleWords()) { $0.lowercased() }

@Test(
    arguments: [
        ("你好", .greeting), ("hello", .greeting), ("好的谢谢", .courtesy), ("ok thanks", .courtesy),
        ("嗯嗯好的", .courtesy), ("谢谢啦", .courtesy), ("啦啦啦", nil), ("你好充电桩多少钱", nil), ("好的那双枪的呢", nil),
        ("", nil),
        ("转人工", .person(word: "人工", isWholeMessage: true)),
        ("请帮我转人工客服", .person(word: "人工", isWholeMessage: true)),
        ("i want to speak to a person", .person(word: "speak to a person", isWholeMessage: true)),
        ("人工费怎么算", .person(word: "人工", isWholeMessage: false)),
        ("人工智能靠谱吗", nil), ("不用转人工了", nil),
        ("我要投诉", .complaint(word: "投诉", isWholeMessage: true)),
        ("装了三天没人管我要投诉", .complaint(word: "投诉", isWholeMessage: false)),
        ("compliance documents", nil),
    ] as [(String, RuleMatch?)])
func rulesRecognise(key: String, expected: RuleMatch?) {
    #expect(rules.match(key: key) == expected)
}

@Test func aMessageWithoutLettersIsACourtesy() {
    #expect(rules.match(key: "", isBlank: true) == .courtesy)
}

@Test func sensitiveWordsAreListed() {
    #expect(rules.sensitiveWords(in: "充电桩起火了要赔偿吗") == ["起火", "赔偿"])
    #expect(rules.sensitiveWords(in: "多少钱").isEmpty)
}

@Test(
    arguments: [
        ("2", .choice(2)), ("第二个", .choice(2)), ("选3", .choice(3)), ("第1个", .choice(1)),
        ("the second one", .choice(2)), ("我选第三个", .choice(3)), ("都不是", ClarificationPick.none),
        ("4", nil), ("0", ClarificationPick.none), ("2号枪坏了", nil), ("二", .choice(2)), ("", nil),
        ("22", nil),
    ] as [(String, ClarificationPick?)])
func aPickIsRead(key: String, expected: ClarificationPick?) {
    #expect(ClarificationPick(key: key, of: 3) == expected)
}
