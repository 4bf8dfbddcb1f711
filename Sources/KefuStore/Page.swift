/// One page of a list.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Asks for the next page; `nil` at the end of the list.
    public let nextCursor: String?

    public init(items: [Item], nextCursor: String?) {
        self.items = items
        self.nextCursor = nextCursor
    }

    /// A page from one row more than fits, which only tells that there is a next page.
    init(_ rows: [Item], limit: Int, cursor: (Item) -> String) {
        let hasMore = rows.count > limit
        items = hasMore ? Array(rows.prefix(limit)) : rows
        nextCursor = hasMore ? items.last.map(cursor) : nil
    }

    /// The same page of other things.
    public func map<Other: Sendable>(_ change: (Item) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(change), nextCursor: nextCursor)
    }
}
