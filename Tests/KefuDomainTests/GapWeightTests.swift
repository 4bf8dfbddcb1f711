import KefuDomain
import Testing

private let now = Timestamp(seconds: 1_795_000_000)

@Test func anAskingLosesHalfOfItsWeightInTwoWeeks() {
    let stored = GapWeight.stored(askedAt: now)
    #expect(abs(GapWeight.present(stored, at: now) - 1) < 1e-9)
    let later = now.adding(GapWeight.halfLife)
    #expect(abs(GapWeight.present(stored, at: later) - 0.5) < 1e-9)
    #expect(abs(GapWeight.present(stored, at: later.adding(GapWeight.halfLife)) - 0.25) < 1e-9)
}

@Test func weightsAddUp() {
    let week = Duration.seconds(7 * 86_400)
    let sum = GapWeight.stored(askedAt: now) + GapWeight.stored(askedAt: now.adding(.zero - week))
    #expect(abs(GapWeight.present(sum, at: now) - (1 + 0.5.squareRoot())) < 1e-9)
}

@Test(arguments: [
    Timestamp(milliseconds: Timestamp.range.lowerBound), Timestamp(seconds: 0),
    Timestamp(milliseconds: Timestamp.range.upperBound),
])
func aWeightIsAlwaysANumber(time: Timestamp) {
    let stored = GapWeight.stored(askedAt: time)
    #expect(stored.isFinite && stored >= 0)
    #expect(GapWeight.present(stored, at: now).isNaN == false)
}

@Test(
    arguments: [
        (.handoff, .confidence, nil, false, false, true),
        (.handoff, .noEvidence, 60, false, false, true),
        (.handoff, .noneOfThem, nil, false, false, true),
        (.handoff, .expired, nil, false, false, true),
        (.handoff, .person, nil, false, false, false),
        (.handoff, .complaint, 80, false, false, false),
        (.handoff, .noText, 60, false, false, false),
        (.handoff, .unavailable, 60, false, false, false),
        (.handoff, .confidence, 12, false, false, false),
        (.handoff, .confidence, nil, true, false, false),
        (.handoff, .confidence, nil, false, true, false),
        (.reply, .greeting, nil, false, false, false),
        (.clarify, .confidence, nil, false, false, false),
        (.handoff, nil, nil, false, false, false),
    ] as [(Action, RouteReason?, Int?, Bool, Bool, Bool)])
func onlyQuestionsThatTheBaseLacksAreGaps(
    action: Action, reason: RouteReason?, score: Int?, isPrivate: Bool, saysTooLittle: Bool,
    expected: Bool
) {
    let facts = GapRule.Facts(
        action: action, reason: reason, score: score, isPrivateTalk: isPrivate,
        saysTooLittle: saysTooLittle)
    #expect(GapRule.isGap(facts, least: 60) == expected)
}
