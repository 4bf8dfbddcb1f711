/// What indexing and asking need to know of a text; one analysis serves both.
public struct IndexedText: Sendable, Hashable {
    /// The normalised text: equal keys mean the same question.
    public let key: String
    /// The index terms, separated by single spaces, each once.
    public let terms: String

    public init(key: String, terms: String) {
        self.key = key
        self.terms = terms
    }
}

/// The seam between the store and the text pipeline, which the store must not import.
public protocol TextAnalysis: Sendable {
    /// Changes whenever the same text may yield another key or other terms.
    var version: Int { get }
    func indexed(_ text: String) -> IndexedText
}
