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

    /// A log of lines with time and level.
    static func log(_ threshold: LogThreshold) -> Log {
        Log(threshold: threshold) { level, text in
            write(["\(Timestamp.wallClock.rfc3339) \(level.rawValue): \(text)"])
        }
    }
}
