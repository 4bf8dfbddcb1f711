/// One question: how it was dealt with, and as far as it is known what would have been right.
public struct Trial: Sendable, Hashable {
    /// That of the best candidate, 0...1.
    public let confidence: Double
    public let action: Action
    /// `nil` for a reason that this program does not know.
    public let reason: RouteReason?
    /// Whether anything in the base answers it.
    public var isAnswerable: Bool?
    /// Whether the best candidate is the right answer.
    public var isRight: Bool?
    /// Whether the right answer is among the questions that asking back puts.
    public var isAmongChoices: Bool?

    public init(
        confidence: Double, action: Action, reason: RouteReason?, isAnswerable: Bool? = nil,
        isRight: Bool? = nil, isAmongChoices: Bool? = nil
    ) {
        self.confidence = confidence
        self.action = action
        self.reason = reason
        self.isAnswerable = isAnswerable
        self.isRight = isRight
        self.isAmongChoices = isAmongChoices
    }

    /// Whether the thresholds decided; rules do not ask them.
    public var isByConfidence: Bool { reason?.isByConfidence ?? false }

    /// The action that other thresholds would have led to.
    public func action(under thresholds: Thresholds) -> Action {
        guard isByConfidence else { return action }
        var evidence = RouteEvidence(confidence: confidence)
        evidence.isExpired = reason == .expired
        return RouteDecision.of(evidence, thresholds: thresholds).action
    }

    /// The confidence beside what turned out; `nil` where nobody knows.
    public var judgement: Judgement? {
        isRight.map { Judgement(confidence: confidence, isRight: $0) }
    }
}

extension RouteReason {
    /// Whether the action followed from the confidence and the thresholds.
    public var isByConfidence: Bool {
        switch self {
        case .confidence, .expired, .review, .sensitive: true
        case .noEvidence, .greeting, .courtesy, .person, .complaint, .picked, .noneOfThem, .noText,
            .unavailable:
            false
        }
    }
}
