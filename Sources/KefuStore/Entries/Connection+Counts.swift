public import KefuDomain

/// How much the base holds.
public struct BaseCounts: Sendable, Hashable {
    /// Live entries of every status.
    public var entries: Int { entriesByStatus.values.reduce(0, +) }
    public let entriesByStatus: [EntryStatus: Int]
    public let documents: Int
    public let passages: Int
}

/// What the base is made of.
public struct BaseStatistics: Sendable {
    public let counts: BaseCounts
    public let variants: Int
    public let negatives: Int
    public let entriesBySource: [EntrySource: Int]
    /// Live entries by category; entries without one under the empty name.
    public let entriesByCategory: [String: Int]
    /// Live entries that are out of date.
    public let expired: Int
    /// Live entries that were never the answer.
    public let neverHit: Int
}

extension Connection {
    /// Kept up to date by the database itself: reading them costs the same for any size.
    public func counts() throws -> BaseCounts {
        var tally: [String: Int] = [:]
        for line in try all("SELECT name, count FROM tally", read: { ($0.text(0), $0.int(1)) }) {
            tally[line.0] = line.1
        }
        var byStatus: [EntryStatus: Int] = [:]
        for status in EntryStatus.allCases { byStatus[status] = tally[status.rawValue] ?? 0 }
        return BaseCounts(
            entriesByStatus: byStatus, documents: tally["document"] ?? 0,
            passages: tally["passage"] ?? 0)
    }

    /// Reads every entry: about a second a million.
    public func statistics(at now: Timestamp) throws -> BaseStatistics {
        var bySource: [EntrySource: Int] = [:]
        for (name, count) in try counts(of: "entry", by: "source", where: "removed_at IS NULL") {
            if let source = EntrySource(rawValue: name) { bySource[source] = count }
        }
        let byKind = try counts(of: "wording", by: "kind", where: "true")
        let late = try first(
            """
            SELECT count(*) FILTER (WHERE expires_at <= ?), count(*) FILTER (WHERE hits = 0)
            FROM entry WHERE removed_at IS NULL
            """, now
        ) { ($0.int(0), $0.int(1)) }
        return BaseStatistics(
            counts: try counts(), variants: byKind[String(WordingKind.variant.rawValue)] ?? 0,
            negatives: byKind[String(WordingKind.negative.rawValue)] ?? 0,
            entriesBySource: bySource,
            entriesByCategory: try counts(
                of: "entry", by: "category", where: "removed_at IS NULL"),
            expired: late?.0 ?? 0, neverHit: late?.1 ?? 0)
    }

    private func counts(
        of table: String, by column: String, where condition: String
    ) throws -> [String: Int] {
        let sql = "SELECT \(column), count(*) FROM \(table) WHERE \(condition) GROUP BY 1"
        var counts: [String: Int] = [:]
        for line in try all(sql, read: { ($0.text(0), $0.int(1)) }) { counts[line.0] = line.1 }
        return counts
    }
}
