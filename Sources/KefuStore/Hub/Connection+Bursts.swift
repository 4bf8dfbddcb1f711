public import KefuDomain

extension Connection {
    /// The messages around a moment that one burst can hold: nearest first, on one side of it.
    /// - Parameter isEarlier: those up to the moment; else those after it.
    public func messages(
        ofThread thread: Int64, around at: Timestamp, isEarlier: Bool, limit: Int
    ) throws -> [MessageRecord] {
        let condition =
            isEarlier
            ? "thread = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT ?"
            : "thread = ? AND at > ? ORDER BY at, id LIMIT ?"
        return try all(Self.messages(condition), thread, at, limit, read: Self.readMessage)
    }

    /// When the newest message of a thread was written, courtesies and all.
    public func newestMessageTime(ofThread thread: Int64) throws -> Timestamp? {
        let sql = "SELECT at FROM message WHERE thread = ? ORDER BY at DESC LIMIT 1"
        return try first(sql, thread) { $0.time(0) }
    }

    /// When the customer first wrote after a moment, courtesies left out.
    public func customerSpoke(inThread thread: Int64, after at: Timestamp) throws -> Timestamp? {
        let sql = """
            SELECT at FROM message
            WHERE thread = ? AND at > ? AND speaker = 'them' AND is_courtesy = 0
            ORDER BY at LIMIT 1
            """
        return try first(sql, thread, at) { $0.time(0) }
    }

    /// The best score since a moment, and when its newest message was written.
    public func bestScore(ofThread thread: Int64, since: Timestamp) throws -> (Int, Timestamp)? {
        let sql = """
            SELECT score, at FROM message WHERE thread = ? AND at >= ?
            ORDER BY score DESC, at DESC LIMIT 1
            """
        return try first(sql, thread, since) { ($0.int(0), $0.time(1)) }
    }
}
