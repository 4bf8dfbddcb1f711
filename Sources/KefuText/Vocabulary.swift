/// The operator's own knowledge of words.
public struct Vocabulary: Sendable, Equatable {
    /// Groups of words that mean the same; the first of a group stands for it.
    public let synonyms: [[String]]
    /// Words without meaning in this base, such as the company's own name.
    public let ignored: [String]

    public init(synonyms: [[String]], ignored: [String]) {
        self.synonyms = synonyms
        self.ignored = ignored
    }

    public static let empty = Vocabulary(synonyms: [], ignored: [])
}
