/// The days that an answer names: 11月30日前, 月底, 今天, until 30 November.
struct SaidDates {
    let reading: Reading
    let today: CalendarDay
    let year: Int

    /// - Parameter at: when it was written.
    init(_ reading: Reading, at: Timestamp) {
        self.reading = reading
        today = CalendarDay(at)
        year = today.number / 10_000
    }

    struct Said {
        let range: Range<Int>
        /// The last day that is meant.
        let day: CalendarDay
        /// 今天, 下周: what is said holds for no other day.
        var isRelative = false
    }

    /// The end of the last day of those that bound what is said; `nil` without any.
    var lastMoment: Timestamp? {
        let bounding = said.filter(bounds)
        return bounding.map(\.day).max().map { $0.time(minute: 1440) }
    }

    /// A deadline, a day still to come, or a day of an offer; not since when something is so.
    private func bounds(_ said: Said) -> Bool {
        let range = said.range
        if Self.regular.match(
            in: reading, endingAt: range.lowerBound, after: max(0, range.lowerBound - 3))
            != nil
        {
            return false
        }
        if said.isRelative { return !isGeneral(range) }
        let next = reading.skippingSpaces(from: range.upperBound)
        if Self.beginnings.match(in: reading, at: next) != nil { return false }
        if Self.since.match(
            in: reading, endingAt: range.lowerBound, after: max(0, range.lowerBound - 6))
            != nil
        {
            return false
        }
        if said.day >= today { return true }
        let clause = reading.clause(at: range.lowerBound)
        return Self.deadlines.contains(in: reading, clause)
            || StaleWords.promotions.contains(in: reading, 0..<reading.count)
    }

    /// 今天 in a rule that holds on any day: 当天16点前付款今天发.
    private func isGeneral(_ range: Range<Int>) -> Bool {
        let clause = reading.clause(at: range.lowerBound)
        return Self.rules.contains(in: reading, clause)
    }

    private var said: [Said] {
        var found: [Said] = []
        var place = 0
        while place < reading.count {
            guard
                let date = relative(at: place) ?? written(at: place) ?? chinese(at: place)
                    ?? english(at: place)
            else {
                place += 1
                continue
            }
            found.append(date)
            place = max(date.range.upperBound, place + 1)
        }
        return found
    }

    // MARK: - Words

    private func relative(at place: Int) -> Said? {
        guard let word = Self.relatives.match(in: reading, at: place) else { return nil }
        var said = Said(range: word.range, day: day(word.tag), isRelative: true)
        // 本月30号 names its day itself.
        if case .month = word.tag, chinese(at: word.range.upperBound) != nil { return nil }
        if case .feast = word.tag { said.isRelative = false }
        return said
    }

    private func day(_ word: Word) -> CalendarDay {
        switch word {
        case .days(let count): return today.adding(days: count)
        case .week(let weeks):
            let passed = (today.days + 3) % 7
            return today.adding(days: 6 - passed + weeks * 7)
        case .month(let ahead): return end(ofMonth: today.number / 100 % 100 + ahead, year)
        case .year: return CalendarDay(year: year, month: 12, day: 31) ?? today
        case .feast(let month, let day): return next(month, day) ?? today
        }
    }

    private func end(ofMonth month: Int, _ year: Int) -> CalendarDay {
        let (month, year) = month > 12 ? (month - 12, year + 1) : (month, year)
        return CalendarDay(
            year: year, month: month, day: CalendarDay.length(of: month, in: year)) ?? today
    }

    /// The day of this year, or of the next where this year's lies long ago.
    func next(_ month: Int, _ day: Int) -> CalendarDay? {
        guard let here = CalendarDay(year: year, month: month, day: day) else { return nil }
        return today.days - here.days > 183
            ? CalendarDay(year: year + 1, month: month, day: day) : here
    }
}

// MARK: - Words of days

extension SaidDates {
    private enum Word: Sendable {
        case days(Int), week(Int), month(Int), year, feast(Int, Int)
    }

    private static let relatives = WordTable<Word>([
        (.days(0), "今天|今日|今晚|今早|今儿|刚刚|刚才|待会|等会|一会儿|today|tonight|this afternoon|this morning"),
        (.days(1), "明天|明日|明早|明晚|tomorrow"), (.days(2), "后天|the day after tomorrow"),
        (.days(3), "大后天"),
        (.days(-1), "昨天|昨日|昨晚|yesterday"),
        (.week(0), "本周|这周|这个星期|这星期|这礼拜|周末前|this week"), (.week(1), "下周|下星期|下个星期|下礼拜|next week"),
        (.month(0), "本月|这个月|月底|当月|月末|this month|end of the month|end of this month"),
        (.month(1), "下个月|下月|next month"),
        (.year, "今年|年底|年前|年内|this year|end of the year"),
        (.feast(11, 11), "双十一|双11"), (.feast(12, 12), "双十二|双12"),
        (.feast(6, 18), "618活动|618大促|618期间|六一八"),
        (.feast(10, 7), "国庆期间|国庆节期间|国庆假期|国庆活动|十一期间"), (.feast(1, 3), "元旦期间|元旦假期|元旦活动"),
        (.feast(5, 5), "五一期间|五一假期|五一活动"),
    ])

    static let months = WordTable<Int>([
        (1, "january|jan"), (2, "february|feb"), (3, "march"), (4, "april|apr"), (5, "may"),
        (6, "june|jun"),
        (7, "july|jul"), (8, "august|aug"), (9, "september|sep|sept"), (10, "october|oct"),
        (11, "november|nov"),
        (12, "december|dec"),
    ])

    private static let regular = WordTable<Void>("每|每个|每年|每逢|逢|每到|every|each")
    private static let beginnings = WordTable<Void>("起|开始|以后|之后|后|成立|标准|版|新版|款|上市|份起|以来|至今|生产")
    private static let since = WordTable<Void>("自|从|自从|始于|成立于|于|since|from|after|in")
    private static let deadlines = WordTable<Void>(
        "到|至|截止|截至|前|之前|为止|止|有效|以内|until|till|by|before|through|ends|end|valid|expires|deadline")
    static let ends = WordTable<Void>("截止|为止|止|结束|到期|截至")
    static let until = WordTable<Void>("截止|截至|截止到|到|至|until|till|by|before|ends")
    private static let rules = WordTable<Void>("每天|每日|一般|通常|any day|every day|usually")
}
