/// How far the search for near duplicates has come: new entries and changed ones, each in the order
/// in which they came.
public struct ComparedEntries: Codable, Sendable, Hashable {
    public var entry: Int64 = 0
    public var revision: Int64 = 0

    public init() {}
}

/// What is still to be compared.
public struct UncomparedEntries: Sendable {
    /// Rows of active entries.
    public let rows: [Int64]
    /// How far that is.
    public let reached: ComparedEntries
    /// Whether nothing is left behind them.
    public let isComplete: Bool
}

extension Connection {
    private static let comparedSetting = "compared_entries"

    /// How far the search for near duplicates has come.
    public func comparedEntries() throws -> ComparedEntries {
        try setting(Self.comparedSetting, as: ComparedEntries.self) ?? ComparedEntries()
    }

    /// The next entries that are new or changed since a state of the search.
    public func uncompared(after state: ComparedEntries, limit: Int) throws -> UncomparedEntries {
        var reached = state
        let new = try all(
            """
            SELECT id, status = 'active' AND removed_at IS NULL FROM entry
            WHERE id > ? ORDER BY id LIMIT ?
            """, state.entry, limit
        ) { (row: $0.integer(0), isActive: $0.int(1) == 1) }
        let changed = try all(
            """
            SELECT revision.id, entry.id, status = 'active' AND removed_at IS NULL
            FROM revision JOIN entry ON entry.id = revision.entry
            WHERE revision.id > ? ORDER BY revision.id LIMIT ?
            """, state.revision, limit
        ) { (revision: $0.integer(0), row: $0.integer(1), isActive: $0.int(2) == 1) }
        reached.entry = new.last?.row ?? state.entry
        reached.revision = changed.last?.revision ?? state.revision
        let rows = new.filter(\.isActive).map(\.row) + changed.filter(\.isActive).map(\.row)
        return UncomparedEntries(
            rows: Array(Set(rows)).sorted(), reached: reached,
            isComplete: new.count < limit && changed.count < limit)
    }

    /// Keeps what comparing some entries found, in place of what was found of them before.
    /// - Parameter twins: of each entry that was compared, its near duplicates.
    public func setNearDuplicates(
        _ twins: [(row: Int64, others: [(row: Int64, confidence: Double)])],
        through reached: ComparedEntries
    ) throws {
        for (row, others) in twins {
            try run("DELETE FROM near_duplicate WHERE low = ?1 OR high = ?1", row)
            for other in others {
                try insertNearDuplicate(
                    min(row, other.row), max(row, other.row), other.confidence)
            }
        }
        try setSetting(Self.comparedSetting, to: reached)
    }

    private func insertNearDuplicate(_ low: Int64, _ high: Int64, _ confidence: Double) throws {
        guard let one = try questionWording(of: low), let other = try questionWording(of: high)
        else { return }
        let sql = """
            INSERT OR REPLACE INTO near_duplicate (low, high, low_question, high_question,
                confidence)
            VALUES (?, ?, ?, ?, ?)
            """
        try run(sql, low, high, one, other, confidence)
    }

    /// The row of a live entry's question.
    func questionWording(of entry: Int64) throws -> Int64? {
        try first("SELECT id FROM wording WHERE entry = ? AND kind = 0", entry) { $0.integer(0) }
    }
}
