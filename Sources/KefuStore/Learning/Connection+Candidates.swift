public import KefuDomain

extension Connection {
    /// Stores a candidate; one of the same anchor is weighed anew.
    /// - Returns: its row.
    @discardableResult
    public func save(_ draft: CandidateDraft, at: Timestamp) throws -> Int64 {
        let known = try draft.anchor.flatMap { anchor in
            try first("SELECT id FROM candidate WHERE anchor = ?", anchor) { $0.integer(0) }
        }
        let row = try known ?? insertCandidate(draft, at: at)
        try write(draft, at: row, decided: draft.state == .waiting ? nil : at)
        try run("DELETE FROM candidate_message WHERE candidate = ?", row)
        for (messages, isAnswer) in [(draft.questionMessages, false), (draft.answerMessages, true)]
        {
            for message in messages { try link(message, to: row, isAnswer: isAnswer) }
        }
        return row
    }

    private func insertCandidate(_ draft: CandidateDraft, at: Timestamp) throws -> Int64 {
        let sql = """
            INSERT INTO candidate (source, anchor, question, question_key, answer, quality,
                findings, state, times_asked, asked_at, answered_at, made_at)
            VALUES (?1, ?2, '', '', '', 0, '', ?3, 1, ?4, ?5, ?6)
            """
        try run(
            sql, draft.source.rawValue, draft.anchor, draft.state.rawValue, draft.askedAt,
            draft.answeredAt, at)
        return lastRow
    }

    private func write(_ draft: CandidateDraft, at row: Int64, decided: Timestamp?) throws {
        let sql = """
            UPDATE candidate SET thread = ?, contact = ?, answer_id = ?, question = ?,
                question_key = ?, answer = ?, quality = ?, findings = ?, state = ?, obstacle = ?,
                times_asked = ?, asked_at = ?, answered_at = ?, decided_at = ?, predicted = ?,
                agreement = ?
            WHERE id = ?
            """
        // Words that nobody is to decide on are not kept; their key tells how often it was asked.
        let isKept = draft.state == .waiting || draft.state == .entered
        try run(
            sql, draft.thread, draft.contact, draft.answerRow, isKept ? draft.question : "",
            draft.question.isEmpty ? "" : Digest.of(indexed(draft.question).key),
            isKept ? draft.answer : "", Self.millionths(draft.quality), draft.findings,
            draft.state.rawValue, draft.obstacle, draft.timesAsked, draft.askedAt,
            draft.answeredAt, decided, draft.prediction?.entry,
            draft.prediction?.agreement.stored, row)
    }

