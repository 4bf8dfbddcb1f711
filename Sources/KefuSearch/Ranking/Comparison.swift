import Glibc
import KefuText

/// Lays one candidate text beside the question and measures it.
struct Comparison {
    let asked: AskedText
    let candidate: MatchText
    /// Of the candidate's words, atoms and pairs; for a passage, of the words of its headings.
    let rarities: Rarities
    /// The usual length of a text in atoms.
    let usualLength: Double

    func measure() -> FeatureVector {
        var features = FeatureVector()
        let matches = measureWords(&features)
        measureCandidateWords(&features)
        let atomCounts = measureAtoms(&features)
        let pairCounts = measurePairs(&features)
        measureSequence(&features)
        measureTraits(&features)
        measureNumbers(&features)
        measureSounds(&features)
        measureEngineScore(atomCounts, pairCounts, &features)
        measureNearness(matches, &features)
        features[.proximity] = proximity() ?? features[.coverageOfQuestion]
        measureGaps(&features)
        measureHeading(&features)
        return features
    }
}

// MARK: - Words

extension Comparison {
    /// Rarities are about ten at most.
    static let scale: Float = 10

    /// - Returns: how well each word of the question is matched.
    private func measureWords(_ features: inout FeatureVector) -> [Float] {
        let text = asked.text
        var matches: [Float] = []
        matches.reserveCapacity(text.atoms.words.count)
        var missing = Misses()
        for (word, rarity) in zip(text.atoms.words, asked.rarities.words) {
            let match = Likeness.match(of: word, in: text.atoms, to: candidate)
            matches.append(match)
            missing.add((1 - match) * rarity, text.wordClass(of: word), of: rarity)
        }
        features[.coverageOfQuestion] = missing.coverage
        features[.missing] = missing.sum / Self.scale
        features[.missingMost] = missing.most / Self.scale
        features[.missingSecond] = missing.second / Self.scale
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
            let match = Likeness.match(of: word, in: candidate.atoms, to: asked.text)
            extra.add((1 - match) * rarity, candidate.wordClass(of: word), of: rarity)
        }
        features[.coverageOfCandidate] = extra.coverage
        features[.extra] = extra.sum / Self.scale
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
        var second: Float = 0
        var total: Float = 0
        var names: Float = 0
        var nouns: Float = 0
        var verbs: Float = 0
        var function: Float = 0

        var coverage: Float { total > 0 ? 1 - sum / total : 0 }

        mutating func add(_ miss: Float, _ kind: WordClass, of rarity: Float) {
            total += rarity
            sum += miss
            second = max(second, min(most, miss))
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
    /// - Returns: how often each of the question's atoms stands in the candidate.
    private func measureAtoms(_ features: inout FeatureVector) -> [Int32] {
        var counts = [Int32](repeating: 0, count: asked.atoms.things.count)
        var common: Float = 0
        var total: Float = 0
        for (place, id) in candidate.atoms.ids.enumerated() {
            let rarity = candidate.isPassage ? 0 : rarities.atoms[place]
            total += rarity
            guard let thing = asked.atoms.place(of: UInt64(id)) else { continue }
            counts[thing] += 1
            if counts[thing] <= asked.atoms.counts[thing] { common += rarity }
        }
        features[.atomsOfQuestion] = Self.coverage(of: asked.atoms, by: counts)
        features[.atomsOfCandidate] =
            candidate.isPassage ? features[.atomsOfQuestion] : total > 0 ? common / total : 0
        return counts
    }

    /// - Returns: how often each of the question's pairs stands in the candidate.
    private func measurePairs(_ features: inout FeatureVector) -> [Int32] {
        var counts = [Int32](repeating: 0, count: asked.pairs.things.count)
        let ids = candidate.atoms.ids
        var common: Float = 0
        var total: Float = 0
        for place in 0..<max(0, ids.count - 1) {
            let rarity = candidate.isPassage ? 0 : rarities.pairs[place]
            total += rarity
            guard let thing = asked.pairs.place(of: Tally.pair(ids, place)) else { continue }
            counts[thing] += 1
            if counts[thing] <= asked.pairs.counts[thing] { common += rarity }
        }
        features[.pairsOfQuestion] =
            asked.text.count < 2
            ? features[.atomsOfQuestion] : Self.coverage(of: asked.pairs, by: counts)
        features[.pairsOfCandidate] =
            candidate.isPassage
            ? features[.pairsOfQuestion]
            : ids.count < 2 ? features[.atomsOfCandidate] : total > 0 ? common / total : 0
        return counts
    }

    /// The weighted share of a question's things that stand in a candidate, each counted once for
    /// every time it stands there.
    private static func coverage(of tally: Tally, by counts: [Int32]) -> Float {
        guard tally.total > 0 else { return 0 }
        var sum: Float = 0
        for (thing, count) in counts.enumerated() where count > 0 {
            sum += tally.rarities[thing] * Float(min(count, tally.counts[thing]))
        }
        return sum / tally.total
    }

    private func measureSequence(_ features: inout FeatureVector) {
        let one = asked.text.atoms.ids
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
        let one = asked.text.soundPairs
        let other = candidate.soundPairs
        guard !one.isEmpty || !other.isEmpty else {
            let isSame = asked.text.atoms.sounds == candidate.atoms.sounds
            features[.soundPairs] = isSame ? 1 : 0
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
