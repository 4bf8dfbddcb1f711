import KefuText

/// How much of one text is found in another, word by word.
enum Likeness {
    /// How well a word of one text is matched by another text, 0...1.
    ///
    /// 1 when it stands there. Else, for a Han word: 0.85 when it sounds as something there, or a
    /// share for the longest piece of it that stands there; for an English word: by edit distance
    /// and common beginning, so that typing errors and inflections count.
    static func match(of word: Atoms.Word, in text: Atoms, to other: MatchText) -> Float {
        let range = word.range
        let piece = longestPiece(of: text.ids, range, in: other.atoms.ids)
        if piece == word.length { return 1 }
        switch text.kinds[word.start] {
        case .number: return 0
        case .letters: return spellingMatch(of: text.ids[word.start], in: text, to: other.atoms)
        case .character:
            guard word.length >= 2 else { return 0 }
            var best: Float = contains(text.sounds, range, in: other.atoms.sounds) ? 0.85 : 0
            let share = Float(piece) / Float(word.length)
            if piece >= 2 {
                best = max(best, 0.8 * share)
            } else if piece == 1, !other.isPassage {
                best = max(best, 0.5 * share)
            }
            return best
        }
    }

    /// The length of the longest run of `range` that stands in a text.
    static func longestPiece(of ids: [UInt32], _ range: Range<Int>, in text: [UInt32]) -> Int {
        ids.withUnsafeBufferPointer { ids in
            text.withUnsafeBufferPointer { text in
                var best = 0
                for place in text.indices {
                    for start in range where text[place] == ids[start] {
                        var length = 1
                        while start + length < range.upperBound, place + length < text.count,
                            text[place + length] == ids[start + length]
                        {
                            length += 1
                        }
                        best = max(best, length)
                        if best == range.count { return best }
                    }
                }
                return best
            }
        }
    }

    /// Whether a run stands in a text as a whole.
    static func contains(_ ids: [UInt32], _ range: Range<Int>, in text: [UInt32]) -> Bool {
        guard let first = places(of: ids, range, in: text, limit: 1).first else { return false }
        return first >= 0
    }

    /// Where a run stands in a text.
    static func places(
        of ids: [UInt32], _ range: Range<Int>, in text: [UInt32], from start: Int = 0,
        limit: Int = .max
    ) -> [Int] {
        guard start + range.count <= text.count, !range.isEmpty else { return [] }
        var places: [Int] = []
        ids.withUnsafeBufferPointer { ids in
            text.withUnsafeBufferPointer { text in
                let head = ids[range.lowerBound]
                for place in start...text.count - range.count where text[place] == head {
                    var length = 1
                    while length < range.count,
                        text[place + length] == ids[range.lowerBound + length]
                    {
                        length += 1
                    }
                    if length == range.count { places.append(place) }
                    if places.count == limit { return }
                }
            }
        }
        return places
    }

    /// How well an English stem is matched by the stems of another text.
    private static func spellingMatch(of id: UInt32, in text: Atoms, to other: Atoms) -> Float {
        guard let word = text.spelling(of: id), word.scalars.count >= 4 else { return 0 }
        var best: Float = 0
        for candidate in other.spellings where candidate.id >> 30 == id >> 30 {
            let length = candidate.scalars.count
            guard length >= 4, abs(length - word.scalars.count) <= 2 else { continue }
            best = max(best, spellingMatch(word, candidate))
        }
        return best
    }

    private static func spellingMatch(_ one: Atoms.Spelling, _ other: Atoms.Spelling) -> Float {
        let (word, candidate) = (one.scalars, other.scalars)
        let longest = max(word.count, candidate.count)
        var best: Float = 0
        var prefix = 0
        while prefix < min(word.count, candidate.count), word[prefix] == candidate[prefix] {
            prefix += 1
        }
        if prefix >= 5 { best = 0.6 * 2 * Float(prefix) / Float(word.count + candidate.count) }
        let allowed = longest >= 8 ? 2 : 1
        // Each typing error adds or takes two kinds of letters at most.
        guard (one.letters ^ other.letters).nonzeroBitCount <= 2 * allowed else { return best }
        let distance = EditDistance.between(word, candidate)
        if distance <= allowed {
            best = max(best, 0.9 * (1 - Float(distance) / Float(longest)))
        }
        return best
    }
}

/// Typing errors between two words.
enum EditDistance {
    /// Insertions, deletions, substitutions and swaps of neighbours.
    ///
    /// Source: optimal string alignment, Damerau 1964. Quadratic; words beyond 60 letters count as
    /// wholly different.
    static func between(_ one: [UInt32], _ other: [UInt32]) -> Int {
        guard one.count <= 60, other.count <= 60 else { return max(one.count, other.count) }
        let width = other.count + 1
        var costs = [Int](repeating: 0, count: (one.count + 1) * width)
        for row in 0...one.count { costs[row * width] = row }
        for column in 0...other.count { costs[column] = column }
        guard !one.isEmpty, !other.isEmpty else { return costs[costs.count - 1] }
        for row in 1...one.count {
            for column in 1...other.count {
                let change = one[row - 1] == other[column - 1] ? 0 : 1
                var cost = min(
                    costs[(row - 1) * width + column] + 1, costs[row * width + column - 1] + 1,
                    costs[(row - 1) * width + column - 1] + change)
                if row > 1, column > 1, one[row - 1] == other[column - 2],
                    one[row - 2] == other[column - 1]
                {
                    cost = min(cost, costs[(row - 2) * width + column - 2] + 1)
                }
                costs[row * width + column] = cost
            }
        }
        return costs[costs.count - 1]
    }
}
