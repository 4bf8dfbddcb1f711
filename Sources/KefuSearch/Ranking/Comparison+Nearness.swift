import Glibc
import KefuText

// MARK: - The engine score

extension Comparison {
    /// Saturation and length normalisation.
    private static let (saturation, lengthShare): (Float, Float) = (1, 0.35)

    /// The Okapi score over the question's atoms, pairs and words, as a share of the score that a
    /// text of the usual length gets which holds each of them once; and its parts by words and pairs.
    func measureEngineScore(
        _ atomCounts: [Int32], _ pairCounts: [Int32], _ features: inout FeatureVector
    ) {
        let length = Float(candidate.count) / Float(usualLength)
        let damping = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length)
        func part(_ count: Int32) -> Float {
            count > 0 ? Float(count) * (Self.saturation + 1) / (Float(count) + damping) : 0
        }
        func sum(_ tally: Tally, _ counts: [Int32]) -> Float {
            var sum: Float = 0
            for (thing, count) in counts.enumerated() where count > 0 {
                sum += tally.rarities[thing] * Float(min(2, tally.counts[thing])) * part(count)
            }
            return sum
        }
        let pairs = AskedText.pairWeight * sum(asked.pairs, pairCounts)
        var words: Float = 0
        for word in asked.words {
            let count =
                word.pair.map { pairCounts[$0] }
                ?? Int32(
                    Likeness.places(of: asked.text.atoms.ids, word.range, in: candidate.atoms.ids)
                        .count)
            words += word.weight * part(count)
        }
        let total = asked.engineTotals
        let whole = total.all > 0 ? (sum(asked.atoms, atomCounts) + pairs + words) / total.all : 0
        features[.engineScore] = whole
        features[.enginePairs] = total.pairs > 0 ? pairs / total.pairs : whole
        features[.engineWords] = total.words > 0 ? words / total.words : whole
    }
}

// MARK: - Nearness

extension Comparison {
    /// The best share of the question's words, and of its pairs, that stand close together in a
    /// passage; for a question these are its coverages.
    func measureNearness(_ matches: [Float], _ features: inout FeatureVector) {
        guard candidate.isPassage else {
            for name in [FeatureName.nearWords, .regionWords] {
                features[name] = features[.coverageOfQuestion]
            }
            for name in [FeatureName.nearPairs, .regionPairs] {
                features[name] = features[.pairsOfQuestion]
            }
            return
        }
        let words = wordSightings(matches)
        let pairs = pairSightings()
        if asked.wordTotal > 0 {
            func best(_ width: Int) -> Float {
                Sighting.best(of: words, asked.rarities.words, within: width).sum
                    / asked.wordTotal
            }
            features[.nearWords] = best(40)
            features[.regionWords] = best(120)
        }
        let total = asked.pairs.rarities.reduce(0, +)
        guard total > 0 else { return }
        let region = Sighting.best(of: pairs, asked.pairs.rarities, within: 80)
        features[.nearPairs] =
            Sighting.best(of: pairs, asked.pairs.rarities, within: 25).sum / total
        features[.regionPairs] = region.sum / total
        if asked.text.traits.asksForNumber {
            features[.numberNear] = holdsNumber(around: region.start) ? 1 : -1
        }
    }

    private func wordSightings(_ matches: [Float]) -> [Sighting] {
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
        return sightings.sorted { $0.place < $1.place }
    }

    private func pairSightings() -> [Sighting] {
        var sightings: [Sighting] = []
        let ids = candidate.atoms.ids
        let start = max(0, candidate.headingLength - 1)
        for place in start..<max(start, ids.count - 1) {
            guard let thing = asked.pairs.place(of: Tally.pair(ids, place)) else { continue }
            sightings.append(Sighting(place: place, thing: thing, isWhole: true))
        }
        return sightings
    }

    /// Whether a number stands where the question's words do.
    private func holdsNumber(around start: Int) -> Bool {
        let atoms = candidate.atoms
        let region = max(candidate.headingLength, start - 20)..<min(atoms.ids.count, start + 100)
        guard region.lowerBound < region.upperBound else { return false }
        return region.contains { place in
            atoms.kinds[place] == .number || Self.numerals.contains(atoms.ids[place])
        }
    }

    /// Characters that stand beside Chinese numerals.
    private static let numerals = Set("年月世百千万".unicodeScalars.map(\.value))

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

    /// The largest sum of the weights of distinct things within a window, and where that begins.
    /// - Parameter sorted: by place.
    static func best(
        of sorted: [Sighting], _ weights: [Float], within width: Int
    ) -> (sum: Float, start: Int) {
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
        var best: (sum: Float, start: Int) = (0, 0)
        var start = 0
        for sighting in sorted {
            count(sighting, 1)
            while sighting.place - sorted[start].place > width {
                count(sorted[start], -1)
                start += 1
            }
            if sum > best.sum { best = (sum, sorted[start].place) }
        }
        return best
    }
}
