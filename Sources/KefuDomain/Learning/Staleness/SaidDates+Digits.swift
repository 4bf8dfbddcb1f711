/// Days in digits, and behind the names of months.
extension SaidDates {
    /// 2026-11-30, 2026/11/30, 11.30 and 11/30 as a deadline.
    func written(at place: Int) -> Said? {
        guard Sign.isDigit(reading.folded[place]),
            place == 0 || !Sign.isAlphanumeric(reading.folded[place - 1]),
            let date = WrittenDate(in: reading.folded, at: place)
        else { return nil }
        let numbers = reading.foldedWords(date.range).split { !$0.isNumber }.compactMap { Int($0) }
        switch date.kind {
        case .full:
            return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
                .map { Said(range: date.range, day: $0) }
        case .dayAndMonth where isDeadline(date.range):
            return next(numbers[0], numbers[1]).map { Said(range: date.range, day: $0) }
        default: return nil
        }
    }

    private func isDeadline(_ range: Range<Int>) -> Bool {
        TimeWords.before.match(in: reading, at: range.upperBound) != nil
            || Self.ends.match(in: reading, at: range.upperBound) != nil
            || Self.until.match(
                in: reading, endingAt: range.lowerBound, after: max(0, range.lowerBound - 6)) != nil
    }

    /// 2026年11月30日, 11月30号, 11月底, 30号.
    func chinese(at place: Int) -> Said? {
        var place = place
        let start = place
        var year: Int?
        if let (number, end) = number(at: place, then: 0x5E74), (2000...2100).contains(number) {
            year = number
            place = reading.skippingSpaces(from: end)
        }
        guard let (month, behindMonth) = number(at: place, then: 0x6708), (1...12).contains(month)
        else {
            guard let year, year >= 2000 else { return day(at: start) }
            return CalendarDay(year: year, month: 12, day: 31)
                .map { Said(range: start..<place, day: $0) }
        }
        let next = reading.skippingSpaces(from: behindMonth)
        if let (day, end) = number(at: next, then: 0x65E5) ?? number(at: next, then: 0x53F7) {
            let said =
                year.map { CalendarDay(year: $0, month: month, day: day) } ?? self.next(month, day)
            return said.map { Said(range: start..<end, day: $0) }
        }
        let last = CalendarDay.length(of: month, in: year ?? self.year)
        let said =
            year.map { CalendarDay(year: $0, month: month, day: last) } ?? self.next(month, last)
        return said.map { Said(range: start..<behindMonth, day: $0) }
    }

    /// 30号前: a day of this month, or the next.
    private func day(at place: Int) -> Said? {
        guard let (day, end) = number(at: place, then: 0x53F7), (1...31).contains(day),
            isDeadline(place..<end)
        else { return nil }
        let month = today.number / 100 % 100
        let here = CalendarDay(year: year, month: month, day: day)
        let said = here.map { $0 < today ? nil : $0 } ?? nil
        return
            (said
            ?? CalendarDay(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: day))
            .map { Said(range: place..<end, day: $0) }
    }

    private func number(at place: Int, then unit: UInt32) -> (Int, Int)? {
        guard place < reading.count, place == 0 || !Sign.isDigit(reading.folded[place - 1]),
            let numeral = Numeral.read(in: reading, at: place), let value = numeral.value,
            value == value.rounded(), value < 10_000
        else { return nil }
        let end = reading.skippingSpaces(from: numeral.range.upperBound)
        guard end < reading.count, reading.folded[end] == unit else { return nil }
        return (Int(value), end + 1)
    }

    // MARK: - English

    /// `November 30`, `30 November 2026`.
    func english(at place: Int) -> Said? {
        guard let month = Self.months.match(in: reading, at: place) else { return nil }
        let behind = reading.skippingSpaces(from: month.range.upperBound)
        let numbers = reading.foldedWords(behind..<min(reading.count, behind + 14))
        let digits = numbers.prefix { $0.isNumber }
        var day = Int(digits).flatMap { $0 < 32 ? $0 : nil }
        var end = month.range.upperBound + (day == nil ? 0 : digits.count + 1)
        var start = place
        if day == nil, let before = number(before: place) {
            day = before.value
            start = before.start
            end = month.range.upperBound
        }
        guard let day, let said = next(month.tag, day) else { return nil }
        return Said(range: start..<min(end, reading.count), day: said)
    }

    private func number(before place: Int) -> (value: Int, start: Int)? {
        var end = place
        end = trimmed(end)
        if let of = Self.of.match(in: reading, endingAt: end, after: max(0, end - 2)) {
            end = trimmed(of.range.lowerBound)
        }
        while end > 0, Sign.isLetter(reading.folded[end - 1]), place - end < 8 { end -= 1 }
        var start = end
        while start > 0, Sign.isDigit(reading.folded[start - 1]) { start -= 1 }
        guard let value = Int(reading.foldedWords(start..<end)), (1...31).contains(value) else {
            return nil
        }
        return (value, start)
    }

    private func trimmed(_ place: Int) -> Int {
        var end = place
        while end > 0, Sign.isSpace(reading.folded[end - 1]) { end -= 1 }
        return end
    }

    private static let of = WordTable<Void>("of")
}
