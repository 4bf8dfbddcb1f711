/// Puts the lines of one paragraph together.
enum Joining {
    /// The words of a document, which tell whether a hyphen at the end of a line is part of a word.
    struct Words: Sendable {
        private var known: Set<String> = []

        init() {}

        mutating func add(_ text: String) {
            // Long documents repeat their words; what comes late is rarely needed.
            guard known.count < 200_000 else { return }
            for word in text.split(whereSeparator: { !Self.isWordCharacter($0) }) {
                known.insert(word.lowercased())
            }
        }

        func contains(_ word: String) -> Bool { known.contains(word.lowercased()) }

        static func isWordCharacter(_ character: Character) -> Bool {
            guard let scalar = character.unicodeScalars.first, !Script.isWide(scalar) else {
                return false
            }
            return character.isLetter || character.isNumber || character == "-"
        }
    }

    /// Two lines as one text: nothing between Han characters, a space between words, and a word that
    /// was cut made whole.
    static func joined(_ upper: String, _ lower: String, words: Words = Words()) -> String {
        guard let last = upper.unicodeScalars.last, let first = lower.unicodeScalars.first else {
            return upper + lower
        }
        if last == "\u{AD}" { return String(upper.dropLast()) + lower }
        if last == "-" || last == "\u{2010}" {
            return unhyphenated(upper, lower, words: words)
        }
        if Script.isWide(last) || Script.isWide(first) { return upper + lower }
        return upper + " " + lower
    }

    private static func unhyphenated(
        _ upper: String, _ lower: String, words: Words
    ) -> String {
        let stem = upper.dropLast()
        let left = lastWord(of: stem)
        let right = lower.prefix(while: Words.isWordCharacter)
        guard let next = lower.first, next.isLowercase, left.last?.isLetter ?? false else {
            // A dash between words has a space before it; the hyphen of KX-7 has none.
            return stem.last == " " ? upper + " " + lower : upper + lower
        }
        let whole = left + right
        if words.contains(String(left + "-" + right)), !words.contains(String(whole)) {
            return upper + lower
        }
        return stem + lower
    }

    private static func lastWord(of text: Substring) -> String {
        String(text.reversed().prefix(while: Words.isWordCharacter).reversed())
    }
}
