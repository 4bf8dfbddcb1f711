import KefuDomain

/// A wording that two entries claim and answer differently.
public struct Conflict: Sendable, Hashable {
    /// The wording as the later entry has it.
    public let wording: String
    /// Two rows of entries: who has it, and who claims it as a variant too.
    public let entries: [Int64]
}

extension Connection {
    /// Variants that normalise to a question or variant of another live entry whose answer differs.
    ///
    /// Two entries never share a question (the base refuses it), so only a variant can contradict.
    public func conflicts(limit: Int, after cursor: String? = nil) throws -> Page<Conflict> {
        let list = CursorList("conflicts")
        let start = try list.start(cursor, else: [0])[0]
        let sql = """
            SELECT claim.id, claim.text, claim.entry, (
                SELECT other.entry FROM (
                    SELECT id, entry, kind FROM wording WHERE key = claim.key AND kind = 0
                    UNION ALL
                    SELECT id, entry, kind FROM wording
                    WHERE key = claim.key AND kind = 1 AND id < claim.id
                ) AS other JOIN entry AS holder ON holder.id = other.entry
                WHERE other.entry <> claim.entry AND holder.answer_digest <> claimant.answer_digest
                ORDER BY other.kind, other.id LIMIT 1
            ) AS held_by
            FROM wording AS claim JOIN entry AS claimant ON claimant.id = claim.entry
            WHERE claim.kind = 1 AND claim.id > ?1 AND held_by IS NOT NULL
            ORDER BY claim.id LIMIT ?2
            """
        let rows = try all(sql, start, limit + 1) { row in
            let entries = [row.integer(3), row.integer(2)]
            return (id: row.integer(0), found: Conflict(wording: row.text(1), entries: entries))
        }
        return Page(rows, limit: limit) { list.cursor($0.id) }.map(\.found)
    }
}
