/// One stay of a thread in the unknown pool.
public struct PoolVisit: Sendable, Hashable {
    public let thread: Int64
    public let enteredAt: Timestamp
    /// `nil` while it is there.
    public let leftAt: Timestamp?

    public init(thread: Int64, enteredAt: Timestamp, leftAt: Timestamp? = nil) {
        self.thread = thread
        self.enteredAt = enteredAt
        self.leftAt = leftAt
    }
}

/// How well the unknown pool was cleared on a day.
///
/// The pool's day ends at the close (20:00) and begins with the close of the day before: a thread
/// that enters in the evening is the next day's, since nobody could clear it before its close.
public struct PoolDay: Sendable, Hashable {
    /// Threads that entered the pool.
    public let entered: Int
    /// Of these, the ones that were out of it at the close.
    public let cleared: Int

    /// In 0...1; `nil` when no thread entered.
    public var clearRate: Double? { share(of: cleared, in: entered) }

    /// - Parameters:
    ///   - visits: all that began in `span(of:closeHour:)`; others are left out.
    ///   - closeHour: in 0...23, local.
    public init(_ visits: [PoolVisit], day: CalendarDay, closeHour: Int) {
        let span = Self.span(of: day, closeHour: closeHour)
        let todays = visits.filter { span.contains($0.enteredAt) }
        let left = todays.filter { visit in
            visit.leftAt.map { $0 <= span.upperBound } ?? false
        }
        let threads = Set(todays.map(\.thread))
        let staying = Set(Set(todays).subtracting(left).map(\.thread))
        entered = threads.count
        cleared = threads.subtracting(staying).count
    }

    /// From the close of the day before, to the day's own, which is not within.
    public static func span(of day: CalendarDay, closeHour: Int) -> Range<Timestamp> {
        let start = day.adding(days: -1).time(minute: closeHour * 60)
        return start..<max(start, day.time(minute: closeHour * 60))
    }

    /// The pool's day in which a moment lies.
    public static func day(of time: Timestamp, closeHour: Int) -> CalendarDay {
        let date = CalendarDay(time)
        return time < date.time(minute: closeHour * 60) ? date : date.adding(days: 1)
    }
}

/// A part of a whole, in 0...1; `nil` of nothing.
public func share(of part: Int, in whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
}
