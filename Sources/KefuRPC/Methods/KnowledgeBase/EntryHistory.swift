public import KefuDomain

/// `kb.history`
public enum EntryHistory: Method {
    public static let name = "kb.history"
    public static let summary =
        "Tells how an entry served: answers by week, feedback, changes, and where it came from."
    public static let effect = Effect.read

    /// So many weeks are told, the present one included.
    public static let weeks = 12
    /// The most feedback and revisions that are told.
    public static let listed = 50

    public typealias Params = EntryID

    public struct Result: Documented {
        public let id: String
        public let question: String
        @OrNull public var removed: Timestamp?
        public let hits: Int
        public let weeks: [ServedWeek]
        public let feedback: FeedbackCounts
        public let judged: [JudgedAnswer]
        public let revisions: [ShortRevision]
        public let provenance: EntryOrigin

        public init(
            id: String, question: String, removed: Timestamp?, hits: Int, weeks: [ServedWeek],
            feedback: FeedbackCounts, judged: [JudgedAnswer], revisions: [ShortRevision],
            provenance: EntryOrigin
        ) {
            self.id = id
            self.question = question
            self.removed = removed
            self.hits = hits
            self.weeks = weeks
            self.feedback = feedback
            self.judged = judged
            self.revisions = revisions
            self.provenance = provenance
        }

        public enum CodingKeys: String, FieldKey {
            case id, question, removed, hits, weeks, feedback, judged, revisions, provenance

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The entry's id.")
                case .question: Field(.text, "Its question.")
                case .removed: .optional(.time, "When it was removed; null for one that lives.")
                case .hits: Field(.integer(0...Int.max), "How often it was the answer, in all.")
                case .weeks:
                    Field(.list(.object(ServedWeek.self)), "The last 12 weeks, oldest first.")
                case .feedback: Field(.object(FeedbackCounts.self), "What people said of it.")
                case .judged:
                    Field(.list(.object(JudgedAnswer.self)), "Their latest words, newest first.")
                case .revisions:
                    Field(.list(.object(ShortRevision.self)), "Its changes, newest first.")
                case .provenance: Field(.object(EntryOrigin.self), "Where it came from.")
                }
            }
        }
    }
}

/// How often an entry was the answer in one week.
public struct ServedWeek: Documented {
    public let from: Timestamp
    public let replies: Int
    public let approved: Int
    public let corrected: Int
    public let rejected: Int

    public init(from: Timestamp, replies: Int, approved: Int, corrected: Int, rejected: Int) {
        self.from = from
        self.replies = replies
        self.approved = approved
        self.corrected = corrected
        self.rejected = rejected
    }

    public enum CodingKeys: String, FieldKey {
        case from, replies, approved, corrected, rejected

        public var doc: Field {
            switch self {
            case .from: Field(.time, "The Monday on which the week begins.")
            case .replies: Field(.integer(0...Int.max), "Replies that gave its answer.")
            case .approved: Field(.integer(0...Int.max), "Of that week's answers: approved.")
            case .corrected: Field(.integer(0...Int.max), "Of that week's answers: corrected.")
            case .rejected: Field(.integer(0...Int.max), "Of that week's answers: rejected.")
            }
        }
    }
}

/// How often people judged an entry's answers.
public struct FeedbackCounts: Documented {
    public let approved: Int
    public let corrected: Int
    public let rejected: Int

    public init(approved: Int, corrected: Int, rejected: Int) {
        self.approved = approved
        self.corrected = corrected
        self.rejected = rejected
    }

    public enum CodingKeys: String, FieldKey {
        case approved, corrected, rejected

        public var doc: Field {
            switch self {
            case .approved: Field(.integer(0...Int.max), "Answers approved.")
            case .corrected: Field(.integer(0...Int.max), "Answers corrected.")
            case .rejected: Field(.integer(0...Int.max), "Answers rejected.")
            }
        }
    }
}

/// A person's word on one answer.
public struct JudgedAnswer: Documented {
    public let answerID: String
    public let kind: String
    public let at: Timestamp
    public let reason: String?

    public init(answerID: String, kind: String, at: Timestamp, reason: String?) {
        self.answerID = answerID
        self.kind = kind
        self.at = at
        self.reason = reason
    }

    public enum CodingKeys: String, FieldKey {
        case answerID = "answer_id"
        case kind, at, reason

        public var doc: Field {
            switch self {
            case .answerID: Field(.text, "The answer.")
            case .kind: Field(.choice(["approved", "corrected", "rejected"]), "The judgement.")
            case .at: Field(.time, "When.")
            case .reason: .optional(.text, "Why, where somebody said so.")
            }
        }
    }
}

/// One change of an entry, without its texts.
public struct ShortRevision: Documented {
    public let revision: Int
    public let at: Timestamp
    public let what: String

    public init(revision: Int, at: Timestamp, what: String) {
        self.revision = revision
        self.at = at
        self.what = what
    }

    public enum CodingKeys: String, FieldKey {
        case revision, at, what

        public var doc: Field {
            switch self {
            case .revision: Field(.integer(1...Int.max), "Its number, counted from 1.")
            case .at: Field(.time, "When it came about.")
            case .what: Field(.text, "What was done: created, updated, imported, merged ….")
            }
        }
    }
}

/// Where an entry came from.
public struct EntryOrigin: Documented {
    public let source: EntrySource
    public let documentID: String?
    public let document: String?
    public let path: String?
    public let externalID: String?
    public let mergedInto: String?

    public init(
        source: EntrySource, documentID: String?, document: String?, path: String?,
        externalID: String?, mergedInto: String?
    ) {
        self.source = source
        self.documentID = documentID
        self.document = document
        self.path = path
        self.externalID = externalID
        self.mergedInto = mergedInto
    }

    public enum CodingKeys: String, FieldKey {
        case source
        case documentID = "document_id"
        case document, path
        case externalID = "external_id"
        case mergedInto = "merged_into"

        public var doc: Field {
            switch self {
            case .source: Field(.choice(of: EntrySource.self), "How it came about.")
            case .documentID: .optional(.text, "The file that it was imported from.")
            case .document: .optional(.text, "That file's name.")
            case .path: .optional(.text, "That file's path, as it was named.")
            case .externalID: .optional(.text, "The id that the imported row had.")
            case .mergedInto: .optional(.text, "The entry that it went into.")
            }
        }
    }
}
