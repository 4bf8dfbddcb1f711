/// Why a question took its route; the wire shows the raw value as `reason`.
public enum RouteReason: String, Codable, CaseIterable, Sendable {
    /// The confidence alone decided.
    case confidence
    /// Nothing in the base speaks of it.
    case noEvidence = "no_evidence"
    case greeting, courtesy
    /// The customer asked for a person.
    case person
    case complaint
    /// The customer picked one of the questions put to them.
    case picked
    /// The customer said that none of them was meant.
    case noneOfThem = "none_of_them"
    /// The answer is out of date.
    case expired
    /// The entry is marked for review: only ever a draft.
    case review
    /// A sensitive word: only a draft, flagged.
    case sensitive
    /// A picture, a voice message or the like, without words.
    case noText = "no_text"
    /// The search failed.
    case unavailable
}

extension RouteReason {
    /// Reasons by which a thread is flagged until it is resolved or released (SPEC 4).
    public static let flags: [RouteReason] = [.person, .complaint, .sensitive]

    /// Whether somebody is to look at once: a person was asked for, or a customer complains.
    public var isUrgent: Bool { self == .person || self == .complaint }
}

/// The facts about the best candidate on which its route depends.
public struct RouteEvidence: Sendable, Hashable {
    /// The probability that it is right; `nil` when there is no candidate.
    public var confidence: Double?
    public var isExpired = false
    public var needsReview = false
    public var hasSensitiveWords = false

    public init(confidence: Double?) {
        self.confidence = confidence
    }
}

/// What to do with a question, why, and whether a person must look before anything is sent.
public struct RouteDecision: Sendable, Hashable {
    public let action: Action
    public let reason: RouteReason
    public let isDraftOnly: Bool

    public init(_ action: Action, _ reason: RouteReason, isDraftOnly: Bool = false) {
        self.action = action
        self.reason = reason
        self.isDraftOnly = isDraftOnly
    }

    /// The route that follows from the evidence; reads no clock, stores nothing.
    public static func of(_ evidence: RouteEvidence, thresholds: Thresholds) -> RouteDecision {
        guard let confidence = evidence.confidence else {
            return RouteDecision(
                .handoff, .noEvidence, isDraftOnly: evidence.hasSensitiveWords)
        }
        var action = thresholds.action(for: confidence)
        var reason = RouteReason.confidence
        if action == .reply, evidence.isExpired { (action, reason) = (.clarify, .expired) }
        if action == .reply, evidence.needsReview { reason = .review }
        if evidence.hasSensitiveWords { reason = .sensitive }
        let isDraft = evidence.hasSensitiveWords || (action == .reply && evidence.needsReview)
        return RouteDecision(action, reason, isDraftOnly: isDraft)
    }
}
