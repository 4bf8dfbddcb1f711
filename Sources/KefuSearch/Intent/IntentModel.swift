import Glibc
import KefuDomain

/// A base's own classifier: which answer a question asks for, learned from the wordings that lead to
/// each. It tells apart answers whose questions use nearly the same words.
///
/// Multinomial logistic regression over the terms of the wordings (`IntentFeatures`).
final class IntentModel: Sendable {
    /// So many answers must have so many wordings each, else there is nothing to learn from.
    static let fewest = (answers: 5, wordings: 3)

    /// The class of each entry that belongs to one.
    private let classes: [Int64: Int]
    private let classCount: Int
    /// The row of each known term in `weights`.
    private let rows: [UInt64: Int]
    /// One row of `classCount` weights a term.
    private let weights: [Float]
    private let spellingRarities: SpellingRarities

    init(
        classes: [Int64: Int], classCount: Int, rows: [UInt64: Int], weights: [Float],
        spellingRarities: SpellingRarities
    ) {
        self.classes = classes
        self.classCount = classCount
        self.rows = rows
        self.weights = weights
        self.spellingRarities = spellingRarities
    }

    /// Sets the feature `intent` of every contender: how much likelier its answer is than an even
    /// chance among those found, as a logarithm within -4...4; 0 where nothing was learned.
    func measure(_ contenders: inout [Contender], asked: AskedText) {
        let found = contenders.map { contender in
            contender.item.kind == .entry ? classes[contender.item.row] : nil
        }
        let present = Set(found.compactMap { $0 })
        guard present.count > 1 else { return }
        let chances = chances(of: present.sorted(), asked)
        let evenly = log(Float(present.count))
        for (place, number) in found.enumerated() {
            guard let number, let chance = chances[number] else { continue }
            let value = log(max(chance, 1e-9)) + evenly
            contenders[place].features[.intent] = min(max(value, -4), 4)
        }
    }

    /// The probabilities of some classes, given that it is one of them.
    private func chances(of wanted: [Int], _ asked: AskedText) -> [Int: Float] {
        var scores = [Float](repeating: 0, count: wanted.count)
        let features = IntentFeatures(asked.text, asked.rarities, spellingRarities)
        for (term, value) in features.terms {
            guard let row = rows[term] else { continue }
            for (place, number) in wanted.enumerated() {
                scores[place] += value * weights[row * classCount + number]
            }
        }
        let top = scores.max() ?? 0
        let shares = scores.map { exp($0 - top) }
        let total = shares.reduce(0, +)
        var chances: [Int: Float] = [:]
        for (number, share) in zip(wanted, shares) { chances[number] = share / total }
        return chances
    }
}

/// How rare pieces of English stems are among the wordings that were learned.
struct SpellingRarities: Sendable {
    private let known: [UInt64: Float]
    private let unseen: Float

    init(counts: [UInt64: Int], wordings: Int) {
        unseen = log(Float(wordings + 1))
        known = counts.mapValues { log(Float(wordings + 1) / (Float($0) + 0.5)) }
    }

    subscript(piece: UInt64) -> Float { known[piece] ?? unseen }
}
