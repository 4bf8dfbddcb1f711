public import KefuDomain

/// `kb.conflicts`
public enum ListConflicts: Method {
    public static let name = "kb.conflicts"
    public static let summary =
        "Lists entries that answer the same differently, then those that mean the same."
    public static let effect = Effect.read

    public typealias Params = PageRequest

    public struct Result: Documented {
        public let conflicts: [EntryConflict]
        @OrNull public var nextCursor: String?
        public let complete: Bool

        public init(conflicts: [EntryConflict], nextCursor: String?, complete: Bool) {
            self.conflicts = conflicts
            self.nextCursor = nextCursor
            self.complete = complete
        }

        public enum CodingKeys: String, FieldKey {
            case conflicts
            case nextCursor = "next_cursor"
            case complete

            public var doc: Field {
                switch self {
                case .conflicts: Field(.list(.object(EntryConflict.self)), "The conflicts.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                case .complete:
                    Field(
                        .flag,
                        "Whether every entry was looked at for near duplicates; changes are, in the background."
                    )
                }
            }
        }
    }
}

/// Entries that the operator should look at together.
public struct EntryConflict: Documented {
    public let kind: Kind
    public let question: String
    public let entries: [Entry]
    public let confidence: Double?

    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// They answer a wording that both have differently.
        case contradiction
        /// Each would be the reply to the other's question.
        case nearDuplicate = "near_duplicate"
    }

    public init(kind: Kind, question: String, entries: [Entry], confidence: Double? = nil) {
        self.kind = kind
        self.question = question
        self.entries = entries
        self.confidence = confidence
    }

    public enum CodingKeys: String, FieldKey {
        case kind, question, entries, confidence

        public var doc: Field {
            switch self {
            case .kind: Field(.choice(of: Kind.self), "What is the matter with them.")
            case .question:
                Field(.text, "The wording that they share; of near duplicates, the older's.")
            case .entries: Field(.list(.object(Entry.self)), "The two entries.")
            case .confidence:
                .optional(.probability, "Of near duplicates: how alike they are; 0.75 and more.")
            }
        }
    }
}
