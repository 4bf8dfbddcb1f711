public import KefuDomain

/// What the scheduler reads.
extension Connection {
    /// The threads whose status changes by itself up to a moment, the earliest change first.
    public func dueThreads(through now: Timestamp, limit: Int) throws -> [ThreadRecord] {
        let condition = """
            thread.due_at IS NOT NULL AND thread.due_at <= ? ORDER BY thread.due_at, thread.id LIMIT ?
            """
        return try all(Self.threads(condition), now, limit, read: Self.readThread)
    }

    /// When the next status changes by itself; `nil`: none ever does.
    public func nextDue() throws -> Timestamp? {
        try first(
            "SELECT due_at FROM thread WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1",
            read: { $0.time(0) })
    }

    /// The next threads of all, in the order of their rows.
    public func threads(after row: Int64, limit: Int) throws -> [ThreadRecord] {
        try all(
            Self.threads("thread.id > ? ORDER BY thread.id LIMIT ?"), row, limit,
            read: Self.readThread)
    }

    /// Stores a thread's status and times, where nothing else of it changed: half the cost of
    /// `save`, for the indexes over its facts stay as they are.
    public func saveStatus(_ thread: ThreadRecord) throws {
        try run(
            "UPDATE thread SET status = ?, due_at = ?, sla_at = ?, follow_up_at = ? WHERE id = ?",
            thread.status.rawValue, thread.dueAt, thread.slaAt, thread.followUpAt, thread.row)
    }
}
