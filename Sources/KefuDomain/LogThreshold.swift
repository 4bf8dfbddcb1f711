import Synchronization

/// The level up to which a log writes; it can be changed while the log is in use.
public final class LogThreshold: Sendable {
    private let level: Mutex<LogLevel>

    public init(_ level: LogLevel) {
        self.level = Mutex(level)
    }

    /// Whether lines of a level are written.
    public func admits(_ candidate: LogLevel) -> Bool {
        level.withLock { candidate <= $0 }
    }

    /// Puts another level in force, from the next line on.
    public func move(to level: LogLevel) {
        self.level.withLock { $0 = level }
    }
}
