import KefuDomain

extension Connection {
    /// The live entries that have a wording, by its normalised text: who has it as their question
    /// first, then who has it as a variant.
    public func wordingOwners(of text: String) throws -> [Int64] {
        let key = indexed(text).key
        guard !key.isEmpty else { return [] }
        let sql = """
            SELECT entry FROM wording WHERE key = ?1 AND kind = 0
            UNION ALL
            SELECT entry FROM wording WHERE key = ?1 AND kind = 1
            LIMIT 20
            """
        return try all(sql, key) { $0.integer(0) }
    }

    /// The live active entries with this very answer, white space aside, oldest first.
    public func entriesAnswering(_ answer: String) throws -> [Int64] {
        let sql = """
            SELECT id FROM entry
            WHERE answer_digest = ? AND removed_at IS NULL AND status = 'active'
            ORDER BY id LIMIT 20
            """
        return try all(sql, Digest.ofAnswer(answer)) { $0.integer(0) }
    }

    /// The document that an entry came from; `nil` for one that was not imported.
    public func documentRow(ofEntry row: Int64) throws -> Int64? {
        try first("SELECT document FROM entry WHERE id = ?", row) { $0.optionalInteger(0) } ?? nil
    }
}
