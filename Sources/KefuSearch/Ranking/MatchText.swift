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
    /// A passage's headings; `nil` for a question.
    let heading: Atoms?
    /// How much each atom counts; empty for a passage. See `Phrasing`.
    let emphasis: [Float]
    /// Whether it is a passage rather than a question.
    let isPassage: Bool
    /// The sounds of every two neighbours, sorted; empty for a passage.
    let soundPairs: [UInt64]

    var count: Int { atoms.ids.count }

    /// A question.
    /// - Parameter key: as `Analyzer.key` writes it.
    init(question key: [UInt32]) {
        self.key = key
        atoms = Atoms(key: Phrasing.canonical(key), limit: Self.maxAtoms)
        emphasis = Phrasing.emphasis(of: atoms)
        traits = QuestionTraits(of: key)
        heading = nil
        headingLength = 0
        isPassage = false
        soundPairs = Tally.pairs(of: atoms.sounds).sorted()
    }

    /// A passage with its headings in front. It is not cut into words: only q's are looked for.
    init(passage key: [UInt32], heading: [UInt32]) {
        self.key = key
        let heading = Atoms(key: Phrasing.canonical(heading), limit: Self.maxAtoms)
        atoms = Atoms(key: Phrasing.canonical(key), limit: 4 * Self.maxAtoms, wordLimit: 0)
        emphasis = []
        traits = .none
        self.heading = heading
        headingLength = min(heading.ids.count, atoms.ids.count)
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

    /// The same with what says nothing counting for less.
    /// - Parameter emphasis: one weight for each atom; empty leaves everything as it is.
    func emphasised(_ emphasis: [Float], words ranges: [Atoms.Word]) -> Rarities {
        guard !emphasis.isEmpty, emphasis.contains(where: { $0 != 1 }) else { return self }
        var result = self
        for place in result.atoms.indices { result.atoms[place] *= emphasis[place] }
        for place in result.pairs.indices {
            result.pairs[place] *= min(emphasis[place], emphasis[place + 1])
        }
        for (place, word) in ranges.enumerated() where place < result.words.count {
            let sum = emphasis[word.range].reduce(0, +)
            result.words[place] *= sum / Float(word.length)
        }
        return result
    }
}
