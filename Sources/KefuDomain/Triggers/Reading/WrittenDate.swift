/// A date or a time of day in digits and signs alone.
struct WrittenDate {
    enum Kind {
        case clock, dayAndMonth, other
        /// As RFC 3339.
        case full(String)
    }

    let range: Range<Int>
    let kind: Kind

    init?(in folded: [UInt32], at start: Int) {
        var numbers: [Int] = []
        var signs: [UInt32] = []
        var place = start
        while place < folded.count, numbers.count < 4 {
            var value = 0
            let first = place
            while place < folded.count, Sign.isDigit(folded[place]), place - first < 5 {
                value = value * 10 + Int(folded[place] - 0x30)
                place += 1
            }
            guard place > first else { return nil }
            numbers.append(value)
            guard place + 1 < folded.count, Self.isSign(folded[place]),
                Sign.isDigit(folded[place + 1])
            else { break }
            signs.append(folded[place])
            place += 1
        }
        guard numbers.count > 1, signs.count == numbers.count - 1 else { return nil }
        range = start..<place
        kind = Self.kind(numbers, signs)
    }

    private static func isSign(_ scalar: UInt32) -> Bool {
        scalar == Sign.hyphen || scalar == Sign.slash || scalar == Sign.point
            || scalar == Sign.colon
    }

    private static func kind(_ numbers: [Int], _ signs: [UInt32]) -> Kind {
        if signs[0] == Sign.colon {
            return numbers[0] < 25 && numbers[1] < 60 ? .clock : .other
        }
        if numbers.count == 3, signs[0] == signs[1], (1990...2100).contains(numbers[0]),
            (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
        {
            return .full("\(numbers[0])-\(two(numbers[1]))-\(two(numbers[2]))T00:00:00Z")
        }
        let isDay =
            numbers.count == 2 && (1...12).contains(numbers[0]) && (1...31).contains(numbers[1])
        return isDay && signs[0] != Sign.hyphen ? .dayAndMonth : .other
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Reading {
    /// 2026-10-20, 2026/10/20, 10.20前, 8:30.
    func writtenDates(now: Timestamp) -> [TimeMention] {
        var found: [TimeMention] = []
        var place = 0
        while place < count {
            guard Sign.isDigit(folded[place]),
                place == 0 || !Sign.isAlphanumeric(folded[place - 1]),
                let date = WrittenDate(in: folded, at: place)
            else {
                place += 1
                continue
            }
            if let mention = mention(of: date, now: now) { found.append(mention) }
            place = date.range.upperBound
        }
        return found
    }

    private func mention(of date: WrittenDate, now: Timestamp) -> TimeMention? {
        switch date.kind {
        case .clock: return TimeMention(range: date.range, kind: .open, isPartOfDay: true)
        case .dayAndMonth:
            let isDate = TimeWords.before.match(in: self, at: date.range.upperBound) != nil
            return isDate ? TimeMention(range: date.range, kind: .open) : nil
        case .full(let text):
            guard let time = Timestamp(rfc3339: text) else { return nil }
            let isPast = time.adding(.seconds(86_400)) < now
            return TimeMention(range: date.range, kind: isPast ? .past : .future)
        case .other: return nil
        }
    }
}
