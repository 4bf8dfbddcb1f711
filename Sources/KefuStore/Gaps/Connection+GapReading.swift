import Glibc
import KefuDomain

/// Finding gaps.
extension Connection {
    /// Open gaps, those that weigh most first.
    public func openGaps(limit: Int, after cursor: String? = nil) throws -> Page<GapRecord> {
        let list = CursorList("gaps")
        // A weight is never negative, so the order of its bits is that of the numbers.
        let start = try list.start(cursor, else: [.max, .max])
        let sql = """
            SELECT \(Self.gapColumns) FROM gap
            WHERE state = 'open' AND count > 0 AND (weight < ?1 OR weight = ?1 AND id < ?2)
            ORDER BY weight DESC, id DESC LIMIT ?3
            """
        let weight = start[0] == .max ? .infinity : Double(bitPattern: UInt64(start[0]))
        let rows = try all(sql, weight, start[1], limit + 1, read: Self.readGap)
        return Page(rows, limit: limit) {
            list.cursor(Int64(bitPattern: $0.weight.bitPattern), $0.row)
        }
    }

    public func gap(_ row: Int64) throws -> GapRecord? {
        try first("SELECT \(Self.gapColumns) FROM gap WHERE id = ?", row, read: Self.readGap)
    }

    /// A gap's wordings, those asked most often first, of these the latest.
    public func gapQuestions(of gap: Int64) throws -> [GapQuestion] {
        let sql = """
            SELECT id, gap, text, count,
                (SELECT max(at) FROM gap_asking WHERE question = gap_question.id) AS last,
                answered_at IS NOT NULL
            FROM gap_question WHERE gap = ? ORDER BY count DESC, last DESC, id DESC
            """
        return try all(sql, gap) { row in
            GapQuestion(
                row: row.integer(0), gap: row.integer(1), text: row.text(2), count: row.int(3),
                lastAskedAt: row.time(4), isAnswered: row.int(5) != 0)
        }
    }

    /// The answer that was given when a wording was first asked.
    public func gapAsking(of question: Int64) throws -> Int64? {
        let sql = "SELECT answer FROM gap_asking WHERE question = ? ORDER BY at, answer LIMIT 1"
        return try first(sql, question) { $0.integer(0) }
    }

    /// How many gaps are open, how often they were asked together, and how many are not open any
    /// more.
    public func gapCounts() throws -> (open: Int, questions: Int, closed: Int) {
        let sql = """
            SELECT count(*) FILTER (WHERE state = 'open' AND count > 0),
                coalesce(sum(count) FILTER (WHERE state = 'open'), 0),
                count(*) FILTER (WHERE state <> 'open')
            FROM gap
            """
        return try first(sql) { ($0.int(0), $0.int(1), $0.int(2)) } ?? (0, 0, 0)
    }

    private static let gapColumns = "id, state, count, weight, opened_at, entry"

    private static func readGap(_ row: Row) -> GapRecord {
        GapRecord(
            row: row.integer(0), state: GapRecord.State(rawValue: row.text(1)) ?? .closed,
            count: row.int(2), weight: row.real(3), openedAt: row.time(4),
            entry: row.optionalInteger(5))
    }
}

// MARK: - Neighbours

extension Connection {
    /// So many terms of a question are looked up, and so many wordings read of each.
    private static var mostLookups: Int { 16 }
    private static var mostHolders: Int { 200 }

    /// The wordings of open gaps that share the most telling words with a text, likeliest first.
    ///
    /// A word tells the more the fewer of them hold it. The cost has a bound: sixteen words, of each
    /// the two hundred latest wordings that hold it.
    /// - Parameter terms: the text's, the rarest in general first; as in `IndexedText.terms`.
    public func gapNeighbours(
        of text: String, terms: [String], limit: Int
    ) throws -> [GapNeighbour] {
        var scores: [Int64: Double] = [:]
        let sql = "SELECT question FROM gap_term WHERE term = ? ORDER BY question DESC LIMIT ?"
        for term in terms.prefix(Self.mostLookups) {
            let holders = try all(sql, term, Self.mostHolders) { $0.integer(0) }
            let weight = 1 / sqrt(Double(holders.count + 1))
            for holder in holders { scores[holder, default: 0] += weight }
        }
        let best = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(limit)
        return try neighbours(best.map(\.key), key: indexed(text).key)
    }

    /// Those wordings, in their order, behind the one that reads the same.
    private func neighbours(_ rows: [Int64], key: String) throws -> [GapNeighbour] {
        let sql = """
            SELECT gap_question.id, gap_question.gap, gap_question.text, gap_question.key = ?2
            FROM gap_question JOIN gap ON gap.id = gap_question.gap
            WHERE gap.state = 'open' AND (gap_question.key = ?2
                OR gap_question.id IN (SELECT value FROM json_each(?1)))
            """
        let found = try all(sql, JSONText.rows(rows), key) { row in
            GapNeighbour(
                question: row.integer(0), gap: row.integer(1), text: row.text(2),
                isSame: row.int(3) != 0)
        }
        var places: [Int64: Int] = [:]
        for (place, row) in rows.enumerated() { places[row] = place }
        return found.sorted { one, other in
            if one.isSame != other.isSame { return one.isSame }
            return (places[one.question] ?? .max, one.question)
                < (places[other.question] ?? .max, other.question)
        }
    }
}
