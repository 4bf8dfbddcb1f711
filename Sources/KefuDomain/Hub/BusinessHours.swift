/// When the clocks of the hub run: a span of the working days, less lunch.
///
/// Days are those of the process's time zone; a span past midnight belongs to the day on which it
/// opens.
public struct BusinessHours: Documented, Equatable {
    public let hours: DailyHours
    public let weekdays: [Weekday]
    /// Within `hours`; the clocks stop meanwhile.
    public let lunch: DailyHours?
    /// Closed, whatever their weekday.
    public let holidays: [CalendarDay]
    /// Open, whatever their weekday: made up for a holiday. They win over `holidays`.
    public let workdays: [CalendarDay]
    let cache = OpenSpanCache()

    public init(
        hours: DailyHours = .office, weekdays: [Weekday] = Weekday.office,
        lunch: DailyHours? = nil, holidays: [CalendarDay] = [], workdays: [CalendarDay] = []
    ) {
        self.hours = hours
        self.weekdays = weekdays
        self.lunch = lunch
        self.holidays = holidays
        self.workdays = workdays
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            hours: try values.value(.hours, else: .office),
            weekdays: try values.value(.weekdays, else: Weekday.office),
            lunch: try values.decodeIfPresent(DailyHours.self, forKey: .lunch),
            holidays: try values.value(.holidays, else: []),
            workdays: try values.value(.workdays, else: []))
        guard !weekdays.isEmpty else {
            throw DecodingError.refused(values.codingPath + [CodingKeys.weekdays], .neverOpen)
        }
        guard let lunch else { return }
        guard let pause = Self.span(lunch, within: hours) else {
            throw DecodingError.refused(
                values.codingPath + [CodingKeys.lunch], .lunchOutsideHours(hours))
        }
        guard pause != Self.span(of: hours) else {
            throw DecodingError.refused(values.codingPath + [CodingKeys.lunch], .neverOpen)
        }
    }

    public enum CodingKeys: String, FieldKey {
        case hours, weekdays, lunch, holidays, workdays

        public var doc: Field {
            switch self {
            case .hours: .optional(.text, .settingOpenHours)
            case .weekdays: .optional(.list(.choice(of: Weekday.self)), .settingOpenWeekdays)
            case .lunch: .optional(.text, .settingLunch)
            case .holidays: .optional(.list(.text), .settingHolidays)
            case .workdays: .optional(.list(.text), .settingWorkdays)
            }
        }
    }

    /// Minutes since midnight of a span; past 1440 they are of the next day.
    static func span(of hours: DailyHours) -> Range<Int> {
        hours.opens..<(hours.closes > hours.opens ? hours.closes : hours.closes + 1440)
    }

    /// The part of the opening day that a pause takes; `nil` when it does not lie within.
    static func span(_ pause: DailyHours, within hours: DailyHours) -> Range<Int>? {
        let open = span(of: hours)
        let taken = span(of: pause)
        let later = taken.lowerBound + 1440..<taken.upperBound + 1440
        return [taken, later].first { $0.clamped(to: open) == $0 }
    }
}

extension DailyHours {
    /// 09:00-18:00.
    public static let office = DailyHours(opens: 540, closes: 1080)
}

extension Weekday {
    /// Monday to Friday.
    public static let office: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
}
