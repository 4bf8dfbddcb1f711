public import KefuDomain

/// How many records of each kind an erasure took.
public struct ErasureCounts: Sendable, Hashable {
    public var contacts = 0
    public var identities = 0
    public var threads = 0
    public var messages = 0
    public var answers = 0
    public var triggerOutputs = 0
    public var poolVisits = 0
    public var candidates = 0
    /// Wordings of the base that were the customer's own.
    public var wordings = 0

    public init() {}
}

extension Connection {
    /// Takes a customer out of the database: what they were, wrote and got. Labels keep their
    /// numbers and lose their answers. What is left is a tombstone an identity.
    ///
    /// A group chat that came by them goes to another of its members, without their messages.
    /// - Throws: `ErrorCode.notFound`.
    public func erase(contact row: Int64, at: Timestamp) throws -> ErasureCounts {
        guard try contact(row) != nil else { throw KefuError.notFound(.contact) }
        var counts = ErasureCounts()
        let learned = try eraseLearned(ofContact: row, at: at)
        counts.candidates = learned.candidates
        counts.wordings = learned.wordings + (try unlearn(try questions(ofContact: row), at: at))
        for identity in try identities(ofContact: row) {
            try bury(channel: identity.channel, peer: identity.peerID, at: at)
            counts.answers += try eraseAnswers(askedAs: identity)
            counts.identities += 1
        }
        try eraseFromGroups(row, &counts)
        for thread in try threads(ofContact: row) {
            if thread.isGroup, let heir = try heir(of: thread, after: row) {
                try bequeath(group: thread.row, to: heir)
            } else {
                try erase(thread: thread.row, &counts)
            }
        }
        try run("DELETE FROM identity WHERE contact = ?", row)
        try run("DELETE FROM contact WHERE id = ?", row)
        counts.contacts = 1
        return counts
    }

    /// The contacts that were erased and are there all the same, as after a backup was restored,
    /// with the time of the erasure.
    func contactsToErase() throws -> [(row: Int64, erasedAt: Timestamp)] {
        guard try first("SELECT 1 FROM tombstone LIMIT 1", read: { _ in true }) != nil else {
            return []
        }
        let sql = """
            SELECT contact.id, contact.created_at, channel.name, identity.peer_id
            FROM identity JOIN contact ON contact.id = identity.contact
                JOIN channel ON channel.id = identity.channel
            ORDER BY contact.id
            """
        let known = try all(sql) { ($0.integer(0), $0.time(1), $0.text(2), $0.text(3)) }
        var rows: [(row: Int64, erasedAt: Timestamp)] = []
        for (row, madeAt, channel, peer) in known where rows.last?.row != row {
            guard let erased = try erasure(ofChannel: channel, peer: peer), madeAt <= erased else {
                continue
            }
            rows.append((row, erased))
        }
        return rows
    }

    private func erase(thread row: Int64, _ counts: inout ErasureCounts) throws {
        counts.triggerOutputs += try delete("trigger_output WHERE thread = ?", row)
        counts.poolVisits += try delete("pool_visit WHERE thread = ?", row)
        _ = try delete("response WHERE thread = ?", row)
        counts.messages += try delete("message WHERE thread = ?", row)
        counts.answers += try delete("answer WHERE thread = ?", row)
        counts.threads += try delete("thread WHERE id = ?", row)
    }

    /// Takes what they wrote in group chats; what was made of a whole chat goes with it.
    private func eraseFromGroups(_ contact: Int64, _ counts: inout ErasureCounts) throws {
        let groups = try all("SELECT DISTINCT thread FROM message WHERE sender = ?", contact) {
            $0.integer(0)
        }
        let answers = "answer WHERE id IN (SELECT answer FROM message WHERE sender = ?)"
        counts.answers += try delete(answers, contact)
        counts.messages += try delete("message WHERE sender = ?", contact)
        for group in groups {
            counts.triggerOutputs += try delete("trigger_output WHERE thread = ?", group)
            try run("UPDATE thread SET topic = '', tags = '[]' WHERE id = ?", group)
        }
    }

    private func bequeath(group: Int64, to heir: Int64) throws {
        let sql = """
            UPDATE thread SET contact = ?1,
                is_known = (SELECT k_number IS NOT NULL FROM contact WHERE id = ?1)
            WHERE id = ?2
            """
        try run(sql, heir, group)
    }

    /// Another member of a group chat.
    private func heir(of group: ThreadRecord, after contact: Int64) throws -> Int64? {
        let sql = """
            SELECT sender FROM message WHERE thread = ? AND sender <> ? ORDER BY id DESC LIMIT 1
            """
        return try first(sql, group.row, contact) { $0.integer(0) }
    }

    /// What they asked, as they said it and as it was understood, wherever an answer is kept.
    private func questions(ofContact row: Int64) throws -> Set<String> {
        let columns = """
            SELECT question, json_extract(evidence, '$.completed'),
                json_extract(evidence, '$.clarified')
            FROM answer WHERE evidence <> '' AND
            """
        func read(_ row: Row) -> [String?] { (0..<3).map { row.optionalText($0) } }
        let places = """
            (thread IN (SELECT id FROM thread WHERE contact = ?1 AND chat_id = '')
                OR id IN (SELECT answer FROM message WHERE sender = ?1))
            """
        var texts = try all("\(columns) \(places)", row, read: read)
        let session = "session = ?1 AND coalesce(channel, ?2) = ?2"
        for identity in try identities(ofContact: row) {
            texts += try all(
                "\(columns) \(session)", identity.peerID, identity.channel, read: read)
        }
        return Set(texts.joined().compactMap(\.self))
    }

    /// Answers to questions that were asked in a session of this very name.
    private func eraseAnswers(askedAs identity: Identity) throws -> Int {
        try run(
            "DELETE FROM answer WHERE session = ?1 AND coalesce(channel, ?2) = ?2",
            identity.peerID, identity.channel)
        return changedRows
    }

    private func delete(_ rows: String, _ value: Int64) throws -> Int {
        try run("DELETE FROM \(rows)", value)
        return changedRows
    }
}
