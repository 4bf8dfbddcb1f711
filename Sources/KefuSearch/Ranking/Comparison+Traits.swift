import Glibc
import KefuText

// MARK: - What is asked

extension Comparison {
    func measureTraits(_ features: inout FeatureVector) {
        guard !candidate.isPassage else { return }
        let (one, other) = (asked.text.traits, candidate.traits)
        features[.kindClash] = one.clashes(with: other) ? 1 : 0
        features[.negationClash] = one.isNegated != other.isNegated ? 1 : 0
    }

    /// Numbers that only one of the two holds. 120kw is no 320kw, and E103 no E104.
    func measureNumbers(_ features: inout FeatureVector) {
        let missing = Self.numbers(of: asked.text.atoms, notIn: candidate.atoms)
        let extra =
            candidate.isPassage
            ? [] : Self.numbers(of: candidate.atoms, notIn: asked.text.atoms)
        features[.numbersMissing] = Float(min(2, missing.count))
        features[.numbersExtra] = Float(min(2, extra.count))
        features[.numberClash] =
            missing.contains { place in
                extra.contains { Self.haveSameRole(place, asked.text.atoms, $0, candidate.atoms) }
            } ? 1 : 0
    }

    private static func numbers(of atoms: Atoms, notIn other: Atoms) -> [Int] {
        atoms.kinds.indices.filter { place in
            atoms.kinds[place] == .number && !other.ids.contains(atoms.ids[place])
        }
    }

    /// Whether two numbers have the same letters before or behind them: kw, e, 型.
    private static func haveSameRole(_ one: Int, _ text: Atoms, _ two: Int, _ other: Atoms) -> Bool
    {
        for step in [1, -1] {
            let (left, right) = (one + step, two + step)
            guard text.ids.indices.contains(left), other.ids.indices.contains(right) else {
                continue
            }
            if text.ids[left] == other.ids[right] { return true }
        }
        return text.ids.count == 1 || other.ids.count == 1
    }
}

// MARK: - Nearness

extension Comparison {
    /// Saturation and length normalisation of the engine score.
    private static let (saturation, lengthShare): (Float, Float) = (1, 0.35)

    /// The Okapi score over the question's terms, as a share of what the question could reach.
    func engineScore() -> Float {
        let ids = candidate.atoms.ids
        let length = Float(ids.count) / Float(usualLength)
        let damping = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length)
        var sum: Float = 0
        var total: Float = 0
        for term in asked.terms {
            total += term.weight
            let count = Float(
                Likeness.places(of: asked.text.atoms.ids, term.range, in: ids, limit: 8).count)
            sum += term.weight * count * (Self.saturation + 1) / (count + damping)
        }
        return total > 0 ? sum / total : 0
    }

    /// The best share of the question's words, and of its pairs, that stand close together in a
    /// passage; for a question these are its coverages.
    func measureNearness(_ matches: [Float], _ features: inout FeatureVector) {
        guard candidate.isPassage else {
            features[.nearWords] = features[.coverageOfQuestion]
            features[.nearPairs] = features[.pairsOfQuestion]
            return
        }
        features[.nearWords] = nearWords(matches, within: 40)
        features[.nearPairs] = nearPairs(within: 25)
    }

    private func nearWords(_ matches: [Float], within width: Int) -> Float {
        guard asked.wordTotal > 0 else { return 0 }
        let (text, ids) = (asked.text.atoms, candidate.atoms.ids)
        var sightings: [Sighting] = []
        for (index, word) in text.words.enumerated() {
            let weight = asked.rarities.words[index]
            let range = word.start..<word.start + word.length
            for place in Likeness.places(
                of: text.ids, range, in: ids, from: candidate.headingLength)
            {
                sightings.append(Sighting(place: place, thing: index, weight: weight))
            }
            guard matches[index] < 1, word.length > 2 else { continue }
            // Two characters of a longer word count for half of it.
            for start in word.start..<word.start + word.length - 1 {
                let pieces = Likeness.places(
                    of: text.ids, start..<start + 2, in: ids, from: candidate.headingLength)
                for place in pieces {
                    sightings.append(Sighting(place: place, thing: index, weight: weight / 2))
                }
            }
        }
        return Sighting.bestSum(of: sightings, within: width) / asked.wordTotal
    }

    private func nearPairs(within width: Int) -> Float {
        let ids = asked.text.atoms.ids
        var known: [UInt64: Int] = [:]
        var total: Float = 0
        for (place, pair) in Self.pairs(of: ids).enumerated() where known[pair] == nil {
            known[pair] = place
            total += asked.rarities.pairs[place]
        }
        guard total > 0 else { return 0 }
        var sightings: [Sighting] = []
        let pairs = Self.pairs(of: candidate.atoms.ids)
        for place in max(0, candidate.headingLength - 1)..<max(candidate.headingLength, pairs.count)
        where place < pairs.count {
            guard let thing = known[pairs[place]] else { continue }
            let weight = asked.rarities.pairs[thing]
            sightings.append(Sighting(place: place, thing: thing, weight: weight))
        }
        return Sighting.bestSum(of: sightings, within: width) / total
    }

    /// How close neighbouring words of the question stand in the candidate; backwards is twice as
    /// far. `nil` when the question has one word only.
    func proximity() -> Float? {
        let text = asked.text.atoms
        guard text.words.count > 1 else { return nil }
        let places = text.words.map { word in
            Likeness.places(
                of: text.ids, word.start..<word.start + word.length, in: candidate.atoms.ids,
                limit: 30)
        }
        var sum: Float = 0
        var total: Float = 0
        for first in text.words.indices {
            for second in first + 1...first + 2 where second < text.words.count {
                let weight = min(asked.rarities.words[first], asked.rarities.words[second])
                total += weight
                let length = text.words[first].length
                guard let gap = Self.gap(places[first], length, places[second]) else { continue }
                sum += weight * exp(-Float(gap) / 8)
            }
        }
        return total > 0 ? sum / total : nil
    }

    private static func gap(_ firsts: [Int], _ length: Int, _ seconds: [Int]) -> Int? {
        var best: Int?
        for first in firsts {
            for second in seconds {
                let gap = second > first ? abs(second - first - length) : 2 * (first - second)
                best = min(best ?? gap, gap)
            }
        }
        return best
    }
}

/// A thing of the question seen at a place of a passage.
private struct Sighting {
    let place: Int
    let thing: Int
    let weight: Float

    /// The largest sum of weights of distinct things within a window; of a thing seen several times
    /// in it, the largest weight counts.
    static func bestSum(of sightings: [Sighting], within width: Int) -> Float {
        let sorted = sightings.sorted { $0.place < $1.place }
        var best: Float = 0
        var start = 0
        for end in sorted.indices {
            while sorted[end].place - sorted[start].place > width { start += 1 }
            var weights: [Int: Float] = [:]
            for sighting in sorted[start...end] {
                weights[sighting.thing] = max(weights[sighting.thing] ?? 0, sighting.weight)
            }
            var sum: Float = 0
            for weight in weights.values { sum += weight }
            best = max(best, sum)
        }
        return best
    }
}
