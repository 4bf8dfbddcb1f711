public import KefuDomain

/// `learn.pending`
public enum ListPending: Method {
    public static let name = "learn.pending"
    public static let summary = "Lists what waits to be learned, best first."
    public static let effect = Effect.read

    public typealias Params = PageRequest

    public struct Result: Documented {
        public let candidates: [CandidateView]
        @OrNull public var nextCursor: String?
        public let total: Int

        public init(candidates: [CandidateView], nextCursor: String?, total: Int) {
            self.candidates = candidates
            self.nextCursor = nextCursor
            self.total = total
        }

        public enum CodingKeys: String, FieldKey {
            case candidates
            case nextCursor = "next_cursor"
            case total

            public var doc: Field {
                switch self {
                case .candidates: Field(.list(.object(CandidateView.self)), "The candidates.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                case .total: Field(.integer(0...Int.max), "How many wait on all pages together.")
                }
            }
        }
    }
}

/// `learn.approve`
public enum ApproveCandidate: Method {
    public static let name = "learn.approve"
    public static let summary = "Lets a candidate into the base, as it is or edited."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let question: String?
        public let answer: String?
        public let force: Bool?

        public init(
            id: String, question: String? = nil, answer: String? = nil, force: Bool? = nil
        ) {
            self.id = id
            self.question = question
            self.answer = answer
            self.force = force
        }

        public enum CodingKeys: String, FieldKey {
            case id, question, answer, force

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The candidate's id.")
                case .question: .optional(.text, "A better wording of the question.")
                case .answer: .optional(.text, "A better answer.")
                case .force: .optional(.flag, Verdict.forceDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let entry: Entry
        public let learned: LearnedChange

        public init(entry: Entry, learned: LearnedChange) {
            self.entry = entry
            self.learned = learned
        }

        public enum CodingKeys: String, FieldKey {
            case entry, learned

            public var doc: Field {
                switch self {
                case .entry: Field(.object(Entry.self), "The entry that was made or changed.")
                case .learned: Field(.object(LearnedChange.self), "What `learn.undo` takes back.")
                }
            }
        }
    }
}

/// `learn.reject`
public enum RejectCandidate: Method {
    public static let name = "learn.reject"
    public static let summary = "Keeps a candidate out of the base."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let reason: String?

        public init(id: String, reason: String? = nil) {
            self.id = id
            self.reason = reason
        }

        public enum CodingKeys: String, FieldKey {
            case id, reason

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The candidate's id.")
                case .reason: .optional(.text(maxLength: 2000), "Why, in the operator's words.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let id: String
        public let rejected: Bool

        public init(id: String, rejected: Bool = true) {
            self.id = id
            self.rejected = rejected
        }

        public enum CodingKeys: String, FieldKey {
            case id, rejected

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The candidate's id.")
                case .rejected: Field(.flag, "Always true.")
                }
            }
        }
    }
}
