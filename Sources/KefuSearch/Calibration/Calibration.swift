import Glibc
public import KefuDomain
import KefuStore

/// How a base's confidence follows from its features: the shipped weights, moved by what the base
/// found out about itself, and by what its operator said of answers.
///
/// Each step is monotone in the score, and the confidence always within 0...1.
public struct Calibration: Sendable {
    /// By kind of candidate.
    var entries: LinearModel
    var passages: LinearModel
    /// What the operator's verdicts make of a score: `scale`, above 0, times it, plus `offset`.
    public internal(set) var feedback: Feedback?
    /// Verdicts given before do not count: the operator took their effect back.
    var feedbackSince: Timestamp?
    /// What the base's examination of itself found; `nil` before the first one.
    public internal(set) var examination: Examination?

    /// The verdicts' part.
    public struct Feedback: Codable, Sendable {
        public let scale: Double
        public let offset: Double
        /// The verdicts it was learned from.
        public let labels: Int
    }

    static let shipped = Calibration(
        entries: RankingModel.current.certainty, passages: RankingModel.current.passageCertainty)

    func certainty(of kind: HitKind) -> LinearModel { kind == .passage ? passages : entries }

    /// - Parameter score: the log-odds that the weights give.
    func confidence(_ score: Double) -> Double {
        guard let feedback else { return RankingModel.confidence(score) }
        return RankingModel.confidence(feedback.scale * score + feedback.offset)
    }
}

extension Calibration.Feedback {
    /// Fewer verdicts move nothing.
    public static let fewestLabels = 50
    /// How strongly scale and offset stay what they are, in verdicts.
    private static let precision = [[40.0, 0], [0, 10.0]]

    /// - Returns: `nil` where there are too few verdicts.
    init?(_ labels: [CalibrationLabel]) {
        guard labels.count >= Self.fewestLabels else { return nil }
        let samples = labels.map { label in
            LogisticFit.Sample(
                inputs: [label.score, 1], offset: 0, isRight: label.isCorrect, weight: 1)
        }
        let fit = LogisticFit(precision: Self.precision).weights(from: [1, 0], samples)
        // A score that told nothing would still have to keep its order.
        self.init(scale: max(0.1, fit[0]), offset: fit[1], labels: labels.count)
    }
}

/// What a base found out about itself.
public struct Examination: Codable, Sendable {
    /// The last change of the base that it saw.
    public var sequence: Int64
    public var at: Timestamp
    /// Questions that it asked itself, and how many of those it answered rightly first.
    public var questions: Int
    public var right: Int
    /// Wordings that another entry is found for, most often first.
    public var stolen: [Stolen]
    /// Entries that their own question, worded a little otherwise, does not find at all.
    public var unfound: [String]
    /// Confidence against what was right, in fifteen equal steps.
    public var bins: [ReliabilityBin]

    /// A question that finds the wrong entry.
    public struct Stolen: Codable, Sendable {
        /// The entry that should be found.
        public let entry: String
        /// The entry that is found.
        public let by: String
        public var count: Int
    }
}

/// How the confidence was adapted to a base, and whether that is done.
public struct CalibrationState: Sendable {
    public let isSettled: Bool
    public let calibration: Calibration
    /// The operator's verdicts that count, and how right the confidences were.
    public let verdicts: [ReliabilityBin]
}
