import KefuDomain
import Testing

private func judgements(_ pairs: (Double, Bool)...) -> [Judgement] {
    pairs.map { Judgement(confidence: $0.0, isRight: $0.1) }
}

private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { ($0 - expected).magnitude < 1e-9 } ?? false
}

@Test func aTieBetweenRightAndWrongCountsHalf() {
    // Right over wrong: 0.9 > 0.8, 0.9 > 0.3, 0.8 = 0.8, 0.8 > 0.3.
    let auroc = judgements((0.8, false), (0.9, true), (0.3, false), (0.8, true)).auroc
    #expect(isNear(auroc, 3.5 / 4))
    #expect(judgements((0.5, true), (0.5, false), (0.5, false)).auroc == 0.5)
    #expect(judgements((0.9, false), (0.1, true)).auroc == 0)
}

@Test func rightCannotBeToldFromWrongWhereOneIsMissing() {
    #expect([Judgement]().auroc == nil)
    #expect(judgements((0.2, true), (0.9, true)).auroc == nil)
    #expect(judgements((0.2, false)).auroc == nil)
}

@Test func coverageIsTheMostThatIsStillRightEnough() {
    let some = judgements((0.7, false), (0.9, true), (0.8, true))
    #expect(some.coverage(atPrecision: 0.95) == Coverage(share: 2.0 / 3, threshold: 0.8))
    // No threshold parts a tie.
    let tied = judgements((0.8, true), (0.9, true), (0.8, false))
    #expect(tied.coverage(atPrecision: 0.95) == Coverage(share: 1.0 / 3, threshold: 0.9))
    // One wrong at the top is made good by what follows.
    let late = judgements((0.9, false), (0.8, true), (0.7, true), (0.6, true))
    #expect(late.coverage(atPrecision: 0.75) == Coverage(share: 1, threshold: 0.6))
    let all = judgements((0.4, true), (0.2, true))
    #expect(all.coverage(atPrecision: 0.95) == Coverage(share: 1, threshold: 0.2))
    for none in [judgements(), judgements((0.9, false))] {
        #expect(none.coverage(atPrecision: 0.95) == Coverage(share: 0, threshold: nil))
    }
}

@Test func binsAreOfEqualWidthAndTheLastHoldsOne() {
    let bins = ReliabilityBin.bins(
        of: judgements((1, true), (0, false), (0.05, true), (0.99, true)))
    #expect(
        bins == [
            ReliabilityBin(predicted: 0.025, observed: 0.5, count: 2),
            ReliabilityBin(predicted: 0.995, observed: 1, count: 2),
        ])
    // (2 * 0.475 + 2 * 0.005) / 4
    #expect(isNear(bins.calibrationError, 0.24))
}

@Test func oneBinIsEnoughAndNoneIsNothing() {
    let bins = ReliabilityBin.bins(of: judgements((0.5, true), (0.5, false), (0.5, true)))
    #expect(bins.map(\.count) == [3])
    #expect(isNear(bins.calibrationError, 2.0 / 3 - 0.5))
    #expect(ReliabilityBin.bins(of: []).isEmpty)
    #expect([ReliabilityBin]().calibrationError == nil)
    #expect(ReliabilityBin.bins(of: judgements((0.9, true), (0.95, false)), width: 1).count == 1)
}

@Test func aHitIsFoundByAnyOfItsIDs() {
    let found = Retrieval(hits: [["e1"], ["e2", "faq-2"], ["e3"]], grades: ["faq-2": 1])
    #expect(found.rank == 2)
    #expect(isNear(found.gain, 0.6309297535714574))  // 1 / log2(3)
    let lost = Retrieval(hits: [["e1"]], grades: ["e2": 1])
    #expect(lost == Retrieval(hits: [], grades: ["e2": 1]))
    #expect(lost.rank == nil && lost.gain == 0)
    let eleventh = (1...11).map { ["e\($0)"] }
    #expect(Retrieval(hits: eleventh, grades: ["e11": 1]).rank == nil)
}

@Test func betterAnswersGainMore() {
    // 1 / log2(2) + 3 / log2(4), of 3 / log2(2) + 1 / log2(3)
    let found = Retrieval(hits: [["e1"], ["e2"], ["e3"]], grades: ["e1": 1, "e3": 2])
    #expect(isNear(found.gain, 2.5 / 3.6309297535714574))
    #expect(Retrieval(hits: [["e3"], ["e1"]], grades: ["e1": 1, "e3": 2]).gain == 1)
    #expect(Retrieval(hits: [["e1"]], grades: ["e1": 0]).gain == 0)
}

@Test func meansAreOverAllSearches() throws {
    let places = [1, 3, nil, 4] as [Int?]
    let searches = places.map { place in
        Retrieval(hits: (1...10).map { ["e\($0)"] }, grades: ["e\(place ?? 99)": 1])
    }
    let figures = try #require(RetrievalFigures(searches))
    #expect(figures.count == 4)
    #expect(figures.recallAt1 == 0.25)
    #expect(figures.recallAt3 == 0.5)
    #expect(isNear(figures.meanReciprocalRank, (1 + 1.0 / 3 + 0.25) / 4))
    #expect(isNear(figures.meanGain, (1 + 0.5 + 1 / 2.321928094887362) / 4))
    #expect(RetrievalFigures([]) == nil)
}

