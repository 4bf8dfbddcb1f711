public import KefuDomain

/// What every list that comes in pages has in common.
public enum Page {
    /// Members of a page when the caller names no limit.
    public static let defaultLimit = 50
    /// Hits of a search when the caller names no limit.
    public static let defaultHits = 10

    static let limitDoc = "Most items to return; 50 when absent."
    static let cursorDoc = "Where to go on: the `next_cursor` of the page before."
    static let nextCursorDoc = "Where the next page begins; null ends the list."
}

/// The parameters of a list that takes nothing but its page.
public struct PageRequest: Documented {
    public let limit: Int?
    public let cursor: String?

    public init(limit: Int? = nil, cursor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
    }

    public enum CodingKeys: String, FieldKey {
        case limit, cursor

        public var doc: Field {
            switch self {
            case .limit: .optional(.pageSize, Page.limitDoc)
            case .cursor: .optional(.text, Page.cursorDoc)
            }
        }
    }
}
