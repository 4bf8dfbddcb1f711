import Synchronization

/// The open spans of the days that were asked about, so that a recalculation of many threads turns
/// each day's hours into moments once. It holds nothing of its own: all caches are equal.
///
/// It lives as long as the configuration that it belongs to, and so as long as the time zone.
final class OpenSpanCache: Sendable, Equatable {
    /// Beyond so many days it begins anew: years of days, and less than a megabyte.
    private static let most = 8000

    private let known = Mutex<[Int: [OpenSpan]]>([:])

    func spans(on day: CalendarDay, _ make: (CalendarDay) -> [OpenSpan]) -> [OpenSpan] {
        if let spans = known.withLock({ $0[day.days] }) { return spans }
        let spans = make(day)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[day.days] = spans
        }
        return spans
    }

    static func == (one: OpenSpanCache, other: OpenSpanCache) -> Bool { true }
}
