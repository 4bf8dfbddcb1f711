import KefuDomain

/// Answers from which gaps are gathered.
extension Connection {
    /// The setting that holds the newest answer that was looked through.
    private static let setting = "gaps_noted"

    /// Answers that were not looked through yet, oldest first: those that were handed over, and
    /// those that take the place of others.
    /// - Parameter limit: how many answers of any kind to look through.
    /// - Returns: them, and the row up to which that is all; `nil` when there are none.
    public func gapSources(limit: Int) throws -> (sources: [GapSource], through: Int64)? {
        let last = try setting(Self.setting, as: Int64.self) ?? 0
        let newest = try first("SELECT coalesce(max(id), 0) FROM answer") { $0.integer(0) } ?? 0
        guard newest > last else { return nil }
        let through = min(newest, last + Int64(limit))
        let sql = Self.answers(
            """
            id > ?1 AND id <= ?2 AND (action = 'handoff' OR EXISTS (
                SELECT 1 FROM message WHERE message.answer = answer.id AND supersedes IS NOT NULL
            )) ORDER BY id
            """, also: Self.columns)
        let sources = try all(sql, last, through, read: Self.readSource)
        return (sources, through)
    }

    /// Remembers up to which answer gaps were gathered.
    public func setGapsNoted(through row: Int64) throws {
        try setSetting(Self.setting, to: row)
    }

    /// The answer before another one of the same conversation.
    public func answer(before row: Int64, session: String?) throws -> AnswerRecord? {
        if let session {
            let sql = Self.answers("session = ? AND id < ? ORDER BY id DESC LIMIT 1")
            return try first(sql, session, row, read: Self.readAnswer)
        }
        let sql = Self.answers(
            """
            thread = (SELECT thread FROM answer WHERE id = ?1) AND id < ?1
            ORDER BY id DESC LIMIT 1
            """)
        return try first(sql, row, read: Self.readAnswer)
    }

    private static let columns = """
        , thread IS NOT NULL,
            coalesce((SELECT bucket = 'BLACK' FROM thread WHERE thread.id = answer.thread), 0),
            (SELECT score FROM message WHERE message.answer = answer.id AND speaker = 'them'),
            (SELECT signal FROM message WHERE message.answer = answer.id AND speaker = 'them'),
            (SELECT supersedes FROM message WHERE message.answer = answer.id AND speaker = 'them')
        """

    private static func readSource(_ row: Row) -> GapSource {
        GapSource(
            answer: readAnswer(row), isOfThread: row.int(15) != 0, isPrivate: row.int(16) != 0,
            score: row.optionalInteger(17).map { Int($0) },
            signal: row.optionalText(18).map { SignalText.decode($0) } ?? [],
            supersedes: row.text(19).split(separator: " ").compactMap { Int64($0) })
    }
}
