import KefuText
import Testing

@testable import KefuSearch

struct RarityTests {
    private let common = Lexicon.rarity(of: "的")
    private let rare = Lexicon.rarity(of: "桩")

    @Test func aSmallBaseLeavesGeneralUsageInForce() {
        let model = RarityModel(entries: 60, passages: 0, texts: 60)
        // None of sixty entries holds 的; forty hold 桩. 的 is the commoner one all the same.
        #expect(
            model.rarity(frequency: 0, background: common)
                < model.rarity(frequency: 40, background: rare))
    }

    @Test func aLargeBaseOutweighsIt() {
        let model = RarityModel(entries: 100_000, passages: 0, texts: 100_000)
        #expect(
            model.rarity(frequency: 10, background: common)
                > model.rarity(frequency: 60_000, background: rare))
    }

    @Test(arguments: [0, 1, 60, 100_000])
    func isFiniteAndFallsWithTheFrequency(texts: Int) {
        let model = RarityModel(entries: texts, passages: texts / 3, texts: texts)
        var last = Float.infinity
        for frequency in Set([0, 1, texts / 2, texts]).sorted() where frequency <= texts {
            let rarity = model.rarity(frequency: frequency, background: rare)
            #expect(rarity >= 0 && rarity.isFinite)
            #expect(rarity <= last)
            last = rarity
        }
    }

    @Test func remembersUntilTheBaseHasChanged() {
        let cache = RarityCache()
        let text = MatchText(question: Array("充电桩".unicodeScalars.map(\.value)))
        var asked = 0
        func total(texts: Int, generation: Int, frequency: Int) -> Float {
            let rarities = cache.rarities(
                of: text.atoms, in: .all,
                model: RarityModel(entries: texts, passages: 0, texts: texts),
                generation: generation
            ) { terms in
                asked += terms.count
                return [Int](repeating: frequency, count: terms.count)
            }
            #expect(rarities.atoms.count == 3 && rarities.pairs.count == 2)
            return rarities.atoms.reduce(0, +)
        }
        let first = total(texts: 1000, generation: 1, frequency: 1)
        let count = asked
        #expect(total(texts: 1005, generation: 1, frequency: 900) == first)
        #expect(asked == count)
        #expect(total(texts: 2000, generation: 1, frequency: 900) < first)
        #expect(total(texts: 2000, generation: 2, frequency: 1) > first)
    }
}
