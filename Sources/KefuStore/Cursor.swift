import KefuDomain

/// Where the next page of a list begins: after the row whose sort values it holds, so that it stays
/// valid while rows come and go.
struct Cursor {
    let values: [Int64]

    /// - Throws: `ErrorCode.invalidParams` for a text that no list of this kind gave.
    init(_ text: String, holding count: Int) throws {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let check = parts.popLast()
        let values = parts.compactMap { UInt64($0, radix: 36).map(Int64.init(bitPattern:)) }
        guard values.count == count, parts.count == count,
            Self.check(values) == check.map(String.init)
        else {
            throw KefuError.invalid(
                "cursor", .cursorUnknown, why: .cursorUnknownWhy, hint: .cursorUnknownHint)
        }
        self.values = values
    }

    /// The opaque text for clients.
    static func text(_ values: Int64...) -> String {
        var parts: [String] = []
        for value in values { parts.append(String(UInt64(bitPattern: value), radix: 36)) }
        parts.append(check(values))
        return parts.joined(separator: "-")
    }

    /// Tells a cursor from any other word: two digits that follow from its values.
    private static func check(_ values: [Int64]) -> String {
        var sum: UInt64 = 0x9E37
        for value in values { sum = (sum ^ UInt64(bitPattern: value)) &* 0x100_0000_01b3 }
        return "z" + String((sum >> 20) % 1296, radix: 36)
    }
}

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
