import Testing

@testable import KefuDomain

/// The one reader of numbers in Chinese characters, and those who use it.
struct HanNumberTests {
    private func read(_ text: String) -> HanNumber? {
        let scalars = text.unicodeScalars.map(\.value)
        return HanNumber.read(at: 0) { $0 < scalars.count ? scalars[$0] : nil }
    }

    @Test(
        arguments: [
            ("十二", 12), ("两千三百", 2300), ("一百二", 120), ("二零二六", 2026), ("一万五", 15_000),
            ("三十台", 30), ("七千瓦", 7), ("一百二十千瓦", 120), ("百", 100), ("叁佰", 300), ("〇", 0),
            ("一千零五", 1005), ("十万", 100_000),
        ] as [(String, Int)])
    func readsWholeNumbers(text: String, value: Int) {
        #expect(read(text)?.whole == value)
    }

    @Test func knowsWhatIsNoOneNumber() {
        #expect(read("两三台") == HanNumber(count: 2, value: 2, upper: 3, isVague: false))
        #expect(read("十几台")?.isVague == true)
        #expect(read("几十")?.isVague == true)
        #expect(read("两个半")?.count == 1)
        #expect(read("半")?.value == 0.5 && read("半")?.whole == nil)
        #expect(read("千瓦") == nil && read("万一坏了") == nil && read("台") == nil)
        #expect(read("一二三四五六七八九一")?.value == nil)
    }

    @Test func factsAndEvidenceReadThemAlike() {
        let facts = Fact.all(in: FoldedText("一百二十千瓦的要两三台"))
        #expect(facts.map(\.value) == ["120kw", "2-3台"])
        #expect(Fact.all(in: FoldedText("几台半价千瓦")).isEmpty)
        #expect(HardEvidence.kinds(in: "要一万五千套") == [.quantity])
        #expect(HardEvidence.kinds(in: "零件坏了") == [])
        #expect(HardEvidence.kinds(in: "十几台") == [])
    }
}
