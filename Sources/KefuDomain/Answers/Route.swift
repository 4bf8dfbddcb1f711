/// What the daemon does with a question.
public enum Action: String, Codable, CaseIterable, Sendable {
    /// Gives the answer.
    case reply
    /// Asks which of a few likely questions was meant.
    case clarify
    /// Hands the customer to a person.
    case handoff
}
