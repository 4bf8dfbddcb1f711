/// A span of every day, such as `09:00-21:00`; it may run past midnight (`20:00-02:00`).
public struct DailyHours: Sendable, Hashable {
    /// Minutes since midnight, `0..<1440`.
    public let opens: Int
    /// Minutes since midnight, `0...1440`; equal to `opens` it spans the whole day.
    public let closes: Int

    init(opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// Reads `HH:MM-HH:MM`; `nil` for anything else.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let opens = Self.minutes(ends[0]),
            let closes = Self.minutes(ends[1]),
            opens < 1440
        else { return nil }
        self.init(opens: opens, closes: closes)
    }

    /// Whether a minute of the day lies within; the opening minute does, the closing one does not.
    public func contains(minuteOfDay minute: Int) -> Bool {
        if opens == closes { return true }
        return opens < closes
            ? (opens..<closes).contains(minute) : minute >= opens || minute < closes
    }

    /// When they open, as `09:00`.
    public var opening: String { Self.text(opens) }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        let hour = String(minutes / 60)
        let minute = String(minutes % 60)
        return (hour.count < 2 ? "0" : "") + hour + ":" + (minute.count < 2 ? "0" : "") + minute
    }
}

extension DailyHours: Codable, CustomStringConvertible {
    public var description: String { Self.text(opens) + "-" + Self.text(closes) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hours = DailyHours(try container.decode(String.self)) else {
            throw DecodingError.refused(container.codingPath, .notDailyHours)
        }
        self = hours
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
