import Glibc

/// A date of the Gregorian calendar. Where a moment is meant, the process's time zone holds.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let days: Int

    public init(days: Int) {
        self.days = days
    }

    /// - Returns: `nil` for a date that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(of: month, in: year)
        else { return nil }
        days = Self.daysSince1970(year, month, day)
    }

    /// Reads `2026-10-01`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The local date of a moment.
    public init(_ time: Timestamp) {
        let fields = time.localFields
        days = Self.daysSince1970(
            Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday))
    }

    public static func < (one: CalendarDay, other: CalendarDay) -> Bool { one.days < other.days }

    public func adding(days count: Int) -> CalendarDay { CalendarDay(days: days + count) }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((days + 3) % 7 + 7) % 7]
    }

    /// Digits as in `20261001`.
    public var number: Int {
        let (year, month, day) = civil
        return year * 10_000 + month * 100 + day
    }

    /// The day behind such a number; `nil` where there is none.
    public init?(number: Int) {
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The local moment at which the day's clocks show so many minutes since midnight.
    ///
    /// From 1440 on it is of the next day. A time that clocks leave out in spring moves by as much
    /// as they do; of one that they show twice in autumn, the C library picks one.
    public func time(minute: Int = 0) -> Timestamp {
        let (year, month, day) = adding(days: minute / 1440).civil
        var fields = tm()
        fields.tm_year = Int32(year - 1900)
        fields.tm_mon = Int32(month - 1)
        fields.tm_mday = Int32(day)
        fields.tm_hour = Int32(minute % 1440 / 60)
        fields.tm_min = Int32(minute % 60)
        fields.tm_isdst = -1
        return Timestamp(seconds: Int64(mktime(&fields)))
    }
}

extension CalendarDay: Codable, CustomStringConvertible {
    public var description: String {
        let (year, month, day) = civil
        func pad(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(try container.decode(String.self)) else {
            throw DecodingError.refused(container.codingPath, .notADate)
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

// MARK: - Calendar arithmetic

extension CalendarDay {
    static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Source: H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
    static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Source: as above, `civil_from_days`.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// A day of the week, as the configuration names it.
public enum Weekday: String, Codable, CaseIterable, Sendable {
    case monday = "mon"
    case tuesday = "tue"
    case wednesday = "wed"
    case thursday = "thu"
    case friday = "fri"
    case saturday = "sat"
    case sunday = "sun"

    public var isWeekend: Bool { self == .saturday || self == .sunday }
}
