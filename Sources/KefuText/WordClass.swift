import CText

/// What a word contributes to the meaning of a question.
package enum WordClass: Sendable {
    /// A person, a place, an organisation, a brand.
    case name
    case noun, verb
    /// An adjective or adverb.
    case quality
    /// A number, a measure or a time.
    case number
    /// A particle, pronoun or preposition.
    case function
}

extension Lexicon {
    /// The class of a Han word; a word that nobody knows is most likely a noun.
    package static func wordClass(of word: ArraySlice<UInt32>) -> WordClass {
        switch word.withUnsafeBufferPointer({ ktext_word_class($0.baseAddress, $0.count) }) {
        case UInt32(ktext_name): .name
        case UInt32(ktext_verb): .verb
        case UInt32(ktext_quality): .quality
        case UInt32(ktext_number): .number
        case UInt32(ktext_function): .function
        default: .noun
        }
    }
}
