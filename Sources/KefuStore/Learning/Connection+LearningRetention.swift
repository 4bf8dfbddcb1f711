public import KefuDomain

/// What learning stores of customers' words, and how it goes.
extension Connection {
    /// Takes the words out of some candidates that were made of messages before a moment. Those that
    /// wait wait no longer.
    /// - Returns: how many; 0 when all is done.
    public func forgetCandidates(before moment: Timestamp, limit: Int) throws -> Int {
        let rows = try all(
            """
            SELECT id FROM candidate WHERE question <> '' AND answered_at < ?
            ORDER BY answered_at LIMIT ?
            """, moment, limit
        ) { $0.integer(0) }
        let sql = """
            UPDATE candidate SET question = '', answer = '', findings = '',
                obstacle = CASE state WHEN 'waiting' THEN NULL ELSE obstacle END,
                state = CASE state WHEN 'waiting' THEN 'forgotten' ELSE state END
            WHERE id IN (SELECT value FROM json_each(?))
            """
        try run(sql, JSONText.rows(rows))
        return rows.count
    }

    /// Takes the candidates of a thread that became private.
    func forgetCandidates(ofThread row: Int64) throws {
        try run("DELETE FROM candidate WHERE thread = ?", row)
    }

    /// Takes what was learned from a customer: their candidates, and their words in the base.
    /// - Returns: how many candidates and wordings went.
    func eraseLearned(
        ofContact row: Int64, at: Timestamp
    ) throws -> (candidates: Int, wordings: Int) {
        var wordings = 0
        let theirs = Self.ofContact + " AND is_theirs = 1"
        for event in try learningEvents(theirs, row).map(completed) {
            wordings += try withdraw(wordings: event.newTexts, from: event.entry, at: at)
        }
        try run(
            """
            UPDATE learning_event SET contact = NULL, thread = NULL, answer_id = NULL,
                candidate = NULL
            WHERE \(Self.ofContact)
            """, row)
        try run("DELETE FROM candidate WHERE \(Self.ofContact)", row)
        return (changedRows, wordings)
    }

    /// Rows that came from a contact: from their own messages, or from answers to a session of theirs.
    private static let ofContact = """
        (contact = ?1
            OR thread IN (SELECT id FROM thread WHERE contact = ?1 AND chat_id = '')
            OR answer_id IN (
                SELECT answer.id FROM identity
                    JOIN channel ON channel.id = identity.channel
                    JOIN answer ON answer.session = identity.peer_id
                        AND coalesce(answer.channel, channel.name) = channel.name
                WHERE identity.contact = ?1
                UNION SELECT answer FROM message WHERE sender = ?1 AND answer IS NOT NULL))
        """
}
