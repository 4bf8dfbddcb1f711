import KefuDomain
import KefuStore

/// What is to become of a question with a person's answer.
struct Assessment: Sendable {
    let asked: AnsweredQuestion
    let quality: Quality
    /// `nil` where the quality alone decides.
    let weighed: Weighed?
    let prediction: SilentPrediction?
    let timesAsked: Int
    let settings: LearningSettings

    /// What becomes of it; reads no clock, stores nothing.
    var state: CandidateState {
        guard let weighed else { return .dropped }
        let fate = quality.fate(settings.thresholds)
        if weighed.does == .nothing, weighed.objections.isEmpty { return .known }
        if fate == .dropped { return .dropped }
        let mayEnter = fate == .enters && weighed.objections.isEmpty && settings.automatic
        return mayEnter ? .entered : .waiting
    }

    /// Why it is not in the base.
    var obstacle: String? {
        switch state {
        case .entered, .known, .approved, .rejected, .undone, .forgotten: return nil
        case .dropped: return quality.obstacle?.rawValue ?? Self.lowQuality
        case .waiting:
            if let gate = weighed?.objections.first?.gate { return gate.rawValue }
            if quality.fate(settings.thresholds) == .enters {
                return LearningGate.automaticOff.rawValue
            }
            return quality.obstacle?.rawValue ?? Self.lowQuality
        }
    }

    /// No single feature holds it down.
    private static let lowQuality = "quality"

    func draft(in scene: Scene) throws -> CandidateDraft {
        let pair = asked.pair
        var draft = CandidateDraft(
            question: weighed?.question ?? pair.question, answer: weighed?.answer ?? pair.answer,
            quality: quality.value,
            findings: try CandidateFindings(quality, weighed).json(), state: state,
            obstacle: obstacle, askedAt: pair.askedAt, answeredAt: pair.answeredAt)
        draft.thread = scene.thread.row
        draft.contact = scene.contact(of: pair)
        draft.answerRow = scene.draft(to: pair)
        draft.anchor = asked.anchor
        draft.timesAsked = timesAsked
        draft.prediction = prediction
        draft.questionMessages = pair.questionMessages
        draft.answerMessages = pair.answerMessages
        return draft
    }
}
