public import KefuDomain

/// Two entries that the operator should look at together.
public struct Conflict: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Both claim a wording and answer it differently.
        case contradiction
        /// Each answers the other's question.
        case nearDuplicate = "near_duplicate"
    }

    public let kind: Kind
    /// The wording that both claim, as the later entry has it; `nil` for near duplicates.
    public let wording: String?
    /// Two rows of entries: of a contradiction, who has the wording, and who claims it as a variant
    /// too; of near duplicates, the older first.
    public let entries: [Int64]
    /// Of near duplicates, how sure each is to answer the other's question, the lower of the two.
    public let confidence: Double?
}

extension Connection {
    /// Contradictions, then near duplicates, without the pairs that the operator keeps.
    public func conflicts(limit: Int, after cursor: String? = nil) throws -> Page<Conflict> {
        let list = CursorList("conflicts")
        let start = try list.start(cursor, else: [0, 0, 0])
        var rows: [(conflict: Conflict, place: [Int64])] = []
        if start[0] == 0 {
            for one in try contradictions(after: start[1], limit: limit + 1) {
                rows.append((one.conflict, [0, one.claim, 0]))
            }
        }
        if rows.count <= limit {
            let from = start[0] == 0 ? [0, 0] : Array(start[1...])
            let rest = limit + 1 - rows.count
            for conflict in try nearDuplicates(after: from, limit: rest) {
                rows.append((conflict, [1] + conflict.entries))
            }
        }
        return Page(rows, limit: limit) { row in
            list.cursor(row.place[0], row.place[1], row.place[2])
        }.map(\.conflict)
    }

    /// Variants that normalise to a question or variant of another live entry whose answer differs.
    ///
    /// Two entries never share a question (the base refuses it), so only a variant can contradict.
    private func contradictions(
        after claim: Int64, limit: Int
    ) throws -> [(claim: Int64, conflict: Conflict)] {
        let sql = """
            SELECT claim.id, claim.text, claim.entry, (
                SELECT other.entry FROM (
                    SELECT id, entry, kind FROM wording WHERE key = claim.key AND kind = 0
                    UNION ALL
                    SELECT id, entry, kind FROM wording
                    WHERE key = claim.key AND kind = 1 AND id < claim.id
                ) AS other JOIN entry AS holder ON holder.id = other.entry
                WHERE other.entry <> claim.entry AND holder.answer_digest <> claimant.answer_digest
                    AND NOT EXISTS (\(Self.kept("holder.id", "claimant.id")))
                ORDER BY other.kind, other.id LIMIT 1
            ) AS held_by
            FROM wording AS claim JOIN entry AS claimant ON claimant.id = claim.entry
            WHERE claim.kind = 1 AND claim.id > ?1 AND held_by IS NOT NULL
            ORDER BY claim.id LIMIT ?2
            """
        return try all(sql, claim, limit) { row in
            let conflict = Conflict(
                kind: .contradiction, wording: row.text(1),
                entries: [row.integer(3), row.integer(2)], confidence: nil)
            return (row.integer(0), conflict)
        }
    }

    /// Near duplicates both of which are active and still ask what was compared.
    private func nearDuplicates(after pair: [Int64], limit: Int) throws -> [Conflict] {
        let sql = """
            SELECT low, high, confidence FROM near_duplicate
                JOIN entry AS one ON one.id = low
                JOIN entry AS other ON other.id = high
                JOIN wording AS asked ON asked.id = low_question AND asked.entry = low
                JOIN wording AS asked_too ON asked_too.id = high_question
                    AND asked_too.entry = high
            WHERE (low, high) > (?1, ?2)
                AND one.removed_at IS NULL AND one.status = 'active'
                AND other.removed_at IS NULL AND other.status = 'active'
                AND NOT EXISTS (\(Self.kept("low", "high")))
                AND NOT EXISTS (
                    -- A contradiction is listed as one.
                    SELECT 1 FROM wording AS said JOIN wording AS said_too
                        ON said_too.key = said.key AND said_too.kind < 2
                    WHERE said.entry = low AND said.kind < 2 AND said_too.entry = high
                        AND one.answer_digest <> other.answer_digest)
            ORDER BY low, high LIMIT ?3
            """
        return try all(sql, pair[0], pair[1], limit) { row in
            Conflict(
                kind: .nearDuplicate, wording: nil, entries: [row.integer(0), row.integer(1)],
                confidence: row.real(2))
        }
    }

    /// A query that finds the decision to keep two entries, as long as it holds.
    private static func kept(_ one: String, _ other: String) -> String {
        """
        SELECT 1 FROM kept_pair
            JOIN entry AS kept_low ON kept_low.id = kept_pair.low
            JOIN entry AS kept_high ON kept_high.id = kept_pair.high
        WHERE kept_pair.low = min(\(one), \(other)) AND kept_pair.high = max(\(one), \(other))
            AND kept_low.answer_digest = low_answer AND kept_high.answer_digest = high_answer
            AND EXISTS (SELECT 1 FROM wording WHERE id = kept_pair.low_question)
            AND EXISTS (SELECT 1 FROM wording WHERE id = kept_pair.high_question)
        """
    }
}

extension Connection {
    /// Remembers that two entries are to stay as they are beside each other.
    /// - Throws: `ErrorCode.notFound`.
    public func keepBoth(_ one: Int64, _ other: Int64, at: Timestamp) throws {
        let (low, high) = (min(one, other), max(one, other))
        guard let first = try questionWording(of: low), let second = try questionWording(of: high)
        else { throw KefuError.notFound(.entry) }
        let sql = """
            INSERT OR REPLACE INTO kept_pair (low, high, low_question, high_question, low_answer,
                high_answer, at)
            VALUES (?1, ?2, ?3, ?4, (SELECT answer_digest FROM entry WHERE id = ?1),
                (SELECT answer_digest FROM entry WHERE id = ?2), ?5)
            """
        try run(sql, low, high, first, second, at)
    }

    /// Forgets that two entries were to stay.
    public func forgetKept(_ one: Int64, _ other: Int64) throws {
        try run("DELETE FROM kept_pair WHERE low = min(?1, ?2) AND high = max(?1, ?2)", one, other)
    }
}
