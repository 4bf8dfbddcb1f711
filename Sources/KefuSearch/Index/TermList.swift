package import CXapian

/// Index terms in the packed form that the shim takes. `kefu-bench` measures with the same terms.
package struct TermList {
    private(set) var bytes: [CChar] = []
    private(set) var ends: [UInt32] = []
    /// How often each term occurs in its text.
    package private(set) var counts: [UInt32] = []

    package init() {}

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    /// Adds a term within a field. Terms too long for Xapian keep their place and match nothing.
    package mutating func append(_ term: String, in field: TermField, count: Int = 1) {
        if let prefix = field.prefix { bytes.append(CChar(bitPattern: prefix)) }
        for byte in term.utf8 { bytes.append(CChar(bitPattern: byte)) }
        ends.append(UInt32(bytes.count))
        counts.append(UInt32(clamping: count))
    }

    /// Lends the list to a call of the shim.
    package func withTerms<T>(_ body: (kxapian_terms) throws -> T) rethrows -> T {
        try bytes.withUnsafeBufferPointer { bytes in
            try ends.withUnsafeBufferPointer { ends in
                try body(
                    kxapian_terms(
                        bytes: bytes.baseAddress, ends: ends.baseAddress, count: ends.count))
            }
        }
    }
}

/// The fields of the index: the one list that indexing and asking read.
package enum TermField: CaseIterable {
    /// Bigrams, words, Latin stems, codes and unigrams of questions, variants, titles and passages.
    case text
    /// Toneless pinyin syllable pairs of the same.
    case pinyin
    /// The terms of answers, in documents of their own: they widen a search that found little.
    case answer

    /// Capital letters begin prefixes: text terms are case-folded and never hold one.
    var prefix: UInt8? {
        switch self {
        case .text: nil
        case .pinyin: UInt8(ascii: "P")
        case .answer: UInt8(ascii: "A")
        }
    }
}
