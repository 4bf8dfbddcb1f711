public import KefuDomain

/// `answer.list`
public enum ListAnswers: Method {
    public static let name = "answer.list"
    public static let summary = "Lists answers, newest first."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let since: Timestamp?
        public let action: Action?
        public let verdict: VerdictFilter?
        public let limit: Int?
        public let cursor: String?

        public init(
            since: Timestamp? = nil, action: Action? = nil, verdict: VerdictFilter? = nil,
            limit: Int? = nil, cursor: String? = nil
        ) {
            self.since = since
            self.action = action
            self.verdict = verdict
            self.limit = limit
            self.cursor = cursor
        }

        public enum CodingKeys: String, FieldKey {
            case since, action, verdict, limit, cursor

            public var doc: Field {
                switch self {
                case .since: .optional(.time, "Only answers given then or later.")
                case .action: .optional(.choice(of: Action.self), "Only answers of this action.")
                case .verdict:
                    .optional(
                        .choice(of: VerdictFilter.self),
                        "Only answers of this verdict; any: judged, none: not yet.")
                case .limit: .optional(.pageSize, Page.limitDoc)
                case .cursor: .optional(.text, Page.cursorDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let answers: [AnswerRecord]
        @OrNull public var nextCursor: String?

        public init(answers: [AnswerRecord], nextCursor: String?) {
            self.answers = answers
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case answers
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .answers: Field(.list(.object(AnswerRecord.self)), "The answers.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}
