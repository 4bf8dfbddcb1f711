import KefuDomain

extension Connection {
    public func thread(_ row: Int64) throws -> ThreadRecord? {
        try first(Self.threadByRow, row, read: Self.readThread)
    }

    /// A contact's private conversation on a channel.
    public func thread(contact: Int64, channel: Int64) throws -> ThreadRecord? {
        try first(Self.threadOfContact, contact, channel, read: Self.readThread)
    }

    // Asked of every message, so written once.
    private static let threadByRow = threads("thread.id = ?")
    private static let threadOfContact = threads(
        "thread.contact = ? AND thread.channel = ? AND thread.chat_id = ''")

    /// A group chat.
    public func thread(channel: Int64, chatID: String) throws -> ThreadRecord? {
        let condition = "thread.channel = ? AND thread.chat_id = ? AND thread.chat_id <> ''"
        return try first(Self.threads(condition), channel, chatID, read: Self.readThread)
    }

    /// Every conversation of a contact, oldest first.
    public func threads(ofContact row: Int64) throws -> [ThreadRecord] {
        let condition = "thread.contact = ? ORDER BY thread.id"
        return try all(Self.threads(condition), row, read: Self.readThread)
    }

    /// Makes a thread without a message.
    public func insert(_ draft: ThreadDraft) throws -> ThreadRecord {
        let sql = """
            INSERT INTO thread (contact, channel, chat_id, name, status, bucket, created_at,
                waits_since)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
            """
        try run(
            sql, draft.contact, draft.channel, draft.chatID, draft.name,
            ThreadStatus.unseen.rawValue, Bucket.gray.rawValue, draft.at)
        guard let thread = try thread(lastRow) else { throw KefuError.notFound(.thread) }
        return thread
    }

    /// Stores what changed of a thread: its facts, and the status and times as they were computed.
    /// - Parameter stored: as it lies in the base, where that is known. Where its place in the lists
    ///   stays, their indexes need not be written anew, which are most of what a message writes.
    public func save(_ thread: ThreadRecord, over stored: ThreadRecord? = nil) throws {
        if stored.map({ thread.hasPlace(of: $0) }) != true { try savePlace(thread) }
        let sql = """
            UPDATE thread SET name = ?, last_speaker = ?, last_msg_at = ?, last_ours_at = ?,
                first_unanswered_at = ?, call = ?, call_at = ?, call_until = ?, is_looked_at = ?,
                sla_at = ?, follow_up_at = ?, score_at = ?, trigger_type = ?, topic = ?, tags = ?,
                silenced_by = ?, outcome = ?, satisfaction = ?
            WHERE id = ?
            """
        let (facts, call) = (thread.facts, CallColumns(thread.facts.call))
        try run(
            sql, thread.name, facts.lastSpeaker?.rawValue, facts.lastMessageAt, facts.lastOursAt,
            facts.firstUnansweredAt, call.kind, call.at, call.until, facts.isLookedAt,
            thread.slaAt, thread.followUpAt, thread.scoreAt, thread.triggerType?.rawValue,
            thread.topic, try JSONText.encode(list: thread.tags), thread.silencedBy,
            thread.outcome?.rawValue, thread.satisfaction, thread.row)
    }

    /// Stores what decides on a thread's place in the lists.
    private func savePlace(_ thread: ThreadRecord) throws {
        let sql = """
            UPDATE thread SET status = ?, due_at = ?, score = ?, bucket = ?, waits_since = ?
            WHERE id = ?
            """
        try run(
            sql, thread.status.rawValue, thread.dueAt, thread.score, thread.bucket.rawValue,
            thread.waitsSince, thread.row)
    }

    /// A query of threads, to be read by `readThread`.
    /// - Parameters:
    ///   - index: the index of `thread` to be used; `nil` where there is no doubt.
    ///   - condition: all that follows WHERE; the tables are `thread`, `contact` and `channel`.
    static func threads(by index: String? = nil, _ condition: String) -> String {
        """
        SELECT thread.id, thread.contact, thread.channel, channel.name, thread.chat_id, thread.name,
            thread.last_speaker, thread.last_msg_at, thread.first_unanswered_at,
            thread.last_ours_at, thread.call, thread.call_at, thread.call_until,
            thread.is_looked_at, thread.status, thread.due_at, thread.sla_at, thread.follow_up_at,
            thread.score, thread.score_at, thread.bucket, thread.trigger_type, thread.topic,
            thread.tags, thread.silenced_by, thread.outcome, thread.satisfaction, contact.k_code,
            thread.created_at
        FROM thread \(index.map { "INDEXED BY \($0)" } ?? "") JOIN contact ON contact.id = thread.contact
            JOIN channel ON channel.id = thread.channel
        WHERE \(condition)
        """
    }

    static func readThread(_ row: Row) throws -> ThreadRecord {
        let call = CallColumns(
            kind: row.optionalText(10), at: row.optionalTime(11), until: row.optionalTime(12))
        let facts = ThreadFacts(
            lastSpeaker: row.optionalText(6).flatMap(Speaker.init(rawValue:)),
            lastMessageAt: row.optionalTime(7), firstUnansweredAt: row.optionalTime(8),
            lastOursAt: row.optionalTime(9), call: call.call, isLookedAt: row.integer(13) != 0)
        return ThreadRecord(
            row: row.integer(0), contact: row.integer(1), channel: row.integer(2),
            channelName: row.text(3), chatID: row.text(4), name: row.text(5), facts: facts,
            status: ThreadStatus(rawValue: row.text(14)) ?? .needReply,
            dueAt: row.optionalTime(15), slaAt: row.optionalTime(16),
            followUpAt: row.optionalTime(17), score: row.int(18), scoreAt: row.optionalTime(19),
            bucket: Bucket(rawValue: row.text(20)) ?? .gray,
            triggerType: row.optionalText(21).flatMap(TriggerType.init(rawValue:)),
            topic: row.text(22), tags: try JSONText.decode(list: row.text(23)),
            silencedBy: row.optionalInteger(24),
            outcome: row.optionalText(25).flatMap(Outcome.init(rawValue:)),
            satisfaction: row.optionalInteger(26).map(Int.init), kCode: row.optionalText(27),
            createdAt: row.time(28))
    }
}

extension ThreadRecord {
    /// Whether it stands in the lists where another state of it stood.
    fileprivate func hasPlace(of stored: ThreadRecord) -> Bool {
        (status, dueAt, score, bucket, waitsSince)
            == (stored.status, stored.dueAt, stored.score, stored.bucket, stored.waitsSince)
    }
}

/// A thread's call as three columns.
private struct CallColumns {
    let kind: String?
    let at: Timestamp?
    let until: Timestamp?

    init(kind: String?, at: Timestamp?, until: Timestamp?) {
        (self.kind, self.at, self.until) = (kind, at, until)
    }

    init(_ call: ThreadCall?) {
        switch call {
        case nil: self.init(kind: nil, at: nil, until: nil)
        case .resolved(let at): self.init(kind: "resolved", at: at, until: nil)
        case .snoozed(let until, let at): self.init(kind: "snoozed", at: at, until: until)
        case .waiting(let until, let at): self.init(kind: "waiting", at: at, until: until)
        }
    }

    var call: ThreadCall? {
        switch (kind, at, until) {
        case ("resolved", let at?, _): .resolved(at: at)
        case ("snoozed", let at?, let until?): .snoozed(until: until, at: at)
        case ("waiting", let at?, let until?): .waiting(until: until, at: at)
        default: nil
        }
    }
}
