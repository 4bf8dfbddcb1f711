/// What a learned change did to an entry. The raw values are stored.
public enum LearningAct: String, Codable, CaseIterable, Sendable {
    /// It made the entry.
    case adds
    /// It gave it another wording.
    case variant
    /// It took a wording from it that another entry answers.
    case drops
    /// It gave it a look-alike question that it must not answer.
    case negative
    /// It gave it another answer.
    case replaces
    /// It let it out of the shadow: from then on it answers.
    case promotes
    /// It took it out of the shadow, back to review.
    case withdraws
}

/// What let a learned change into the base. The raw values are stored.
public enum LearnedBy: String, Codable, CaseIterable, Sendable {
    /// Its quality, and a person's agreement, alone.
    case itself
    /// The operator, in the review.
    case review
    /// A verdict on an answer.
    case verdict
    /// The answer to a gap.
    case gap
}
