public import KefuDomain

/// `kb.list`
public enum ListEntries: Method {
    public static let name = "kb.list"
    public static let summary = "Lists entries, oldest first."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let category: String?
        public let tag: String?
        public let status: EntryStatus?
        public let expiresBefore: Timestamp?
        public let limit: Int?
        public let cursor: String?

        public init(
            category: String? = nil, tag: String? = nil, status: EntryStatus? = nil,
            expiresBefore: Timestamp? = nil, limit: Int? = nil, cursor: String? = nil
        ) {
            self.category = category
            self.tag = tag
            self.status = status
            self.expiresBefore = expiresBefore
            self.limit = limit
            self.cursor = cursor
        }

        public enum CodingKeys: String, FieldKey {
            case category, tag, status
            case expiresBefore = "expires_before"
            case limit, cursor

            public var doc: Field {
                switch self {
                case .category: .optional(.text(maxLength: 200), "Only entries of this category.")
                case .tag: .optional(.text(maxLength: 200), "Only entries with this tag.")
                case .status: .optional(.choice(of: EntryStatus.self), "Only of this status.")
                case .expiresBefore:
                    .optional(.time, "Only those out of date by then, soonest first.")
                case .limit: .optional(.pageSize, Page.limitDoc)
                case .cursor: .optional(.text, Page.cursorDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let entries: [Entry]
        @OrNull public var nextCursor: String?

        public init(entries: [Entry], nextCursor: String?) {
            self.entries = entries
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case entries
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .entries: Field(.list(.object(Entry.self)), "The entries.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}
