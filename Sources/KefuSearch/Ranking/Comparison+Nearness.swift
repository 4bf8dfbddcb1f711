import Glibc
import KefuText

// MARK: - The engine score

extension Comparison {
    /// Saturation and length normalisation.
    private static let (saturation, lengthShare): (Float, Float) = (1, 0.35)

    /// The Okapi score over the question's atoms, pairs and words, as a share of the score that a
    /// text of the usual length gets which holds each of them once.
    func engineScore(_ atomCounts: [Int32], _ pairCounts: [Int32]) -> Float {
        guard asked.engineTotal > 0 else { return 0 }
        let length = Float(candidate.count) / Float(usualLength)
        let damping = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length)
        func part(_ count: Int32) -> Float {
            Float(count) * (Self.saturation + 1) / (Float(count) + damping)
        }
        var sum: Float = 0
        for (thing, count) in atomCounts.enumerated() where count > 0 {
            let weight = asked.atoms.rarities[thing] * Float(min(2, asked.atoms.counts[thing]))
            sum += weight * part(count)
        }
        for (thing, count) in pairCounts.enumerated() where count > 0 {
            let weight = asked.pairs.rarities[thing] * Float(min(2, asked.pairs.counts[thing]))
            sum += AskedText.pairWeight * weight * part(count)
        }
        for word in asked.words {
            let count =
                word.pair.map { pairCounts[$0] }
                ?? Int32(
                    Likeness.places(of: asked.text.atoms.ids, word.range, in: candidate.atoms.ids)
                        .count)
            if count > 0 { sum += word.weight * part(count) }
        }
        return sum / asked.engineTotal
    }
}

// MARK: - Nearness

extension Comparison {
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
            let places = Likeness.places(
                of: text.ids, word.range, in: ids, from: candidate.headingLength)
            for place in places {
                sightings.append(Sighting(place: place, thing: index, isWhole: true))
            }
            guard matches[index] < 1, word.length > 2 else { continue }
            // Two characters of a longer word count for half of it.
            for start in word.start..<word.start + word.length - 1 {
                let pieces = Likeness.places(
                    of: text.ids, start..<start + 2, in: ids, from: candidate.headingLength)
                for place in pieces {
                    sightings.append(Sighting(place: place, thing: index, isWhole: false))
                }
            }
        }
        return Sighting.bestSum(of: sightings, asked.rarities.words, within: width)
            / asked.wordTotal
    }

    private func nearPairs(within width: Int) -> Float {
        let total = asked.pairs.rarities.reduce(0, +)
        guard total > 0 else { return 0 }
        var sightings: [Sighting] = []
        let ids = candidate.atoms.ids
        let start = max(0, candidate.headingLength - 1)
        for place in start..<max(start, ids.count - 1) {
            guard let thing = asked.pairs.place(of: Tally.pair(ids, place)) else { continue }
            sightings.append(Sighting(place: place, thing: thing, isWhole: true))
        }
        return Sighting.bestSum(of: sightings, asked.pairs.rarities, within: width) / total
    }

    /// How close neighbouring words of the question stand in the candidate; backwards is twice as
    /// far. `nil` when the question has one word only.
    func proximity() -> Float? {
        let text = asked.text.atoms
        guard text.words.count > 1 else { return nil }
        let places = text.words.map { word in
            Likeness.places(of: text.ids, word.range, in: candidate.atoms.ids, limit: 30)
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
    /// A piece of a thing counts for half of it.
    let isWhole: Bool

    /// The largest sum of the weights of distinct things within a window.
    static func bestSum(
        of sightings: [Sighting], _ weights: [Float], within width: Int
    ) -> Float {
        let sorted = sightings.sorted { $0.place < $1.place }
        var wholes = [Int32](repeating: 0, count: weights.count)
        var pieces = wholes
        func share(_ thing: Int) -> Float { wholes[thing] > 0 ? 1 : pieces[thing] > 0 ? 0.5 : 0 }
        var sum: Float = 0
        func count(_ sighting: Sighting, _ step: Int32) {
            let before = share(sighting.thing)
            if sighting.isWhole {
                wholes[sighting.thing] += step
            } else {
                pieces[sighting.thing] += step
            }
            sum += (share(sighting.thing) - before) * weights[sighting.thing]
        }
        var best: Float = 0
        var start = 0
        for sighting in sorted {
            count(sighting, 1)
            while sighting.place - sorted[start].place > width {
                count(sorted[start], -1)
                start += 1
            }
            best = max(best, sum)
        }
        return best
    }
}
