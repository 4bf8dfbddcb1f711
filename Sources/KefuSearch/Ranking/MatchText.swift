import KefuText

/// A text prepared for being laid beside another one.
final class MatchText: Sendable {
    /// How many atoms of a text are compared; a longer one is compared by its beginning.
    static let maxAtoms = 512

    /// The normalised text.
    let key: [UInt32]
    let atoms: Atoms
    let traits: QuestionTraits
    /// How many of the atoms are a passage's headings; 0 for a question.
    let headingLength: Int
    /// Whether it is a passage rather than a question.
    let isPassage: Bool
    /// The sounds of every two neighbours, sorted; empty for a passage.
    let soundPairs: [UInt64]

    var count: Int { atoms.ids.count }

    /// A question.
    /// - Parameter key: as `Analyzer.key` writes it.
    init(question key: [UInt32]) {
        self.key = key
        atoms = Atoms(key: key, limit: Self.maxAtoms)
        traits = QuestionTraits(of: key)
        headingLength = 0
        isPassage = false
        soundPairs = Tally.pairs(of: atoms.sounds).sorted()
    }

    /// A passage with its headings in front. It is not cut into words: only q's are looked for.
    init(passage key: [UInt32], heading: [UInt32]) {
        self.key = key
        let headingLength = Atoms(key: heading, limit: Self.maxAtoms, wordLimit: 0).ids.count
        atoms = Atoms(key: key, limit: 4 * Self.maxAtoms, wordLimit: 0)
        traits = .none
        self.headingLength = min(headingLength, atoms.ids.count)
        isPassage = true
        soundPairs = []
    }
}

/// How rare each atom, each pair of neighbours and each word of a text is, in the order they have
/// in the text. Infrequent things weigh more.
struct Rarities: Sendable {
    var atoms: [Float] = []
    /// One less than there are atoms.
    var pairs: [Float] = []
    var words: [Float] = []
}
