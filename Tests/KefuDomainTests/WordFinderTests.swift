import Testing

@testable import KefuDomain

struct WordFinderTests {
    private func found(_ words: [String], in text: String) -> [Int] {
        var found: [Int] = []
        _ = WordFinder(words).search(Array(text.utf8)) { index, range in
            #expect(Array(text.utf8)[range].elementsEqual(words[index].utf8))
            found.append(index)
            return false
        }
        return found
    }

    @Test func findsWordsWhereverTheyStand() {
        #expect(found(["报价", "价格", "报", "kw"], in: "报价格 320kw kw") == [0, 2, 1, 3, 3])
        #expect(found([], in: "报价") == [])
        #expect(found(["报价"], in: "") == [])
        #expect(found(["报价单"], in: "报价") == [])
    }

    @Test func emptyAndEqualWordsAreFoundOnceOrNever() {
        #expect(found(["", "价", "价"], in: "价价") == [1, 1])
    }

    @Test func endsWhereItIsToldTo() {
        var count = 0
        let hasEnded = WordFinder(["a"]).search(Array("aaa".utf8)) { _, _ in
            count += 1
            return count == 2
        }
        #expect(hasEnded && count == 2)
    }

    @Test func latinWordsAreWhole() {
        let text = KeyText("exw价格 fobs 2fob3")
        let finder = WordFinder(["exw", "fob", "格", "obs"])
        #expect(text.occurring(finder) == [0, 1, 2])
        #expect(text.contains(any: WordFinder(["obs"])) == false)
    }

    /// As one word after another would be found, in texts of few letters.
    @Test func findsWhatPlainSearchFinds() {
        var random = SystemRandomNumberGenerator()
        func text(_ length: Int) -> String {
            String(
                (0..<length).map { _ in
                    Character(["a", "b", "价", "格"].randomElement(using: &random) ?? "a")
                })
        }
        for _ in 0..<500 {
            let words = Set((0..<6).map { _ in text(Int.random(in: 1...3)) }).sorted()
            let whole = text(Int.random(in: 0...12))
            let expected = words.indices.filter { whole.contains(words[$0]) }
            #expect(Set(found(words, in: whole)).sorted() == expected, "\(words) in \(whole)")
        }
    }
}
