import KefuText

// MARK: - What stands between the matches

extension Comparison {
    /// Longer texts are not aligned: the cost is the product of both lengths.
    private static let longest = 120
    /// What a gap must hold on both sides to be a substitution, in rarity.
    private static let telling: Float = 0.5

    /// Aligns both texts and measures what the gaps hold: 退款 for 退货 is a substitution, a word
    /// that only one of them has is not.
    func measureGaps(_ features: inout FeatureVector) {
        let (one, other) = (asked.text.atoms, candidate.atoms)
        guard !candidate.isPassage, (1...Self.longest).contains(one.ids.count),
            (1...Self.longest).contains(other.ids.count)
        else { return }
        let weights = (
            Self.spread(asked.rarities.words, one), Self.spread(rarities.words, other)
        )
        let matches = Alignment(one, other, weights.0).matches
        var gaps = Gaps()
        var last = (-1, -1)
        for match in matches + [(one.ids.count, other.ids.count)] {
            let left = weights.0[last.0 + 1..<match.0].reduce(0, +)
            let right = weights.1[last.1 + 1..<match.1].reduce(0, +)
            gaps.add(left, right, telling: Self.telling)
            last = match
        }
        features[.substituted] = gaps.substituted / Self.scale
        features[.dropped] = gaps.dropped / Self.scale
        features[.added] = gaps.added / Self.scale
        features[.moved] = Self.moved(one, other, matches, weights.0) / Self.scale
    }

    /// The rarity of each word, shared out among its atoms.
    private static func spread(_ words: [Float], _ atoms: Atoms) -> [Float] {
        var weights = [Float](repeating: 0, count: atoms.ids.count)
        for (word, rarity) in zip(atoms.words, words) {
            for place in word.range { weights[place] = rarity / Float(word.length) }
        }
        return weights
    }

    /// The rarity of what both texts hold, unmatched, at different places.
    private static func moved(
        _ one: Atoms, _ other: Atoms, _ matches: [(Int, Int)], _ weights: [Float]
    ) -> Float {
        var loose: [UInt32] = []
        var next = 0
        for place in other.ids.indices {
            if next < matches.count, matches[next].1 == place {
                next += 1
            } else {
                loose.append(other.ids[place])
            }
        }
        guard !loose.isEmpty else { return 0 }
        var sum: Float = 0
        next = 0
        for place in one.ids.indices {
            if next < matches.count, matches[next].0 == place {
                next += 1
            } else if loose.contains(one.ids[place]) {
                sum += weights[place]
            }
        }
        return sum
    }

    private struct Gaps {
        var substituted: Float = 0
        var dropped: Float = 0
        var added: Float = 0

        mutating func add(_ left: Float, _ right: Float, telling: Float) {
            if left > telling, right > telling {
                substituted = max(substituted, min(left, right))
            } else {
                dropped += left
                added += right
            }
        }
    }
}

/// The best global alignment of two texts, atom by atom.
///
/// The largest sum over matched atoms of 1 (the same) or 1/2 (Han that sound alike), with a little
/// more where the next ones are the same too and for rarer ones, so that ties fall sensibly.
/// Source: Needleman, Wunsch 1970, without a price for gaps.
private struct Alignment {
    /// Places of matched atoms in both texts, ascending.
    private(set) var matches: [(Int, Int)] = []

    init(_ one: Atoms, _ other: Atoms, _ weights: [Float]) {
        let (rows, columns) = (one.ids.count, other.ids.count)
        let width = columns + 1
        var best = [Float](repeating: 0, count: (rows + 1) * width)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let cell = row * width + column
                let skip = max(best[cell + width], best[cell + 1])
                let gain = Self.gain(one, row, other, column, weights[row])
                best[cell] = gain > 0 ? max(skip, gain + best[cell + width + 1]) : skip
            }
        }
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            let cell = row * width + column
            let gain = Self.gain(one, row, other, column, weights[row])
            if gain > 0, best[cell] == gain + best[cell + width + 1] {
                matches.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if best[cell] == best[cell + width] {
                row += 1
            } else {
                column += 1
            }
        }
    }

    private static func gain(
        _ one: Atoms, _ row: Int, _ other: Atoms, _ column: Int, _ weight: Float
    ) -> Float {
        let isSame = one.ids[row] == other.ids[column]
        guard isSame || one.sounds[row] == other.sounds[column] else { return 0 }
        var gain: Float = isSame ? 1 : 0.5
        if row + 1 < one.ids.count, column + 1 < other.ids.count,
            one.ids[row + 1] == other.ids[column + 1]
        {
            gain += 0.02
        }
        return gain + 0.001 * weight
    }
}

// MARK: - Headings

extension Comparison {
    /// How much of a passage's headings the question names.
    func measureHeading(_ features: inout FeatureVector) {
        guard let heading = candidate.heading else { return }
        var named: Float = 0
        var total: Float = 0
        for (word, rarity) in zip(heading.words, rarities.words) {
            total += rarity
            let ids = asked.text.atoms.ids
            if Likeness.longestPiece(of: heading.ids, word.range, in: ids) == word.length {
                named += rarity
            }
        }
        features[.headingShare] = total > 0 ? named / total : 0
    }
}
