import KefuText

extension MatchText {
    /// The class of one of its words. English words, whose classes nobody listed, go with those that
    /// say little by themselves.
    func wordClass(of word: Atoms.Word) -> WordClass {
        switch atoms.kinds[word.start] {
        case .number: .number
        case .letters: .function
        case .character: Lexicon.wordClass(of: atoms.ids[word.range])
        }
    }
}
