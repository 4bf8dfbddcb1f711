public import KefuDomain

/// An answer that went out with a text of an entry.
public struct ToldAnswer: Sendable, Hashable {
    public let answer: Int64
    public let at: Timestamp
    public let session: String?
    public let channel: String?
    public let thread: Int64?
    /// When it was sent, as the client said; `nil` where it was given to whoever asked.
    public let sentAt: Timestamp?
}

extension Connection {
    /// Who was given an entry's answer since a moment, newest first: replies to whoever asked, and
    /// drafts in threads that were sent.
    /// - Returns: the newest, at most `limit`, and how many there are.
    public func told(
        _ entry: Int64, since: Timestamp, limit: Int
    ) throws -> (answers: [ToldAnswer], total: Int) {
        let condition = """
            FROM answer WHERE entry = ?1 AND action = 'reply' AND at >= ?2
                AND (thread IS NULL OR sent_at IS NOT NULL)
            """
        let total = try first("SELECT count(*) \(condition)", entry, since) { $0.int(0) } ?? 0
        let sql = """
            SELECT id, at, session, channel, thread, sent_at \(condition)
            ORDER BY id DESC LIMIT ?3
            """
        let answers = try all(sql, entry, since, limit) { row in
            ToldAnswer(
                answer: row.integer(0), at: row.time(1), session: row.optionalText(2),
                channel: row.optionalText(3), thread: row.optionalInteger(4),
                sentAt: row.optionalTime(5))
        }
        return (answers, total)
    }
}