private let labelled = [
    Trial(
        confidence: 0.9, action: .reply, reason: .confidence, isAnswerable: true, isRight: true,
        isAmongChoices: true),
    Trial(
        confidence: 0.8, action: .reply, reason: .confidence, isAnswerable: false, isRight: false,
        isAmongChoices: false),
    Trial(
        confidence: 0.6, action: .clarify, reason: .confidence, isAnswerable: true, isRight: false,
        isAmongChoices: true),
    Trial(
        confidence: 0.2, action: .handoff, reason: .confidence, isAnswerable: true, isRight: true,
        isAmongChoices: true),
    Trial(
        confidence: 1, action: .reply, reason: .greeting, isAnswerable: false, isRight: false,
        isAmongChoices: false),
]

@Test func routingIsCountedAndJudged() {
    let figures = RoutingFigures(labelled, under: Thresholds())
    #expect(figures.count == 5)
    #expect(figures.replied == RoutingFigures.Part(count: 3, judged: 3, right: 1))
    #expect(figures.clarified == RoutingFigures.Part(count: 1, judged: 1, right: 1))
    #expect(figures.handedOver == RoutingFigures.Part(count: 1, judged: 1, right: 0))
    #expect(figures.share(of: figures.replied) == 0.6)
    #expect(figures.unanswerable == 2 && figures.unanswerableReplied == 2)
    #expect(figures.unanswerableShare == 1)
}

@Test func otherThresholdsMoveOnlyWhatTheyDecide() {
    let strict = RoutingFigures(labelled, under: Thresholds(reply: 0.85, clarify: 0.7))
    #expect(strict.replied == RoutingFigures.Part(count: 2, judged: 2, right: 1))
    #expect(strict.clarified == RoutingFigures.Part(count: 1, judged: 1, right: 0))
    #expect(strict.handedOver.count == 2)
    // The greeting is a rule's, whatever the thresholds.
    #expect(RoutingFigures(labelled, under: Thresholds(reply: 1, clarify: 1)).replied.count == 1)
}

@Test(
    arguments: [
        (.confidence, 0.8, .reply), (.expired, 0.8, .clarify), (.expired, 0.6, .clarify),
        (.review, 0.8, .reply), (.sensitive, 0.1, .handoff), (.person, 0.8, .handoff),
        (.noEvidence, 0.8, .handoff), (.picked, 0.1, .handoff), (nil, 0.8, .handoff),
    ] as [(RouteReason?, Double, Action)])
func rulesDoNotAskTheThresholds(reason: RouteReason?, confidence: Double, action: Action) {
    let trial = Trial(confidence: confidence, action: .handoff, reason: reason)
    #expect(trial.action(under: Thresholds()) == action)
}

@Test func aWholeMeasurement() {
    let measured = Measurement(
        labelled, retrievals: [Retrieval(hits: [["e1"]], grades: ["e1": 1])],
        thresholds: Thresholds(), simulated: Thresholds(reply: 1, clarify: 0.5))
    #expect(measured.count == 5 && measured.answerable == 3 && measured.judged == 5)
    // Right: 0.9, 0.2. Wrong: 0.8, 0.6, 1.
    #expect(isNear(measured.auroc, 2.0 / 6))
    #expect(measured.recall(of: measured.inForce) == 1.0 / 3)
    #expect(measured.simulated?.clarified.count == 3)
    #expect(measured.bins.count == 5)
    #expect(measured.coverage.threshold == nil)
}

@Test func nothingToMeasureIsNoFigure() {
    let none = Measurement([], thresholds: Thresholds())
    #expect(none.count == 0 && none.judged == 0 && none.answerable == nil)
    #expect(none.auroc == nil && none.calibrationError == nil && none.retrieval == nil)
    #expect(none.bins.isEmpty && none.coverage == Coverage(share: 0, threshold: nil))
    #expect(none.inForce.share(of: none.inForce.replied) == nil)
    #expect(none.inForce.replied.precision == nil)
}

@Test func aSetOfUnanswerableQuestionsHasNoRecall() {
    let trials = (0..<4).map {
        Trial(
            confidence: Double($0) / 4, action: .handoff, reason: .confidence, isAnswerable: false,
            isRight: false, isAmongChoices: false)
    }
    let measured = Measurement(trials, thresholds: Thresholds())
    #expect(measured.answerable == 0)
    #expect(measured.recall(of: measured.inForce) == nil)
    #expect(measured.inForce.unanswerableShare == 0.25)  // 0.75 replies
    #expect(measured.auroc == nil)
    #expect(measured.coverage.share == 0)
}

@Test func answersThatNobodyJudgedAreCountedOnly() {
    let trials = [
        Trial(confidence: 0.9, action: .reply, reason: .confidence, isRight: true),
        Trial(confidence: 0.9, action: .reply, reason: .confidence),
        Trial(confidence: 0.9, action: .clarify, reason: .expired, isRight: false),
    ]
    let measured = Measurement(trials, thresholds: Thresholds())
    #expect(measured.count == 3 && measured.judged == 2 && measured.answerable == nil)
    #expect(measured.inForce.replied == RoutingFigures.Part(count: 2, judged: 1, right: 1))
    #expect(measured.inForce.clarified == RoutingFigures.Part(count: 1, judged: 0, right: 0))
    #expect(measured.inForce.unanswerableShare == nil)
    #expect(measured.bins == [ReliabilityBin(predicted: 0.9, observed: 0.5, count: 2)])
}

@Test(
    arguments: [
        (0.75, 0.55, true), (0, 0, true), (1, 1, true), (0.5, 0.6, false), (1.1, 0.5, false),
        (0.5, -0.1, false), (.nan, 0.5, false),
    ] as [(Double, Double, Bool)])
func thresholdsAreInOrder(reply: Double, clarify: Double, arePossible: Bool) {
    #expect(Thresholds(reply: reply, clarify: clarify).arePossible == arePossible)
}
