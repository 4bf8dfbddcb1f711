extension Quality {
    /// The quality of a candidate (SPEC 5): the values of all features, in one place.
    /// - Parameters:
    ///   - facts: what the pair's own words do not say.
    ///   - now: by which the answer must still hold.
    public static func of(_ pair: LearnedPair, facts: QualityFacts, now: Timestamp) -> Quality {
        let question = QuestionMerits(pair.question)
        let answer = AnswerMerits(pair.answer, to: pair.question)
        let isGiven = facts.source != .thread
        return Quality([
            .isQuestion: isGiven ? 1 : question.isQuestion,
            .standsAlone: question.standsAlone(needsContext: pair.needsContext),
            .isInformative: answer.isInformative(hasAttachment: pair.hasAttachment),
            .decides: answer.decides,
            .isSelfContained: answer.isSelfContained(
                hasAttachment: pair.hasAttachment, isUnsettled: pair.isUnsettled),
            .isGeneral: min(
                question.isGeneral, answer.isGeneral(allowing: facts.companyData)),
            .isCurrent: currency(of: pair, facts.settings, now),
            .fits: answer.fits,
            .satisfied: isGiven ? 1 : Aftermath(pair).satisfied,
            .asked: frequency(facts.timesAsked),
            .agrees: harmony(facts.agreement),
        ])
    }

    /// 0 for what is over already, little for what will be within days.
    private static func currency(
        of pair: LearnedPair, _ settings: LearningSettings, _ now: Timestamp
    ) -> Double {
        let causes = Staleness.causes(of: pair.answer, at: pair.answeredAt, settings: settings)
        guard
            let expiry = Staleness.expiry(
                of: pair.answer, at: pair.answeredAt, settings: settings)
        else { return 1 }
        if expiry <= now { return 0 }
        let isNamed = causes.contains { $0.cause == .date }
        return isNamed && expiry.since(pair.answeredAt) <= soon ? 0.2 : 0.9
    }

    /// An answer that names a day so near is not worth keeping.
    private static let soon = Duration.seconds(8 * 86_400)

    private static func frequency(_ times: Int) -> Double {
        switch times {
        case ...1: 0.4
        case 2: 0.7
        default: 1
        }
    }

    private static func harmony(_ agreement: AnswerAgreement?) -> Double {
        switch agreement {
        case nil: 0.7
        case .same: 1
        case .compatible: 0.8
        case .contradicts: 0
        }
    }
}
