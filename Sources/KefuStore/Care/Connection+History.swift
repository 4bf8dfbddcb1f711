public import KefuDomain

/// How an entry served in one week.
public struct EntryWeek: Sendable, Hashable {
    /// Counted from the first week that was asked for.
    public let number: Int
    public let replies: Int
    public let approved: Int
    public let corrected: Int
    public let rejected: Int
}

/// A person's word on an answer that an entry gave.
public struct EntryFeedback: Sendable, Hashable {
    public let answer: Int64
    public let kind: FeedbackKind
    public let at: Timestamp
    public let reason: String?
}

extension Connection {
    /// The weeks in which an entry was the answer, oldest first.
    /// - Parameter start: the beginning of the first week.
    public func weeks(ofEntry row: Int64, from start: Timestamp) throws -> [EntryWeek] {
        let sql = """
            SELECT (at - ?2) / 604800000, sum(action = 'reply'),
                coalesce(sum(feedback = 'approved'), 0), coalesce(sum(feedback = 'corrected'), 0),
                coalesce(sum(feedback = 'rejected'), 0)
            FROM answer WHERE entry = ?1 AND at >= ?2 GROUP BY 1 ORDER BY 1
            """
        return try all(sql, row, start) { week in
            EntryWeek(
                number: week.int(0), replies: week.int(1), approved: week.int(2),
                corrected: week.int(3), rejected: week.int(4))
        }
    }

    /// What people said about an entry's answers, newest first.
    public func feedback(onEntry row: Int64, limit: Int) throws -> [EntryFeedback] {
        let sql = """
            SELECT id, feedback, feedback_at, feedback_reason FROM answer
            WHERE entry = ? AND feedback IS NOT NULL ORDER BY feedback_at DESC, id DESC LIMIT ?
            """
        return try all(sql, row, limit) { answer in
            EntryFeedback(
                answer: answer.integer(0),
                kind: FeedbackKind(rawValue: answer.text(1)) ?? .approved, at: answer.time(2),
                reason: answer.optionalText(3))
        }
    }

    /// How often people approved, corrected and rejected an entry's answers.
    public func feedbackCounts(onEntry row: Int64) throws -> [FeedbackKind: Int] {
        let sql = """
            SELECT feedback, count(*) FROM answer
            WHERE entry = ? AND feedback IS NOT NULL GROUP BY 1
            """
        var counts: [FeedbackKind: Int] = [:]
        for line in try all(sql, row, read: { ($0.text(0), $0.int(1)) }) {
            if let kind = FeedbackKind(rawValue: line.0) { counts[kind] = line.1 }
        }
        return counts
    }
}
