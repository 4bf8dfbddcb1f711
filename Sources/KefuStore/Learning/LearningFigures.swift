public import KefuDomain

/// What learning did, in numbers.
public struct LearningCounts: Sendable {
    public var candidates: [CandidateState: Int] = [:]
    /// How many candidates each gate or feature keeps out.
    public var obstacles: [String: Int] = [:]
    /// Learned entries by status.
    public var entries: [EntryStatus: Int] = [:]
    public var promoted = 0
    public var undone = 0
    public var agreed = 0
    public var disagreed = 0
}

/// What customers got in a span of time.
public struct AnsweredShare: Sendable, Hashable {
    public var questions = 0
    public var answered = 0
    /// Replies that learned entries gave.
    public var byLearned = 0
    /// Replies that a person corrected or rejected.
    public var wrong = 0
    public var wrongByLearned = 0
}

extension Connection {
    /// The cost grows with the number of candidates and of learned entries.
    public func learningCounts() throws -> LearningCounts {
        var counts = LearningCounts()
        let states = "SELECT state, count(*) FROM candidate GROUP BY state"
        for (name, count) in try all(states, read: { ($0.text(0), $0.int(1)) }) {
            guard let state = CandidateState(rawValue: name) else { continue }
            counts.candidates[state] = count
        }
        let obstacles = """
            SELECT obstacle, count(*) FROM candidate WHERE obstacle IS NOT NULL GROUP BY obstacle
            """
        for (name, count) in try all(obstacles, read: { ($0.text(0), $0.int(1)) }) {
            counts.obstacles[name] = count
        }
        let entries = """
            SELECT status, count(*) FROM entry
            WHERE removed_at IS NULL AND id IN (SELECT entry FROM learning_event WHERE act = 'adds')
            GROUP BY status
            """
        for (name, count) in try all(entries, read: { ($0.text(0), $0.int(1)) }) {
            guard let status = EntryStatus(rawValue: name) else { continue }
            counts.entries[status] = count
        }
        try addTrials(to: &counts)
        return counts
    }

    private func addTrials(to counts: inout LearningCounts) throws {
        let events = """
            SELECT count(*) FILTER (WHERE act = 'promotes' AND undone_at IS NULL),
                count(*) FILTER (WHERE undone_at IS NOT NULL AND (candidate IS NULL
                    OR candidate IN (SELECT id FROM candidate WHERE state = 'undone')))
            FROM learning_event
            """
        (counts.promoted, counts.undone) =
            try first(events) { ($0.int(0), $0.int(1)) } ?? (0, 0)
        let trials = """
            SELECT count(*) FILTER (WHERE agreement = 1), count(*) FILTER (WHERE agreement = -1)
            FROM candidate WHERE predicted IS NOT NULL
            """
        (counts.agreed, counts.disagreed) =
            try first(trials) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    /// What was asked in a span of time, and what learning had to do with what came of it.
    public func answeredShare(in span: Range<Timestamp>) throws -> AnsweredShare {
        let sql = """
            SELECT count(*), coalesce(sum(is_reply), 0), coalesce(sum(is_reply AND is_learned), 0),
                coalesce(sum(is_reply AND is_wrong), 0),
                coalesce(sum(is_reply AND is_wrong AND is_learned), 0)
            FROM (
                SELECT action = 'reply' AS is_reply,
                    entry IS NOT NULL AND entry IN (
                        SELECT entry FROM learning_event WHERE act = 'adds') AS is_learned,
                    feedback IS NOT NULL AND feedback <> 'approved' AS is_wrong
                FROM answer
                WHERE at >= ? AND at < ? AND reason NOT IN ('greeting', 'courtesy')
            )
            """
        return try first(sql, span.lowerBound, span.upperBound) { row in
            AnsweredShare(
                questions: row.int(0), answered: row.int(1), byLearned: row.int(2),
                wrong: row.int(3), wrongByLearned: row.int(4))
        } ?? AnsweredShare()
    }
}
