/// All figures on a set of questions (SPEC 3).
public struct Measurement: Sendable {
    /// The precision for which the coverage is given.
    public static let wantedPrecision = 0.95

    /// Questions.
    public let count: Int
    /// Those that something in the base answers; `nil` where that is not known.
    public let answerable: Int?
    /// Those of which it is known whether the best candidate was right.
    public let judged: Int
    /// `nil` where it is not known what should have been found.
    public let retrieval: RetrievalFigures?
    public let inForce: RoutingFigures
    /// What other thresholds would do, where some were asked about.
    public let simulated: RoutingFigures?
    /// `nil` unless there are both right and wrong ones.
    public let auroc: Double?
    /// The lowest first.
    public let bins: [ReliabilityBin]
    public let coverage: Coverage

    /// The expected calibration error; `nil` where nothing was judged.
    public var calibrationError: Double? { bins.calibrationError }

    /// - Parameter retrievals: of the answerable questions.
    public init(
        _ trials: [Trial], retrievals: [Retrieval] = [], thresholds: Thresholds,
        simulated: Thresholds? = nil
    ) {
        let judgements = trials.compactMap(\.judgement)
        let isLabelled = !trials.isEmpty && trials.allSatisfy { $0.isAnswerable != nil }
        count = trials.count
        answerable = isLabelled ? trials.count { $0.isAnswerable == true } : nil
        judged = judgements.count
        retrieval = RetrievalFigures(retrievals)
        inForce = RoutingFigures(trials, under: thresholds)
        self.simulated = simulated.map { RoutingFigures(trials, under: $0) }
        auroc = judgements.auroc
        bins = ReliabilityBin.bins(of: judgements)
        coverage = judgements.coverage(atPrecision: Self.wantedPrecision)
    }

    /// Share of the answerable questions that got their answer; `nil` where that is not known.
    public func recall(of routing: RoutingFigures) -> Double? {
        guard let answerable, answerable > 0 else { return nil }
        return Double(routing.replied.right) / Double(answerable)
    }
}
