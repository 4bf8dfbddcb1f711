/// A moment as a spreadsheet counts it: days since its epoch, times as fractions of a day.
struct DateSerial {
    let year: Int
    let month: Int
    let day: Int
    /// 0 is Sunday.
    let weekday: Int
    /// Since midnight.
    let milliseconds: Int
    /// All of it in seconds, for elapsed times.
    let totalSeconds: Int

    private static let dayMilliseconds = 86_400_000
    /// The serials that stand for dates: 0 to the end of the year 9999.
    private static let range = 0.0..<2_958_466.0

    /// - Parameter is1904: whether the workbook counts from 1904, as those of old Macs do.
    /// - Returns: `nil` for a number that is no date.
    init?(_ serial: Double, is1904: Bool) {
        guard Self.range.contains(serial) else { return nil }
        var days = Int(serial.rounded(.down))
        var rest = Int(((serial - serial.rounded(.down)) * Double(Self.dayMilliseconds)).rounded())
        if rest >= Self.dayMilliseconds {
            days += 1
            rest = 0
        }
        milliseconds = rest
        totalSeconds = days * 86_400 + rest / 1000
        let date = Self.civil(days, is1904: is1904)
        (year, month, day) = date
        // Serial 1 is a Sunday by Excel's reckoning, as it takes 1900 for a leap year.
        weekday = is1904 ? (days + 5) % 7 : (days + 6) % 7
    }

    var hour: Int { milliseconds / 3_600_000 }
    var minute: Int { milliseconds / 60_000 % 60 }
    var second: Int { milliseconds / 1000 % 60 }

    /// The date of a day number. Excel's calendar has a 29 February 1900, serial 60.
    private static func civil(_ days: Int, is1904: Bool) -> (Int, Int, Int) {
        if is1904 { return gregorian(days - 24_107) }
        if days == 60 { return (1900, 2, 29) }
        if days == 0 { return (1900, 1, 0) }
        return gregorian(days < 60 ? days - 25_568 : days - 25_569)
    }

    /// The date so many days after 1970-01-01.
    /// Source: Howard Hinnant, chrono-compatible low-level date algorithms (civil_from_days).
    private static func gregorian(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
