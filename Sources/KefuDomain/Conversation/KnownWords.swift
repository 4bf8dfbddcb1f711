/// What the language knows of a message's words, whatever the trade: which name a place or a person,
/// which a thing, and which say something of one. Normalised.
public struct KnownWords: Sendable, Hashable {
    /// Places, people, brands.
    public var names: Set<String>
    /// Things.
    public var nouns: Set<String>
    /// What a thing does.
    public var verbs: Set<String>
    /// What a thing is like: adjectives and adverbs.
    public var qualities: Set<String>

    public init(
        names: Set<String> = [], nouns: Set<String> = [], verbs: Set<String> = [],
        qualities: Set<String> = []
    ) {
        self.names = names
        self.nouns = nouns
        self.verbs = verbs
        self.qualities = qualities
    }
}
