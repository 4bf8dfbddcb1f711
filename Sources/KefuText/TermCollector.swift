import CText

/// Gathers the distinct terms of a key.
struct TermCollector {
    /// Terms longer than this are cut: no index keeps terms of any length.
    static let longestTerm = 40

    private let key: [UInt32]
    private let kinds: [ScalarKind]
    private var table: TermTable
    private var stemmer = Stemmer()
    private var segmenter = Segmenter()

    /// - Parameter key: as `KeyWriter` writes it.
    static func terms(of key: [UInt32]) -> [Term] {
        var collector = TermCollector(key)
        collector.collect()
        return collector.table.terms
    }

    private init(_ key: [UInt32]) {
        self.key = key
        kinds = key.map { ScalarKind(of: $0) }
        table = TermTable(capacity: key.count * 3)
    }

    private mutating func collect() {
        var place = 0
        while place < key.count {
            let start = place
            if Self.isCharacter(kinds[place]) {
                place = end(from: start) { Self.isCharacter($0) }
                addCharacters(start..<place)
            } else if key[place] == Signs.space {
                place += 1
            } else {
                place = end(from: start) { !Self.isCharacter($0) }
                addWord(start..<place)
            }
        }
    }

    /// Whether a scalar is indexed by itself and in pairs.
    private static func isCharacter(_ kind: ScalarKind) -> Bool {
        kind.isIdeographic || kind == .hangul
    }

    private func end(from start: Int, while isPart: (ScalarKind) -> Bool) -> Int {
        var end = start
        while end < key.count, key[end] != Signs.space, isPart(kinds[end]) { end += 1 }
        return end
    }
}

// MARK: - Han, kana, Hangul

extension TermCollector {
    private mutating func addCharacters(_ run: Range<Int>) {
        for place in run {
            if kinds[place] == .han || run.count == 1 { table.add(key[place...place], .unigram) }
            if place + 1 < run.upperBound { table.add(key[place...place + 1], .bigram) }
        }
        var start = run.lowerBound
        while start < run.upperBound {
            var end = start
            while end < run.upperBound, kinds[end] == .han { end += 1 }
            if end - start > 1 { addWords(start..<end) }
            start = max(end, start + 1)
        }
    }

    private mutating func addWords(_ run: Range<Int>) {
        var words: [Range<Int>] = []
        key.withUnsafeBufferPointer { scalars in
            segmenter.forEachWord(in: scalars, run) { words.append($0) }
        }
        for word in words {
            table.add(key[word], .word)
            if word.count > 2 { addPartsOf(word) }
        }
    }

    /// The shorter words inside a word.
    private mutating func addPartsOf(_ word: Range<Int>) {
        for start in word.lowerBound..<word.upperBound - 1 {
            for end in start + 2...word.upperBound where end - start < word.count {
                if Lexicon.isWord(key[start..<end]) { table.add(key[start..<end], .word) }
            }
        }
    }
}

// MARK: - Words and codes

extension TermCollector {
    private mutating func addWord(_ run: Range<Int>) {
        guard kinds[run].contains(.digit) else { return addLetters(run) }
        table.add(key[run].prefix(Self.longestTerm), .code)
        var place = run.lowerBound
        while place < run.upperBound {
            let start = place
            switch kinds[place] {
            case .digit:
                place = endOfNumber(from: start, in: run)
                addNumber(start..<place, in: run)
            case .letter:
                place = endOfLetters(from: start, in: run)
                if place - start > 1 { addLetters(start..<place) }
            default: place += 1
            }
        }
    }

    private func endOfNumber(from start: Int, in run: Range<Int>) -> Int {
        var end = start
        while end < run.upperBound,
            kinds[end] == .digit || (key[end] == Signs.point && end + 1 < run.upperBound)
        {
            end += 1
        }
        return end
    }

    private func endOfLetters(from start: Int, in run: Range<Int>) -> Int {
        var end = start
        while end < run.upperBound, kinds[end] == .letter || kinds[end] == .mark { end += 1 }
        return end
    }

    /// A number inside a run: by itself, with its unit, and the unit's Chinese name.
    private mutating func addNumber(_ number: Range<Int>, in run: Range<Int>) {
        if number != run { table.add(key[number].prefix(Self.longestTerm), .code) }
        let unitEnd = endOfLetters(from: number.upperBound, in: run)
        guard unitEnd > number.upperBound,
            let name = UnitTable.shared.name(of: key[number.upperBound..<unitEnd])
        else { return }
        let measure = number.lowerBound..<unitEnd
        if measure != run { table.add(key[measure].prefix(Self.longestTerm), .code) }
        if name.count > 1 { table.add(name[...], name.count == 2 ? .bigram : .word) }
    }

    private mutating func addLetters(_ run: Range<Int>) {
        let letters = key[run].prefix(Self.longestTerm)
        table.add(stemmer.stem(of: letters), .latin)
    }
}

/// The English stemmer of one analysis, made when the first word needs it.
private final class Stemmer {
    private var handle: OpaquePointer?

    deinit { ktext_stemmer_free(handle) }

    /// The stem of a word in ASCII letters; any other word as it is.
    func stem(of letters: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        guard letters.count > 2, !letters.contains(where: { $0 >= 0x80 }) else { return letters }
        if handle == nil { handle = ktext_stemmer_new() }
        guard let handle else { return letters }
        var word = letters.map { CChar(truncatingIfNeeded: $0) }
        let length = ktext_stem(handle, &word, word.count)
        return word.prefix(length).map { UInt32(UInt8(bitPattern: $0)) }[...]
    }
}
