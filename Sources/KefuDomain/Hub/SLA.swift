/// How soon the operator wants to act, and when the clocks for it run.
public struct SLA: Documented, Equatable {
    /// How long a customer may wait before the thread is overdue.
    public var needReplyMinutes = 30
    /// How long a thread that nobody looked at counts as unseen.
    public var unseenMinutes = 0
    /// How long after our message a silent customer comes back to us.
    public var followUpHours = 48
    /// When the clocks run; `nil`: always.
    public var businessHours: BusinessHours?

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        needReplyMinutes = try values.number(
            .needReplyMinutes, else: needReplyMinutes, in: Self.minutes)
        unseenMinutes = try values.number(.unseenMinutes, else: unseenMinutes, in: Self.minutes)
        followUpHours = try values.number(.followUpHours, else: followUpHours, in: Self.hours)
        businessHours = try values.decodeIfPresent(BusinessHours.self, forKey: .businessHours)
    }

    /// A year.
    static let minutes = 0...525_600
    static let hours = 0...8_760

    public enum CodingKeys: String, FieldKey {
        case needReplyMinutes = "need_reply_minutes"
        case unseenMinutes = "unseen_minutes"
        case followUpHours = "follow_up_hours"
        case businessHours = "business_hours"

        public var doc: Field {
            switch self {
            case .needReplyMinutes: .optional(.integer(SLA.minutes), .settingNeedReply)
            case .unseenMinutes: .optional(.integer(SLA.minutes), .settingUnseen)
            case .followUpHours: .optional(.integer(SLA.hours), .settingFollowUp)
            case .businessHours: .optional(.object(BusinessHours.self), .settingBusinessHours)
            }
        }
    }
}

extension SLA {
    /// The last moment at which something is no older than so many minutes of running clocks.
    /// - Returns: `nil` when that is more than some eleven years away.
    public func limit(_ minutes: Int, after start: Timestamp) -> Timestamp? {
        moment(Int64(minutes) * 60_000, after: start)
    }

    /// How old something is, in milliseconds of running clocks; zero where it is yet to come.
    public func age(of start: Timestamp, at now: Timestamp) -> Int64 {
        guard now > start else { return 0 }
        return businessHours?.openTime(from: start, to: now)
            ?? now.milliseconds - start.milliseconds
    }

    /// The first moment at which something is older than so many minutes.
    func passing(_ minutes: Int, after start: Timestamp) -> Timestamp? {
        moment(Int64(minutes) * 60_000 + 1, after: start)
    }

    /// Whether something is older than so many minutes.
    func isOlder(_ start: Timestamp, than minutes: Int, at now: Timestamp) -> Bool {
        // Clocks that stop at times are never ahead of those that do not.
        guard now.milliseconds - start.milliseconds > Int64(minutes) * 60_000 else { return false }
        return passing(minutes, after: start).map { $0 <= now } ?? false
    }

    private func moment(_ open: Int64, after start: Timestamp) -> Timestamp? {
        guard let businessHours else { return start.adding(.milliseconds(open)) }
        return businessHours.moment(open, after: start)
    }
}

extension KeyedDecodingContainer {
    /// The whole number under a key; the fallback where it is absent or null.
    func number(_ key: Key, else fallback: Int, in range: ClosedRange<Int>) throws -> Int {
        let number = try value(key, else: fallback)
        guard range.contains(number) else {
            throw DecodingError.refused(codingPath + [key], .notWithin(range))
        }
        return number
    }
}
