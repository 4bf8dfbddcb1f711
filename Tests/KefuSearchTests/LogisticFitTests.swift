import Glibc
import Testing

@testable import KefuSearch

struct LogisticFitTests {
    private static let truth = [1.5, -0.8, 0.3]

    /// Samples that the true weights made, the same in every run.
    private static func samples(_ count: Int) -> [LogisticFit.Sample] {
        var generator = SeededGenerator(seed: 5)
        return (0..<count).map { _ in
            let inputs = [
                Double.random(in: -2..<2, using: &generator),
                Double.random(in: -2..<2, using: &generator), 1,
            ]
            let score = zip(truth, inputs).reduce(0) { $0 + $1.0 * $1.1 }
            return LogisticFit.Sample(
                inputs: inputs, offset: 0, isRight: generator.happens(1 / (1 + exp(-score))),
                weight: 1)
        }
    }

    private static func even(_ strength: Double) -> LogisticFit {
        LogisticFit(precision: (0..<3).map { row in (0..<3).map { $0 == row ? strength : 0 } })
    }

    @Test func findsTheWeightsThatMadeTheSamples() {
        let found = Self.even(0.01).weights(from: [0, 0, 0], Self.samples(5000))
        for (weight, expected) in zip(found, Self.truth) {
            #expect(abs(weight - expected) < 0.15, "\(found)")
        }
    }

    @Test func staysAtAStrongBelief() {
        let belief = [-0.5, 2, 1.0]
        let found = Self.even(1e7).weights(from: belief, Self.samples(1000))
        for (weight, expected) in zip(found, belief) { #expect(abs(weight - expected) < 0.001) }
    }

    @Test func staysWhereThereIsNoEvidence() {
        #expect(Self.even(1).weights(from: [1, 2, 3], []) == [1, 2, 3])
    }

    @Test func staysFiniteWhereEverythingIsRight() {
        let samples = Self.samples(500).map {
            LogisticFit.Sample(inputs: $0.inputs, offset: 0, isRight: true, weight: 1)
        }
        let found = Self.even(0.1).weights(from: [0, 0, 0], samples)
        #expect(found.allSatisfy { $0.isFinite && abs($0) < 100 })
        #expect(found[2] > 1)
    }

    @Test func anOffsetIsPartOfTheScore() {
        let samples = Self.samples(5000).map {
            LogisticFit.Sample(
                inputs: $0.inputs, offset: Self.truth[0] * $0.inputs[0], isRight: $0.isRight,
                weight: 1)
        }
        #expect(abs(Self.even(0.01).weights(from: [0, 0, 0], samples)[0]) < 0.15)
    }

    /// Sixty answers of scores from 2 to 4, a third of them right, under the belief that scores hold.
    @Test func reachesTheMinimumFromFarAway() {
        let samples = (0..<60).map { number in
            LogisticFit.Sample(
                inputs: [2 + Double(number % 7) / 3, 1], offset: 0, isRight: number % 3 == 0,
                weight: 1)
        }
        let found = LogisticFit(precision: [[40, 0], [0, 10]]).weights(from: [1, 0], samples)
        let mean = samples.reduce(0) { sum, sample in
            sum + 1 / (1 + exp(-(found[0] * sample.inputs[0] + found[1]))) / 60
        }
        #expect((0.2...0.6).contains(mean), "\(found)")
    }

    @Test(arguments: [
        ([[4.0, 0], [2, 3]], [10.0, 9], [1.5, 2.0]),
        ([[4.0, 12, -16], [12, 37, -43], [-16, -43, 98]], [-20.0, -43, 192], [1.0, 2, 3]),
        ([[2.0]], [5.0], [2.5]),
    ])
    func solvesASystem(matrix: [[Double]], target: [Double], expected: [Double]) throws {
        let solution = try #require(LogisticFit.solve(matrix, target))
        for (value, known) in zip(solution, expected) { #expect(abs(value - known) < 1e-9) }
    }

    @Test(arguments: [[[1.0, 2], [2, 1]], [[0.0, 0], [0, 1]], [[-1.0, 0], [0, 1]]])
    func refusesAMatrixThatIsNotPositiveDefinite(matrix: [[Double]]) {
        #expect(LogisticFit.solve(matrix, [1, 1]) == nil)
    }
}
