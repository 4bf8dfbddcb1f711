public import KefuDomain

/// `ask`
public enum Ask: Method {
    public static let name = "ask"
    public static let summary = "Answers a customer's question, asks back, or hands over."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let question: String
        public let session: String?
        public let channel: String?
        public let limit: Int?

        public init(
            question: String, session: String? = nil, channel: String? = nil, limit: Int? = nil
        ) {
            self.question = question
            self.session = session
            self.channel = channel
            self.limit = limit
        }

        public enum CodingKeys: String, FieldKey {
            case question, session, channel, limit

            public var doc: Field {
                switch self {
                case .question: Field(.text, "The customer's words.")
                case .session:
                    .optional(.text(maxLength: 200), "The conversation; absent: it stands alone.")
                case .channel: .optional(.text(maxLength: 200), "Where it was asked.")
                case .limit: .optional(.pageSize, "Most alternatives to return; 10 when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let answerID: String
        public let action: Action
        public let content: String
        public let confidence: Double
        public let citations: [Citation]
        public let alternatives: [Alternative]
        public let reason: String
        /// Whether a person must look before it is sent.
        public let isDraft: Bool
        public let took: Double
        /// `nil` without a session.
        public let context: AskContext?

        public init(
            answerID: String, action: Action, content: String, confidence: Double,
            citations: [Citation], alternatives: [Alternative], reason: String, isDraft: Bool,
            took: Double, context: AskContext? = nil
        ) {
            self.answerID = answerID
            self.action = action
            self.content = content
            self.confidence = confidence
            self.citations = citations
            self.alternatives = alternatives
            self.reason = reason
            self.isDraft = isDraft
            self.took = took
            self.context = context
        }

        public enum CodingKeys: String, FieldKey {
            case answerID = "answer_id"
            case action, content, confidence, citations, alternatives, reason
            case isDraft = "draft"
            case took = "took_ms"
            case context

            public var doc: Field {
                switch self {
                case .answerID:
                    Field(
                        .text, "The id under which it is kept; not found where a disk was full.")
                case .action: Field(.choice(of: Action.self), "What was decided.")
                case .content: Field(.text, "What would be sent to the customer.")
                case .confidence:
                    Field(.probability, "The probability that the best candidate is right.")
                case .citations:
                    Field(
                        .list(.object(Citation.self)), "What a reply came from, first the source.")
                case .alternatives:
                    Field(.list(.object(Alternative.self)), "The candidates, best first.")
                case .reason: Field(.text, "Why this was decided.")
                case .isDraft: Field(.flag, "Whether a person must look before it is sent.")
                case .took: Field(.number, "Milliseconds it took.")
                case .context:
                    .optional(.object(AskContext.self), "The conversation; absent without session.")
                }
            }
        }
    }
}

/// The evidence that an answer rests on.
public struct Citation: Documented, Hashable {
    public let id: String
    public let externalID: String?
    public let kind: HitKind
    public let question: String?
    public let document: String?
    public let section: String?
    public let page: Int?
    public let quote: String

    public init(
        id: String, externalID: String? = nil, kind: HitKind, question: String? = nil,
        document: String? = nil, section: String? = nil, page: Int? = nil, quote: String
    ) {
        self.id = id
        self.externalID = externalID
        self.kind = kind
        self.question = question
        self.document = document
        self.section = section
        self.page = page
        self.quote = quote
    }

    /// A citation of an entry or passage.
    /// - Parameter quote: the words of it that carry the answer.
    public init(_ item: FoundItem, quote: String) {
        let facts = ItemFacts(item)
        self.init(
            id: item.id, externalID: item.externalID, kind: item.kind, question: facts.question,
            document: facts.document, section: facts.section, page: facts.page, quote: quote)
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case externalID = "external_id"
        case kind, question, document, section, page, quote

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The id of the entry or passage.")
            case .externalID: .optional(.text, "The id that the import row had.")
            case .kind: Field(.choice(of: HitKind.self), "Which of the two it is.")
            case .question: .optional(.text, "An entry's question.")
            case .document: .optional(.text, "A passage's document.")
            case .section: .optional(.text, "A passage's headings, outermost first.")
            case .page: .optional(.integer(1...Int.max), "A passage's page, where it has one.")
            case .quote: Field(.text, "The words that carry the answer.")
            }
        }
    }
}

/// A candidate that the answer may have been instead.
public struct Alternative: Documented, Hashable {
    public let id: String
    public let externalID: String?
    public let kind: HitKind
    public let question: String?
    public let section: String?
    public let confidence: Double

    public init(
        id: String, externalID: String? = nil, kind: HitKind, question: String? = nil,
        section: String? = nil, confidence: Double
    ) {
        self.id = id
        self.externalID = externalID
        self.kind = kind
        self.question = question
        self.section = section
        self.confidence = confidence
    }

    public init(_ candidate: Candidate) {
        let facts = ItemFacts(candidate.item)
        self.init(
            id: candidate.item.id, externalID: candidate.item.externalID, kind: candidate.item.kind,
            question: facts.question, section: facts.section, confidence: candidate.confidence)
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case externalID = "external_id"
        case kind, question, section, confidence

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The id of the entry or passage.")
            case .externalID: .optional(.text, "The id that the import row had.")
            case .kind: Field(.choice(of: HitKind.self), "Which of the two it is.")
            case .question: .optional(.text, "An entry's question.")
            case .section: .optional(.text, "A passage's headings, outermost first.")
            case .confidence: Field(.probability, "The probability that it is right.")
            }
        }
    }
}
