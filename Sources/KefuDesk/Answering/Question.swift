import KefuDomain
import KefuText

/// A customer's question as the rules and the wording of the reply need it.
struct Question: Sendable {
    let text: String
    /// The normalised text; empty when it has neither letters nor digits.
    let key: String
    let language: Language

    /// Nothing but emoji and the like: a courtesy. `???` is none.
    var isEmojiOnly: Bool { Self.isEmojiOnly(text, key: key) }

    static func isEmojiOnly(_ text: String, key: String) -> Bool {
        key.isEmpty && text.unicodeScalars.contains { $0.properties.isEmoji && $0.value > 0xFF }
    }

    /// No question that anything could answer: only punctuation, a bare number, or the same few
    /// letters over and over.
    var saysTooLittle: Bool {
        if key.isEmpty { return !isEmojiOnly }
        let isNumber = key.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
        if isNumber { return true }
        let letters = key.unicodeScalars
        return letters.count > 40 && Set(letters.prefix(2000)).count <= 4
    }
}

extension Question {
    /// - Parameter language: that of the reply when the text has no letters.
    init(_ text: String, otherwise language: Language) {
        let analysis = Analyzer().analyze(text)
        let hasLetters = analysis.key.unicodeScalars.contains { $0.properties.isAlphabetic }
        self.init(
            text: text, key: analysis.key, language: hasLetters ? analysis.language : language)
    }

    /// The question as it was understood, to be answered in this one's language.
    func completed(as text: String?) -> Question {
        guard let text else { return self }
        return Question(text: text, key: Analyzer().key(text), language: language)
    }
}
