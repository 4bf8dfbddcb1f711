/// Which answers show that the base lacks something.
public enum GapRule {
    /// What is known of an answer and of the message it was to.
    public struct Facts: Sendable, Hashable {
        public var action: Action
        public var reason: RouteReason?
        /// The message's own score; `nil` for a question that came without one.
        public var score: Int?
        public var isPrivateTalk: Bool
        /// Neither words nor a question: a bare number, signs, the same letter over and over.
        public var saysTooLittle: Bool

        public init(
            action: Action, reason: RouteReason?, score: Int? = nil, isPrivateTalk: Bool = false,
            saysTooLittle: Bool = false
        ) {
            self.action = action
            self.reason = reason
            self.score = score
            self.isPrivateTalk = isPrivateTalk
            self.saysTooLittle = saysTooLittle
        }
    }

    /// Whether it is a gap: a question that was handed over because nothing answers it, not because
    /// somebody wanted a person, sent a picture or talked of private things.
    /// - Parameter least: the least score of a business message.
    public static func isGap(_ facts: Facts, least: Int) -> Bool {
        guard facts.action == .handoff, let reason = facts.reason, lacks.contains(reason),
            !facts.isPrivateTalk, !facts.saysTooLittle
        else { return false }
        return facts.score.map { $0 >= least } ?? true
    }

    private static let lacks: Set<RouteReason> = [
        .confidence, .noEvidence, .noneOfThem, .expired, .sensitive,
    ]
}
