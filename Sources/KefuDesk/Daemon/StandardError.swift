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
    static func log(_ threshold: LogLevel) -> Log {
        Log(threshold: threshold) { level, text in
            write(["\(Timestamp.wallClock.rfc3339) \(level.rawValue): \(text)"])
        }
    }
}

extension KefuError {
    /// What happened, why, and what to do, a line each.
    func lines(in language: Language) -> [String] {
        let labels = [Phrase.errorLabel, .whyLabel, .tryLabel]
        let margins = ["", "  ", "  "]
        let sign = language == .chinese ? "：" : ": "
        return zip(zip(margins, labels), [what, why, hint]).map { start, phrase in
            start.0 + start.1.text(language) + sign + phrase.text(language)
        }
    }
}

/// How much memory this process occupies.
enum ResidentMemory {
    /// From `/proc/self/statm`; 0 where that cannot be read.
    static var bytes: Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 128)
        let count = read(file, &text, text.count)
        guard count > 0 else { return 0 }
        let fields = String(decoding: text[..<count], as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
