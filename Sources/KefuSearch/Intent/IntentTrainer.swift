import Glibc
import KefuDomain
import KefuText

/// A wording to learn from.
struct IntentExample: Sendable {
    let entry: Int64
    let answer: Int64
    let text: MatchText
    let rarities: Rarities
}

/// Learns which answer a wording leads to.
///
/// Stochastic gradient descent with a step size for each weight (Duchi, Hazan, Singer 2011, AdaGrad),
/// in a fixed order: the same base gives the same model.
struct IntentTrainer {
    private static let epochs = 20
    private static let step: Float = 0.1
    private static let firstSquare: Float = 0.01
    private static let smallestError: Float = 1e-3
    /// The most weights, each four bytes.
    private static let maxWeights = 3_000_000

    /// - Returns: `nil` when too few answers have several wordings, or when there are too many.
    static func model(of examples: [IntentExample]) -> IntentModel? {
        var byAnswer: [Int64: Int] = [:]
        for example in examples { byAnswer[example.answer, default: 0] += 1 }
        let several = byAnswer.filter { $0.value >= IntentModel.fewest.wordings }
        guard several.count >= IntentModel.fewest.answers,
            several.values.reduce(0, +) * 2 >= examples.count
        else { return nil }
        let answers = byAnswer.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(answers, 0...))
        let spellings = spellingRarities(of: examples)
        let vectors = examples.map { IntentFeatures($0.text, $0.rarities, spellings).terms }
        let rows = rows(of: vectors)
        guard rows.count * answers.count <= maxWeights else { return nil }
        let samples = zip(examples, vectors).map { example, vector in
            Sample(
                number: numbers[example.answer] ?? 0,
                terms: vector.compactMap { term, value in rows[term].map { ($0, value) } })
        }
        var classes: [Int64: Int] = [:]
        for example in examples { classes[example.entry] = numbers[example.answer] }
        return IntentModel(
            classes: classes, classCount: answers.count, rows: rows,
            weights: weights(samples, rows: rows.count, classes: answers.count),
            spellingRarities: spellings)
    }

    private struct Sample {
        let number: Int
        let terms: [(row: Int, value: Float)]
    }

    private static func spellingRarities(of examples: [IntentExample]) -> SpellingRarities {
        var counts: [UInt64: Int] = [:]
        for example in examples {
            for piece in Set(IntentFeatures.pieces(of: example.text.atoms)) {
                counts[piece, default: 0] += 1
            }
        }
        return SpellingRarities(counts: counts, wordings: examples.count)
    }

    /// The terms that occur more than once: what occurs once says nothing of other wordings.
    private static func rows(of vectors: [[(term: UInt64, value: Float)]]) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for vector in vectors { for (term, _) in vector { counts[term, default: 0] += 1 } }
        let kept = counts.filter { $0.value > 1 }.keys.sorted()
        return Dictionary(uniqueKeysWithValues: zip(kept, 0...))
    }

    private static func weights(_ samples: [Sample], rows: Int, classes: Int) -> [Float] {
        var weights = [Float](repeating: 0, count: rows * classes)
        var squares = [Float](repeating: firstSquare, count: rows * classes)
        var generator = SeededGenerator(seed: 1)
        var order = Array(samples.indices)
        for _ in 0..<epochs {
            order.shuffle(using: &generator)
            for place in order {
                learn(samples[place], &weights, &squares, classes: classes)
            }
        }
        return weights
    }

    private static func learn(
        _ sample: Sample, _ weights: inout [Float], _ squares: inout [Float], classes: Int
    ) {
        var errors = [Float](repeating: 0, count: classes)
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                for (row, value) in sample.terms {
                    for number in 0..<classes {
                        errors[number] += value * weights[row * classes + number]
                    }
                }
                softmax(&errors)
                errors[sample.number] -= 1
                for number in 0..<classes where abs(errors[number]) > smallestError {
                    for (row, value) in sample.terms {
                        let gradient = errors[number] * value
                        let place = row * classes + number
                        squares[place] += gradient * gradient
                        weights[place] -= step * gradient / squares[place].squareRoot()
                    }
                }
            }
        }
    }

    private static func softmax(_ scores: inout [Float]) {
        let top = scores.max() ?? 0
        var total: Float = 0
        for place in scores.indices {
            scores[place] = exp(scores[place] - top)
            total += scores[place]
        }
        for place in scores.indices { scores[place] /= total }
    }
}
