public import KefuDomain

/// What goes while its row stays: a customer's words, and everything that holds some of them.
extension Connection {
    /// Takes all words out of a thread: a BLACK one keeps who, when, score and reason only.
    public func forgetTexts(ofThread row: Int64) throws {
        let signals = try all(
            "SELECT id, signal FROM message WHERE thread = ? AND signal IS NOT NULL", row
        ) { ($0.integer(0), $0.text(1)) }
        for (message, signal) in signals {
            let reasons = SignalText.decode(signal).map {
                SignalPart(name: $0.name, points: $0.points, hits: [])
            }
            try run(
                "UPDATE message SET signal = ? WHERE id = ?", SignalText.encode(reasons), message)
        }
        try run("UPDATE message SET text = NULL, file_types = NULL WHERE thread = ?", row)
        try forgetCandidates(ofThread: row)
        try run("DELETE FROM answer WHERE thread = ?", row)
        try run("DELETE FROM trigger_output WHERE thread = ?", row)
        try run(
            "UPDATE thread SET topic = '', tags = '[]', trigger_type = NULL WHERE id = ?", row)
    }

    /// Takes the words out of some messages that came before a moment; what was derived stays.
    /// - Returns: how many; 0 when all is done.
    public func forgetMessages(before moment: Timestamp, limit: Int) throws -> Int {
        let sql = """
            UPDATE message SET text = NULL WHERE id IN (
                SELECT id FROM message WHERE text IS NOT NULL AND received_at < ?
                ORDER BY received_at LIMIT ?
            )
            """
        try run(sql, moment, limit)
        return changedRows
    }

    /// Takes the words out of some answers that were given before a moment; how sure they were, and
    /// what was said of them, stays.
    /// - Returns: how many; 0 when all is done.
    public func forgetAnswers(before moment: Timestamp, limit: Int) throws -> Int {
        let sql = """
            UPDATE answer SET question = '', content = '', evidence = '', feedback_reason = NULL
            WHERE id IN (
                SELECT id FROM answer WHERE evidence <> '' AND at < ? ORDER BY at LIMIT ?
            )
            """
        try run(sql, moment, limit)
        return changedRows
    }

    /// Takes the words out of some trigger outputs that were made before a moment.
    /// - Returns: how many; 0 when all is done.
    public func forgetTriggerOutputs(before moment: Timestamp, limit: Int) throws -> Int {
        let sql = """
            UPDATE trigger_output SET output = NULL WHERE id IN (
                SELECT id FROM trigger_output WHERE output IS NOT NULL AND at < ?
                ORDER BY at LIMIT ?
            )
            """
        try run(sql, moment, limit)
        return changedRows
    }
}
