import KefuDomain

extension Connection {
    /// Rows of active entries at random, each once; all of them where there are not more.
    public func sampleEntries(
        _ count: Int, using generator: inout some RandomNumberGenerator
    ) throws -> [Int64] {
        try sample("entry", where: "removed_at IS NULL AND status = 'active'", count, &generator)
    }

    /// Rows of passages at random, each once; all of them where there are not more.
    public func samplePassages(
        _ count: Int, using generator: inout some RandomNumberGenerator
    ) throws -> [Int64] {
        try sample("passage", where: "true", count, &generator)
    }

    /// The cost grows with the sample, not with the table.
    private func sample(
        _ table: String, where condition: String, _ count: Int,
        _ generator: inout some RandomNumberGenerator
    ) throws -> [Int64] {
        let newest = try first("SELECT coalesce(max(id), 0) FROM \(table)") { $0.integer(0) } ?? 0
        if newest <= Int64(count) {
            return try all("SELECT id FROM \(table) WHERE \(condition) ORDER BY id") {
                $0.integer(0)
            }
        }
        var rows: Set<Int64> = []
        for _ in 0..<count * 2 where rows.count < count {
            let start = Int64.random(in: 1...newest, using: &generator)
            let sql = """
                SELECT id FROM \(table) WHERE id >= ? AND \(condition) ORDER BY id LIMIT 1
                """
            if let row = try first(sql, start, read: { $0.integer(0) }) { rows.insert(row) }
        }
        return rows.sorted()
    }

    /// What can be found of some entries: their wordings and their answers.
    public func units(ofEntries rows: some Sequence<Int64>) throws -> [Unit] {
        let list = Array(rows)
        let sql = """
            SELECT id FROM wording
            WHERE kind < 2 AND entry IN (SELECT value FROM json_each(?)) ORDER BY id
            """
        let wordings = try all(sql, JSONText.rows(list)) { UnitID(.wording, $0.integer(0)) }
        let units = try units(wordings + list.map { UnitID(.answer, $0) })
        return units.values.sorted { $0.id < $1.id }
    }

    /// Every wording that answers, oldest first.
    public func wordingUnits(limit: Int) throws -> [Unit] {
        let sql = """
            SELECT wording.id FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.kind < 2 AND entry.status = 'active' ORDER BY wording.id LIMIT ?
            """
        let ids = try all(sql, limit) { UnitID(.wording, $0.integer(0)) }
        return try units(ids).values.sorted { $0.id < $1.id }
    }

    /// A passage and those near it that have the same title in the same document.
    public func passages(besideWithTitle row: Int64) throws -> [Int64] {
        let reach: Int64 = 500
        let sql = """
            SELECT other.id FROM passage AS one
            JOIN passage AS other ON other.id BETWEEN one.id - ?2 AND one.id + ?2
                AND other.document = one.document AND other.title = one.title
            WHERE one.id = ?1 ORDER BY other.id
            """
        return try all(sql, row, reach) { $0.integer(0) }
    }
}
