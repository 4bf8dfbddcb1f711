public import KefuDomain

/// `kb.add`
public enum AddEntry: Method {
    public static let name = "kb.add"
    public static let summary = "Adds an entry; the same normalised question is a conflict."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let question: String
        public let answer: String
        public let variants: [String]?
        public let negatives: [String]?
        public let category: String?
        public let tags: [String]?
        public let expiresAt: Timestamp?
        public let review: Review?

        public init(
            question: String, answer: String, variants: [String]? = nil,
            negatives: [String]? = nil, category: String? = nil, tags: [String]? = nil,
            expiresAt: Timestamp? = nil, review: Review? = nil
        ) {
            self.question = question
            self.answer = answer
            self.variants = variants
            self.negatives = negatives
            self.category = category
            self.tags = tags
            self.expiresAt = expiresAt
            self.review = review
        }

        public enum CodingKeys: String, FieldKey {
            case question, answer, variants, negatives, category, tags
            case expiresAt = "expires_at"
            case review

            public var doc: Field {
                switch self {
                case .question: Field(.text, "The question in its main wording.")
                case .answer: Field(.text, "What the customer gets.")
                case .variants: .optional(.list(.text), "Other wordings; none when absent.")
                case .negatives:
                    .optional(.list(.text), "Look-alike questions that it must not answer.")
                case .category: .optional(.text(maxLength: 200), "A category; none when absent.")
                case .tags: .optional(.list(.text(maxLength: 200)), "Tags; none when absent.")
                case .expiresAt: .optional(.time, "From then on it may only clarify or hand off.")
                case .review:
                    .optional(.choice(of: Review.self), "`always`: only ever a draft; else `auto`.")
                }
            }
        }
    }

    public typealias Result = Entry
}
