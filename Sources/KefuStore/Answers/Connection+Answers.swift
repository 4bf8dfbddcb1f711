import KefuDomain

extension Connection {
    /// Stores an answer.
    /// - Returns: its row.
    @discardableResult
    public func insertAnswer(_ draft: AnswerDraft) throws -> Int64 {
        let sql = """
            INSERT INTO answer (at, question, session, channel, action, content, confidence, reason,
                took_us, evidence, entry, thread)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try run(
            sql, draft.at, draft.question, draft.session, draft.channel, draft.action.rawValue,
            draft.content, draft.confidence, draft.reason, draft.tookMicroseconds, draft.evidence,
            draft.entry, draft.thread)
        return lastRow
    }

    public func answer(_ row: Int64) throws -> AnswerRecord? {
        try first(Self.answers("id = ?"), row, read: Self.readAnswer)
    }

    /// The newest answer of a session: what a customer's "2" picks from.
    public func latestAnswer(session: String) throws -> AnswerRecord? {
        let sql = Self.answers("session = ? ORDER BY id DESC LIMIT 1")
        return try first(sql, session, read: Self.readAnswer)
    }

    /// Answers, newest first.
    public func listAnswers(
        _ filter: AnswerFilter = AnswerFilter(), limit: Int, after cursor: String? = nil
    ) throws -> Page<AnswerRecord> {
        let list = CursorList(
            "answers", filter.since.map { String($0.milliseconds) }, filter.action?.rawValue,
            filter.verdict?.rawValue)
        let start = try list.start(cursor, else: [.max, .max])
        let sql = Self.answers(
            """
            (at, id) < (?1, ?2) AND at >= ?3 AND action = coalesce(?4, action)
                AND \(Self.condition(filter.verdict))
            ORDER BY at DESC, id DESC LIMIT ?5
            """)
        let rows = try all(
            sql, start[0], start[1], filter.since?.milliseconds ?? .min, filter.action?.rawValue,
            limit + 1, read: Self.readAnswer)
        return Page(rows, limit: limit) { list.cursor($0.said.at.milliseconds, $0.row) }
    }

    private static func condition(_ verdict: VerdictFilter?) -> String {
        switch verdict {
        case nil: "TRUE"
        case .unjudged: "feedback IS NULL"
        case .judged: "feedback IS NOT NULL"
        // Word for word what the index of judged answers says, so that it is used.
        case .approved, .corrected, .rejected:
            "feedback IS NOT NULL AND feedback = '\(verdict?.rawValue ?? "")'"
        }
    }

    /// Answers whose first citation is an entry, newest first: who was given the old answer when it
    /// is corrected.
    public func answers(citing entry: Int64, limit: Int) throws -> [AnswerRecord] {
        let sql = Self.answers("entry = ? ORDER BY id DESC LIMIT ?")
        return try all(sql, entry, limit, read: Self.readAnswer)
    }

    /// Keeps what a person said about an answer, in place of what they said before.
    /// - Throws: `ErrorCode.notFound`.
    public func setFeedback(_ feedback: Feedback, onAnswer row: Int64) throws {
        let sql = """
            UPDATE answer SET feedback = ?, feedback_at = ?, feedback_reason = ? WHERE id = ?
            """
        try run(sql, feedback.kind.rawValue, feedback.at, feedback.reason, row)
        guard changedRows == 1 else { throw KefuError.notFound(.answer) }
    }

    /// A query of answers, to be read by `readAnswer`.
    /// - Parameters:
    ///   - condition: all that follows WHERE.
    ///   - columns: further ones, each behind a comma.
    static func answers(_ condition: String, also columns: String = "") -> String {
        """
        SELECT id, at, question, session, channel, action, content, confidence, reason, took_us,
            evidence, entry, feedback, feedback_at, feedback_reason\(columns)
        FROM answer WHERE \(condition)
        """
    }

    static func readAnswer(_ row: Row) -> AnswerRecord {
        let said = AnswerDraft(
            at: row.time(1), question: row.text(2), session: row.optionalText(3),
            channel: row.optionalText(4), action: Action(rawValue: row.text(5)) ?? .handoff,
            content: row.text(6), confidence: row.real(7), reason: row.text(8),
            tookMicroseconds: row.int(9), evidence: row.text(10), entry: row.optionalInteger(11))
        let feedback = FeedbackKind(rawValue: row.text(12)).map {
            Feedback($0, at: row.time(13), reason: row.optionalText(14))
        }
        return AnswerRecord(row: row.integer(0), said: said, feedback: feedback)
    }
}

extension Connection {
    /// Stores a label; an answer has at most one, the newest.
    public func insertLabel(_ label: CalibrationLabel) throws {
        try run("DELETE FROM label WHERE answer = ?", label.answer)
        try run(
            "INSERT INTO label (answer, score, confidence, correct, at) VALUES (?, ?, ?, ?, ?)",
            label.answer, label.score, label.confidence, label.isCorrect, label.at)
    }

    /// The newest labels, newest first.
    public func labels(limit: Int) throws -> [CalibrationLabel] {
        let sql = """
            SELECT answer, score, confidence, correct, at FROM label ORDER BY id DESC LIMIT ?
            """
        return try all(sql, limit) { row in
            CalibrationLabel(
                answer: row.optionalInteger(0), score: row.real(1), confidence: row.real(2),
                isCorrect: row.integer(3) != 0, at: row.time(4))
        }
    }
}
