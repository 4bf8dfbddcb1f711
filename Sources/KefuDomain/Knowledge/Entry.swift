/// Whether an entry answers customers.
public enum EntryStatus: String, Codable, CaseIterable, Sendable {
    /// It answers.
    case active
    /// It waits for a person's review.
    case pending
    /// It predicts silently and is compared with what people answer.
    case shadow
    /// It is kept but never used.
    case disabled
}

/// Where an entry came from.
public enum EntrySource: String, Codable, CaseIterable, Sendable {
    case manual, `import`, learned
}

/// Whether an answer may be sent without a person.
public enum Review: String, Codable, CaseIterable, Sendable {
    /// By confidence, like any other.
    case auto
    /// Only ever a draft for a person.
    case always
}

/// One question with its answer, as clients see it.
public struct Entry: Documented, Hashable {
    public var id: String
    public var externalID: String?
    public var question: String
    public var answer: String
    public var variants: [String]
    public var negatives: [String]
    public var category: String
    public var tags: [String]
    public var status: EntryStatus
    public var source: EntrySource
    public var review: Review
    public var expiresAt: Timestamp?
    public var hits: Int
    public var createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: String, externalID: String? = nil, question: String, answer: String,
        variants: [String] = [], negatives: [String] = [], category: String = "",
        tags: [String] = [], status: EntryStatus = .active, source: EntrySource,
        review: Review = .auto, expiresAt: Timestamp? = nil, hits: Int = 0,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.externalID = externalID
        self.question = question
        self.answer = answer
        self.variants = variants
        self.negatives = negatives
        self.category = category
        self.tags = tags
        self.status = status
        self.source = source
        self.review = review
        self.expiresAt = expiresAt
        self.hits = hits
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// Whether its answer is out of date at a moment: from then on it may only clarify or hand off.
    public func isExpired(at now: Timestamp) -> Bool {
        expiresAt.map { $0 <= now } ?? false
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case externalID = "external_id"
        case question, answer, variants, negatives, category, tags, status, source, review
        case expiresAt = "expires_at"
        case hits
        case createdAt = "created_at"
        case updatedAt = "updated_at"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The entry's id, such as e42.")
            case .externalID: .optional(.text, "The id that the imported row had.")
            case .question: Field(.text, "The question in its main wording.")
            case .answer: Field(.text, "What the customer gets.")
            case .variants: Field(.list(.text), "Other wordings of the question.")
            case .negatives: Field(.list(.text), "Look-alike questions that it must not answer.")
            case .category: Field(.text, "A category of the operator's own; empty when none.")
            case .tags: Field(.list(.text), "Tags of the operator's own.")
            case .status: Field(.choice(of: EntryStatus.self), "Whether it answers customers.")
            case .source: Field(.choice(of: EntrySource.self), "Where it came from.")
            case .review:
                Field(.choice(of: Review.self), "`always`: only ever a draft for a person.")
            case .expiresAt: .optional(.time, "From then on it may only clarify or hand off.")
            case .hits: Field(.integer(0...Int.max), "How often it was the answer.")
            case .createdAt: Field(.time, "When it was made.")
            case .updatedAt: Field(.time, "When it last changed.")
            }
        }
    }
}

extension Entry {
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try encode(into: &members) { $0 }
    }

    /// Writes its members into an object that may have others beside them. `expires_at` is written
    /// even where there is none: on the wire it is null then, not absent.
    public func encode<Key: CodingKey>(
        into members: inout KeyedEncodingContainer<Key>, _ key: (CodingKeys) -> Key
    ) throws {
        try members.encode(id, forKey: key(.id))
        try members.encodeIfPresent(externalID, forKey: key(.externalID))
        try members.encode(question, forKey: key(.question))
        try members.encode(answer, forKey: key(.answer))
        try members.encode(variants, forKey: key(.variants))
        try members.encode(negatives, forKey: key(.negatives))
        try members.encode(category, forKey: key(.category))
        try members.encode(tags, forKey: key(.tags))
        try members.encode(status, forKey: key(.status))
        try members.encode(source, forKey: key(.source))
        try members.encode(review, forKey: key(.review))
        try members.encode(expiresAt, forKey: key(.expiresAt))
        try members.encode(hits, forKey: key(.hits))
        try members.encode(createdAt, forKey: key(.createdAt))
        try members.encode(updatedAt, forKey: key(.updatedAt))
    }
}
