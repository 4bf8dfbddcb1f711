import KefuText

/// A question prepared once for being laid beside many candidates.
final class AskedText: Sendable {
    let text: MatchText
    let rarities: Rarities
    let atoms: Tally
    let pairs: Tally
    /// Its distinct words of two atoms or more.
    let words: [LongWord]
    /// The sum of all word rarities.
    let wordTotal: Float
    /// The engine score of a text that holds every term once, and its parts by pairs and words.
    let engineTotals: (all: Float, pairs: Float, words: Float)

    /// Pairs repeat much of what words say.
    static let pairWeight: Float = 0.5

    init(_ text: MatchText, _ rarities: Rarities) {
        self.text = text
        self.rarities = rarities
        atoms = Tally(text.atoms.ids.map(UInt64.init), rarities.atoms)
        pairs = Tally(Tally.pairs(of: text.atoms.ids), rarities.pairs)
        words = LongWord.all(of: text, rarities, pairs)
        wordTotal = rarities.words.reduce(0, +)
        let pairTotal = Self.pairWeight * pairs.engineTotal
        let longTotal = words.reduce(0) { $0 + $1.weight }
        engineTotals = (atoms.engineTotal + pairTotal + longTotal, pairTotal, longTotal)
    }

    /// A word, with what it counts in the engine score.
    struct LongWord: Sendable {
        let range: Range<Int>
        let weight: Float
        /// Where a word of two atoms stands in `AskedText.pairs`.
        let pair: Int?
    }
}

extension AskedText.LongWord {
    fileprivate static func all(
        of text: MatchText, _ rarities: Rarities, _ pairs: Tally
    ) -> [AskedText.LongWord] {
        var counts: [ArraySlice<UInt32>: (place: Int, count: Int)] = [:]
        for (place, word) in text.atoms.words.enumerated() where word.length > 1 {
            let ids = text.atoms.ids[word.range]
            counts[ids] = (counts[ids]?.place ?? place, (counts[ids]?.count ?? 0) + 1)
        }
        return counts.values.sorted { $0.place < $1.place }.map { place, count in
            let range = text.atoms.words[place].range
            let pair =
                range.count == 2
                ? pairs.place(of: Tally.pair(text.atoms.ids, range.lowerBound)) : nil
            return AskedText.LongWord(
                range: range, weight: rarities.words[place] * Float(min(2, count)), pair: pair)
        }
    }
}

/// The distinct things of a text, sorted, with how often each occurs and how rare it is.
struct Tally: Sendable {
    let things: [UInt64]
    let counts: [Int32]
    let rarities: [Float]
    /// The rarities of all occurrences together.
    let total: Float

    init(_ sequence: [UInt64], _ rarities: [Float]) {
        var things: [UInt64] = []
        var counts: [Int32] = []
        var kept: [Float] = []
        var total: Float = 0
        for place in rarities.indices.sorted(by: { sequence[$0] < sequence[$1] }) {
            total += rarities[place]
            if things.last == sequence[place] {
                counts[counts.count - 1] += 1
            } else {
                things.append(sequence[place])
                counts.append(1)
                kept.append(rarities[place])
            }
        }
        (self.things, self.counts, self.rarities, self.total) = (things, counts, kept, total)
    }

    /// The rarities, those of what occurs several times twice.
    var engineTotal: Float {
        var sum: Float = 0
        for (rarity, count) in zip(rarities, counts) { sum += rarity * Float(min(2, count)) }
        return sum
    }

    /// Where a thing is among `things`.
    func place(of thing: UInt64) -> Int? {
        things.withUnsafeBufferPointer { things in
            var low = 0
            var high = things.count
            while low < high {
                let middle = (low + high) / 2
                if things[middle] < thing { low = middle + 1 } else { high = middle }
            }
            return low < things.count && things[low] == thing ? low : nil
        }
    }

    /// Every two neighbours as one number.
    static func pairs(of ids: [UInt32]) -> [UInt64] {
        guard ids.count > 1 else { return [] }
        var pairs: [UInt64] = []
        pairs.reserveCapacity(ids.count - 1)
        for place in 0..<ids.count - 1 { pairs.append(pair(ids, place)) }
        return pairs
    }

    static func pair(_ ids: [UInt32], _ place: Int) -> UInt64 {
        UInt64(ids[place]) << 32 | UInt64(ids[place + 1])
    }
}
