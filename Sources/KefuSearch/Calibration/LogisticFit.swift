import Glibc

/// Logistic regression with a belief: weights stay near where they were as long as there is little
/// evidence against it.
///
/// Minimises 1/2 (w - belief)ᵀ precision (w - belief) + Σ weight · logloss by Newton's method, which needs few steps
/// here since the function is convex. Source: Bishop, Pattern Recognition and Machine Learning 2006,
/// 4.3.3 (iteratively reweighted least squares) and 4.4 (a Gaussian belief).
struct LogisticFit {
    /// What was seen once.
    struct Sample {
        /// With a constant 1 at the end.
        let inputs: [Double]
        /// Added to the score, whatever the weights are.
        let offset: Double
        let isRight: Bool
        let weight: Double
    }

    /// How sure the belief is, in each direction.
    let precision: [[Double]]
    private static let steps = 25
    private static let smallestStep = 1e-5

    func weights(from belief: [Double], _ samples: [Sample]) -> [Double] {
        var weights = belief
        var loss = loss(weights, belief, samples)
        for _ in 0..<Self.steps {
            var (gradient, curvature) = start(weights, belief)
            for sample in samples { add(sample, weights, &gradient, &curvature) }
            guard let change = Self.solve(curvature, gradient) else { return weights }
            // A whole step may leap over the minimum.
            var scale = 1.0
            var next = Self.moved(weights, change, scale)
            var nextLoss = self.loss(next, belief, samples)
            while nextLoss > loss, scale > Self.smallestStep {
                scale /= 2
                next = Self.moved(weights, change, scale)
                nextLoss = self.loss(next, belief, samples)
            }
            guard nextLoss < loss else { break }
            (weights, loss) = (next, nextLoss)
        }
        return weights
    }

    private static func moved(_ weights: [Double], _ change: [Double], _ scale: Double) -> [Double]
    {
        zip(weights, change).map { $0 - scale * $1 }
    }

    /// What is minimised.
    private func loss(_ weights: [Double], _ belief: [Double], _ samples: [Sample]) -> Double {
        let away = zip(weights, belief).map { $0 - $1 }
        var loss = 0.0
        for (row, value) in away.enumerated() {
            for (column, other) in away.enumerated() {
                loss += 0.5 * precision[row][column] * value * other
            }
        }
        for sample in samples {
            let score = Self.score(sample, weights)
            // log(1 + e^x) that neither overflows nor loses what is small.
            let margin = sample.isRight ? -score : score
            loss += sample.weight * (max(margin, 0) + log1p(exp(-abs(margin))))
        }
        return loss
    }

    private static func score(_ sample: Sample, _ weights: [Double]) -> Double {
        var score = sample.offset
        for (weight, input) in zip(weights, sample.inputs) { score += weight * input }
        return score
    }

    private func start(_ weights: [Double], _ belief: [Double]) -> ([Double], [[Double]]) {
        let count = weights.count
        var gradient = [Double](repeating: 0, count: count)
        var curvature = [[Double]](repeating: gradient, count: count)
        for row in 0..<count {
            for column in 0..<count {
                gradient[row] += precision[row][column] * (weights[column] - belief[column])
                curvature[row][column] = precision[row][column]
            }
            curvature[row][row] += 1e-6
        }
        return (gradient, curvature)
    }

    private func add(
        _ sample: Sample, _ weights: [Double], _ gradient: inout [Double],
        _ curvature: inout [[Double]]
    ) {
        let chance = 1 / (1 + exp(-Self.score(sample, weights)))
        let error = sample.weight * (chance - (sample.isRight ? 1 : 0))
        let slope = sample.weight * chance * (1 - chance)
        let seen = sample.inputs.indices.filter { sample.inputs[$0] != 0 }
        for row in seen {
            gradient[row] += error * sample.inputs[row]
            let factor = slope * sample.inputs[row]
            for column in seen where column <= row {
                curvature[row][column] += factor * sample.inputs[column]
            }
        }
    }

    /// Solves a symmetric system by Cholesky's decomposition; only the lower half is read.
    /// - Returns: `nil` when the matrix is not positive definite.
    static func solve(_ matrix: [[Double]], _ target: [Double]) -> [Double]? {
        let count = target.count
        var lower = matrix
        for row in 0..<count {
            for column in 0...row {
                var sum = matrix[row][column]
                for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        var solution = target
        for row in 0..<count {
            for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
            solution[row] /= lower[row][row]
        }
        for row in stride(from: count - 1, through: 0, by: -1) {
            for inner in row + 1..<max(count, row + 1) {
                solution[row] -= lower[inner][row] * solution[inner]
            }
            solution[row] /= lower[row][row]
        }
        return solution
    }
}
