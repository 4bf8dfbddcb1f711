import Foundation

/// A real `kefud` on a data directory, as a separate process.
public final class DaemonProcess: @unchecked Sendable {
    // Guarded by use: each test drives its own daemon from one thread.
    public let directory: TemporaryDirectory
    public let socketPath: String
    private let process = Process()
    private let errors = Pipe()
    private let lock = NSLock()
    /// Guarded by `lock`: the pipe's reader has a thread of its own.
    private var logged = Data()
    /// What it wrote to standard error up to and including its ready line.
    public private(set) var startLines: [String] = []

    /// Starts `kefud` and waits until it is ready.
    /// - Parameter maxFileKibibytes: a limit on the size of each file that it writes.
    /// - Throws: `DaemonFailure` with its exit status when it ends instead.
    public init(
        in directory: TemporaryDirectory, options: [String] = [],
        environment: [String: String] = [:], maxFileKibibytes: Int? = nil
    ) throws {
        self.directory = directory
        socketPath = directory.file("kefu.sock")
        let words = [Programs.path(of: "kefud"), "--data", directory.path] + options
        if let maxFileKibibytes {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments =
                ["-c", "ulimit -f \(maxFileKibibytes); exec \"$@\"", "bash"] + words
        } else {
            process.executableURL = URL(fileURLWithPath: words[0])
            process.arguments = Array(words.dropFirst())
        }
        process.environment = Programs.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.runWithAllSignals()
        try waitUntilReady()
    }

    /// A fresh daemon on an empty data directory.
    public convenience init(options: [String] = [], environment: [String: String] = [:]) throws {
        try self.init(in: TemporaryDirectory(), options: options, environment: environment)
    }

    deinit {
        if process.isRunning { kill() }
    }

    public var processID: Int32 { process.processIdentifier }
    public var isRunning: Bool { process.isRunning }

    /// A new connection to it, which keeps it running.
    public func connect() throws -> LineClient {
        try LineClient(path: socketPath, keeping: self)
    }

    /// Ends it as a power cut would.
    public func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it as a service manager would, and waits.
    /// - Returns: its exit status.
    @discardableResult
    public func terminate() -> Int32 {
        Foundation.kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        return process.terminationStatus
    }

    public func signal(_ number: Int32) {
        Foundation.kill(process.processIdentifier, number)
    }

    /// Waits for it to end by itself.
    public func waitForExit() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func waitUntilReady() throws {
        var pending = Data()
        while true {
            let chunk = errors.fileHandleForReading.availableData
            guard !chunk.isEmpty else {
                process.waitUntilExit()
                let rest = String(decoding: pending, as: UTF8.self)
                throw DaemonFailure(
                    status: process.terminationStatus,
                    output: (startLines + [rest]).joined(separator: "\n"))
            }
            pending.append(chunk)
            while let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                startLines.append(line)
                if line.hasPrefix("kefud ready") {
                    drain()
                    return
                }
            }
        }
    }

    /// What it has logged since it was ready.
    public var log: String {
        String(decoding: lock.withLock { logged }, as: UTF8.self)
    }

    /// Keeps the pipe empty, so that the daemon's log never blocks it.
    private func drain() {
        errors.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            self?.keep(data)
        }
    }

    private func keep(_ data: Data) {
        lock.withLock { logged.append(data) }
    }
}

extension Process {
    /// Starts it with no signal blocked. The threads that run tests block nearly all, and a child
    /// inherits that; a terminal server, say, would then never learn that its shells ended.
    func runWithAllSignals() throws {
        var (none, usual) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &usual)
        defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
        try run()
    }
}

/// A daemon that ended instead of getting ready.
public struct DaemonFailure: Error, Sendable {
    public let status: Int32
    public let output: String
}

/// The built programs and how to run them.
public enum Programs {
    /// Where the test bundle lies, the executables lie too.
    public static func path(of name: String) -> String {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder =
            bundle?.bundleURL.deletingLastPathComponent().path
            ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return "\(folder)/\(name)"
    }

    /// An environment in which no setting of the caller leaks into a test.
    public static var environment: [String: String] {
        let own = ProcessInfo.processInfo.environment
        var clean = [
            "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
            "TZ": "Asia/Shanghai",
        ]
        if let library = own["LD_LIBRARY_PATH"] { clean["LD_LIBRARY_PATH"] = library }
        return clean
    }

    /// What a finished command left.
    public struct Outcome: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// Runs a built program to its end.
    public static func run(
        _ name: String, _ arguments: [String], input: String = "",
        environment extra: [String: String] = [:]
    ) throws -> Outcome {
        try run(atPath: path(of: name), arguments, input: input, environment: extra)
    }

    /// Runs any program to its end.
    public static func run(
        atPath path: String, _ arguments: [String], input: String = "",
        environment extra: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment.merging(extra) { $1 }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.runWithAllSignals()
        try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? stdin.fileHandleForWriting.close()
        let collector = Collector(stderr.fileHandleForReading)
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: collector.wait(), as: UTF8.self))
    }
}

/// Reads one pipe to its end beside another.
private final class Collector: @unchecked Sendable {
    // `data` is written by the reading thread only, and read after `done` was signalled.
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func wait() -> Data {
        done.wait()
        return data
    }
}
