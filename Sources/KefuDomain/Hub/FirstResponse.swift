/// A customer's first unanswered message, and our first message behind it.
public struct FirstResponse: Sendable, Hashable {
    public let askedAt: Timestamp
    public let answeredAt: Timestamp

    public init(askedAt: Timestamp, answeredAt: Timestamp) {
        self.askedAt = askedAt
        self.answeredAt = answeredAt
    }

    /// The mean in minutes, of running clocks; `nil` without a response.
    public static func averageMinutes(_ responses: [FirstResponse], sla: SLA) -> Double? {
        guard !responses.isEmpty else { return nil }
        let sum = responses.reduce(0) { $0 + sla.age(of: $1.askedAt, at: $1.answeredAt) }
        return Double(sum) / Double(responses.count) / 60_000
    }
}
