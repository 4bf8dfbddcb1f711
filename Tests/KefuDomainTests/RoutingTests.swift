import Testing

@testable import KefuDomain

@Test(
    arguments: [
        (0.75, .reply), (0.7499, .clarify), (0.55, .clarify), (0.5499, .handoff), (0, .handoff),
        (1, .reply),
    ] as [(Double, Action)])
func theConfidenceChoosesTheRoute(confidence: Double, action: Action) {
    let decision = RouteDecision.of(RouteEvidence(confidence: confidence), thresholds: Thresholds())
    #expect(decision == RouteDecision(action, .confidence))
}

@Test func noEvidenceMeansNoAnswer() {
    let decision = RouteDecision.of(RouteEvidence(confidence: nil), thresholds: Thresholds())
    #expect(decision == RouteDecision(.handoff, .noEvidence))
}

@Test func anExpiredAnswerIsNeverGiven() {
    var evidence = RouteEvidence(confidence: 0.99)
    evidence.isExpired = true
    let decision = RouteDecision.of(evidence, thresholds: Thresholds())
    #expect(decision == RouteDecision(.clarify, .expired))
}

@Test func reviewAndSensitiveWordsMakeADraft() {
    var evidence = RouteEvidence(confidence: 0.9)
    evidence.needsReview = true
    #expect(
        RouteDecision.of(evidence, thresholds: Thresholds())
            == RouteDecision(.reply, .review, isDraftOnly: true))
    evidence.hasSensitiveWords = true
    #expect(
        RouteDecision.of(evidence, thresholds: Thresholds())
            == RouteDecision(.reply, .sensitive, isDraftOnly: true))
}
