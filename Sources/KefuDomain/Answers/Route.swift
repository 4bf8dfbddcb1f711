/// What the daemon does with a question.
public enum Action: String, Codable, CaseIterable, Sendable {
    /// Gives the answer.
    case reply
    /// Asks which of a few likely questions was meant.
    case clarify
    /// Hands the customer to a person.
    case handoff
}

/// From which confidence an answer is given, or a question asked back.
public struct Thresholds: Sendable, Hashable {
    /// In 0...1, at least `clarify`.
    public let reply: Double
    /// In 0...1.
    public let clarify: Double

    public init(reply: Double = 0.75, clarify: Double = 0.55) {
        self.reply = reply
        self.clarify = clarify
    }

    /// The route that a confidence alone leads to.
    public func action(for confidence: Double) -> Action {
        if confidence >= reply { return .reply }
        return confidence >= clarify ? .clarify : .handoff
    }
}
