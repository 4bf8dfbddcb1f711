import Glibc
import KefuText

/// A question prepared once for being laid beside many candidates.
struct AskedText: Sendable {
    let text: MatchText
    let rarities: Rarities
    /// Its distinct terms for the engine score.
    let terms: [QueryTerm]
    /// The sum of all word rarities.
    let wordTotal: Float

    init(_ text: MatchText, _ rarities: Rarities) {
        self.text = text
        self.rarities = rarities
        terms = QueryTerm.all(of: text, rarities)
        wordTotal = rarities.words.reduce(0, +)
    }
}

/// A distinct term of the question: an atom, a pair, or a word.
struct QueryTerm: Sendable {
    /// Where it first stands.
    let range: Range<Int>
    /// Rarity times the weight of its kind times how often it occurs (twice at most).
    let weight: Float

    /// Pairs repeat much of what words say.
    private static let pairWeight: Float = 0.5

    static func all(of text: MatchText, _ rarities: Rarities) -> [QueryTerm] {
        var ranges: [(Range<Int>, Float)] = []
        for (place, rarity) in rarities.atoms.enumerated() {
            ranges.append((place..<place + 1, rarity))
        }
        for (place, rarity) in rarities.pairs.enumerated() {
            ranges.append((place..<place + 2, rarity * pairWeight))
        }
        for (word, rarity) in zip(text.atoms.words, rarities.words) where word.length > 1 {
            ranges.append((word.start..<word.start + word.length, rarity))
        }
        var places: [TermKey: Int] = [:]
        var terms: [(range: Range<Int>, weight: Float, count: Int)] = []
        for (index, (range, weight)) in ranges.enumerated() {
            let isWord = index >= rarities.atoms.count + rarities.pairs.count
            let key = TermKey(ids: Array(text.atoms.ids[range]), isWord: isWord)
            if let place = places[key] {
                terms[place].count += 1
            } else {
                places[key] = terms.count
                terms.append((range, weight, 1))
            }
        }
        return terms.map { QueryTerm(range: $0.range, weight: $0.weight * Float(min(2, $0.count))) }
    }

    private struct TermKey: Hashable {
        let ids: [UInt32]
        let isWord: Bool
    }
}

/// Lays one candidate text beside the question and measures it.
struct Comparison {
    let asked: AskedText
    let candidate: MatchText
    /// Of the candidate's words and atoms; not used for a passage.
    let rarities: Rarities
    /// The usual length of a text in atoms.
    let usualLength: Double

    private var question: MatchText { asked.text }

    func measure() -> FeatureVector {
        var features = FeatureVector()
        let matches = measureWords(&features)
        measureCandidateWords(&features)
        measureAtoms(&features)
        measureSequence(&features)
        measureTraits(&features)
        measureNumbers(&features)
        measureSounds(&features)
        features[.engineScore] = engineScore()
        measureNearness(matches, &features)
        features[.proximity] = proximity() ?? features[.coverageOfQuestion]
        return features
    }
}

// MARK: - Words

extension Comparison {
    /// Rarities are about ten at most.
    private static let scale: Float = 10

    /// - Returns: how well each word of the question is matched.
    private func measureWords(_ features: inout FeatureVector) -> [Float] {
        var matches: [Float] = []
        var missing = Misses()
        for (word, rarity) in zip(question.atoms.words, asked.rarities.words) {
            let match = Likeness.match(of: word, in: question.atoms, to: candidate)
            matches.append(match)
            missing.add((1 - match) * rarity, question.wordClass(of: word), of: rarity)
        }
        features[.coverageOfQuestion] = missing.coverage
        features[.missing] = missing.sum / Self.scale
        features[.missingNames] = missing.names / Self.scale
        features[.missingNouns] = missing.nouns / Self.scale
        features[.missingVerbs] = missing.verbs / Self.scale
        features[.missingFunction] = missing.function / Self.scale
        return matches
    }

    private func measureCandidateWords(_ features: inout FeatureVector) {
        guard !candidate.isPassage else {
            features[.coverageOfCandidate] = features[.coverageOfQuestion]
            return
        }
        var extra = Misses()
        for (word, rarity) in zip(candidate.atoms.words, rarities.words) {
            let match = Likeness.match(of: word, in: candidate.atoms, to: question)
            extra.add((1 - match) * rarity, candidate.wordClass(of: word), of: rarity)
        }
        features[.coverageOfCandidate] = extra.coverage
        features[.extraMost] = extra.most / Self.scale
        features[.extraNames] = extra.names / Self.scale
        features[.extraNouns] = extra.nouns / Self.scale
        features[.extraVerbs] = extra.verbs / Self.scale
        features[.extraFunction] = extra.function / Self.scale
    }

