import KefuDomain

/// A calibration as the database keeps it.
struct StoredCalibration: Codable {
    private let version: Int
    private let entries: Weights
    private let passages: Weights
    private let feedback: Calibration.Feedback?
    private let feedbackSince: Timestamp?
    private let examination: Examination?

    private struct Weights: Codable {
        let bias: Double
        let weights: [String: Double]
    }

    init(_ calibration: Calibration) {
        version = RankingModel.current.version
        entries = Weights(
            bias: calibration.entries.bias, weights: calibration.entries.weights.named)
        passages = Weights(
            bias: calibration.passages.bias, weights: calibration.passages.weights.named)
        feedback = calibration.feedback
        feedbackSince = calibration.feedbackSince
        examination = calibration.examination
    }

    /// `nil` for one that moved another version's weights.
    var calibration: Calibration? {
        guard version == RankingModel.current.version else { return nil }
        return Calibration(
            entries: Self.model(entries), passages: Self.model(passages), feedback: feedback,
            feedbackSince: feedbackSince, examination: examination)
    }

    private static func model(_ stored: Weights) -> LinearModel {
        var vector = FeatureVector()
        for name in FeatureName.allCases { vector[name] = Float(stored.weights[name.name] ?? 0) }
        return LinearModel(bias: stored.bias, weights: vector)
    }
}

extension FeatureVector {
    /// What is not 0, by name.
    fileprivate var named: [String: Double] {
        var named: [String: Double] = [:]
        for name in FeatureName.allCases where self[name] != 0 {
            named[name.name] = Double(self[name])
        }
        return named
    }
}
