/// Confidences that lie near each other, beside what turned out: one line of a reliability table.
public struct ReliabilityBin: Codable, Sendable, Hashable {
    /// The mean confidence, 0 to 1.
    public let predicted: Double
    /// The share that was right, 0 to 1.
    public let observed: Double
    /// How many there are.
    public let count: Int

    public init(predicted: Double, observed: Double, count: Int) {
        self.predicted = predicted
        self.observed = observed
        self.count = count
    }

    /// Bins of equal width over 0...1, the lowest first; those that nothing fell into are left out.
    public static func bins(
        of judgements: some Sequence<Judgement>, width: Double = 1.0 / 15
    ) -> [ReliabilityBin] {
        let last = Int((1 / width).rounded()) - 1
        var sums = [(confidence: Double, right: Int, count: Int)](
            repeating: (0, 0, 0), count: last + 1)
        for judgement in judgements {
            let place = Int(judgement.confidence * Double(last + 1))
            let index = Swift.min(Swift.max(place, 0), last)
            sums[index].confidence += judgement.confidence
            sums[index].right += judgement.isRight ? 1 : 0
            sums[index].count += 1
        }
        return sums.filter { $0.count > 0 }.map {
            ReliabilityBin(
                predicted: $0.confidence / Double($0.count),
                observed: Double($0.right) / Double($0.count), count: $0.count)
        }
    }
}

extension Sequence<ReliabilityBin> {
    /// The expected calibration error: the mean distance between predicted and observed; `nil` for
    /// no bins.
    ///
    /// Source: Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
    /// binning", AAAI 2015.
    public var calibrationError: Double? {
        var (distance, count) = (0.0, 0)
        for bin in self {
            distance += Double(bin.count) * (bin.predicted - bin.observed).magnitude
            count += bin.count
        }
        return count > 0 ? distance / Double(count) : nil
    }
}
