import KefuDomain
import Testing

@testable import KefuText

@Suite struct TermsTests {
    private let analyzer = Analyzer()

    private func terms(_ text: String, _ kinds: Set<TermKind>) -> [String] {
        analyzer.analyze(text).terms.filter { kinds.contains($0.kind) }.map(\.text)
    }

    @Test func hanGivesCharactersAndPairs() {
        #expect(terms("充电桩报修", [.unigram]) == ["充", "电", "桩", "报", "修"])
        #expect(terms("充电桩报修", [.bigram]) == ["充电", "电桩", "桩报", "报修"])
    }

    @Test(arguments: [
        ("充电桩怎么报修", ["充电桩", "充电", "怎么", "报修"]),
        ("武汉市长江大桥", ["武汉市", "武汉", "长江大桥", "长江", "大桥"]),
        ("故障代码怎么处理", ["故障代码", "故障", "代码", "怎么", "处理"]),
        ("研究生命的起源", ["研究", "生命", "起源"]),
        ("增值税专用发票", ["增值税", "增值", "专用发票", "专用", "发票"]),
        ("的", []),
    ])
    func cutsHanIntoLikelyWords(text: String, words: [String]) {
        #expect(terms(text, [.word]) == words)
    }

    @Test(arguments: [
        ("Charging stations charged", ["charg", "station"]),
        ("returns, returned & returning", ["return"]),
        ("Do you deliver abroad?", ["do", "you", "deliv", "abroad"]),
        ("Привет мир", ["привет", "мир"]),
        ("café", ["café"]),
    ])
    func wordsOfAlphabetsAreStemmed(text: String, stems: [String]) {
        #expect(terms(text, [.latin]) == stems)
    }

    @Test(
        arguments: [
            ("报E-103故障", ["e103", "103"], []),
            ("kf120dc", ["kf120dc", "120"], ["kf", "dc"]),
            ("320 KW", ["320kw", "320"], ["kw"]),
            ("10-20kW", ["10-20kw", "10", "20", "20kw"], ["kw"]),
            ("1.5", ["1.5"], []),
            ("v2.1.5", ["v2.1.5", "2.1.5"], []),
            ("iPhone 13", ["13"], ["iphon"]),
        ] as [(String, [String], [String])])
    func codesGiveThemselvesAndTheirParts(text: String, codes: [String], letters: [String]) {
        #expect(terms(text, [.code]) == codes)
        #expect(terms(text, [.latin]) == letters)
    }

    @Test func aUnitIsFoundByItsChineseNameAsWell() {
        #expect(terms("120kW", [.bigram]) == ["千瓦"])
        #expect(terms("24h", [.bigram]) == ["小时"])
    }

    @Test func kanaAndHangulGivePairs() {
        #expect(terms("サポート", [.bigram]) == ["サポ", "ポー", "ート"])
        #expect(terms("한국어", [.bigram]) == ["한국", "국어"])
        #expect(terms("サポート", [.unigram]) == [])
        #expect(terms("の", [.unigram]) == ["の"])
    }

    @Test func aTermIsCountedNotRepeated() {
        let terms = analyzer.analyze("充电充电").terms
        #expect(terms.first { $0.text == "充电" && $0.kind == .bigram }?.count == 2)
        #expect(Set(terms).count == terms.count)
    }

    @Test func theIndexHoldsEachTermOnce() {
        let indexed = analyzer.indexed("充电桩充电桩 E103")
        #expect(indexed == IndexedText(key: "充电桩充电桩e103", terms: "充 充电 电 电桩 桩 桩充 充电桩 e103 103"))
    }

    @Test func endlessRunsGiveTermsOfBoundedLength() {
        let code = String(repeating: "a1", count: 50_000)
        let word = String(repeating: "ab", count: 50_000)
        for term in analyzer.analyze(code + " " + word).terms {
            #expect(term.text.unicodeScalars.count <= TermCollector.longestTerm)
        }
    }

    @Test(arguments: [
        ("冲电桩", "充电桩"), ("冲电庄", "充电桩"), ("宝修", "保修"), ("发飘", "发票"),
    ])
    func aTypingErrorKeepsThePinyin(wrong: String, right: String) {
        #expect(analyzer.analyze(wrong).pinyin == analyzer.analyze(right).pinyin)
    }

    @Test func pinyinPairsEndWhereHanEnds() {
        #expect(analyzer.analyze("充电桩e103报修").pinyin == ["chong'dian", "dian'zhuang", "bao'xiu"])
        #expect(analyzer.analyze("充电充电").pinyin == ["chong'dian", "dian'chong"])
    }

    @Test(
        arguments: [
            ("怎么退货", .chinese), ("how to return", .english), ("退 return", .chinese),
            ("E103", .english),
            ("", .english),
        ] as [(String, Language)])
    func answersInTheLanguageOfTheText(text: String, language: Language) {
        #expect(analyzer.analyze(text).language == language)
    }
}
