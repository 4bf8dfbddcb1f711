public import KefuDomain

/// One change that learning made to the base.
public struct LearnedChange: Documented, Hashable {
    public let id: String
    public let at: Timestamp
    public let by: LearnedBy
    public let does: LearningAct
    public let entryID: String
    public let question: String
    public let answer: String
    public let status: EntryStatus?
    public let quality: Double?
    public let provenance: Provenance
    public let undoneAt: Timestamp?

    public init(
        id: String, at: Timestamp, by: LearnedBy, does: LearningAct, entryID: String,
        question: String, answer: String, status: EntryStatus?, quality: Double?,
        provenance: Provenance, undoneAt: Timestamp? = nil
    ) {
        self.id = id
        self.at = at
        self.by = by
        self.does = does
        self.entryID = entryID
        self.question = question
        self.answer = answer
        self.status = status
        self.quality = quality
        self.provenance = provenance
        self.undoneAt = undoneAt
    }

    public enum CodingKeys: String, FieldKey {
        case id, at, by, does
        case entryID = "entry_id"
        case question, answer, status, quality, provenance
        case undoneAt = "undone_at"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The change's id; `learn.undo` takes it.")
            case .at: Field(.time, "When it was learned.")
            case .by: Field(.choice(of: LearnedBy.self), "What let it in.")
            case .does: Field(.choice(of: LearningAct.self), "What it did to the entry.")
            case .entryID: Field(.text, "The entry that was made or changed.")
            case .question: Field(.text, "The wording that was learned.")
            case .answer: Field(.text, "The answer that it has.")
            case .status:
                .optional(.choice(of: EntryStatus.self), "The entry's now; absent once removed.")
            case .quality: .optional(.probability, "The candidate's, where it was one.")
            case .provenance: Field(.object(Provenance.self), "Whose words it is made of.")
            case .undoneAt: .optional(.time, "When it was taken back.")
            }
        }
    }
}

/// `learn.history`
public enum ListLearned: Method {
    public static let name = "learn.history"
    public static let summary = "Lists what was learned, from whom and why, newest first."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let entry: String?
        public let since: Timestamp?
        public let limit: Int?
        public let cursor: String?

        public init(
            entry: String? = nil, since: Timestamp? = nil, limit: Int? = nil,
            cursor: String? = nil
        ) {
            self.entry = entry
            self.since = since
            self.limit = limit
            self.cursor = cursor
        }

        public enum CodingKeys: String, FieldKey {
            case entry, since, limit, cursor

            public var doc: Field {
                switch self {
                case .entry: .optional(.text, "Only what was learned of this entry.")
                case .since: .optional(.time, "Only what was learned from then on.")
                case .limit: .optional(.pageSize, Page.limitDoc)
                case .cursor: .optional(.text, Page.cursorDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let learned: [LearnedChange]
        @OrNull public var nextCursor: String?

        public init(learned: [LearnedChange], nextCursor: String?) {
            self.learned = learned
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case learned
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .learned: Field(.list(.object(LearnedChange.self)), "The changes.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}

/// `learn.undo`
public enum UndoLearning: Method {
    public static let name = "learn.undo"
    public static let summary = "Takes back what was learned: one change, or all since a time."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String?
        public let since: Timestamp?

        public init(id: String? = nil, since: Timestamp? = nil) {
            self.id = id
            self.since = since
        }

        public enum CodingKeys: String, FieldKey {
            case id, since

            public var doc: Field {
                switch self {
                case .id:
                    .optional(
                        .text,
                        "A learned change, the candidate it was, or the entry; or `since`. A candidate "
                            + "that was rejected or undone waits again.")
                case .since: .optional(.time, "All from then on; or `id`.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let undone: Int
        public let changes: [LearnedChange]
        public let kept: [LearnedChange]

        public init(undone: Int, changes: [LearnedChange], kept: [LearnedChange] = []) {
            self.undone = undone
            self.changes = changes
            self.kept = kept
        }

        public enum CodingKeys: String, FieldKey {
            case undone, changes, kept

            public var doc: Field {
                switch self {
                case .undone: Field(.integer(0...Int.max), "How many changes were taken back.")
                case .changes:
                    Field(.list(.object(LearnedChange.self)), "The newest hundred of them.")
                case .kept:
                    Field(
                        .list(.object(LearnedChange.self)),
                        "Changes that stay: somebody has edited the same since.")
                }
            }
        }
    }
}
