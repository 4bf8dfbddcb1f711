import Glibc
import KefuDomain

/// A day as people write it into a cell: `2026-12-31`, `2026/12/31`, `2026年12月31日`.
struct LocalDate {
    private let year: Int32
    private let month: Int32
    private let day: Int32

    init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: true) { "-/.年月日".contains($0) }
        guard parts.count == 3, parts[0].utf8.count == 4, text.utf8.count <= 24,
            let year = Int32(parts[0]), let month = Int32(parts[1]), let day = Int32(parts[2]),
            year > 0, (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Midnight at the start of the day in the process's time zone; `nil` for a day that the month
    /// does not have.
    var start: Timestamp? {
        var fields = tm()
        fields.tm_year = year - 1900
        fields.tm_mon = month - 1
        fields.tm_mday = day
        fields.tm_isdst = -1
        let seconds = mktime(&fields)
        guard fields.tm_mday == day, fields.tm_mon == month - 1 else { return nil }
        return Timestamp(seconds: Int64(seconds))
    }
}
