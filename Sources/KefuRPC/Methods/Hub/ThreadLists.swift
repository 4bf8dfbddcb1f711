public import KefuDomain

/// A page of threads.
public struct ThreadPage: Documented {
    public let threads: [ThreadView]
    @OrNull public var nextCursor: String?
    public let total: Int

    public init(threads: [ThreadView], nextCursor: String?, total: Int) {
        self.threads = threads
        self.nextCursor = nextCursor
        self.total = total
    }

    public enum CodingKeys: String, FieldKey {
        case threads
        case nextCursor = "next_cursor"
        case total

        public var doc: Field {
            switch self {
            case .threads: Field(.list(.object(ThreadView.self)), "The threads.")
            case .nextCursor: .optional(.text, Page.nextCursorDoc)
            case .total: Field(.integer(0...Int.max), "Threads on all pages together.")
            }
        }
    }
}

/// `hub.unknown_pool`
public enum ListUnknownPool: Method {
    public static let name = "hub.unknown_pool"
    public static let summary =
        "Lists threads of strangers who look like customers, best score first."
    public static let effect = Effect.read

    public typealias Params = PageRequest
    public typealias Result = ThreadPage
}

/// `hub.today`
public enum ListToday: Method {
    public static let name = "hub.today"
    public static let summary =
        "Lists the threads to answer: overdue, to reply, unseen; oldest first in each."
    public static let effect = Effect.read

    public typealias Params = PageRequest
    public typealias Result = ThreadPage
}

/// `hub.blocked`
public enum ListBlocked: Method {
    public static let name = "hub.blocked"
    public static let summary = "Lists the threads in bucket BLACK."
    public static let effect = Effect.read

    public typealias Params = PageRequest
    public typealias Result = ThreadPage
}
