/// How two answers to the same question go together.
public enum AnswerAgreement: String, Codable, CaseIterable, Sendable {
    /// What the shorter one says the other says as well.
    case same
    /// They speak of different things, or the one only in part of what the other does.
    case compatible
    /// Both cannot be right: another number of the same thing, yes and no, an opposite, another
    /// code.
    case contradicts
}

extension AnswerAgreement {
    /// Longer answers are compared by their beginnings.
    private static let longest = 3000
    /// Of the shorter answer's pieces, so many stand in the other one when both say the same.
    private static let mostShared = 0.6
    /// As above, where all numbers are the same.
    private static let someShared = 0.25

    /// Compares two answers by what they claim: amounts with their units, times, dates, what is and
    /// what is not so, opposites, codes. Claims about different things do not contradict each
    /// other.
    public static func of(_ one: String, _ other: String) -> AnswerAgreement {
        let one = AnswerClaims(String(one.prefix(longest)))
        let other = AnswerClaims(String(other.prefix(longest)))
        if one.contradicts(other) { return .contradicts }
        return one.says(other, most: mostShared, some: someShared) ? .same : .compatible
    }
}
