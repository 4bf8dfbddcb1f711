public import KefuDomain

/// The one text pipeline, for indexing and for asking.
///
/// It is cheap to copy and may be used from any thread. See `KeyWriter` for what a key keeps.
public struct Analyzer: TextAnalysis {
    /// Changes whenever the same text may yield another key or other terms.
    public static let version = 1

    private let rules: VocabularyRules?

    /// - Parameter vocabulary: the operator's synonyms and ignorable words, which `analyze` applies.
    public init(vocabulary: Vocabulary = .empty) {
        rules = VocabularyRules(vocabulary)
    }

    public var version: Int { Self.version }

    /// The normalised text: equal keys mean the same question. It ignores the vocabulary, and is
    /// empty for a text without letters, digits or characters.
    public func key(_ text: String) -> String {
        String(scalars: KeyWriter.key(of: Folded(text)))
    }

    /// All that retrieval needs of a text, with the vocabulary applied.
    public func analyze(_ text: String) -> AnalyzedText {
        let folded = Folded(text)
        let plain = KeyWriter.key(of: folded)
        let (key, alternatives) = rules?.apply(to: plain) ?? (plain, [])
        return AnalyzedText(
            key: String(scalars: key),
            scalars: key,
            terms: TermCollector.terms(of: key),
            pinyin: Pinyin.pairs(of: key),
            language: folded.kinds.contains(.han) ? .chinese : .english,
            alternatives: alternatives.map { String(scalars: $0) })
    }

    /// The key and the terms for a plain index; it ignores the vocabulary.
    ///
    /// A Han word of two characters is there once, as its bigram.
    public func indexed(_ text: String) -> IndexedText {
        let key = KeyWriter.key(of: Folded(text))
        var terms = ""
        for term in TermCollector.terms(of: key) where !term.isBigramWord {
            if !terms.isEmpty { terms += " " }
            terms += term.text
        }
        return IndexedText(key: String(scalars: key), terms: terms)
    }
}

extension Term {
    /// Whether this word is among the bigrams as well.
    fileprivate var isBigramWord: Bool {
        kind == .word && text.unicodeScalars.count == 2
    }
}
