public import KefuDomain

/// What retrieval knows of a text.
public struct AnalyzedText: Sendable {
    /// The normalised text, with the vocabulary applied: ignored words are gone, synonyms are replaced
    /// by the first word of their group. Empty for a text without letters, digits or characters.
    public let key: String
    /// The Unicode scalars of `key`.
    public let scalars: [UInt32]
    /// The index terms of `key`: distinct, in the order of their first appearance by kind of run.
    public let terms: [Term]
    /// The pairs of adjacent Han characters of `key` as toneless syllables (`chong'dian`), distinct.
    public let pinyin: [String]
    /// The language to answer in: Chinese when the text holds a Han character.
    public let language: Language
    /// Other keys to look for: `key` with a synonym group's other members put in, at most eight.
    public let alternatives: [String]
}

/// One index term, and how often the text holds it.
public struct Term: Sendable, Hashable {
    public let text: String
    public let kind: TermKind
    public let count: Int

    public init(text: String, kind: TermKind, count: Int) {
        self.text = text
        self.kind = kind
        self.count = count
    }
}

/// What a term is made of. A Han word of two characters appears as a bigram and as a word.
public enum TermKind: Sendable, Hashable, CaseIterable {
    /// A Han character, or one of a lone kana or Hangul.
    case unigram
    /// Two adjacent Han, kana or Hangul characters.
    case bigram
    /// A Han word of the lexicon: as the text is cut, or inside such a word.
    case word
    /// The stem of a word in an alphabet.
    case latin
    /// A run with a digit, such as `e103`, `320kw`, `1.5`, and the numbers inside it.
    case code
}
