extension Reading {
    /// Every time that the text names, from left to right.
    func times(_ amounts: [Amount], now: Timestamp) -> [TimeMention] {
        var atoms = TimeWords.table.mentions(in: self).compactMap { timeWord($0) }
        for amount in amounts { atoms.append(contentsOf: timeAmount(amount)) }
        atoms.append(contentsOf: writtenDates(now: now))
        atoms.sort {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
        return merged(atoms).map { completed($0) }
    }

    private func timeWord(_ mention: WordTable<TimeWords.Tag>.Mention) -> TimeMention? {
        let range = mention.range
        switch mention.tag {
        case .past: return TimeMention(range: range, kind: .past)
        case .future: return TimeMention(range: range, kind: .future)
        case .open: return TimeMention(range: range, kind: .open)
        case .today: return TimeMention(range: range, kind: .open, isPartOfDay: true)
        case .partOfDay: return TimeMention(range: range, kind: .open, isPartOfDay: true)
        case .urgent: return TimeMention(range: range, kind: .urgent)
        case .week(let kind): return week(range, kind)
        case .month: return month(range)
        case .weekday: return TimeMention(range: range, kind: .open)
        }
    }

    /// 下周 with the day behind it: 下周三.
    private func week(_ range: Range<Int>, _ kind: TimeMention.Kind) -> TimeMention {
        let end = range.upperBound
        let isDay = end < count && TimeWords.weekdays.contains(folded[end])
        return TimeMention(range: range.lowerBound..<(isDay ? end + 1 : end), kind: kind)
    }

    /// October 20th, 2026.
    private func month(_ range: Range<Int>) -> TimeMention? {
        var start = range.lowerBound
        var end = range.upperBound
        let next = skippingSpaces(from: end, atMost: 1)
        if next > end, let day = dayNumber(at: next) { end = day }
        if end == range.upperBound, let day = dayNumber(endingAt: start) { start = day }
        let isWord = folded[range].count > 3 || start < range.lowerBound || end > range.upperBound
        return isWord ? TimeMention(range: start..<end, kind: .open) : nil
    }

    private func dayNumber(at place: Int) -> Int? {
        var end = place
        while end < count, Sign.isDigit(folded[end]), end - place < 4 { end += 1 }
        guard end > place else { return nil }
        if let suffix = TimeWords.ordinals.match(in: self, at: end) {
            return suffix.range.upperBound
        }
        return end
    }

    private func dayNumber(endingAt place: Int) -> Int? {
        var end = place
        while end > 0, Sign.isSpace(folded[end - 1]), place - end < 1 { end -= 1 }
        var start = end
        while start > 0, end - start < 6, Sign.isAlphanumeric(folded[start - 1]) { start -= 1 }
        guard start < end, Sign.isDigit(folded[start]), dayNumber(at: start) == end else {
            return nil
        }
        return start
    }

    // MARK: - Amounts of time

    private func timeAmount(_ amount: Amount) -> [TimeMention] {
        guard !amount.isPartOfCode else { return [] }
        let range = amount.range
        switch amount.unit {
        case .month where !isSpanOfMonths(amount): return calendarMonth(amount)
        case .day where isDayOfMonth(amount):
            return [TimeMention(range: range, kind: .open)]
        case .year where amount.high >= 1990: return [TimeMention(range: range, kind: .open)]
        case .month, .day, .week, .workday, .year: return [span(range)]
        case .hour, .minute: return hours(range)
        case .other where isClock(amount): return [clock(amount)]
        default: return []
        }
    }

    private func isSpanOfMonths(_ amount: Amount) -> Bool {
        folded[amount.range.upperBound - 1] != 0x6708 || folded[amount.number.upperBound] == 0x4E2A
            || !(1...12).contains(amount.high) || amount.high != amount.high.rounded()
    }

    /// 20号, 20日; not 20天, and not 3号桩.
    private func isDayOfMonth(_ amount: Amount) -> Bool {
        let last = folded[amount.range.upperBound - 1]
        return (last == 0x53F7 || last == 0x65E5) && (1...31).contains(amount.high)
            && TimeWords.numbered.match(in: self, at: skippingSpaces(from: amount.range.upperBound))
                == nil
    }

    /// 10月, with 底 or 中旬 behind it.
    private func calendarMonth(_ amount: Amount) -> [TimeMention] {
        var end = amount.range.upperBound
        if let part = TimeWords.monthParts.match(in: self, at: end) { end = part.range.upperBound }
        return [TimeMention(range: amount.range.lowerBound..<end, kind: .open)]
    }

    /// 3天前 is past, 3天内 and within 3 days lie ahead.
    private func span(_ range: Range<Int>) -> TimeMention {
        let next = skippingSpaces(from: range.upperBound, atMost: 1)
        if let ago = TimeWords.ago.match(in: self, at: next) {
            return TimeMention(range: range.lowerBound..<ago.range.upperBound, kind: .past)
        }
        if let within = TimeWords.within.match(in: self, at: next) {
            return TimeMention(
                range: range.lowerBound..<within.range.upperBound, kind: .future, isDeadline: true)
        }
        if let start = TimeWords.withinBefore.match(
            in: self, endingAt: range.lowerBound, after: clause(at: range.lowerBound).lowerBound)
        {
            return TimeMention(
                range: start.range.lowerBound..<range.upperBound, kind: .future, isDeadline: true)
        }
        return TimeMention(range: range, kind: .span)
    }

    private func hours(_ range: Range<Int>) -> [TimeMention] {
        let mention = span(range)
        return mention.kind == .span ? [] : [mention]
    }

    /// 8点, 8点半; not 13个点.
    private func isClock(_ amount: Amount) -> Bool {
        folded[amount.range.upperBound - 1] == 0x70B9 && (0...24).contains(amount.high)
            && folded[amount.number.upperBound] != 0x4E2A
            && !(amount.high == 1 && amount.number.count == 1
                && !Sign.isDigit(folded[amount.number.lowerBound]))
    }

    private func clock(_ amount: Amount) -> TimeMention {
        var end = amount.range.upperBound
        if end < count, folded[end] == 0x534A { end += 1 }
        return TimeMention(range: amount.range.lowerBound..<end, kind: .open, isPartOfDay: true)
    }
}
