/// Many words, each with a tag, found in a text in one pass.
///
/// A word that begins or ends with a Latin letter stands alone: no other letter touches it. A space
/// in a word stands for a space or a hyphen.
struct WordTable<Tag: Sendable>: Sendable {
    /// A word of the table in a text.
    struct Mention: Sendable {
        let range: Range<Int>
        let tag: Tag
    }

    private struct Word: Sendable {
        let start: Int
        let count: Int
        let tag: Tag
    }

    /// The words that begin with one scalar: a slice of `words`, longest first.
    private struct Slot: Sendable {
        var first: UInt32 = 0
        var words: Range<Int32> = 0..<0
    }

    /// All words behind each other.
    private let letters: [UInt32]
    private let words: [Word]
    /// A hash table by first scalar, open, at most half full.
    private let slots: [Slot]
    private let shift: UInt32

    /// - Parameter lists: tags with their words, separated by `|` or line feeds.
    init(_ lists: [(Tag, String)]) {
        var all: [(scalars: [UInt32], tag: Tag)] = []
        for (tag, list) in lists {
            for word in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                all.append((Folding.folded(word), tag))
            }
        }
        all.sort { ($0.scalars[0], $1.scalars.count) < ($1.scalars[0], $0.scalars.count) }
        var letters: [UInt32] = []
        var words: [Word] = []
        for (scalars, tag) in all {
            words.append(Word(start: letters.count, count: scalars.count, tag: tag))
            letters += scalars
        }
        let firsts = Set(words.map { letters[$0.start] }).count
        let bits = max(1, UInt32((firsts * 2).bitWidth - (firsts * 2).leadingZeroBitCount))
        shift = 32 - bits
        self.letters = letters
        self.words = words
        slots = Self.slots(words, letters, count: 1 << Int(bits), shift: shift)
    }

    private static func slots(
        _ words: [Word], _ letters: [UInt32], count: Int, shift: UInt32
    ) -> [Slot] {
        var slots = [Slot](repeating: Slot(), count: count)
        for (place, word) in words.enumerated() {
            let first = letters[word.start]
            var slot = hash(first, shift)
            while slots[slot].first != 0, slots[slot].first != first {
                slot = (slot + 1) & (count - 1)
            }
            let start = slots[slot].first == 0 ? Int32(place) : slots[slot].words.lowerBound
            slots[slot] = Slot(first: first, words: start..<Int32(place) + 1)
        }
        return slots
    }

    private static func hash(_ scalar: UInt32, _ shift: UInt32) -> Int {
        Int((scalar &* 0x9E37_79B1) >> shift)
    }

    /// The longest word that begins at a place.
    func match(in reading: Reading, at place: Int, before end: Int? = nil) -> Mention? {
        let end = end ?? reading.count
        guard place < end else { return nil }
        let first = reading.folded[place]
        guard first != 0 else { return nil }
        var slot = Self.hash(first, shift)
        while slots[slot].first != first {
            if slots[slot].first == 0 { return nil }
            slot = (slot + 1) & (slots.count - 1)
        }
        for index in slots[slot].words {
            let word = words[Int(index)]
            if fits(word, reading, place, end) {
                return Mention(range: place..<place + word.count, tag: word.tag)
            }
        }
        return nil
    }

    /// The longest words from left to right, none overlapping another.
    func mentions(in reading: Reading, _ range: Range<Int>? = nil) -> [Mention] {
        let range = range ?? 0..<reading.count
        var found: [Mention] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if let mention = match(in: reading, at: place, before: range.upperBound) {
                found.append(mention)
                place = mention.range.upperBound
            } else {
                place += 1
            }
        }
        return found
    }

    func contains(in reading: Reading, _ range: Range<Int>) -> Bool {
        range.contains { match(in: reading, at: $0, before: range.upperBound) != nil }
    }

    /// The word that ends right before a place, spaces between them allowed; the longest one.
    func match(in reading: Reading, endingAt place: Int, after start: Int) -> Mention? {
        var end = place
        while end > start, Sign.isSpace(reading.folded[end - 1]) { end -= 1 }
        let first = max(start, end - 24)
        guard first < end else { return nil }
        for place in first..<end {
            if let mention = match(in: reading, at: place, before: end),
                mention.range.upperBound == end
            {
                return mention
            }
        }
        return nil
    }

    private func fits(_ word: Word, _ reading: Reading, _ place: Int, _ end: Int) -> Bool {
        guard place + word.count <= end else { return false }
        for offset in 1..<max(1, word.count) {
            let scalar = reading.folded[place + offset]
            let letter = letters[word.start + offset]
            guard scalar == letter || letter == Sign.space && scalar == Sign.hyphen else {
                return false
            }
        }
        return standsAlone(word, reading, place)
    }

    private func standsAlone(_ word: Word, _ reading: Reading, _ place: Int) -> Bool {
        let next = place + word.count
        if Sign.isLetter(letters[word.start]), place > 0,
            Sign.isLetter(reading.folded[place - 1])
        {
            return false
        }
        guard Sign.isLetter(letters[word.start + word.count - 1]), next < reading.count else {
            return true
        }
        return !Sign.isLetter(reading.folded[next])
    }
}

extension WordTable where Tag == Void {
    /// Words without tags.
    init(_ words: String) { self.init([((), words)]) }
}
