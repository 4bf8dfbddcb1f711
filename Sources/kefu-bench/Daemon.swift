import FoundationEssentials
import Glibc
import KefuRPC

/// A `kefud` of its own on one data directory.
final class Daemon {
    let directory: String
    private let socket: String
    private let processID: pid_t
    private let errors: Int32
    /// From starting the program to the line that says it is ready.
    let timeToReady: Duration

    struct Failure: Error {
        let text: String
    }

    /// Starts it and waits until it is ready.
    init(program: String, directory: String) throws {
        self.directory = directory
        socket = directory + "/kefu.sock"
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(text: "no pipe") }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[1])
        let start = ContinuousClock.now
        processID = try Self.spawn(
            [program, "--data", directory, "--socket", socket, "--log-level", "warning"], &actions)
        close(ends[1])
        errors = ends[0]
        try Self.waitForReadiness(errors)
        timeToReady = ContinuousClock.now - start
    }

    func connect() throws -> Connection {
        try Connection(path: socket)
    }

    /// Ends it as a service manager would, and waits.
    func stop() {
        kill(processID, SIGTERM)
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        close(errors)
    }

    /// Resident memory in bytes.
    var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            return (Int(line.filter(\.isNumber)) ?? 0) * 1024
        }
        return 0
    }

    /// The processor time that all its threads have taken, in milliseconds.
    var processorMilliseconds: Double {
        let path = "/proc/\(processID)/stat"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        // Behind the name in parentheses: the state is field 3, user and system ticks 14 and 15.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12 else { return 0 }
        let ticks = (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)
        return ticks * 1_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func spawn(
        _ arguments: [String], _ actions: inout posix_spawn_file_actions_t
    ) throws -> pid_t {
        var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        texts.append(nil)
        defer { for text in texts { free(text) } }
        var processID = pid_t()
        let status = posix_spawn(&processID, arguments[0], &actions, nil, texts, environ)
        guard status == 0 else {
            throw Failure(text: "\(arguments[0]): \(String(cString: strerror(status)))")
        }
        return processID
    }

    private static func waitForReadiness(_ descriptor: Int32) throws {
        var text = ""
        var chunk = [UInt8](repeating: 0, count: 4096)
        while !text.contains("kefud ready") {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { throw Failure(text: "kefud did not start: \(text)") }
            text += String(decoding: chunk[..<count], as: UTF8.self)
        }
    }
}

/// The processor time that this process has taken, in milliseconds.
func ownProcessorMilliseconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) * 1_000 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000
}

/// The size of a file, or of the files below a folder, in bytes.
func sizeOnDisk(_ path: String) -> Int {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return 0 }
    guard facts.st_mode & S_IFMT == S_IFDIR else { return Int(facts.st_size) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.reduce(0) { $0 + sizeOnDisk(path + "/" + $1) }
}
