public import KefuDomain

/// `learn.gaps`
public enum ListGaps: Method {
    public static let name = "learn.gaps"
    public static let summary =
        "Lists what the base could not answer, most asked and most recent first."
    public static let effect = Effect.read

    public typealias Params = PageRequest

    public struct Result: Documented {
        public let gaps: [GapView]
        @OrNull public var nextCursor: String?
        public let total: Int

        public init(gaps: [GapView], nextCursor: String?, total: Int) {
            self.gaps = gaps
            self.nextCursor = nextCursor
            self.total = total
        }

        public enum CodingKeys: String, FieldKey {
            case gaps
            case nextCursor = "next_cursor"
            case total

            public var doc: Field {
                switch self {
                case .gaps: Field(.list(.object(GapView.self)), "The open gaps.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                case .total: Field(.integer(0...Int.max), "Open gaps on all pages together.")
                }
            }
        }
    }
}

/// Questions of one meaning that the base does not answer.
public struct GapView: Documented, Hashable {
    public let id: String
    public let question: String
    public let count: Int
    public let firstAskedAt: Timestamp
    public let lastAskedAt: Timestamp
    public let weight: Double
    public let examples: [String]

    public init(
        id: String, question: String, count: Int, firstAskedAt: Timestamp,
        lastAskedAt: Timestamp, weight: Double, examples: [String]
    ) {
        self.id = id
        self.question = question
        self.count = count
        self.firstAskedAt = firstAskedAt
        self.lastAskedAt = lastAskedAt
        self.weight = weight
        self.examples = examples
    }

    public enum CodingKeys: String, FieldKey {
        case id, question, count
        case firstAskedAt = "first_asked_at"
        case lastAskedAt = "last_asked_at"
        case weight, examples

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The gap's id.")
            case .question: Field(.text, "The wording asked most often.")
            case .count: Field(.integer(1...Int.max), "How often it was asked.")
            case .firstAskedAt: Field(.time, "When it was first asked.")
            case .lastAskedAt: Field(.time, "When it was last asked.")
            case .weight: Field(.number, "Its rank: times asked, each halved every two weeks.")
            case .examples: Field(.list(.text), "Some wordings, the latest first.")
            }
        }
    }
}

/// `learn.answer_gap`
public enum AnswerGap: Method {
    public static let name = "learn.answer_gap"
    public static let summary =
        "Answers a gap; says which of its questions the base answers from now on."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let answer: String
        public let question: String?
        public let force: Bool?

        public init(id: String, answer: String, question: String? = nil, force: Bool? = nil) {
            self.id = id
            self.answer = answer
            self.question = question
            self.force = force
        }

        public enum CodingKeys: String, FieldKey {
            case id, answer, question, force

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The gap's id.")
                case .answer: Field(.text, "What its customers should have been told.")
                case .question: .optional(.text, "A better wording of the question.")
                case .force: .optional(.flag, Verdict.forceDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let entry: Entry
        public let nowAnswered: [String]
        public let questions: [AskedAgain]
        public let closed: Bool
        public let learned: LearnedChange?

        public init(
            entry: Entry, nowAnswered: [String], questions: [AskedAgain], closed: Bool,
            learned: LearnedChange?
        ) {
            self.entry = entry
            self.nowAnswered = nowAnswered
            self.questions = questions
            self.closed = closed
            self.learned = learned
        }

        public enum CodingKeys: String, FieldKey {
            case entry
            case nowAnswered = "now_answered"
            case questions, closed, learned

            public var doc: Field {
                switch self {
                case .entry: Field(.object(Entry.self), "The entry that was made or changed.")
                case .nowAnswered: Field(.list(.text), "Its wordings that now get a reply.")
                case .questions:
                    Field(.list(.object(AskedAgain.self)), "Each wording, asked once more.")
                case .closed: Field(.flag, "Whether the gap is closed.")
                case .learned:
                    .optional(.object(LearnedChange.self), "What `learn.undo` takes back.")
                }
            }
        }
    }
}

/// A wording of a gap, asked once more.
public struct AskedAgain: Documented, Hashable {
    public let question: String
    public let count: Int
    public let action: Action
    public let confidence: Double
    public let entryID: String?
    public let isAdded: Bool

    public init(
        question: String, count: Int, action: Action, confidence: Double, entryID: String?,
        isAdded: Bool
    ) {
        self.question = question
        self.count = count
        self.action = action
        self.confidence = confidence
        self.entryID = entryID
        self.isAdded = isAdded
    }

    public enum CodingKeys: String, FieldKey {
        case question, count, action, confidence
        case entryID = "entry_id"
        case isAdded = "added"

        public var doc: Field {
            switch self {
            case .question: Field(.text, "The wording.")
            case .count: Field(.integer(1...Int.max), "How often it was asked.")
            case .action: Field(.choice(of: Action.self), "What it gets now.")
            case .confidence: Field(.probability, "How sure that is.")
            case .entryID: .optional(.text, "The entry or passage found first.")
            case .isAdded: Field(.flag, "Whether it became a wording of the entry.")
            }
        }
    }
}
