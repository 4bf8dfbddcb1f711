/// How the confidences of one base differ from the shipped ones.
///
/// The model's log-odds are stretched and shifted before they become a confidence, which so stays
/// monotone in the score. Source: Platt, "Probabilistic outputs for support vector machines", 1999.
struct Calibration: Codable, Sendable, Equatable {
    var slope = 1.0
    var shift = 0.0
    /// How many questions the base asked itself to find these numbers; 0 for the shipped ones.
    var samples = 0
    /// The last change of the base that was there then.
    var sequence: Int64 = 0
    /// The weights that gave the scores; others need another calibration.
    var modelVersion = 0

    /// The numbers that the weights come with.
    static let shipped = Calibration()

    /// - Parameter score: the model's log-odds.
    func confidence(_ score: Double) -> Double {
        RankingModel.confidence(slope * score + shift)
    }
}

/// One question that the base asked itself.
struct CalibrationSample: Sendable {
    /// The best candidate's log-odds, by the shipped weights.
    let score: Double
    /// Whether that candidate was right.
    let isRight: Bool
    let weight: Double
}

extension Calibration {
    /// The most probable stretch and shift, given samples and the belief that the shipped weights
    /// are about right: thin evidence moves them little.
    static func fitted(to samples: [CalibrationSample]) -> Calibration {
        var slope = 1.0
        var shift = 0.0
        for _ in 0..<30 {
            var gradient = (slope: trustInSlope * (1 - slope), shift: -trustInShift * shift)
            var curve = (aa: trustInSlope, ab: 0.0, bb: trustInShift)
            for sample in samples {
                let score = min(max(sample.score, -12), 12)
                let chance = RankingModel.confidence(slope * score + shift)
                let error = sample.weight * ((sample.isRight ? 1 : 0) - chance)
                let spread = sample.weight * max(chance * (1 - chance), 1e-6)
                gradient.slope += error * score
                gradient.shift += error
                curve.aa += spread * score * score
                curve.ab += spread * score
                curve.bb += spread
            }
            let determinant = curve.aa * curve.bb - curve.ab * curve.ab
            guard determinant > 1e-9 else { break }
            let step = (
                slope: (gradient.slope * curve.bb - gradient.shift * curve.ab) / determinant,
                shift: (gradient.shift * curve.aa - gradient.slope * curve.ab) / determinant
            )
            slope = min(
                max(slope + min(max(step.slope, -0.5), 0.5), steepness.lowerBound),
                steepness.upperBound)
            shift += min(max(step.shift, -1), 1)
            if abs(step.slope) + abs(step.shift) < 1e-6 { break }
        }
        return Calibration(slope: slope, shift: shift, samples: samples.count)
    }

    /// How many samples the shipped numbers are worth.
    private static let trustInSlope = 30.0
    private static let trustInShift = 8.0
    /// A confidence must go on rising with the score, and not jump.
    private static let steepness = 0.3...2.0
}
