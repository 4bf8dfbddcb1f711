import CSystem
import Glibc
import KefuDomain
import KefuRPC

/// Where the daemon speaks to whoever started it.
enum StandardError {
    /// Writes lines, each whole: no two threads' lines mix.
    static func write(_ lines: [String]) {
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// A log of lines with their level, and the number of the request that they are about.
    static func log(_ threshold: LogThreshold, _ format: LogFormat) -> Log {
        Log(threshold: threshold) { level, text in
            write([format.line(level, text, request: ksys_request(), at: Timestamp.wallClock)])
        }
    }
}

/// How a log line is written.
enum LogFormat: Sendable {
    /// With the time and the level in words.
    case plain
    /// For the journal, which knows the time and takes the level as `<N>`.
    case journal

    /// The journal's, where standard error is a stream of it.
    ///
    /// Source: systemd.exec(5), `$JOURNAL_STREAM`: device and inode of the stream.
    init(environment: [String: String]) {
        var facts = stat()
        let isStream = fstat(STDERR_FILENO, &facts) == 0
        let name = "\(facts.st_dev):\(facts.st_ino)"
        self = isStream && environment["JOURNAL_STREAM"] == name ? .journal : .plain
    }

    /// - Parameter request: the number of the request that the line is about; 0 for none.
    func line(_ level: LogLevel, _ text: String, request: UInt64, at time: Timestamp) -> String {
        let about = request == 0 ? text : "r\(request) \(text)"
        switch self {
        case .plain: return "\(time.rfc3339) \(level.rawValue): \(about)"
        case .journal: return "<\(level.priority)>\(about)"
        }
    }
}

extension LogLevel {
    /// The level's number; source: syslog(3).
    fileprivate var priority: Int {
        switch self {
        case .error: 3
        case .warning: 4
        case .info: 6
        case .debug: 7
        }
    }
}
