import Testing

@testable import KefuText

struct AtomsTests {
    private func atoms(_ text: String) -> Atoms {
        Atoms(key: Analyzer().analyze(text).scalars)
    }

    private func words(of atoms: Atoms) -> [String] {
        atoms.words.map { Lexicon.text(of: atoms.scalars(of: $0.range)) }
    }

    @Test(arguments: [
        ("充电桩怎么安装", ["充电桩", "怎么", "安装"]),
        ("320kW的枪", ["320", "kw", "的", "枪"]),
        ("故障代码E103", ["故障代码", "e", "103"]),
        ("resetting 1.5 cards", ["reset", "1.5", "card"]),
        ("", []), ("。！？", []),
    ])
    func cutsATextIntoWords(text: String, expected: [String]) {
        #expect(words(of: atoms(text)) == expected)
    }

    @Test(arguments: ["充电桩怎么安装，320kW", "mixed 中文 and English 3.5mm", "a1b2c3", "カタカナ한국어"])
    func leavesNoGapsBetweenWords(text: String) {
        let atoms = atoms(text)
        var next = 0
        for word in atoms.words {
            #expect(word.start == next)
            next = word.range.upperBound
        }
        #expect(next == atoms.ids.count)
        #expect(atoms.kinds.count == atoms.ids.count && atoms.sounds.count == atoms.ids.count)
    }

    @Test func soundsAlikeWhatIsReadAlike() {
        #expect(atoms("充电桩").sounds == atoms("冲电装").sounds)
        #expect(atoms("充电桩").ids != atoms("冲电装").ids)
    }

    @Test func keepsWithinItsLimits() {
        let key = Analyzer().analyze(String(repeating: "充电桩安装", count: 100)).scalars
        let atoms = Atoms(key: key, limit: 50, wordLimit: 20)
        #expect(atoms.ids.count == 50)
        #expect(atoms.words.last?.range.upperBound == 20)
    }

    @Test(arguments: [
        ("北京", WordClass.name), ("问题", .noun), ("安装", .verb), ("的", .function),
        ("非常", .quality), ("今天", .number),
    ])
    func knowsTheClassOfAWord(word: String, expected: WordClass) {
        #expect(Lexicon.wordClass(of: word.unicodeScalars.map(\.value)[...]) == expected)
    }
}
