import CText

/// A key cut into the smallest pieces that can match: Han characters, stems, numbers.
///
/// Where index terms are a set, atoms keep their places, so that two texts can be laid side by side.
package struct Atoms: Sendable {
    package enum Kind: UInt8, Sendable {
        /// One Han, kana or Hangul character.
        case character
        /// The stem of a run of letters.
        case letters
        /// A number, with the signs inside it.
        case number
    }

    /// A Han word, a stem or a number: `length` atoms from `start` on.
    package struct Word: Sendable {
        package let start: Int
        package let length: Int

        package var range: Range<Int> { start..<start + length }
    }

    /// The letters of a stem, or the signs of a number.
    package struct Spelling: Sendable {
        package let id: UInt32
        package let scalars: [UInt32]
        /// A bit for each letter that occurs (by its low five bits), to tell apart what is unlike.
        package let letters: UInt32
    }

    /// Equal for equal atoms: the scalar of a character, else a digest with the kind in the top bits.
    package private(set) var ids: [UInt32] = []
    package private(set) var kinds: [Kind] = []
    /// Equal for characters that sound alike; the id itself where there is no reading.
    package private(set) var sounds: [UInt32] = []
    /// The atoms cut into words, without gaps.
    package private(set) var words: [Word] = []
    /// Of the distinct stems and numbers.
    package private(set) var spellings: [Spelling] = []

    /// - Parameters:
    ///   - key: as `Analyzer.key` writes it.
    ///   - limit: how many atoms to read at most.
    ///   - wordLimit: how many atoms to cut into words; none lie behind.
    package init(key: some Collection<UInt32>, limit: Int = .max, wordLimit: Int = .max) {
        let key = Array(key)
        var segmenter = Segmenter()
        let stemmer = ktext_stemmer_new()
        defer { ktext_stemmer_free(stemmer) }
        reserve(min(key.count, limit))
        var place = 0
        while place < key.count, ids.count < limit {
            let kind = ScalarKind(of: key[place])
            if kind == .han || kind == .kana || kind == .hangul {
                place = addCharacters(of: key, from: place, limit, wordLimit, &segmenter)
            } else if kind == .digit {
                place = addNumber(of: key, from: place)
            } else if kind == .letter {
                place = addLetters(of: key, from: place, stemmer)
            } else {
                place += 1
            }
        }
    }

    private mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        kinds.reserveCapacity(count)
        sounds.reserveCapacity(count)
        words.reserveCapacity(count / 2 + 1)
    }

    private mutating func add(_ id: UInt32, _ kind: Kind, sound: UInt32) {
        ids.append(id)
        kinds.append(kind)
        sounds.append(sound)
    }
}

extension Atoms {
    /// Sounds lie above all scalars and below all digests.
    private static let soundBase: UInt32 = 0x0100_0000
    private static let lettersTag: UInt32 = 0x4000_0000
    private static let numberTag: UInt32 = 0x8000_0000

    private mutating func addCharacters(
        of key: [UInt32], from start: Int, _ limit: Int, _ wordLimit: Int,
        _ segmenter: inout Segmenter
    ) -> Int {
        let first = ids.count
        var place = start
        while place < key.count, ids.count < limit {
            let scalar = key[place]
            let kind = ScalarKind(of: scalar)
            guard kind == .han || kind == .kana || kind == .hangul else { break }
            let syllable = ktext_syllable(scalar)
            add(scalar, .character, sound: syllable == 0 ? scalar : Self.soundBase + syllable)
            place += 1
        }
        let end = min(ids.count, wordLimit)
        if first < end { addWords(first..<end, &segmenter) }
        return place
    }

    private mutating func addWords(_ run: Range<Int>, _ segmenter: inout Segmenter) {
        var next = run.lowerBound
        var words = words
        ids.withUnsafeBufferPointer { scalars in
            segmenter.forEachWord(in: scalars, run) { word in
                while next < word.lowerBound {
                    words.append(Word(start: next, length: 1))
                    next += 1
                }
                words.append(Word(start: next, length: word.count))
                next = word.upperBound
            }
        }
        while next < run.upperBound {
            words.append(Word(start: next, length: 1))
            next += 1
        }
        self.words = words
    }

    private mutating func addNumber(of key: [UInt32], from start: Int) -> Int {
        var end = start
        while end < key.count, ScalarKind(of: key[end]) == .digit || isInside(end, of: key) {
            end += 1
        }
        addSpelled(Array(key[start..<end]), .number, tag: Self.numberTag)
        return end
    }

    /// Whether a sign stands between two digits.
    private func isInside(_ place: Int, of key: [UInt32]) -> Bool {
        key[place] == Signs.point && place + 1 < key.count
            && ScalarKind(of: key[place + 1]) == .digit
    }

    private mutating func addLetters(
        of key: [UInt32], from start: Int, _ stemmer: OpaquePointer?
    ) -> Int {
        var end = start
        var isASCII = true
        while end < key.count {
            let kind = ScalarKind(of: key[end])
            guard kind == .letter || kind == .mark else { break }
            if key[end] >= 0x80 { isASCII = false }
            end += 1
        }
        var letters = Array(key[start..<end].prefix(TermCollector.longestTerm))
        if isASCII, letters.count > 2, let stemmer {
            var word = letters.map { CChar(truncatingIfNeeded: $0) }
            let length = ktext_stem(stemmer, &word, word.count)
            letters = word.prefix(length).map { UInt32(UInt8(bitPattern: $0)) }
        }
        addSpelled(letters, .letters, tag: Self.lettersTag)
        return end
    }

    private mutating func addSpelled(_ spelling: [UInt32], _ kind: Kind, tag: UInt32) {
        // Source: Fowler, Noll, Vo, FNV-1a; 30 bits of it.
        var digest: UInt32 = 2_166_136_261
        for scalar in spelling { digest = (digest ^ scalar) &* 16_777_619 }
        let id = tag | (digest ^ digest >> 30) & 0x3FFF_FFFF
        if self.spelling(of: id) == nil {
            let letters = spelling.reduce(UInt32(0)) { $0 | 1 << ($1 & 31) }
            spellings.append(Spelling(id: id, scalars: spelling, letters: letters))
        }
        words.append(Word(start: ids.count, length: 1))
        add(id, kind, sound: id)
    }
}

extension Atoms {
    /// The spelling of a stem or number; `nil` for a character.
    package func spelling(of id: UInt32) -> Spelling? {
        id < Self.lettersTag ? nil : spellings.first { $0.id == id }
    }

    /// The scalars of some atoms, as the lexicon knows a term.
    package func scalars(of range: Range<Int>) -> [UInt32] {
        var scalars: [UInt32] = []
        for place in range {
            if let spelling = spelling(of: ids[place]) {
                scalars += spelling.scalars
            } else {
                scalars.append(ids[place])
            }
        }
        return scalars
    }
}

extension Lexicon {
    /// As `rarity(of:)`, for the scalars of a term.
    package static func rarity(ofScalars term: [UInt32]) -> Double { rarity(of: term[...]) }

    /// The text of some scalars.
    package static func text(of scalars: [UInt32]) -> String { String(scalars: scalars) }
}
