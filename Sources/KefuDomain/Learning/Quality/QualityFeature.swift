/// What the quality of a candidate is made of (SPEC 5). Each has a value from 0 to 1.
public enum QualityFeature: String, Codable, CaseIterable, Sendable {
    /// The customer asks something.
    case isQuestion = "is_question"
    /// The question can be understood without what was said before it.
    case standsAlone = "stands_alone"
    /// The answer says something: it is no courtesy, no holding line, no bare yes.
    case isInformative = "is_informative"
    /// The answer answers: it does not ask back.
    case decides
    /// The answer needs no picture, link, file, order, nor anything said elsewhere.
    case isSelfContained = "is_self_contained"
    /// It holds for everybody, and not for one customer's case.
    case isGeneral = "is_general"
    /// It still holds when it is learned, and longer than a day.
    case isCurrent = "is_current"
    /// The answer speaks of what was asked.
    case fits
    /// What the customer wrote next.
    case satisfied
    /// How often it was asked.
    case asked
    /// How it goes with what the base says.
    case agrees

    /// Its part of the sum; the weights of all add up to 1.
    public var weight: Double {
        switch self {
        case .isQuestion, .isInformative: 0.16
        case .isSelfContained, .fits: 0.12
        case .isGeneral: 0.10
        case .standsAlone, .decides, .satisfied: 0.08
        case .isCurrent: 0.04
        case .asked, .agrees: 0.03
        }
    }

    /// The most that a candidate is worth where the feature is 0; 1 where it only adds to the sum.
    public var ceiling: Double {
        switch self {
        case .isInformative, .decides: 0.2
        case .isQuestion, .isSelfContained, .isGeneral: 0.3
        case .fits, .isCurrent: 0.5
        case .standsAlone: 0.72
        case .satisfied: 0.4
        case .agrees: 0.75
        case .asked: 1
        }
    }

    /// The most that a candidate is worth with a value of the feature: it rises evenly from the
    /// ceiling to 1. Of what the base says only a contradiction limits.
    func limit(at value: Double) -> Double {
        if self == .agrees { return value < 0.5 ? ceiling : 1 }
        return ceiling + (1 - ceiling) * value
    }
}
