/// A stretch of time during which the clocks run.
struct OpenSpan: Sendable, Hashable {
    let start: Timestamp
    let end: Timestamp
}

extension BusinessHours {
    /// How many days the arithmetic looks ahead: about eleven years.
    ///
    /// It bounds the cost of one call to some ten thousand calendar conversions; a limit that takes
    /// longer to run out never does.
    static let maxDays = 4000

    /// The moment at which the clocks have run so long since another.
    /// - Parameter open: milliseconds; at zero it is that other moment itself.
    /// - Returns: `nil` when it is more than `maxDays` away.
    func moment(_ open: Int64, after start: Timestamp) -> Timestamp? {
        guard open > 0 else { return start }
        var rest = open
        for day in days(from: start) {
            for span in spans(on: day) where span.end > start {
                let from = max(span.start, start)
                let length = span.end.milliseconds - from.milliseconds
                if rest <= length {
                    return Timestamp(milliseconds: from.milliseconds + rest)
                }
                rest -= length
            }
        }
        return nil
    }

    /// How long the clocks run between two moments, in milliseconds; zero when they are in the
    /// wrong order. Of more than `maxDays` only the first count.
    func openTime(from start: Timestamp, to end: Timestamp) -> Int64 {
        var sum: Int64 = 0
        let last = CalendarDay(end)
        for day in days(from: start) {
            for span in spans(on: day) where span.end > start {
                guard span.start < end else { return sum }
                sum += min(span.end, end).milliseconds - max(span.start, start).milliseconds
            }
            // A holiday has no spans that could end the walk.
            if day >= last { return sum }
        }
        return sum
    }

    /// Whether the span that opens on a day is one of work.
    func isOpen(on day: CalendarDay) -> Bool {
        if workdays.contains(day) { return true }
        return weekdays.contains(day.weekday) && !holidays.contains(day)
    }

    /// When the clocks run in the span that opens on a day.
    func spans(on day: CalendarDay) -> [OpenSpan] {
        cache.spans(on: day, convertedSpans)
    }

    private func convertedSpans(on day: CalendarDay) -> [OpenSpan] {
        guard isOpen(on: day) else { return [] }
        let open = Self.span(of: hours)
        guard let pause = lunch.flatMap({ Self.span($0, within: hours) }) else {
            return [span(open, on: day)].compactMap(\.self)
        }
        return [open.lowerBound..<pause.lowerBound, pause.upperBound..<open.upperBound]
            .compactMap { span($0, on: day) }
    }

    private func span(_ minutes: Range<Int>, on day: CalendarDay) -> OpenSpan? {
        guard !minutes.isEmpty else { return nil }
        let start = day.time(minute: minutes.lowerBound)
        let end = day.time(minute: minutes.upperBound)
        // When clocks are put forward, a short span may not take place.
        return start < end ? OpenSpan(start: start, end: end) : nil
    }

    /// The days whose spans may lie after a moment: yesterday's may run past midnight.
    private func days(from start: Timestamp) -> some Sequence<CalendarDay> {
        let first = CalendarDay(start).days - 1
        return (first..<first + Self.maxDays).lazy.map { CalendarDay(days: $0) }
    }
}
