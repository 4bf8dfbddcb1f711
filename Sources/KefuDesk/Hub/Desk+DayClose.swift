import KefuDomain
import KefuStore

extension Desk {
    /// The next step of keeping a day's figures.
    struct DayClose: Sendable {
        let day: CalendarDay
        let time: Timestamp
        /// The day as it was kept at its close, to which its evening is still to be added.
        let kept: KeptDay?
    }

    /// Days that nobody closed, as after a long time without the daemon, are made up for as far
    /// back as this.
    private static let maxMissedDays = 400

    /// What is to be done next: to keep a day at its close, or to complete it at its end.
    /// - Returns: `nil` while the hub is empty.
    func nextClose(_ hub: HubSettings, now: Timestamp) throws -> DayClose? {
        try store.read { connection in
            func close(_ day: CalendarDay) -> DayClose {
                DayClose(day: day, time: day.time(minute: 60 * hub.closeHour), kept: nil)
            }
            guard let last = try connection.lastKeptDay() else {
                return try connection.firstThreadMade().map { made in
                    close(PoolDay.day(of: made, closeHour: hub.closeHour))
                }
            }
            let end = last.day.span.upperBound
            if last.closedAt < end { return DayClose(day: last.day, time: end, kept: last) }
            let oldest = CalendarDay(now).adding(days: -Self.maxMissedDays)
            return close(max(last.day.adding(days: 1), oldest))
        }
    }

    /// Forgets what was kept at moments still to come, by a clock that ran ahead.
    func forgetDaysAhead(of now: Timestamp) throws {
        guard let last = try store.read({ try $0.lastKeptDay() }), last.closedAt > now else {
            return
        }
        try store.write { try $0.forgetDays(keptAfter: now) }
    }

    /// Keeps a day's figures, or adds what happened after its close.
    func keep(_ close: DayClose, _ hub: HubSettings) throws {
        try store.write { connection in
            var day = try close.kept ?? connection.figures(of: close.day, hub, now: close.time)
            if close.kept != nil { try connection.addEvents(to: &day, hub) }
            day.closedAt = close.time
            try connection.keep(day)
        }
    }
}
