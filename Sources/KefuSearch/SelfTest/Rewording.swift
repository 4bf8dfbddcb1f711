import KefuText

/// Words a question otherwise, as customers do: words dropped or swapped, other words for the same,
/// courtesies, typing errors.
struct Rewording {
    /// How many changes, one of these at random.
    private static let changes = [1, 2, 2, 3]

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// - Returns: `nil` when nothing but the same question came of it.
    mutating func reworded(_ question: String, analyzer: Analyzer) -> String? {
        let key = analyzer.key(question)
        var words = KeyWords(key)
        guard !words.isEmpty else { return nil }
        for _ in 0..<(Self.changes.randomElement(using: &generator) ?? 1) { change(&words) }
        let text = words.text
        return text.isEmpty || analyzer.key(text) == key ? nil : text
    }

    private mutating func change(_ words: inout KeyWords) {
        switch Double.random(in: 0..<1, using: &generator) {
        case ..<0.30: drop(from: &words)
        case ..<0.45: addCourtesy(to: &words)
        case ..<0.70: replacePhrase(in: &words)
        case ..<0.85: swap(in: &words)
        default: misspell(in: &words)
        }
    }

    private mutating func drop(from words: inout KeyWords) {
        guard words.count > 2 else { return }
        words.remove(at: Int.random(in: 0..<words.count, using: &generator))
    }

    private mutating func swap(in words: inout KeyWords) {
        guard words.count > 2 else { return }
        let place = Int.random(in: 0..<words.count - 1, using: &generator)
        words.swap(place)
    }

    private mutating func addCourtesy(to words: inout KeyWords) {
        let phrases = words.isHan ? Self.hanCourtesies : Self.englishCourtesies
        if generator.happens(0.5), let phrase = phrases.before.randomElement(using: &generator) {
            words.prepend(phrase)
        } else if let phrase = phrases.after.randomElement(using: &generator) {
            words.append(phrase)
        }
    }

    /// Another phrase with the same meaning.
    private mutating func replacePhrase(in words: inout KeyWords) {
        let phrases = Phrasing.synonyms(in: words.text)
        guard let (phrase, others) = phrases.randomElement(using: &generator),
            let other = others.randomElement(using: &generator)
        else { return }
        words = KeyWords(words.text.replacing(phrase, with: other))
    }

    private mutating func misspell(in words: inout KeyWords) {
        let place = Int.random(in: 0..<words.count, using: &generator)
        var letters = words.scalars(at: place)
        let letter = Int.random(in: 0..<letters.count, using: &generator)
        if words.isHan(at: place) {
            guard let other = Homophones.other(for: letters[letter], using: &generator) else {
                return
            }
            letters[letter] = other
        } else {
            guard letters.count > 3 else { return }
            letters.remove(at: letter)
        }
        words.replace(at: place, with: letters)
    }

    private static let hanCourtesies = (
        before: ["请问", "你好", "您好请问", "我想问一下", "麻烦问下", "亲", "那个", "想咨询一下", "在吗"],
        after: ["呢", "啊", "谢谢", "急", "吗", "麻烦了", "求解", "呀", "了"]
    )
    private static let englishCourtesies = (
        before: ["hi", "please", "hello", "can you tell me", "i want to know", "hey"],
        after: ["please", "thanks", "thank you", "asap", "help"]
    )
}

/// Other characters that sound like one.
private enum Homophones {
    /// Common characters by their syllable.
    private static let bySound: [String: [UInt32]] = {
        var table: [String: [UInt32]] = [:]
        for value in UInt32(0x4E00)...0x9FA5 {
            guard let scalar = Unicode.Scalar(value), Lexicon.simplified(scalar) == scalar,
                Lexicon.rarity(of: String(scalar)) < 9, let sound = Lexicon.pinyin(of: scalar)
            else { continue }
            table[sound, default: []].append(value)
        }
        return table
    }()

    static func other(
        for character: UInt32, using generator: inout SeededGenerator
    ) -> UInt32? {
        guard let scalar = Unicode.Scalar(character), let sound = Lexicon.pinyin(of: scalar)
        else { return nil }
        return bySound[sound]?.filter { $0 != character }.randomElement(using: &generator)
    }
}
