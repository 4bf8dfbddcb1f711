import KefuDomain
import KefuRPC

/// An evaluation as `--json` prints it. What could not be measured is null.
struct EvaluationShape: Encodable {
    private let source: String
    private let questions: Int
    private let judged: Int
    @OrNull private var since: Timestamp?
    @OrNull private var byRule: Int?
    @OrNull private var answerable: Int?
    @OrNull private var recallAt1: Double?
    @OrNull private var recallAt3: Double?
    @OrNull private var reciprocalRank: Double?
    @OrNull private var gain: Double?
    private let inForce: Routing
    @OrNull private var simulated: Routing?
    @OrNull private var auroc: Double?
    @OrNull private var calibrationError: Double?
    private let coverage: Double
    @OrNull private var threshold: Double?
    private let bins: [Bin]
    private let refused: [Refused]

    init(_ evaluation: Evaluation) {
        let measurement = evaluation.measurement
        switch evaluation.source {
        case .file: source = "file"
        case .history(let since, let byRule):
            source = "history"
            self.since = since
            self.byRule = byRule
        }
        questions = measurement.count
        judged = measurement.judged
        answerable = measurement.answerable
        recallAt1 = measurement.retrieval?.recallAt1
        recallAt3 = measurement.retrieval?.recallAt3
        reciprocalRank = measurement.retrieval?.meanReciprocalRank
        gain = measurement.retrieval?.meanGain
        inForce = Routing(measurement.inForce, measurement)
        simulated = measurement.simulated.map { Routing($0, measurement) }
        auroc = measurement.auroc
        calibrationError = measurement.calibrationError
        coverage = measurement.coverage.share
        threshold = measurement.coverage.threshold
        bins = measurement.bins.map(Bin.init)
        refused = evaluation.bad.map(Refused.init)
    }

    private enum CodingKeys: String, CodingKey {
        case source, questions, judged, since
        case byRule = "by_rule"
        case answerable
        case recallAt1 = "recall_at_1"
        case recallAt3 = "recall_at_3"
        case reciprocalRank = "mrr_at_10"
        case gain = "ndcg_at_10"
        case inForce = "in_force"
        case simulated, auroc
        case calibrationError = "calibration_error"
        case coverage = "coverage_at_95"
        case threshold = "threshold_at_95"
        case bins, refused
    }
}

extension EvaluationShape {
    fileprivate struct Routing: Codable, Sendable {
        let reply: Double
        let clarify: Double
        let replied: Part
        let clarified: Part
        let handedOver: Part
        let unanswerable: Int
        let unanswerableReplied: Int
        @OrNull var recall: Double?

        init(_ routing: RoutingFigures, _ measurement: Measurement) {
            reply = routing.thresholds.reply
            clarify = routing.thresholds.clarify
            replied = Part(routing.replied, routing)
            clarified = Part(routing.clarified, routing)
            handedOver = Part(routing.handedOver, routing)
            unanswerable = routing.unanswerable
            unanswerableReplied = routing.unanswerableReplied
            recall = measurement.recall(of: routing)
        }

        enum CodingKeys: String, CodingKey {
            case reply, clarify, replied, clarified
            case handedOver = "handed_over"
            case unanswerable
            case unanswerableReplied = "unanswerable_replied"
            case recall = "replied_right_of_answerable"
        }
    }

    fileprivate struct Part: Codable, Sendable {
        let count: Int
        @OrNull var share: Double?
        let judged: Int
        let right: Int
        @OrNull var precision: Double?

        init(_ part: RoutingFigures.Part, _ routing: RoutingFigures) {
            count = part.count
            share = routing.share(of: part)
            judged = part.judged
            right = part.right
            precision = part.precision
        }
    }

    fileprivate struct Bin: Encodable {
        let predicted: Double
        let observed: Double
        let count: Int

        init(_ bin: ReliabilityBin) {
            predicted = bin.predicted
            observed = bin.observed
            count = bin.count
        }
    }

    fileprivate struct Refused: Encodable {
        let line: Int
        let what: String
        let why: String
        let hint: String

        init(_ row: BadRow) {
            line = row.line
            what = row.failure.what
            why = row.failure.why
            hint = row.failure.hint
        }
    }
}
