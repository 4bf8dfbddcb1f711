import KefuDomain

extension Connection {
    /// Stores a message.
    /// - Returns: its row.
    /// - Throws: `ErrorCode.conflict` when the channel has a message of this id.
    @discardableResult
    public func insert(_ message: MessageDraft) throws -> Int64 {
        let sql = """
            INSERT INTO message (thread, channel, message_id, speaker, kind, sender_name, sender, at,
                received_at, text, file_types, is_courtesy, is_replay, is_bots, score, signal,
                trigger_type, action, sends, thread_score, thread_bucket, thread_status, supersedes,
                answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let outcome = message.outcome
        try run(
            sql, message.thread, message.channel, message.messageID, message.speaker.rawValue,
            message.kind.rawValue, message.senderName, message.sender, message.at,
            message.receivedAt, message.text,
            message.fileTypes.isEmpty ? nil : try JSONText.encode(list: message.fileTypes),
            message.isCourtesy, message.isReplay, message.isBots, message.signal?.score ?? 0,
            message.signal.map { SignalText.encode($0.parts) }, message.signal?.trigger?.rawValue,
            outcome.action?.rawValue, outcome.sends, outcome.score, outcome.bucket.rawValue,
            outcome.status.rawValue, RowList.encode(outcome.supersedes), outcome.answer)
        return lastRow
    }

    public func message(_ row: Int64) throws -> MessageRecord? {
        try first(Self.messages("id = ?"), row, read: Self.readMessage)
    }

    /// The message of an id that a client gave.
    public func message(channel: Int64, id: String) throws -> MessageRecord? {
        try first(Self.messageByID, channel, id, read: Self.readMessage)
    }

    // Asked of every message, so written once.
    private static let messageByID = messages("channel = ? AND message_id = ?")

    /// The messages of a thread, newest first.
    public func listMessages(
        thread: Int64, limit: Int, after cursor: String? = nil
    ) throws -> Page<MessageRecord> {
        let list = CursorList("messages", String(thread))
        let start = try list.start(cursor, else: [.max, .max])
        let sql = Self.messages(
            "thread = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?")
        let rows = try all(
            sql, thread, start[0], start[1], limit + 1, read: Self.readMessage)
        return Page(rows, limit: limit) { list.cursor($0.draft.at.milliseconds, $0.row) }
    }

    /// A query of messages, to be read by `readMessage`.
    /// - Parameter condition: all that follows WHERE.
    static func messages(_ condition: String) -> String {
        """
        SELECT id, thread, channel, message_id, speaker, kind, sender_name, sender, at, received_at,
            text, file_types, is_courtesy, is_replay, is_bots, score, signal, trigger_type, action,
            sends, thread_score, thread_bucket, thread_status, supersedes, answer
        FROM message WHERE \(condition)
        """
    }

    static func readMessage(_ row: Row) throws -> MessageRecord {
        let outcome = MessageOutcome(
            action: row.optionalText(18).flatMap(Action.init(rawValue:)),
            sends: row.integer(19) != 0, score: row.int(20),
            bucket: Bucket(rawValue: row.text(21)) ?? .gray,
            status: ThreadStatus(rawValue: row.text(22)) ?? .needReply,
            supersedes: RowList.decode(row.optionalText(23)), answer: row.optionalInteger(24))
        let signal = row.optionalText(16).map {
            Signal(
                score: row.int(15), parts: SignalText.decode($0),
                trigger: row.optionalText(17).flatMap(TriggerType.init(rawValue:)))
        }
        let draft = MessageDraft(
            thread: row.integer(1), channel: row.integer(2), messageID: row.text(3),
            speaker: Speaker(rawValue: row.text(4)) ?? .them,
            kind: MessageKind(rawValue: row.text(5)) ?? .text, senderName: row.optionalText(6),
            sender: row.optionalInteger(7), at: row.time(8), receivedAt: row.time(9),
            text: row.optionalText(10),
            fileTypes: try row.optionalText(11).map(JSONText.decode(list:)) ?? [],
            isCourtesy: row.integer(12) != 0, isReplay: row.integer(13) != 0,
            isBots: row.integer(14) != 0, signal: signal, outcome: outcome)
        return MessageRecord(row: row.integer(0), draft: draft)
    }
}

/// Row numbers as they lie in a column, separated by spaces; none is NULL.
private enum RowList {
    static func encode(_ rows: [Int64]) -> String? {
        rows.isEmpty ? nil : rows.map(String.init).joined(separator: " ")
    }

    static func decode(_ text: String?) -> [Int64] {
        (text ?? "").split(separator: " ").compactMap { Int64($0) }
    }
}
