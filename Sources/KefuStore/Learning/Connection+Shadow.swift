import KefuDomain

/// The index of what is in the shadow.
extension Connection {
    func indexShadow(_ wording: Int64, _ text: IndexedText) throws {
        guard keepsIndexes else { return }
        try run("INSERT INTO shadow_terms (rowid, terms) VALUES (?, ?)", wording, text.terms)
    }

    /// FTS5 needs the very terms that were put in.
    func unindexShadow(_ wording: Int64, _ text: IndexedText) throws {
        guard keepsIndexes else { return }
        try run(
            "INSERT INTO shadow_terms (shadow_terms, rowid, terms) VALUES ('delete', ?, ?)",
            wording, text.terms)
    }

    /// Whether any entry is in the shadow; quick at any size.
    public func hasShadows() throws -> Bool {
        try first("SELECT count > 0 FROM tally WHERE name = 'shadow'") { $0.int(0) == 1 } ?? false
    }

    /// Wordings of entries in the shadow that hold some of the terms, most telling first.
    /// - Parameters:
    ///   - terms: as in `IndexedText.terms`, rarest first; only the first eight are looked up.
    ///   - limit: the most wordings to return.
    public func shadowMatches(_ terms: [String], limit: Int) throws -> [Unit] {
        let rows = try matches(of: terms, in: "shadow_terms", limit: limit)
        let sql = """
            SELECT wording.id, wording.entry, wording.key, entry.answer_digest, wording.text
            FROM wording JOIN entry ON entry.id = wording.entry
            WHERE wording.id IN (SELECT value FROM json_each(?)) ORDER BY wording.id
            """
        return try all(sql, JSONText.rows(rows)) { row in
            Unit(
                id: UnitID(.wording, row.integer(0)), owner: row.integer(1), text: row.text(4),
                key: row.text(2), answer: row.integer(3))
        }
    }

    /// A wording that an entry does not have, as if it were one of its.
    /// - Parameters:
    ///   - owner: the entry's row, or a negative number for an entry that there is not.
    ///   - number: a negative number that no other supposed wording of the search has.
    public func supposedUnit(
        _ wording: String, answer: String, owner: Int64, number: Int64
    ) -> Unit {
        Unit(
            id: UnitID(.wording, number), owner: owner, text: wording, key: indexed(wording).key,
            answer: Digest.ofAnswer(answer))
    }
}
