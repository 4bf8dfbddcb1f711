public import KefuDomain

/// `kb.conflicts`
public enum ListConflicts: Method {
    public static let name = "kb.conflicts"
    public static let summary = "Lists questions to which the base holds different answers."
    public static let effect = Effect.read

    public typealias Params = PageRequest

    public struct Result: Documented {
        public let conflicts: [EntryConflict]
        @OrNull public var nextCursor: String?

        public init(conflicts: [EntryConflict], nextCursor: String?) {
            self.conflicts = conflicts
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case conflicts
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .conflicts: Field(.list(.object(EntryConflict.self)), "The conflicts.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}

/// Entries that answer the same question differently.
public struct EntryConflict: Documented {
    public let question: String
    public let entries: [Entry]

    public init(question: String, entries: [Entry]) {
        self.question = question
        self.entries = entries
    }

    public enum CodingKeys: String, FieldKey {
        case question, entries

        public var doc: Field {
            switch self {
            case .question: Field(.text, "The wording that they share.")
            case .entries: Field(.list(.object(Entry.self)), "Two entries or more.")
            }
        }
    }
}
