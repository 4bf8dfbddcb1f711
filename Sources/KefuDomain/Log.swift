/// How much a log line matters.
public enum LogLevel: String, Codable, CaseIterable, Comparable, Sendable {
    case error, warning, info, debug

    public static func < (one: LogLevel, other: LogLevel) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .info: 2
        case .debug: 3
        }
    }
}

/// Takes log lines: one line each, never a customer's words.
public struct Log: Sendable {
    private let threshold: LogThreshold
    private let sink: @Sendable (LogLevel, String) -> Void

    /// - Parameters:
    ///   - threshold: lines that matter less are dropped.
    ///   - sink: takes each line that is left; it may be called from any thread.
    public init(threshold: LogThreshold, sink: @escaping @Sendable (LogLevel, String) -> Void) {
        self.threshold = threshold
        self.sink = sink
    }

    /// A log whose threshold stays.
    public init(threshold: LogLevel, sink: @escaping @Sendable (LogLevel, String) -> Void) {
        self.init(threshold: LogThreshold(threshold), sink: sink)
    }

    /// A log that keeps nothing.
    public static let silent = Log(threshold: .error) { _, _ in }

    /// Writes a line when its level is within the threshold; `text` is not built otherwise.
    public func write(_ level: LogLevel, _ text: @autoclosure () -> String) {
        if threshold.admits(level) { sink(level, text()) }
    }
}
