import KefuDomain

/// How an entry in the shadow fares, and how far learning has come.
extension Connection {
    /// How often an entry's silent predictions were what a person answered, since it was last taken
    /// out of the operator's hands.
    public func agreements(withShadow row: Int64) throws -> Int {
        let sql = """
            SELECT count(*) FROM candidate WHERE predicted = ?1 AND agreement = 1
                AND answered_at > coalesce((SELECT max(undone_at) FROM learning_event
                    WHERE entry = ?1 AND act = 'promotes'), -9e18)
            """
        return try first(sql, row) { $0.int(0) } ?? 0
    }

    /// The candidate that an entry was made of; `nil` where it was none.
    public func candidate(ofEntry row: Int64) throws -> Int64? {
        let sql = """
            SELECT candidate FROM learning_event
            WHERE entry = ? AND act = 'adds' AND candidate IS NOT NULL ORDER BY id LIMIT 1
            """
        return try first(sql, row) { $0.integer(0) }
    }

    /// The row of the newest message that was learned from.
    public func learnedThrough() throws -> Int64 {
        try setting(Self.cursor, as: Int64.self) ?? 0
    }

    /// Notes that a message was weighed, in the transaction that stores what came of it.
    public func setLearned(_ message: Int64) throws {
        try run("DELETE FROM candidate_due WHERE message = ?", message)
        guard try message > learnedThrough() else { return }
        try setSetting(Self.cursor, to: message)
    }

    private static let cursor = "learned_through"

    /// The next messages to be weighed: those of which something else became known, then new ones.
    public func messagesToLearn(limit: Int) throws -> [Int64] {
        let due = try all("SELECT message FROM candidate_due ORDER BY message LIMIT ?", limit) {
            $0.integer(0)
        }
        let sql = "SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?"
        let new = try all(sql, learnedThrough(), limit - due.count) { $0.integer(0) }
        return due + new.filter { !due.contains($0) }
    }

    /// How many messages are not weighed yet.
    public func messagesBehind() throws -> Int {
        let sql = """
            SELECT (SELECT count(*) FROM message WHERE id > ?)
                + (SELECT count(*) FROM candidate_due)
            """
        return try first(sql, learnedThrough()) { $0.int(0) } ?? 0
    }

    /// Has a message weighed once more.
    public func weighAgain(message row: Int64) throws {
        try run("INSERT INTO candidate_due (message) VALUES (?) ON CONFLICT DO NOTHING", row)
    }
}

extension Connection {
    /// What an entry was the reply to lately, newest first; what a person found wrong is left out.
    public func repliedQuestions(by entry: Int64, limit: Int) throws -> [String] {
        let sql = """
            SELECT question FROM (
                SELECT id, question, action, feedback FROM answer WHERE entry = ?
                ORDER BY id DESC LIMIT ?
            )
            WHERE action = 'reply' AND question <> '' AND coalesce(feedback, 'approved') = 'approved'
            """
        return try all(sql, entry, limit) { $0.text(0) }
    }
}

extension Connection {
    /// In a group chat, the member whose question an answer answers.
    public func sender(ofAnswer row: Int64) throws -> Int64? {
        let sql = "SELECT sender FROM message WHERE answer = ? AND sender IS NOT NULL LIMIT 1"
        return try first(sql, row) { $0.integer(0) }
    }
}
