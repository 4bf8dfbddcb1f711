/// How busy this machine is, from `/proc`.
public struct MachineLoad: Sendable {
    private var last: Ticks?

    public init() {}

    /// What the processors have done since the machine started, in clock ticks.
    public struct Ticks: Equatable, Sendable {
        let busy: Int
        let total: Int

        /// From the text of `/proc/stat`.
        public init?(_ text: String) {
            guard let line = text.split(separator: "\n").first, line.hasPrefix("cpu ") else {
                return nil
            }
            // user, nice, system, idle, iowait, irq, softirq, steal; guests are within user.
            let fields = line.split(separator: " ").dropFirst().prefix(8).compactMap { Int($0) }
            guard fields.count >= 4 else { return nil }
            total = fields.reduce(0, +)
            busy = total - fields[3] - (fields.count > 4 ? fields[4] : 0)
        }
    }

    /// The share of the processors' time since the last call that was used, in percent; `nil` at
    /// first.
    public mutating func cpuPercent(_ now: Ticks?) -> Double? {
        defer { last = now }
        guard let last, let now, now.total > last.total else { return nil }
        let share = Double(now.busy - last.busy) / Double(now.total - last.total)
        return Self.rounded(min(max(share, 0), 1))
    }

    /// The share of the memory that programs cannot have any more, in percent, from the text of
    /// `/proc/meminfo`.
    public static func memoryPercent(_ text: String) -> Double? {
        var sizes: [Substring: Double] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(whereSeparator: { $0 == " " || $0 == ":" })
            if words.count > 1, let size = Double(words[1]) { sizes[words[0]] = size }
        }
        guard let total = sizes["MemTotal"], let free = sizes["MemAvailable"], total > 0 else {
            return nil
        }
        return rounded(min(max(1 - free / total, 0), 1))
    }

    private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
}
