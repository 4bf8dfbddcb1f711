/// How sure the shipped weights of a confidence are: what a base must bring against them to move them.
///
/// The curvature of the loss they were learned with, over features in their `spreads` and, last, the
/// constant. Source: Laplace's approximation; Bishop, Pattern Recognition and Machine Learning 2006, 4.5.
struct Belief: Sendable {
    /// The weight of all evidence together, in questions.
    let evidence: Double
    /// What each feature is divided by.
    let spreads: [Double]
    /// The lower half of the matrix, row by row.
    let precision: [Double]

    /// The features that it is about, in its order.
    static let names = FeatureName.allCases.filter { !$0.isRule && $0 != .intent }

    /// Whether it is about the features of today: not while `scripts/fit-weights` asks a daemon
    /// that has a new one.
    var isCurrent: Bool { spreads.count == Self.names.count + 1 }

    /// The matrix, both halves.
    var matrix: [[Double]] {
        let count = spreads.count
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        var next = 0
        for row in 0..<count {
            for column in 0...row {
                matrix[row][column] = precision[next]
                matrix[column][row] = precision[next]
                next += 1
            }
        }
        return matrix
    }
}

extension FeatureName {
    /// Whether its weight was set by hand and stays.
    var isRule: Bool {
        switch self {
        case .exact, .negative, .answerOnly, .besideEntries, .codeMissing, .numberClash: true
        default: false
        }
    }
}