    /// Adds up what is not matched, by kind of word.
    private struct Misses {
        var sum: Float = 0
        var most: Float = 0
        var total: Float = 0
        var names: Float = 0
        var nouns: Float = 0
        var verbs: Float = 0
        var function: Float = 0

        var coverage: Float { total > 0 ? 1 - sum / total : 0 }

        mutating func add(_ miss: Float, _ kind: WordClass, of rarity: Float) {
            total += rarity
            sum += miss
            most = max(most, miss)
            switch kind {
            case .name: names += miss
            case .noun: nouns += miss
            case .verb: verbs += miss
            case .function: function += miss
            case .quality, .number: break
            }
        }
    }
}

// MARK: - Atoms, pairs, order

extension Comparison {
    private func measureAtoms(_ features: inout FeatureVector) {
        let ids = question.atoms.ids
        let others = candidate.atoms.ids
        features[.atomsOfQuestion] = Self.coverage(
            ids.map(UInt64.init), asked.rarities.atoms, in: others.map(UInt64.init))
        features[.atomsOfCandidate] =
            candidate.isPassage
            ? features[.atomsOfQuestion]
            : Self.coverage(others.map(UInt64.init), rarities.atoms, in: ids.map(UInt64.init))
        features[.pairsOfQuestion] =
            ids.count < 2
            ? features[.atomsOfQuestion]
            : Self.coverage(Self.pairs(of: ids), asked.rarities.pairs, in: Self.pairs(of: others))
    }

    static func pairs(of ids: [UInt32]) -> [UInt64] {
        guard ids.count > 1 else { return [] }
        var pairs: [UInt64] = []
        pairs.reserveCapacity(ids.count - 1)
        for place in 1..<ids.count {
            pairs.append(UInt64(ids[place - 1]) << 32 | UInt64(ids[place]))
        }
        return pairs
    }

    /// The weighted share of some things that are among others, each of which counts once.
    private static func coverage(_ things: [UInt64], _ weights: [Float], in others: [UInt64])
        -> Float
    {
        var total: Float = 0
        for weight in weights { total += weight }
        guard total > 0 else { return 0 }
        var sum: Float = 0
        let sorted = others.sorted()
        var used = [Bool](repeating: false, count: sorted.count)
        for (thing, weight) in zip(things, weights) {
            var place = sorted.firstPlace(of: thing)
            while place < sorted.count, sorted[place] == thing, used[place] { place += 1 }
            guard place < sorted.count, sorted[place] == thing else { continue }
            used[place] = true
            sum += weight
        }
        return sum / total
    }

    private func measureSequence(_ features: inout FeatureVector) {
        let one = question.atoms.ids
        let other = candidate.atoms.ids
        guard !one.isEmpty, !other.isEmpty else { return }
        let run = Likeness.longestPiece(of: one, one.indices, in: other)
        features[.commonRun] = Float(run) / Float(one.count)
        guard !candidate.isPassage else {
            features[.commonSequence] = features[.atomsOfQuestion]
            return
        }
        let common = Self.commonSubsequence(one, other)
        features[.commonSequence] = 2 * Float(common) / Float(one.count + other.count)
        features[.lengthRatio] = abs(log(Float(one.count) / Float(other.count)))
    }

    /// The length of the longest common subsequence.
    static func commonSubsequence(_ one: [UInt32], _ other: [UInt32]) -> Int {
        var row = [Int32](repeating: 0, count: other.count + 1)
        row.withUnsafeMutableBufferPointer { row in
            other.withUnsafeBufferPointer { other in
                for item in one {
                    var diagonal: Int32 = 0
                    for place in other.indices {
                        let above = row[place + 1]
                        row[place + 1] =
                            other[place] == item ? diagonal + 1 : max(above, row[place])
                        diagonal = above
                    }
                }
            }
        }
        return Int(row[other.count])
    }

    private func measureSounds(_ features: inout FeatureVector) {
        guard !candidate.isPassage else {
            features[.soundPairs] = features[.pairsOfQuestion]
            return
        }
        let one = Self.pairs(of: question.atoms.sounds).sorted()
        let other = Self.pairs(of: candidate.atoms.sounds).sorted()
        guard !one.isEmpty || !other.isEmpty else {
            features[.soundPairs] = question.atoms.sounds == candidate.atoms.sounds ? 1 : 0
            return
        }
        var common = 0
        var (left, right) = (0, 0)
        while left < one.count, right < other.count {
            if one[left] == other[right] {
                (common, left, right) = (common + 1, left + 1, right + 1)
            } else if one[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        features[.soundPairs] = 2 * Float(common) / Float(one.count + other.count)
    }
}

extension Array where Element == UInt64 {
    /// The first place of a value in a sorted array, or where it would be.
    fileprivate func firstPlace(of value: UInt64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
