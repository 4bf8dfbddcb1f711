import CText

/// What is known of words beforehand: static tables inside the executable, without start-up cost.
///
/// Terms are looked up as the analyser writes them: folded, simplified, English as stems. The tables
/// come from `scripts/make-lexicon`, which names their sources.
public enum Lexicon {
    /// The rarity of a Han word, bigram or character that nobody counted, and the highest of all.
    public static let ceiling = 18.0
    /// The rarity of a Latin word outside the list of common ones: a name, or a rarer word.
    public static let unseenLatin = 11.0

    /// Background inverse frequency, -ln of the share among all terms of its kind: finite, above 0.
    ///
    /// Han words come from counts on the press, raised to estimates of what customers ask; the
    /// rarity of a bigram is that of the pair inside words or by chance. English has a list of some
    /// 600 common words, else `unseenLatin`. Numbers and codes count as rarer the longer they are:
    /// 7 for one digit to 13 from five characters on.
    public static func rarity(of term: String) -> Double {
        rarity(of: term.scalarValues[...])
    }

    /// Whether a folded text is a Han word of 1...6 characters, or a common English word or stem.
    public static func isWord(_ text: String) -> Bool {
        isWord(text.scalarValues[...])
    }

    /// The commonest reading of a Han character, toneless, ü written v; `nil` where none is known.
    public static func pinyin(of scalar: Unicode.Scalar) -> String? {
        let number = ktext_syllable(scalar.value)
        return number == 0 ? nil : String(cString: ktext_syllable_text(number))
    }

    /// The simplified form of a traditional character; any other scalar as it is.
    public static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(ktext_simplified(scalar.value)) ?? scalar
    }
}

extension Lexicon {
    private static let unit = Double(ktext_cost_unit)
    /// The cost for what no table holds.
    private static let unseenCost: UInt32 = 255

    static func isWord(_ scalars: ArraySlice<UInt32>) -> Bool {
        wordCost(scalars) != 0
    }

    /// -ln of the probability in twelfths, 1...255; 0 for what is no word.
    static func wordCost(_ scalars: ArraySlice<UInt32>) -> UInt32 {
        scalars.withUnsafeBufferPointer { ktext_word_cost($0.baseAddress, $0.count) }
    }

    static func rarity(of term: ArraySlice<UInt32>) -> Double {
        guard let head = term.first else { return ceiling }
        if term.contains(where: { ScalarKind(of: $0) == .digit }) {
            return min(13, 5.5 + 1.5 * Double(term.count))
        }
        guard ScalarKind(of: head) == .han else { return latinRarity(of: term) }
        switch term.count {
        case 1: return hanRarity(ktext_unigram_cost(head))
        case 2: return bigramRarity(head, term[term.startIndex + 1])
        default:
            let cost = wordCost(term)
            return hanRarity(cost == 0 ? unseenCost : cost)
        }
    }

    private static func hanRarity(_ cost: UInt32) -> Double {
        min(ceiling, Double(cost) / unit)
    }

    private static func bigramRarity(_ first: UInt32, _ second: UInt32) -> Double {
        let cost = ktext_bigram_cost(first, second)
        return hanRarity(cost != 0 ? cost : ktext_unigram_cost(first) + ktext_unigram_cost(second))
    }

    private static func latinRarity(of term: ArraySlice<UInt32>) -> Double {
        let cost = wordCost(term)
        return cost == 0 ? unseenLatin : Double(cost) / unit
    }
}
