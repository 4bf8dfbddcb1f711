import KefuDomain
import Testing

@testable import KefuText

@Suite struct VocabularyTests {
    private func analyze(_ text: String, _ synonyms: [[String]], ignored: [String] = [])
        -> AnalyzedText
    {
        Analyzer(vocabulary: Vocabulary(synonyms: synonyms, ignored: ignored)).analyze(text)
    }

    @Test func synonymsBecomeTheFirstWordOfTheirGroup() {
        let text = analyze("充電器怎么报修", [["充电桩", "充电器", "充电设备"]])
        #expect(text.key == "充电桩怎么报修")
        #expect(text.alternatives == ["充电器怎么报修", "充电设备怎么报修"])
        #expect(text.terms.contains { $0.text == "充电桩" })
        #expect(text.scalars == text.key.unicodeScalars.map(\.value))
    }

    @Test func theLongestSynonymWins() {
        #expect(analyze("充电桩", [["终端", "充电"], ["设备", "充电桩"]]).key == "设备")
    }

    @Test func aSynonymInsideItsOwnGroupIsReplacedOnce() {
        #expect(analyze("电桩", [["充电桩", "桩", "电桩"]]).key == "充电桩")
        #expect(analyze("充电桩", [["充电桩", "桩", "电桩"]]).key == "充电桩")
    }

    @Test func groupsThatShareAWordAreOne() {
        let groups = [["甲", "乙"], ["丙", "丁"], ["丁", "乙"]]
        for word in ["甲", "乙", "丙", "丁"] { #expect(analyze(word, groups).key == "甲") }
    }

    @Test func circlesEnd() {
        let groups = [["甲", "乙"], ["乙", "甲"], ["甲", "甲"], [], [""], ["？"]]
        #expect(analyze("甲乙丙", groups).key == "甲甲丙")
    }

    @Test func latinWordsMatchAsWholeWords() {
        let groups = [["refund", "money back"], ["ac", "air conditioner"]]
        #expect(analyze("Can I get my MONEY-back?", groups).key == "can i get my refund")
        #expect(analyze("moneybacks", groups).key == "moneybacks")
        #expect(analyze("an ac, a mac", groups).key == "an ac a mac")
        #expect(analyze("air conditioner坏了", groups).key == "ac坏了")
    }

    @Test func numbersMatchAsWhole() {
        #expect(analyze("103 1034 e103", [["故障", "103"]]).key == "故障1034 e103")
    }

    @Test func ignoredWordsVanish() {
        #expect(analyze("星辰能源的充电桩", [], ignored: ["星辰能源"]).key == "的充电桩")
        #expect(analyze("the Acme charger", [], ignored: ["ACME"]).key == "the charger")
        #expect(analyze("a Acme b", [], ignored: ["acme"]).key == "a b")
    }

    @Test func aTextOfIgnoredWordsOnlyStays() {
        #expect(analyze("星辰能源", [], ignored: ["星辰能源"]).key == "星辰能源")
    }

    @Test func ignoringBeatsReplacing() {
        #expect(analyze("请报修", [["修理", "请"]], ignored: ["请"]).key == "报修")
    }

    @Test func thereAreAtMostEightAlternatives() {
        let group = (0..<20).map { "桩\(Character(Unicode.Scalar(UInt8(97 + $0))))" }
        let text = analyze("桩a和桩b", [group])
        #expect(text.alternatives.count == 8)
        #expect(Set(text.alternatives).count == 8)
    }

    @Test func thePlainKeyAndTheIndexIgnoreTheVocabulary() {
        let analyzer = Analyzer(vocabulary: Vocabulary(synonyms: [["甲", "乙"]], ignored: ["丙"]))
        #expect(analyzer.key("乙丙") == "乙丙")
        #expect(analyzer.indexed("乙丙").key == "乙丙")
    }

    @Test func analysingTheKeyAgainChangesNothing() {
        let groups = [["charging pile", "充电桩", "充电器"], ["1.5kw", "小功率"]]
        let analyzer = Analyzer(vocabulary: Vocabulary(synonyms: groups, ignored: ["acme"]))
        for text in ["充电器acme坏了", "小功率 acme 充电桩", "acme 3 充电器 kw", "x acme-3"] {
            let once = analyzer.analyze(text)
            let twice = analyzer.analyze(once.key)
            #expect(twice.key == once.key)
            #expect(twice.terms == once.terms)
            #expect(twice.alternatives == once.alternatives)
        }
    }
}
