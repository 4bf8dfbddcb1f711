import Glibc

/// The lines that were typed in earlier sessions: a file that only its owner can read.
///
/// A line break within a line is written as `\n`, a backslash as `\\`.
struct History {
    /// Lines kept at most.
    static let limit = 2000
    private let path: String
    private(set) var lines: [String]

    /// Reads the file; a missing or unreadable one is an empty history.
    init(path: String) {
        self.path = path
        let text = (try? TextFile.read(path)) ?? ""
        let stored = text.split(separator: "\n").map { Self.decode(String($0)) }
        lines = Array(stored.suffix(Self.limit))
        if stored.count > Self.limit { rewrite() }
    }

    /// Adds a line at the end, unless it is blank or repeats the last one.
    /// - Returns: whether it was added.
    mutating func append(_ line: String) -> Bool {
        guard !line.trimmed.isEmpty, line != lines.last else { return false }
        lines.append(line)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return true }
        let bytes = Array((Self.encode(line) + "\n").utf8)
        // A lost line of history is no reason to stop a session.
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        return true
    }

    private func rewrite() {
        let text = lines.map { Self.encode($0) + "\n" }.joined()
        try? TextFile.write(text, to: path)
    }

    static func encode(_ line: String) -> String {
        line.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    static func decode(_ text: String) -> String {
        var line = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                line.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                line.append(character)
            }
        }
        return line
    }
}
