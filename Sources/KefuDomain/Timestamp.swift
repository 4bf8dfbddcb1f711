import Glibc

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// On the wire it is an RFC 3339 text with offset; the offset written is that of the process's time
/// zone (`TZ`, else the system's).
public struct Timestamp: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public init(seconds: Int64) {
        self.init(milliseconds: seconds * 1000)
    }

    public static func < (one: Timestamp, other: Timestamp) -> Bool {
        one.milliseconds < other.milliseconds
    }

    /// The moment so much later; it stays within the range that can be written.
    public func adding(_ duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let (sum, overflow) = milliseconds.addingReportingOverflow(
            seconds.multipliedReportingOverflow(by: 1000).partialValue
                + attoseconds / 1_000_000_000_000_000)
        return Timestamp(milliseconds: overflow ? Self.range.upperBound : Self.clamp(sum))
    }

    /// How much later this moment is than another; negative when it is earlier.
    public func since(_ earlier: Timestamp) -> Duration {
        .milliseconds(milliseconds - earlier.milliseconds)
    }

    /// The moments that four-digit years can express in every time zone: 0000 to 9999, less a day
    /// at either end.
    public static let range: ClosedRange<Int64> = -62_167_132_800_000...253_402_214_399_999

    private static func clamp(_ value: Int64) -> Int64 {
        min(max(value, range.lowerBound), range.upperBound)
    }
}

extension Timestamp {
    /// Reads RFC 3339 with offset (`2026-11-20T08:30:00+08:00`, `…Z`, fractions allowed).
    /// A moment of year 0 or 9999 beyond `range` is taken as the end of it.
    /// - Returns: `nil` for anything else, an impossible date among them.
    public init?(rfc3339 text: String) {
        guard let parts = RFC3339(text) else { return nil }
        milliseconds = Self.clamp(parts.milliseconds)
    }

    /// The text on the wire, in the process's time zone; milliseconds only where there are any.
    public var rfc3339: String {
        let seconds = Int(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
        let fraction = Int(milliseconds) - seconds * 1000
        let fields = localFields
        let offset = fields.tm_gmtoff / 60
        let zone =
            offset == 0
            ? "Z" : (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
        let year = String(Int(fields.tm_year) + 1900)
        let date = "\(pad(year, 4))-\(two(Int(fields.tm_mon) + 1))-\(two(Int(fields.tm_mday)))"
        let time =
            "\(two(Int(fields.tm_hour))):\(two(Int(fields.tm_min))):\(two(Int(fields.tm_sec)))"
        return date + "T" + time + (fraction == 0 ? "" : "." + pad(String(fraction), 3)) + zone
    }

    private func two(_ number: Int) -> String { pad(String(number), 2) }

    private func pad(_ digits: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = Timestamp(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an RFC 3339 time with offset")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}

/// The fields of an RFC 3339 text.
private struct RFC3339 {
    var milliseconds: Int64

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40 else { return nil }
        var reader = DigitReader(bytes: bytes)
        guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2),
            reader.skip("-"), let day = reader.digits(2), reader.skip("Tt "),
            let hour = reader.digits(2), reader.skip(":"), let minute = reader.digits(2),
            reader.skip(":"), let second = reader.digits(2),
            (1...12).contains(month), day >= 1, day <= CalendarDay.length(of: month, in: year),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var thousandths = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            thousandths = fraction
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        let days = CalendarDay.daysSince1970(year, month, day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        milliseconds = Int64(seconds) * 1000 + Int64(thousandths)
    }
}

/// Reads fixed-width decimal fields from ASCII bytes.
private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    mutating func skip(_ accepted: String) -> Bool {
        guard position < bytes.count, accepted.utf8.contains(bytes[position]) else { return false }
        position += 1
        return true
    }

    /// One digit or more after the point, as thousandths, cut off.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while let digit = digits(1) {
            if count < 3 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 3 - count) { value *= 10 }
        return value
    }

    /// `Z` or `±HH:MM`, in minutes east of Greenwich.
    mutating func offset() -> Int? {
        if skip("Zz") { return 0 }
        let isWest = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        guard skip("+-"), let hours = digits(2), skip(":"), let minutes = digits(2), hours < 24,
            minutes < 60
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }
}

extension Timestamp {
    /// Minutes since midnight in the process's time zone, `0..<1440`.
    public var minuteOfDay: Int {
        let fields = localFields
        return Int(fields.tm_hour) * 60 + Int(fields.tm_min)
    }

    /// What local clocks and calendars show at the moment.
    var localFields: tm {
        var clock = time_t((milliseconds - (milliseconds < 0 ? 999 : 0)) / 1000)
        var fields = tm()
        localtime_r(&clock, &fields)
        return fields
    }
}
