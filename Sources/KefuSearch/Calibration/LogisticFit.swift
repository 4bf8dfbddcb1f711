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
    private static let steps = 12
    private static let smallestStep = 1e-5

    func weights(from belief: [Double], _ samples: [Sample]) -> [Double] {
        var weights = belief
        for _ in 0..<Self.steps {
            var (gradient, curvature) = start(weights, belief)
            for sample in samples { add(sample, weights, &gradient, &curvature) }
            guard let change = Self.solve(curvature, gradient) else { return weights }
            // A long step may leap over the minimum.
            let length = change.reduce(0) { max($0, abs($1)) }
            let scale = length > 4 ? 4 / length : 1
            for place in weights.indices { weights[place] -= scale * change[place] }
            if length < Self.smallestStep { break }
        }
        return weights
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
        var score = sample.offset
        for (weight, input) in zip(weights, sample.inputs) { score += weight * input }
        let chance = 1 / (1 + exp(-score))
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
