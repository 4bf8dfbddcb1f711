import Glibc
import KefuDomain

/// Where the daemon of this command lives (PROTOCOL, "Programs").
struct Places: Sendable, Equatable {
    /// Absolute path of the data directory.
    let data: String
    /// Absolute path of the socket.
    let socket: String

    /// - Parameter directory: what relative paths are relative to.
    init(_ options: GlobalOptions, environment: [String: String], directory: String) {
        let home = environment["HOME"].nonEmpty ?? "/"
        let share = environment["XDG_DATA_HOME"].nonEmpty ?? home + "/.local/share"
        let data = options.data.nonEmpty ?? environment["KEFU_DATA"].nonEmpty ?? share + "/kefu"
        self.data = absolutePath(data, in: directory)
        let socket = options.socket.nonEmpty ?? environment["KEFU_SOCKET"].nonEmpty
        self.socket = socket.map { absolutePath($0, in: directory) } ?? self.data + "/kefu.sock"
    }

    /// What a running daemon keeps locked.
    var lock: String { data + "/kefu.lock" }
    /// Where a daemon that this client starts writes its log.
    var log: String { data + "/kefud.log" }
    /// Where the REPL keeps what was typed.
    var history: String { data + "/history" }
}

extension Places {
    /// Whether a daemon holds the data directory. Unlike to connect, to look starts nothing: behind
    /// the socket of a service manager there is always somebody who answers.
    var isHeld: Bool {
        let file = open(lock, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}

/// A path that means the same in every directory, without `.` and `..` and doubled slashes.
func absolutePath(_ path: String, in directory: String) -> String {
    let whole = path.hasPrefix("/") ? path : directory + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
        if part == ".." {
            // What lies above a link is not what stands before it in the path: keep such paths.
            return whole
        }
        parts.append(part)
    }
    return "/" + parts.joined(separator: "/")
}

/// The directory that relative paths are relative to.
func workingDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
}

extension String? {
    /// The text, unless it is absent or empty.
    var nonEmpty: String? {
        guard let self, !self.isEmpty else { return nil }
        return self
    }
}
