import KefuText

/// Cuts questions from passages: a clause with one thing in it asked for.
struct Cutting {
    /// Words of a clause that a question keeps.
    private static let words = 6...14
    /// How likely each word is left out.
    private static let loss = 0.2

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// - Returns: `nil` when the text has no clause that is long enough.
    mutating func question(from text: String, analyzer: Analyzer) -> String? {
        let clauses = text.split { Self.ends.contains($0) }
        let telling = clauses.filter { (8...400).contains($0.unicodeScalars.count) }
        guard let clause = telling.randomElement(using: &generator) else { return nil }
        let all = KeyWords(analyzer.key(String(clause)))
        guard all.count >= 4 else { return nil }
        let count = min(all.count, Int.random(in: Self.words, using: &generator))
        let start = Int.random(in: 0...all.count - count, using: &generator)
        var words = all.slice(start..<start + count)
        askForPart(of: &words)
        for place in stride(from: words.count - 1, through: 0, by: -1)
        where words.count > 3 && generator.happens(Self.loss) {
            words.remove(at: place)
        }
        return words.text
    }

    /// Puts a question word in the place of one to three words.
    private mutating func askForPart(of words: inout KeyWords) {
        let choices = words.isHan ? Self.hanQuestions : Self.englishQuestions
        guard let asked = choices.randomElement(using: &generator) else { return }
        let length = min(words.count - 2, Int.random(in: 1...3, using: &generator))
        let place = Int.random(in: 0...words.count - length, using: &generator)
        for _ in 1..<max(1, length) { words.remove(at: place) }
        words.replace(at: place, with: asked.unicodeScalars.map(\.value))
    }

    private static let ends = Set<Character>("。，；：！？、,.;:!?\n（）()「」“”\"")
    private static let hanQuestions = ["什么", "谁", "哪里", "什么时候", "多少", "哪个", "怎么"]
    private static let englishQuestions = [
        "what", "who", "where", "when", "how many", "which", "how",
    ]
}
