import KefuDomain

extension Connection {
    /// What was learned, newest first.
    public func listLearned(
        _ filter: LearningFilter = LearningFilter(), limit: Int, after cursor: String? = nil
    ) throws -> Page<LearningEventRecord> {
        let list = CursorList(
            "learned", filter.entry.map(String.init), filter.since.map { String($0.milliseconds) })
        let start = try list.start(cursor, else: [.max])[0]
        let condition = """
            id < ?1 AND entry = coalesce(?2, entry) AND at >= ?3 ORDER BY id DESC LIMIT ?4
            """
        let rows = try all(
            Self.events(condition), start, filter.entry, filter.since?.milliseconds ?? .min,
            limit + 1, read: Self.readEvent)
        return try Page(rows, limit: limit) { list.cursor($0.row) }.map(completed)
    }

    public func learningEvent(_ row: Int64) throws -> LearningEventRecord? {
        try first(Self.events("id = ?"), row, read: Self.readEvent).map(completed)
    }

    /// The newest change that came from a candidate and was not taken back.
    public func learningEvent(ofCandidate row: Int64) throws -> LearningEventRecord? {
        let condition = "candidate = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
        return try first(Self.events(condition), row, read: Self.readEvent).map(completed)
    }

    /// The changes that some condition picks, with nothing of their entries.
    func learningEvents<each Value: Bindable>(
        _ condition: String, _ values: repeat each Value
    ) throws -> [LearningEventRecord] {
        try all(Self.events(condition), repeat each values, read: Self.readEvent)
    }

    /// The same with the states of the entry, and the messages.
    func completed(_ event: LearningEventRecord) throws -> LearningEventRecord {
        var event = event
        let states = try record(event.entry) == nil ? [] : revisions(event.entry)
        event.after = states.first { $0.number == event.revision }?.entry
        event.before =
            event.act == .adds ? nil : states.first { $0.number == event.revision - 1 }?.entry
        event.present = try entry(event.entry)
        event.messages = try messages(behind: event.source)
        return event
    }

    /// The messages that a lesson came from: those of its candidate, or of the answer judged.
    private func messages(behind source: Lesson.Source) throws -> [Int64] {
        let sql = """
            SELECT message FROM candidate_message
                WHERE candidate = ?1 AND message IN (SELECT id FROM message)
            UNION SELECT id FROM message WHERE answer = ?2 ORDER BY 1
            """
        return try all(sql, source.candidate, source.answer) { $0.integer(0) }
    }

    private static func events(_ condition: String) -> String {
        """
        SELECT id, at, entry, act, learned_by, revision, candidate, answer_id, gap, thread, contact,
            quality, asked_at, answered_at, undone_at, is_theirs
        FROM learning_event WHERE \(condition)
        """
    }

    private static func readEvent(_ row: Row) -> LearningEventRecord {
        var source = Lesson.Source(answeredAt: row.time(13))
        source.candidate = row.optionalInteger(6)
        source.answer = row.optionalInteger(7)
        source.gap = row.optionalInteger(8)
        source.thread = row.optionalInteger(9)
        source.contact = row.optionalInteger(10)
        source.quality = row.isNull(11) ? nil : row.real(11)
        source.askedAt = row.optionalTime(12)
        source.isTheirs = row.integer(15) != 0
        return LearningEventRecord(
            row: row.integer(0), at: row.time(1), entry: row.integer(2),
            act: LearningAct(rawValue: row.text(3)) ?? .replaces,
            by: LearnedBy(rawValue: row.text(4)) ?? .itself, revision: row.int(5), source: source,
            undoneAt: row.optionalTime(14))
    }
}
