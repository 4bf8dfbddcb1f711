import Glibc
public import KefuDomain
import Synchronization

/// A client's end of the socket. Calls block; several threads may use it.
public final class Connection: Sendable {
    private let socket: ClientSocket
    private let lastID = Atomic<Int>(0)
    private let inbox = Mutex(Inbox())

    /// Connects to a daemon.
    /// - Throws: `ErrorCode.noDaemon` when nothing listens there; `.usage` for an impossible path;
    ///   `.unreadable` when the socket may not be used.
    public init(path: String) throws {
        socket = try ClientSocket(path: path)
    }

    /// Takes over a connected socket; closes it in the end.
    public init(descriptor: Int32) {
        socket = ClientSocket(descriptor: descriptor)
    }

    /// Calls a method and waits for its answer.
    /// - Parameters:
    ///   - timeout: longest wait; none when absent.
    ///   - shouldCancel: asked whenever a signal or a tenth of a second interrupts the wait; once
    ///     it says yes the request is cancelled, and its answer is awaited still.
    ///   - onNotification: gets what the daemon sends meanwhile.
    /// - Throws: `RemoteError` for a failure that the daemon answers with; `KefuError` for one of
    ///   the connection: `.noDaemon` when it broke, `.busy` when the time ran out.
    public func call<M: Method>(
        _ method: M.Type, _ params: M.Params, timeout: Duration? = nil,
        shouldCancel: () -> Bool = { false },
        onNotification: (IncomingNotification) -> Void = { _ in }
    ) throws -> M.Result {
        let pending = try start(method, params)
        return try finish(
            pending, timeout: timeout, shouldCancel: shouldCancel, onNotification: onNotification)
    }

    /// Calls a method that takes no parameters.
    public func call<M: Method>(
        _ method: M.Type, timeout: Duration? = nil
    ) throws -> M.Result where M.Params == Nothing {
        try call(method, Nothing(), timeout: timeout)
    }

    /// Calls any method, with its parameters and result as JSON text.
    /// - Throws: as `call`; also `ErrorCode.parseError` for parameters that are not JSON.
    public func callRaw(
        _ method: String, _ params: String = "{}", timeout: Duration? = nil,
        shouldCancel: () -> Bool = { false },
        onNotification: (IncomingNotification) -> Void = { _ in }
    ) throws -> String {
        let id = try send(method, params: Self.singleLine(params))
        let json = try wait(
            for: id, timeout: timeout, shouldCancel: shouldCancel, onNotification: onNotification)
        return String(decoding: json, as: UTF8.self)
    }

    /// A request that was sent and not yet answered.
    public struct Pending<M: Method>: Sendable {
        /// What `cancel` takes.
        public let id: Int
    }

    /// Sends a request without waiting, so that several can be under way.
    public func start<M: Method>(_ method: M.Type, _ params: M.Params) throws -> Pending<M> {
        Pending(id: try send(M.name, params: JSONCoding.encode(params)))
    }

    /// Waits for the answer to one request; parameters and errors as of `call`.
    public func finish<M: Method>(
        _ pending: Pending<M>, timeout: Duration? = nil, shouldCancel: () -> Bool = { false },
        onNotification: (IncomingNotification) -> Void = { _ in }
    ) throws -> M.Result {
        let json = try wait(
            for: pending.id, timeout: timeout, shouldCancel: shouldCancel,
            onNotification: onNotification)
        do {
            return try JSONCoding.decode(M.Result.self, from: json)
        } catch {
            throw KefuError(
                .internal, .answerUnreadable(M.name), why: .answerShape, hint: .sameVersionHint)
        }
    }

    /// Asks the daemon to end a request of this connection; its answer still comes.
    public func cancel(_ id: Int) throws {
        // Its own answer is of no interest: it carries an id that nobody waits for.
        _ = try send(Cancel.name, params: Array("{\"id\":\(id)}".utf8))
    }

    /// Waits for the next notification.
    /// - Returns: `nil` when the time ran out first.
    public func nextNotification(timeout: Duration? = nil) throws -> IncomingNotification? {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        while true {
            if let first = inbox.withLock({ $0.takeNotification() }) { return first }
            try inbox.withLock { try $0.checkConnected() }
            if let deadline, ContinuousClock.now >= deadline { return nil }
            try receive(until: deadline) { $0.hasNews(forRequest: nil) }
        }
    }

