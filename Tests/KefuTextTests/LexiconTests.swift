import Testing

@testable import KefuText

@Suite struct LexiconTests {
    @Test(arguments: [
        ("怎么", "报修"), ("的", "桩"), ("充电", "电桩"), ("什么", "什电"), ("you", "warranti"),
        ("refund", "kubernet"), ("7", "103"), ("20", "e103"), ("人民", "甪端"),
    ])
    func commonTermsAreLessRare(common: String, rare: String) {
        #expect(Lexicon.rarity(of: common) < Lexicon.rarity(of: rare))
    }

    @Test(arguments: ["", "的", "𠮷", "電", "甪端端甪", "zzzzzz", "1", "12345678901", "の", "한국", "😀"])
    func rarityIsFiniteAndPositive(term: String) {
        let rarity = Lexicon.rarity(of: term)
        #expect(rarity > 0 && rarity <= Lexicon.ceiling)
    }

    @Test func knowsWordsOfBothLanguages() {
        for word in ["充电", "充电桩", "发票", "的", "charg", "charge", "how"] {
            #expect(Lexicon.isWord(word), "\(word)")
        }
        for text in ["", "电怎", "xqzt", "充电桩怎么报"] { #expect(!Lexicon.isWord(text), "\(text)") }
    }

    @Test func readsCharacters() {
        #expect(Lexicon.pinyin(of: "充") == "chong")
        #expect(Lexicon.pinyin(of: "绿") == "lv")
        #expect(Lexicon.pinyin(of: "吗") == "ma")
        #expect(Lexicon.pinyin(of: "a") == nil)
    }

    @Test(arguments: [("樁", "桩"), ("後", "后"), ("電", "电"), ("乾", "干"), ("充", "充"), ("a", "a")])
    func simplifies(traditional: Unicode.Scalar, simple: Unicode.Scalar) {
        #expect(Lexicon.simplified(traditional) == simple)
    }

    @Test func simplifyingTwiceChangesNothing() {
        for value in UInt32(0x2E80)...0x323AF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let simple = Lexicon.simplified(scalar)
            #expect(Lexicon.simplified(simple) == simple, "U+\(value)")
        }
    }
}
