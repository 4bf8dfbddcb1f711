/// What stands between a candidate and the base, whoever lets it in (SPEC 5). The raw values are
/// stored.
public enum LearningGate: String, Codable, CaseIterable, Sendable {
    /// It holds what belongs to one person.
    case personalData = "personal_data"
    /// An entry says otherwise.
    case contradiction
    /// It would answer questions that other entries answer today.
    case takeOver = "take_over"
    /// Automatic learning is switched off.
    case automaticOff = "automatic_off"

    /// Whether the operator may insist.
    public var canBeForced: Bool { self != .personalData }
}
