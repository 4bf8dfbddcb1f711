public import KefuDomain

/// What the figures of a day are made of.
extension Connection {
    /// How many contacts got their K code in a span of time.
    public func promotions(in span: Range<Timestamp>) throws -> Int {
        let sql = "SELECT count(*) FROM contact WHERE promoted_at >= ? AND promoted_at < ?"
        return try first(sql, span.lowerBound, span.upperBound) { $0.int(0) } ?? 0
    }

    /// The answers that waiting customers got in a span of time.
    public func responses(in span: Range<Timestamp>) throws -> [FirstResponse] {
        let sql = """
            SELECT asked_at, answered_at FROM response WHERE answered_at >= ? AND answered_at < ?
            """
        return try all(sql, span.lowerBound, span.upperBound) {
            FirstResponse(askedAt: $0.time(0), answeredAt: $0.time(1))
        }
    }

    /// The stays in the unknown pool that began in a span of time.
    public func poolVisits(beginningIn span: Range<Timestamp>) throws -> [PoolVisit] {
        let sql = """
            SELECT thread, entered_at, left_at FROM pool_visit
            WHERE entered_at >= ? AND entered_at < ?
            """
        return try all(sql, span.lowerBound, span.upperBound) {
            PoolVisit(
                thread: $0.integer(0), enteredAt: $0.time(1), leftAt: $0.optionalTime(2))
        }
    }
}

/// The figures of a day as they were kept.
public struct KeptDay: Sendable {
    public let day: CalendarDay
    public var figures: DayFigures
    /// Up to when what happened is in them.
    public var closedAt: Timestamp

    public init(day: CalendarDay, figures: DayFigures, closedAt: Timestamp) {
        self.day = day
        self.figures = figures
        self.closedAt = closedAt
    }
}

extension Connection {
    /// Keeps the figures of a day, in place of those that it had.
    public func keep(_ day: KeptDay) throws {
        let sql = """
            INSERT INTO daily_metric (day, figures, closed_at) VALUES (?, ?, ?)
            ON CONFLICT (day) DO UPDATE SET
                figures = excluded.figures, closed_at = excluded.closed_at
            """
        try run(sql, day.day.number, try JSONText.encode(day.figures), day.closedAt)
    }

    /// The kept days between two, oldest first.
    public func keptDays(from first: CalendarDay, through last: CalendarDay) throws -> [KeptDay] {
        let sql = """
            SELECT day, figures, closed_at FROM daily_metric WHERE day BETWEEN ? AND ? ORDER BY day
            """
        return try all(sql, first.number, last.number, read: Self.readDay).compactMap(\.self)
    }

    /// The day whose figures were kept last; `nil` before the first.
    public func lastKeptDay() throws -> KeptDay? {
        let sql = "SELECT day, figures, closed_at FROM daily_metric ORDER BY day DESC LIMIT 1"
        return try first(sql, read: Self.readDay) ?? nil
    }

    /// Forgets the days that were kept after a moment, by a clock that ran ahead.
    public func forgetDays(keptAfter moment: Timestamp) throws {
        try run("DELETE FROM daily_metric WHERE closed_at > ?", moment)
    }

    /// When the oldest thread was made; `nil` before the first.
    public func firstThreadMade() throws -> Timestamp? {
        try first("SELECT created_at FROM thread ORDER BY id LIMIT 1") { $0.time(0) }
    }

    private static func readDay(_ row: Row) throws -> KeptDay? {
        guard let day = CalendarDay(number: row.int(0)) else { return nil }
        return KeptDay(
            day: day, figures: try JSONText.decode(DayFigures.self, from: row.text(1)),
            closedAt: row.time(2))
    }
}
