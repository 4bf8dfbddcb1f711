/// How the machine and the daemon were at one moment; `nil` where that could not be found out.
public struct LoadReading: Sendable, Equatable {
    /// Of all processors, in percent, since the reading before.
    public var cpuPercent: Double?
    /// Of the machine's memory, in percent.
    public var memoryPercent: Double?
    /// The longest request since the reading before, those under way included, in seconds.
    public var slowestSeconds: Double?
    /// Free beside the base, in megabytes (2^20 bytes).
    public var freeMegabytes: Double?

    public init(
        cpuPercent: Double? = nil, memoryPercent: Double? = nil, slowestSeconds: Double? = nil,
        freeMegabytes: Double? = nil
    ) {
        self.cpuPercent = cpuPercent
        self.memoryPercent = memoryPercent
        self.slowestSeconds = slowestSeconds
        self.freeMegabytes = freeMegabytes
    }

    /// What an alert looks at.
    func value(of kind: AlertKind) -> Double? {
        switch kind {
        case .cpu: cpuPercent
        case .memory: memoryPercent
        case .response: slowestSeconds
        case .disk: freeMegabytes
        }
    }
}
