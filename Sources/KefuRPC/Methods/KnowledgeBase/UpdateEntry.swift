public import KefuDomain

/// `kb.update`
public enum UpdateEntry: Method {
    public static let name = "kb.update"
    public static let summary = "Changes the members of an entry that are given."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let question: String?
        public let answer: String?
        public let variants: [String]?
        public let negatives: [String]?
        public let category: String?
        public let tags: [String]?
        public let status: EntryStatus?
        public let review: Review?
        public let expiresAt: Nullable<Timestamp>?

        public init(
            id: String, question: String? = nil, answer: String? = nil, variants: [String]? = nil,
            negatives: [String]? = nil, category: String? = nil, tags: [String]? = nil,
            status: EntryStatus? = nil, review: Review? = nil,
            expiresAt: Nullable<Timestamp>? = nil
        ) {
            self.id = id
            self.question = question
            self.answer = answer
            self.variants = variants
            self.negatives = negatives
            self.category = category
            self.tags = tags
            self.status = status
            self.review = review
            self.expiresAt = expiresAt
        }

        public enum CodingKeys: String, FieldKey {
            case id, question, answer, variants, negatives, category, tags, status, review
            case expiresAt = "expires_at"

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The entry's id.")
                case .question: .optional(.text, "A new main wording.")
                case .answer: .optional(.text, "A new answer.")
                case .variants: .optional(.list(.text), "All other wordings; replaces the list.")
                case .negatives: .optional(.list(.text), "All negatives; replaces the list.")
                case .category: .optional(.text(maxLength: 200), "A category; empty takes it away.")
                case .tags: .optional(.list(.text(maxLength: 200)), "All tags; replaces the list.")
                case .status: .optional(.choice(of: EntryStatus.self), "Whether it answers.")
                case .review: .optional(.choice(of: Review.self), "`always`: only ever a draft.")
                case .expiresAt:
                    .optional(.time, "A new expiry; an explicit null takes it away.")
                }
            }
        }

        /// The changes, as the domain applies them.
        public var patch: EntryPatch {
            var patch = EntryPatch()
            patch.question = question
            patch.answer = answer
            patch.variants = variants
            patch.negatives = negatives
            patch.category = category
            patch.tags = tags
            patch.status = status
            patch.review = review
            patch.expiresAt = expiresAt?.cleared
            return patch
        }
    }

    public typealias Result = ChangedEntry
}
