/// What the hub did on one day (SPEC 7). Threads in bucket BLACK count nowhere.
public struct DayFigures: Codable, Sendable, Hashable {
    /// Threads at the close of the day.
    public var threads: Int
    /// Those in the unknown pool then.
    public var pool: Int
    /// Those overdue then.
    public var overdue: Int
    /// Contacts that got their K code that day.
    public var promoted: Int
    /// The share of the pool's threads that left it in time; `nil` when none entered it.
    public var clearRate: Double?
    /// How long customers waited for our first message on the average, in minutes of running
    /// clocks; `nil` without an answer.
    public var averageResponse: Double?

    public init(
        threads: Int, pool: Int, overdue: Int, promoted: Int, clearRate: Double?,
        averageResponse: Double?
    ) {
        self.threads = threads
        self.pool = pool
        self.overdue = overdue
        self.promoted = promoted
        self.clearRate = clearRate
        self.averageResponse = averageResponse
    }

    /// The share of threads that are overdue; 0 without threads.
    public var overdueShare: Double { share(of: overdue, in: threads) ?? 0 }
}