    /// Ends the connection; calls that wait fail.
    public func close() {
        socket.shutdown()
    }
}

/// For a client that watches other descriptors as well, and waits for nothing.
extension Connection {
    /// Readable when `arrivals` would bring something.
    public var descriptor: Int32 { socket.descriptor }

    /// An answer, by the id that `startRaw` gave its request.
    public struct Arrival: Sendable {
        public let id: Int
        /// The result as JSON text.
        public let result: Swift.Result<String, RemoteError>
    }

    /// Sends a request with its parameters as JSON text.
    /// - Parameter limit: how long the daemon may take to read it; afterwards the connection is of
    ///   no use any more.
    public func startRaw(_ method: String, _ params: String, within limit: Duration) throws -> Int {
        let deadline = ContinuousClock.now + limit
        return try send(method, params: Self.singleLine(params), until: deadline)
    }

    /// The answers that have come; notifications are dropped.
    /// - Throws: what broke the connection, once all answers before that were given out.
    public func arrivals() throws -> [Arrival] {
        try receive(until: ContinuousClock.now) { _ in false }
        return try inbox.withLock { inbox in
            while inbox.takeNotification() != nil {}
            let answers = inbox.takeAnswers()
            if answers.isEmpty { try inbox.checkConnected() }
            return answers.map { id, answer in
                Arrival(id: id, result: answer.map { String(decoding: $0, as: UTF8.self) })
            }
        }
    }
}

extension Connection {
    private func send(
        _ method: String, params: [UInt8], until deadline: ContinuousClock.Instant? = nil
    ) throws -> Int {
        let id = lastID.add(1, ordering: .relaxed).newValue
        let name = String(decoding: try JSONCoding.encode(method), as: UTF8.self)
        var line = Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\(name),\"params\":".utf8)
        line.append(contentsOf: params)
        line.append(contentsOf: [UInt8(ascii: "}"), 0x0A])
        // A daemon that waits for us to read would never read on: take in what is there.
        try socket.send(
            line, until: deadline,
            whenBlocked: { try receive(until: ContinuousClock.now) { _ in false } })
        return id
    }

    private func wait(
        for id: Int, timeout: Duration?, shouldCancel: () -> Bool,
        onNotification: (IncomingNotification) -> Void
    ) throws -> [UInt8] {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        var isCancelled = false
        while true {
            while let note = inbox.withLock({ $0.takeNotification() }) { onNotification(note) }
            if let answer = try inbox.withLock({ try $0.takeAnswer(to: id) }) {
                return try answer.get()
            }
            if let deadline, ContinuousClock.now >= deadline { throw KefuError.answerTimedOut }
            if !isCancelled, shouldCancel() {
                isCancelled = true
                try cancel(id)
            }
            let step = ContinuousClock.now + .milliseconds(100)
            try receive(until: deadline.map { min($0, step) } ?? step) {
                $0.hasNews(forRequest: id)
            }
        }
    }

    /// Takes in what the daemon sent; comes back at the latest at the deadline, or on a signal.
    /// - Parameter isDone: whether another thread has brought what is waited for.
    private func receive(
        until deadline: ContinuousClock.Instant?, unless isDone: (borrowing Inbox) -> Bool
    ) throws {
        try inbox.withLock { inbox in
            guard !isDone(inbox) else { return }
            guard try socket.waitReadable(until: deadline) else { return }
            try socket.read(into: &inbox)
        }
    }

    /// JSON text without line breaks; those between tokens mean nothing.
    private static func singleLine(_ json: String) throws(KefuError) -> [UInt8] {
        var bytes = Array(json.utf8)
        var scanner = JSONScanner(bytes)
        do {
            try scanner.skip()
            try scanner.finish()
        } catch {
            throw KefuError(
                .parseError, .paramsNotJSON, why: .paramsNotJSONWhy, hint: .paramsNotJSONHint)
        }
        for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
            bytes[index] = 0x20
        }
        return bytes
    }
}
