public import KefuDomain

/// An answer that was drafted in a thread, and what became of it.
public struct ThreadAnswer: Sendable, Hashable {
    public let answer: AnswerRecord
    public let thread: Int64
    public let sentAt: Timestamp?
    /// The id of the message as which the client said it was sent.
    public let sentAs: String?
}

extension Connection {
    /// The newest answers drafted in a thread, newest first.
    public func answers(inThread thread: Int64, limit: Int) throws -> [ThreadAnswer] {
        let sql = Self.threadAnswers("thread = ? ORDER BY id DESC LIMIT ?")
        return try all(sql, thread, limit, read: Self.readThreadAnswer)
    }

    /// The answer that a client said it sent as this message.
    public func answer(inThread thread: Int64, sentAs messageID: String) throws -> ThreadAnswer? {
        let sql = Self.threadAnswers("thread = ? AND sent_as = ?")
        return try first(sql, thread, messageID, read: Self.readThreadAnswer)
    }

    /// An answer with its thread; `nil` where it drafts a reply in none.
    public func threadAnswer(_ row: Int64) throws -> ThreadAnswer? {
        let sql = Self.threadAnswers("id = ? AND thread IS NOT NULL")
        return try first(sql, row, read: Self.readThreadAnswer)
    }

    /// Remembers when an answer was sent, and as which message.
    /// - Parameter messageID: as the client announced it; `nil` where only its words tell.
    public func markSent(answer row: Int64, as messageID: String?, at: Timestamp) throws {
        try run("UPDATE answer SET sent_as = ?, sent_at = ? WHERE id = ?", messageID, at, row)
    }

    /// Those of some answers that were sent.
    public func sentAnswers(among rows: Set<Int64>) throws -> Set<Int64> {
        guard !rows.isEmpty else { return [] }
        let sql = """
            SELECT answer.id FROM json_each(?) JOIN answer ON answer.id = json_each.value
            WHERE answer.sent_at IS NOT NULL
            """
        return Set(try all(sql, JSONText.rows(rows)) { $0.integer(0) })
    }

    /// Marks a message as one that the bot itself sent.
    public func markAsBots(message row: Int64, answer: Int64) throws {
        try run("UPDATE message SET is_bots = 1, answer = ? WHERE id = ?", answer, row)
    }

    private static func threadAnswers(_ condition: String) -> String {
        answers(condition, also: ", thread, sent_at, sent_as")
    }

    private static func readThreadAnswer(_ row: Row) -> ThreadAnswer {
        ThreadAnswer(
            answer: readAnswer(row), thread: row.integer(15), sentAt: row.optionalTime(16),
            sentAs: row.optionalText(17))
    }
}

extension SignalPart {
    /// The reason alone, without the words that gave it.
    public var withoutHits: SignalPart { SignalPart(name: name, points: points, hits: []) }
}
