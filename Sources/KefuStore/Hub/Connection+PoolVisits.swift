public import KefuDomain

extension Connection {
    /// Notes that a thread is in the unknown pool, or is not; only a change leaves a trace.
    /// - Parameter at: when it came in or left. It never leaves before it came.
    public func notePool(thread: Int64, isIn: Bool, at: Timestamp) throws {
        if isIn {
            try run(
                """
                INSERT INTO pool_visit (thread, entered_at) SELECT ?1, ?2
                WHERE NOT EXISTS (
                    SELECT 1 FROM pool_visit WHERE thread = ?1 AND left_at IS NULL
                )
                """, thread, at)
        } else {
            try run(
                """
                UPDATE pool_visit SET left_at = max(entered_at, ?2)
                WHERE thread = ?1 AND left_at IS NULL
                """, thread, at)
        }
    }
}
