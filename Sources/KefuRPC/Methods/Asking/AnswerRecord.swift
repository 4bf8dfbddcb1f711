public import KefuDomain

/// An answer as it is kept: what was asked, what was said, and what a person thought of it.
public struct AnswerRecord: Documented {
    public let id: String
    public let at: Timestamp
    public let question: String
    /// The question as understood, where its words alone did not say it.
    public let completed: String?
    public let session: String?
    public let channel: String?
    public let action: Action
    public let content: String
    public let confidence: Double
    public let citations: [Citation]
    public let alternatives: [Alternative]
    public let reason: String
    /// Whether a person must look before it is sent.
    public let isDraft: Bool
    public let took: Double
    @OrNull public var feedback: Feedback?
    public let entryID: String?

    public init(
        id: String, at: Timestamp, question: String, completed: String? = nil, session: String?,
        channel: String?, action: Action, content: String, confidence: Double,
        citations: [Citation],
        alternatives: [Alternative], reason: String, isDraft: Bool,
        took: Double, feedback: Feedback?,
        entryID: String?
    ) {
        self.id = id
        self.at = at
        self.question = question
        self.completed = completed
        self.session = session
        self.channel = channel
        self.action = action
        self.content = content
        self.confidence = confidence
        self.citations = citations
        self.alternatives = alternatives
        self.reason = reason
        self.isDraft = isDraft
        self.took = took
        self.feedback = feedback
        self.entryID = entryID
    }

    public enum CodingKeys: String, FieldKey {
        case id, at, question, completed, session, channel, action, content, confidence
        case citations, alternatives, reason
        case isDraft = "draft"
        case took = "took_ms"
        case feedback
        case entryID = "entry_id"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The answer's id.")
            case .at: Field(.time, "When it was given.")
            case .question: Field(.text, "What was asked.")
            case .completed:
                .optional(.text, "The question as understood, where it could not stand alone.")
            case .session: .optional(.text, "The conversation, where one was named.")
            case .channel: .optional(.text, "Where it was asked, if that was said.")
            case .action: Field(.choice(of: Action.self), "What was decided.")
            case .content: Field(.text, "What the customer was to get.")
            case .confidence: Field(.probability, "The confidence at that time.")
            case .citations: Field(.list(.object(Citation.self)), "The evidence at that time.")
            case .alternatives:
                Field(.list(.object(Alternative.self)), "The candidates at that time.")
            case .reason: Field(.text, "Why this was decided.")
            case .isDraft: Field(.flag, "Whether a person must look before it is sent.")
            case .took: Field(.number, "Milliseconds it took.")
            case .feedback: .optional(.object(Feedback.self), "The operator's verdict, or null.")
            case .entryID: .optional(.text, "The entry that its first citation is.")
            }
        }
    }
}

/// What a person said about an answer.
public struct Feedback: Documented {
    /// The three verdicts.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case approved, corrected, rejected
    }

    public let kind: Kind
    public let at: Timestamp
    public let reason: String?

    public init(kind: Kind, at: Timestamp, reason: String? = nil) {
        self.kind = kind
        self.at = at
        self.reason = reason
    }

    public enum CodingKeys: String, FieldKey {
        case kind, at, reason

        public var doc: Field {
            switch self {
            case .kind: Field(.choice(of: Kind.self), "The verdict.")
            case .at: Field(.time, "When it was given.")
            case .reason: .optional(.text, "The operator's words for it.")
            }
        }
    }
}

/// `answer.get`
public enum GetAnswer: Method {
    public static let name = "answer.get"
    public static let summary = "Gives one answer with its evidence."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let id: String

        public init(id: String) {
            self.id = id
        }

        public enum CodingKeys: String, FieldKey {
            case id

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The answer's id.")
                }
            }
        }
    }

    public typealias Result = AnswerRecord
}
