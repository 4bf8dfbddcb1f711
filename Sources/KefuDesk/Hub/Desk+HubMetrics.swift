import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// Days that a request may span.
    private static let maxDays = 3_660
    private static let defaultDays = 30

    /// The figures of each day that has any, the present one as far as it has come.
    func metrics(_ params: HubMetrics.Params) throws -> HubMetrics.Result {
        typealias Key = HubMetrics.Params.CodingKeys
        let now = now
        let today = CalendarDay(now)
        let last = try Self.day(params.to, Key.to) ?? today
        let first = try Self.day(params.from, Key.from) ?? last.adding(days: -Self.defaultDays)
        guard first <= last, last.days - first.days <= Self.maxDays else {
            throw KefuError.invalid(
                Key.from.rawValue, .daysBackwards, why: .daysBackwardsWhy(Self.maxDays),
                hint: .daysBackwardsHint)
        }
        let hub = current.hub
        let days = try store.read { connection in
            var days = try connection.keptDays(from: first, through: min(last, today))
                .filter { $0.day != today }
            if first <= today, today <= last {
                days.append(try connection.figures(of: today, hub, now: now))
            }
            return days
        }
        return HubMetrics.Result(days: days.map { DayMetrics($0) })
    }

    /// A day as a client names it: by its date, or by a moment in it.
    private static func day(
        _ text: String?, _ key: HubMetrics.Params.CodingKeys
    ) throws -> CalendarDay? {
        guard let text else { return nil }
        if let day = CalendarDay(text) ?? Timestamp(rfc3339: text).map({ CalendarDay($0) }) {
            return day
        }
        throw KefuError.invalid(
            key.rawValue, .noDay(key.rawValue), why: .noDayWhy, hint: .noDayHint)
    }
}

extension Connection {
    /// The figures of a day from what is stored now.
    func figures(of day: CalendarDay, _ hub: HubSettings, now: Timestamp) throws -> KeptDay {
        let counts = try threadCounts()
        let span = PoolDay.span(of: day, closeHour: hub.closeHour)
        let pool = PoolDay(
            try poolVisits(beginningIn: span), day: day, closeHour: hub.closeHour)
        var kept = KeptDay(
            day: day,
            figures: DayFigures(
                threads: counts.total, pool: try unknownPoolCount(score: hub.scoring.gray),
                overdue: counts[.overdue], promoted: 0, clearRate: pool.clearRate,
                averageResponse: nil), closedAt: now)
        try addEvents(to: &kept, hub)
        return kept
    }

    /// Counts what happened in the whole of a day; the rest stays as it was at the close.
    func addEvents(to kept: inout KeptDay, _ hub: HubSettings) throws {
        kept.figures.promoted = try promotions(in: kept.day.span)
        kept.figures.averageResponse = FirstResponse.averageMinutes(
            try responses(in: kept.day.span), sla: hub.sla)
    }
}

extension CalendarDay {
    /// From its first moment to the next day's.
    var span: Range<Timestamp> { time()..<adding(days: 1).time() }
}

extension DayMetrics {
    /// A day's figures as clients see them.
    fileprivate init(_ kept: KeptDay) {
        let figures = kept.figures
        self.init(
            date: kept.day.description, total: figures.threads, unknownPoolCount: figures.pool,
            promotedCount: figures.promoted, clearRate: figures.clearRate,
            averageResponse: figures.averageResponse, overdueCount: figures.overdue,
            overdueShare: figures.overdueShare)
    }
}
