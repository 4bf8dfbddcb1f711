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

    /// Reads every entry once: a few seconds a million.
    public func statistics(at now: Timestamp) throws -> BaseStatistics {
        let sql = """
            SELECT source, category, count(*), count(*) FILTER (WHERE expires_at <= ?),
                count(*) FILTER (WHERE hits = 0)
            FROM entry WHERE removed_at IS NULL GROUP BY source, category
            """
        let groups = try all(sql, now) { row in
            (
                source: EntrySource(rawValue: row.text(0)) ?? .manual, category: row.text(1),
                count: row.int(2), expired: row.int(3), neverHit: row.int(4)
            )
        }
        var bySource: [EntrySource: Int] = [:]
        var byCategory: [String: Int] = [:]
        for group in groups {
            bySource[group.source, default: 0] += group.count
            byCategory[group.category, default: 0] += group.count
        }
        let byKind = try all("SELECT kind, count(*) FROM wording GROUP BY 1") {
            (kind: WordingKind(rawValue: $0.int(0)), count: $0.int(1))
        }
        return BaseStatistics(
            counts: try counts(), variants: byKind.first { $0.kind == .variant }?.count ?? 0,
            negatives: byKind.first { $0.kind == .negative }?.count ?? 0,
            entriesBySource: bySource, entriesByCategory: byCategory,
            expired: groups.reduce(0) { $0 + $1.expired },
            neverHit: groups.reduce(0) { $0 + $1.neverHit })
    }
}

/// What `tally` counts beside the live entries of each status.
enum Tally: String {
    case document, passage
}

extension Connection {
    /// Counts a row that came (1) or went (-1), in its own transaction.
    func count(_ change: Int, _ tally: Tally) throws {
        try count(change, name: tally.rawValue)
    }

    /// Counts an entry that came to life or left it; a removed one counts nowhere.
    func count(_ change: Int, _ entry: EntryRecord.Content) throws {
        if entry.removedAt == nil { try count(change, name: entry.status.rawValue) }
    }

    private func count(_ change: Int, name: String) throws {
        try run("UPDATE tally SET count = count + ? WHERE name = ?", change, name)
    }

    /// Whether the counts are those of the rows.
    func isTallyRight() throws -> Bool {
        let sql = """
            SELECT status, count(*) FROM entry WHERE removed_at IS NULL GROUP BY 1
            UNION ALL SELECT 'document', count(*) FROM document
            UNION ALL SELECT 'passage', count(*) FROM passage
            """
        var actual: [String: Int] = [:]
        for line in try all(sql, read: { ($0.text(0), $0.int(1)) }) { actual[line.0] = line.1 }
        let kept = try all("SELECT name, count FROM tally") { ($0.text(0), $0.int(1)) }
        return kept.allSatisfy { actual[$0.0] ?? 0 == $0.1 }
    }
}
