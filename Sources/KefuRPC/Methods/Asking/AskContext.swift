public import KefuDomain

/// What was known of the conversation when a question of it was answered.
public struct AskContext: Documented {
    public let sessionState: SessionState
    public let type: ConversationType
    /// Whether the question opened another topic than the one before it.
    public let isTopicChanged: Bool
    public let topicChange: TopicChange?
    /// The question as understood, where its words alone did not say it.
    public let completed: String?
    public let summary: String?
    public let entities: Entities

    public init(
        sessionState: SessionState, type: ConversationType, topicChange: TopicChange?,
        completed: String?, summary: String?, entities: Entities
    ) {
        self.sessionState = sessionState
        self.type = type
        isTopicChanged = topicChange != nil
        self.topicChange = topicChange
        self.completed = completed
        self.summary = summary
        self.entities = entities
    }

    public enum CodingKeys: String, FieldKey {
        case sessionState = "session_state"
        case type
        case isTopicChanged = "topic_changed"
        case topicChange = "topic_change"
        case completed, summary, entities

        public var doc: Field {
            switch self {
            case .sessionState:
                Field(
                    .choice(of: SessionState.self),
                    "By the age of the session's last message; ACTIVE for a new session.")
            case .type: Field(.choice(of: ConversationType.self), "What the conversation is about.")
            case .isTopicChanged: Field(.flag, "Whether the question opens another topic.")
            case .topicChange: .optional(.choice(of: TopicChange.self), "Why it does.")
            case .completed:
                .optional(.text, "The question as understood, where it could not stand alone.")
            case .summary:
                .optional(.text, "What was said before, for a customer who comes back.")
            case .entities: Field(.object(Entities.self), "What the topic named so far.")
            }
        }
    }
}
