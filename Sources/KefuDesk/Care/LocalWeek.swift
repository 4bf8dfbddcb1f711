import Glibc
import KefuDomain

/// Weeks of the zone that the process is in; each begins on a Monday at midnight.
enum LocalWeek {
    /// The beginning of the week so many weeks before the one that holds a moment.
    static func start(of moment: Timestamp, before weeks: Int) -> Timestamp {
        start(of: moment, after: -weeks)
    }

    /// The beginning of the week so many weeks after the one that holds a moment.
    static func start(of moment: Timestamp, after weeks: Int) -> Timestamp {
        var seconds = time_t(moment.milliseconds / 1000)
        var fields = tm()
        localtime_r(&seconds, &fields)
        fields.tm_mday += Int32(7 * weeks) - (fields.tm_wday + 6) % 7
        (fields.tm_hour, fields.tm_min, fields.tm_sec) = (0, 0, 0)
        fields.tm_isdst = -1
        return Timestamp(seconds: Int64(mktime(&fields)))
    }
}
