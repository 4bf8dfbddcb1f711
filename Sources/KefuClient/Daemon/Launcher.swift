import CReadline
import Glibc
import KefuDomain
import KefuRPC

/// Starts the daemon of a data directory.
struct Launcher {
    let places: Places
    let environment: [String: String]

    /// How long a daemon may take to answer.
    static let patience = Duration.seconds(20)
    /// A log that is longer is put aside before the next start.
    private static let maxLogBytes = 4 << 20

    /// The daemon's program: beside this one, else in `PATH`; `nil` where there is none.
    static func program(environment: [String: String]) -> String? {
        var folders = [ownFolder].compactMap(\.self)
        folders += (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for folder in folders {
            let path = folder + "/kefud"
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    /// Starts the daemon and connects to it once it answers.
    /// - Throws: `DaemonFailure` when it ends instead.
    func start() throws -> Connection {
        guard let program = Self.program(environment: environment) else {
            throw KefuError(
                .noDaemon, .daemonProgramMissing, why: .daemonProgramWhy, hint: .daemonProgramHint)
        }
        try makeDirectory()
        rotateLog()
        let deadline = ContinuousClock.now + Self.patience
        while true {
            let begin = size(of: places.log)
            let child = try launch(program)
            switch try watch(child, until: deadline) {
            case .answers(let connection): return connection
            // Another daemon holds the lock: it is starting as well, or just ending.
            case .ended(75) where ContinuousClock.now < deadline - Self.patience + .seconds(5):
                usleep(100_000)
            case .ended(let status):
                throw DaemonFailure(status: status, output: tail(from: begin), log: places.log)
            }
        }
    }

    private enum Outcome {
        case answers(Connection)
        case ended(Int32)
    }

    private func watch(_ child: pid_t, until deadline: ContinuousClock.Instant) throws -> Outcome {
        while true {
            var status: Int32 = 0
            if waitpid(child, &status, WNOHANG) == child {
                let exit = (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
                if let connection = try? Connection(path: places.socket) {
                    return .answers(connection)
                }
                return .ended(exit)
            }
            if let connection = try? Connection(path: places.socket) { return .answers(connection) }
            guard ContinuousClock.now < deadline else {
                let seconds = Int(Self.patience / .seconds(1))
                throw KefuError(
                    .noDaemon, .daemonFailed, why: .daemonSilent(seconds),
                    hint: .readLog(places.log))
            }
            usleep(5000)
        }
    }

    private func launch(_ program: String) throws -> pid_t {
        let words = [program, "--data", places.data, "--socket", places.socket]
        var pointers: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) }
        pointers.append(nil)
        defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
        let child = kedit_launch(pointers, places.log)
        guard child > 0 else {
            throw KefuError(
                .noDaemon, .daemonFailed, why: .systemReason(systemText(errno)),
                hint: .checkPathHint)
        }
        return child
    }

    /// Runs a program to its end; what it says on standard error is for the person.
    /// - Returns: its exit status, and what it wrote to standard output.
    static func output(of words: [String]) throws -> (status: Int32, output: String) {
        var pointers: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) }
        pointers.append(nil)
        defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
        var output: UnsafeMutablePointer<CChar>?
        let status = kedit_capture(pointers, &output)
        defer { free(output) }
        guard status >= 0 else {
            throw KefuError(
                .noDaemon, .daemonFailed, why: .systemReason(systemText(errno)),
                hint: .checkPathHint)
        }
        return (status, output.map { String(cString: $0) } ?? "")
    }

    private func makeDirectory() throws {
        var path = ""
        for part in places.data.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o700) == 0 || errno == EEXIST { continue }
            // A folder above may exist and yet refuse this question; the last one decides.
            if access(path, F_OK) != 0 {
                throw KefuError(
                    .unreadable, .dataDirectoryNotMade, why: .systemReason(systemText(errno)),
                    hint: .dataDirectoryHint)
            }
        }
    }

    private func rotateLog() {
        if size(of: places.log) > Self.maxLogBytes { rename(places.log, places.log + ".old") }
    }

    private func size(of path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }

    /// What the daemon wrote since its start, the last lines of it.
    private func tail(from begin: Int) -> [String] {
        guard let text = try? TextFile.read(places.log) else { return [] }
        let since = text.utf8.dropFirst(begin)
        return (String(since) ?? "").split(separator: "\n").suffix(12).map(String.init)
    }

    private static var ownFolder: String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = String(
            decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}

/// A daemon that ended instead of answering; what it said itself is the explanation.
struct DaemonFailure: Error {
    let status: Int32
    let output: [String]
    let log: String

    /// Its own error where it gave one, else what is known of its end.
    func lines(_ look: Look) -> [String] {
        let labels = [Phrase.errorLabel.english + ":", Phrase.errorLabel.chinese + "："]
        let isError = { (line: String) in labels.contains { line.hasPrefix($0) } }
        if let start = output.lastIndex(where: isError) {
            return output[start...].map(Cleaning.forTerminal)
        }
        let error = KefuError(
            .internal, .daemonFailed, why: .daemonExited(status, output.last ?? ""),
            hint: .readLog(log))
        return Failure(error, look.language).lines(look)
    }
}

/// The system's words for an error number.
func systemText(_ number: Int32) -> String {
    String(cString: strerror(number))
}
