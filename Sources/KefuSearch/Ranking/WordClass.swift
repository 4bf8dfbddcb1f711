import KefuText

/// What a word contributes to the meaning of a question.
enum WordClass: Sendable {
    /// A person, a place, an organisation, a brand.
    case name
    case noun, verb
    /// Adjectives and adverbs.
    case quality
    case number
    /// Particles, pronouns, prepositions, and all English words.
    case function
}

extension MatchText {
    func wordClass(of word: Atoms.Word) -> WordClass {
        switch atoms.kinds[word.start] {
        case .number: .number
        case .letters: .function
        case .character: WordClass(of: atoms.ids[word.range])
        }
    }
}

extension WordClass {
    /// The class of a Han word.
    init(of word: ArraySlice<UInt32>) {
        self = .noun
    }
}