    private func link(_ message: Int64, to row: Int64, isAnswer: Bool) throws {
        let sql = """
            INSERT INTO candidate_message (candidate, message, is_answer) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        try run(sql, row, message, isAnswer)
    }

    /// Ends a candidate's waiting, or begins it again. The words of what a person decided are kept as
    /// long as others, so that the decision can be taken back.
    public func settle(
        candidate row: Int64, _ state: CandidateState, obstacle: String? = nil, at: Timestamp
    ) throws {
        let sql = "UPDATE candidate SET state = ?, obstacle = ?, decided_at = ? WHERE id = ?"
        try run(sql, state.rawValue, obstacle, state == .waiting ? nil : at, row)
        guard [.dropped, .known, .forgotten].contains(state) else { return }
        try run("UPDATE candidate SET question = '', answer = '' WHERE id = ?", row)
    }

    /// Has a candidate wait again that a person kept out, or took back, while its words are kept.
    /// - Returns: whether it waits now.
    public func takeUpAgain(candidate row: Int64) throws -> Bool {
        let sql = """
            UPDATE candidate SET state = 'waiting', obstacle = NULL, decided_at = NULL
            WHERE id = ? AND (state = 'rejected' OR state = 'undone') AND question <> ''
            """
        try run(sql, row)
        return changedRows == 1
    }

    public func candidate(_ row: Int64) throws -> CandidateRecord? {
        try first(Self.candidates("id = ?"), row, read: Self.readCandidate).map(withMessages)
    }

    /// The candidate of a question, by the name that it has from its message.
    public func candidate(anchor: Int64) throws -> CandidateRecord? {
        try first(Self.candidates("anchor = ?"), anchor, read: Self.readCandidate)
            .map(withMessages)
    }

    /// The candidates that a message is part of.
    public func candidates(ofMessage row: Int64) throws -> [CandidateRecord] {
        let condition = "id IN (SELECT candidate FROM candidate_message WHERE message = ?)"
        return try all(Self.candidates(condition), row, read: Self.readCandidate).map(withMessages)
    }

    /// What waits for a person, best first.
    public func waitingCandidates(
        limit: Int, after cursor: String? = nil
    ) throws -> Page<CandidateRecord> {
        let list = CursorList("pending")
        let start = try list.start(cursor, else: [.max, 0])
        let condition = """
            state = 'waiting' AND (quality < ?1 OR (quality = ?1 AND id > ?2))
            ORDER BY quality DESC, id LIMIT ?3
            """
        let rows = try all(
            Self.candidates(condition), start[0], start[1], limit + 1, read: Self.readCandidate)
        return try Page(rows, limit: limit) { candidate in
            list.cursor(Self.millionths(candidate.draft.quality), candidate.row)
        }.map(withMessages)
    }

    /// What waits and asks the very question of another candidate.
    public func waitingCandidates(
        asking question: String, except anchor: Int64?
    ) throws -> [CandidateRecord] {
        let condition = "question_key = ? AND state = 'waiting' AND anchor IS NOT ? LIMIT 20"
        let key = Digest.of(indexed(question).key)
        return try all(Self.candidates(condition), key, anchor, read: Self.readCandidate)
    }

    /// Whether the words of all of some messages are still there.
    public func areKept(messages rows: [Int64]) throws -> Bool {
        let sql = """
            SELECT count(*) FROM message
            WHERE id IN (SELECT value FROM json_each(?)) AND text IS NOT NULL
            """
        return try first(sql, JSONText.rows(rows)) { $0.int(0) } == Set(rows).count
    }

    /// How many wait.
    public func waitingCount() throws -> Int {
        try first("SELECT count(*) FROM candidate WHERE state = 'waiting'") { $0.int(0) } ?? 0
    }

    /// How often a question was asked that a person answered, other times than this.
    public func timesAnswered(_ question: String, except anchor: Int64?) throws -> Int {
        let key = Digest.of(indexed(question).key)
        let sql = "SELECT count(*) FROM candidate WHERE question_key = ? AND anchor IS NOT ?"
        return try first(sql, key, anchor) { $0.int(0) } ?? 0
    }

    private func withMessages(_ record: CandidateRecord) throws -> CandidateRecord {
        let sql = """
            SELECT message, is_answer FROM candidate_message
            WHERE candidate = ? AND message IN (SELECT id FROM message) ORDER BY message
            """
        var draft = record.draft
        for (message, isAnswer) in try all(sql, record.row, read: { ($0.integer(0), $0.int(1)) }) {
            if isAnswer == 1 {
                draft.answerMessages.append(message)
            } else {
                draft.questionMessages.append(message)
            }
        }
        return CandidateRecord(
            row: record.row, draft: draft, madeAt: record.madeAt, decidedAt: record.decidedAt)
    }

    private static func millionths(_ quality: Double) -> Int64 {
        Int64((quality * 1_000_000).rounded())
    }

    private static func candidates(_ condition: String) -> String {
        """
        SELECT id, source, thread, contact, answer_id, anchor, question, answer, quality, findings,
            state, obstacle, times_asked, asked_at, answered_at, made_at, decided_at, predicted,
            agreement
        FROM candidate WHERE \(condition)
        """
    }

    private static func readCandidate(_ row: Row) -> CandidateRecord {
        var draft = CandidateDraft(
            question: row.text(6), answer: row.text(7), quality: row.real(8) / 1_000_000,
            findings: row.text(9), state: CandidateState(rawValue: row.text(10)) ?? .forgotten,
            obstacle: row.optionalText(11), askedAt: row.time(13), answeredAt: row.time(14))
        draft.source = CandidateDraft.Source(rawValue: row.text(1)) ?? .conversation
        draft.thread = row.optionalInteger(2)
        draft.contact = row.optionalInteger(3)
        draft.answerRow = row.optionalInteger(4)
        draft.anchor = row.optionalInteger(5)
        draft.timesAsked = row.int(12)
        draft.prediction = row.optionalInteger(17).map { entry in
            SilentPrediction(entry: entry, agreement: AnswerAgreement(stored: row.int(18)))
        }
        return CandidateRecord(
            row: row.integer(0), draft: draft, madeAt: row.time(15), decidedAt: row.optionalTime(16)
        )
    }
}

extension AnswerAgreement {
    fileprivate var stored: Int {
        switch self {
        case .same: 1
        case .compatible: 0
        case .contradicts: -1
        }
    }

    fileprivate init(stored: Int) {
        self = stored > 0 ? .same : stored < 0 ? .contradicts : .compatible
    }
}
