import Foundation

/// Does what a service manager does for one `kefud`: hands it a socket that listens, and hears what
/// it reports.
public final class ServiceHarness: @unchecked Sendable {
    // Guarded by use: each test drives its own from one thread.
    public let directory: TemporaryDirectory
    /// The socket that is handed over.
    public var socketPath: String { directory.file("service.sock") }
    private let notices: Int32
    private let process = Process()
    private let errors = Pipe()

    /// The program that becomes `kefud`: the descriptors and the variables are set up in the very
    /// process that they are meant for.
    private static let launcher = """
        import os, socket, sys
        directory, program, sockets, mine, words = \
            sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "mine", sys.argv[5:]
        kept = []
        for number in range(sockets):
            path = directory + "/service.sock" + (str(number) if number else "")
            one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            one.bind(path)
            one.listen(16)
            kept.append(one)
        for number, one in enumerate(kept):
            os.dup2(one.fileno(), 30 + number)
        for number in range(sockets):
            os.dup2(30 + number, 3 + number, inheritable=True)
        os.environ["LISTEN_FDS"] = str(sockets)
        os.environ["LISTEN_PID"] = str(os.getpid() if mine else 1)
        os.environ["NOTIFY_SOCKET"] = directory + "/notify"
        os.execv(program, [program] + words)
        """

    /// Starts `kefud` with sockets handed over; they listen before it does anything.
    /// - Parameter isAddressed: whether the variables name the daemon's process.
    public init(
        sockets: Int = 1, isAddressed: Bool = true, in directory: TemporaryDirectory? = nil,
        options: [String] = [], environment: [String: String] = [:]
    ) throws {
        let directory = try directory ?? TemporaryDirectory()
        self.directory = directory
        notices = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        try Self.bind(notices, to: directory.file("notify"))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "python3", "-c", Self.launcher, directory.path, Programs.path(of: "kefud"),
                "\(sockets)", isAddressed ? "mine" : "another's", "--data",
                directory.file("data"),
            ] + options
        process.environment = Programs.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardError = errors
        try process.runWithAllSignals()
        // A service manager's sockets are there before the service is.
        for _ in 0..<500 where access(socketPath, F_OK) != 0 { usleep(10_000) }
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(notices)
    }

    public var processID: Int32 { process.processIdentifier }
    public var isRunning: Bool { process.isRunning }

    public func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// The next report, its lines joined by spaces; `nil` after so many seconds of silence.
    public func notice(within seconds: Int = 20) -> String? {
        var waiting = pollfd(fd: notices, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(seconds * 1000)) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(notices, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self)
            .split(separator: "\n").joined(separator: " ")
    }

    /// Waits for a report that begins so; others in between are dropped.
    public func awaitNotice(_ beginning: String, within seconds: Int = 20) -> Bool {
        let deadline = Date(timeIntervalSinceNow: Double(seconds))
        while Date() < deadline, let notice = notice(within: seconds) {
            if notice.hasPrefix(beginning) { return true }
        }
        return false
    }

    /// Waits for its end.
    public func outcome() -> (status: Int32, errors: String) {
        let data = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private static func bind(_ descriptor: Int32, to path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.bind(descriptor, $0, size)
            }
        }
        guard status == 0 else { throw LineClientError.refused(errno) }
    }
}
