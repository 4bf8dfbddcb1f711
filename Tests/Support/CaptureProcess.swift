import Foundation
public import KefuRPC

/// A running `kefu capture`, spoken to by pipes as capture programs do.
public final class CaptureProcess: @unchecked Sendable {
    // `lines` and `hasEnded` are guarded by `condition`; the rest is used by the test's thread only.
    private let process = Process()
    private let input = Pipe()
    private let condition = NSCondition()
    private var lines: [String] = []
    private var taken = 0
    private var hasEnded = false
    private let errors = Pipe()

    /// Starts it for the daemon of a data directory, which it does not start itself.
    public init(in directory: TemporaryDirectory, _ options: [String] = []) throws {
        process.executableURL = URL(fileURLWithPath: Programs.path(of: "kefu"))
        process.arguments = ["capture", "--data", directory.path, "--no-start"] + options
        process.environment = Programs.environment
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        signal(SIGPIPE, SIG_IGN)
        try process.runWithAllSignals()
        let reader = output.fileHandleForReading
        Thread.detachNewThread { [self] in collect(reader) }
    }

    deinit {
        if process.isRunning { kill() }
    }

    private func collect(_ reader: FileHandle) {
        var pending = Data()
        while case let data = reader.availableData, !data.isEmpty {
            pending.append(data)
            while let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                condition.withLock { lines.append(line) }
                condition.broadcast()
            }
        }
        condition.withLock { hasEnded = true }
        condition.broadcast()
    }

    /// Gives it a line of input.
    public func send(_ line: String) {
        try? input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    public func send(_ message: JSONValue) throws {
        send(String(decoding: try JSONEncoder().encode(message), as: UTF8.self))
    }

    /// Its next line of output; `nil` once it has ended, or when none came in time.
    public func next(within seconds: Double = 20) -> JSONValue? {
        let deadline = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        defer { condition.unlock() }
        while taken == lines.count, !hasEnded {
            guard condition.wait(until: deadline) else { return nil }
        }
        guard taken < lines.count else { return nil }
        taken += 1
        return JSONValue(json: lines[taken - 1])
    }

    /// All further lines of output, once it has ended.
    public func rest() -> [JSONValue] {
        var rest: [JSONValue] = []
        while let line = next() { rest.append(line) }
        return rest
    }

    /// Ends its input.
    public func close() { try? input.fileHandleForWriting.close() }

    /// Ends its input and waits for its end.
    /// - Returns: its exit status.
    @discardableResult
    public func finish() -> Int32 {
        close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends it as a power cut would.
    public func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        close()
    }

    /// Ends it as a service manager would.
    /// - Returns: its exit status.
    public func terminate(by number: Int32) -> Int32 {
        Foundation.kill(process.processIdentifier, number)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What it wrote to standard error, once it has ended.
    public var remarks: String {
        String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}

extension JSONValue {
    /// A customer's message as a line of input.
    public static func message(
        _ id: String, from peer: String = "wx_1", _ text: String = "7kW 充电桩多少钱？"
    ) -> JSONValue {
        [
            "channel": "wechat", "peer_id": .text(peer), "message_id": .text(id),
            "text": .text(text),
        ]
    }
}
