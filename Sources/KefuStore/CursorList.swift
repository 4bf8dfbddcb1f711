import KefuDomain

/// One list with its filter. Its cursors say after which row, by its sort values, the next page
/// begins, so that they stay valid while rows come and go; they fit this list alone.
struct CursorList {
    /// Follows from the list's name and filter.
    private let seal: UInt64

    /// - Parameter filter: what narrows the list; `nil` where something does not.
    init(_ name: String, _ filter: String?...) {
        var digest = Digest()
        digest.add(name)
        for value in filter { digest.add(value.map { "=" + $0 } ?? "") }
        seal = UInt64(bitPattern: digest.value)
    }

    /// The sort values behind which a page begins: those of a cursor, or the list's first.
    /// - Throws: `ErrorCode.invalidParams` for a text that this list did not give.
    func start(_ cursor: String?, else first: [Int64]) throws -> [Int64] {
        guard let cursor else { return first }
        var parts = cursor.split(separator: "-", omittingEmptySubsequences: false)
        let check = parts.popLast()
        let values = parts.compactMap { UInt64($0, radix: 36).map(Int64.init(bitPattern:)) }
        guard values.count == first.count, parts.count == first.count,
            self.check(values) == check.map(String.init)
        else {
            throw KefuError.invalid(
                "cursor", .cursorUnknown, why: .cursorUnknownWhy, hint: .cursorUnknownHint)
        }
        return values
    }

    /// The opaque text for clients.
    func cursor(_ values: Int64...) -> String {
        var parts: [String] = []
        for value in values { parts.append(String(UInt64(bitPattern: value), radix: 36)) }
        parts.append(check(values))
        return parts.joined(separator: "-")
    }

    /// Tells a cursor from any other word, and from other lists' cursors.
    private func check(_ values: [Int64]) -> String {
        var sum = seal
        for value in values { sum = (sum ^ UInt64(bitPattern: value)) &* 0x100_0000_01b3 }
        return "z" + String(sum >> 24, radix: 36)
    }
}
