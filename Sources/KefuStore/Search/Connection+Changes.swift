/// One line of the change log.
public struct Change: Sendable, Hashable {
    public let sequence: Int64
    /// It came, went or changed: `Connection.units` tells which.
    public let unit: UnitID
}

extension Connection {
    /// The changes of searchable units behind a sequence number, oldest first.
    public func changes(after sequence: Int64, limit: Int) throws -> [Change] {
        let sql = "SELECT seq, unit FROM change WHERE seq > ? ORDER BY seq LIMIT ?"
        let rows = try all(sql, sequence, limit) { ($0.integer(0), UnitID(number: $0.integer(1))) }
        var changes: [Change] = []
        for case (let sequence, let unit?) in rows {
            changes.append(Change(sequence: sequence, unit: unit))
        }
        return changes
    }

    /// The number of the newest change, pruned or not; 0 before the first.
    public func lastSequence() throws -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = 'change'") { $0.integer(0) } ?? 0
    }

    /// The number up to which changes were pruned: who is behind it must read `allUnits`.
    public func prunedSequence() throws -> Int64 {
        let oldest = try first("SELECT seq FROM change ORDER BY seq LIMIT 1") { $0.integer(0) - 1 }
        return try oldest ?? lastSequence()
    }

    /// Forgets changes up to a sequence number, which every follower has seen.
    /// - Parameter limit: the most that one call deletes, so that the writer is soon free again.
    /// - Returns: how many were deleted.
    @discardableResult
    public func pruneChanges(through sequence: Int64, limit: Int = 10_000) throws -> Int {
        try run(
            """
            DELETE FROM change WHERE seq IN (SELECT seq FROM change WHERE seq <= ?
                ORDER BY seq LIMIT ?)
            """, sequence, limit)
        return changedRows
    }
}
