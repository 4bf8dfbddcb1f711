import Glibc
import KefuDomain
import Synchronization

/// The daemon's end of one connection: what is to be sent on it, and what was asked on it.
///
/// Any thread may send. A send never waits: what the socket does not take is kept and sent by the
/// event loop, which stops reading from a peer that reads too slowly.
public final class Peer: Sendable {
    /// Counted up from 1; no two connections of one server share it.
    public let id: Int
    /// The language in which it is told of failures.
    let language: Language
    private let state: Mutex<State>
    private let poller: Poller?
    private let limits: Limits
    /// Asks the event loop to look after this peer again.
    private let attend: @Sendable (Int) -> Void

    private struct State {
        /// `nil` once the connection is closed.
        var socket: Int32?
        /// Whether sending has become pointless: it would fail again for each answer.
        var isDeaf = false
        var output = OutputQueue()
        var isWatchingOutput = false
        var holds: Holds = []
        var calls: [Int: Call] = [:]
        var callBytes = 0
    }

    /// Why nothing is read from a peer at present.
    struct Holds: OptionSet {
        let rawValue: Int
        /// It has enough unanswered requests.
        static let requests = Holds(rawValue: 1)
        /// It has enough unread answers.
        static let backlog = Holds(rawValue: 2)
        /// A long line of it is being taken apart.
        static let parsing = Holds(rawValue: 4)
        /// It will send no more, or nothing more is wanted of it.
        static let ended = Holds(rawValue: 8)
    }

    init(
        id: Int, socket: Int32, poller: Poller, limits: Limits, language: Language,
        attend: @escaping @Sendable (Int) -> Void
    ) {
        self.id = id
        self.poller = poller
        self.limits = limits
        self.language = language
        self.attend = attend
        state = Mutex(State(socket: socket))
    }

    /// A peer without a connection, for requests that come from within the process.
    init() {
        id = 0
        poller = nil
        limits = Limits()
        language = .english
        attend = { _ in }
        state = Mutex(State())
    }

    /// Whether what is sent can still arrive.
    public var isOpen: Bool { state.withLock { $0.socket != nil && !$0.isDeaf } }

    /// Whether so many answers wait unread that more should not be made.
    public var isCongested: Bool { state.withLock { $0.holds.contains(.backlog) } }

    /// Sends a notification, unless the peer is gone or congested.
    /// - Returns: whether it was sent.
    @discardableResult
    public func notify<N: Notification>(_ notification: N.Type, _ params: N.Params) -> Bool {
        guard isOpen, !isCongested, let json = try? JSONCoding.encode(params) else { return false }
        write(Reply.notification(N.name, json))
        return true
    }
}

// MARK: - Sending

extension Peer {
    /// Sends one line.
    func write(_ line: [UInt8]) {
        let line = line + [0x0A]
        state.withLock { state in
            guard let socket = state.socket, !state.isDeaf else { return }
            var sent = 0
            if state.output.isEmpty {
                guard let count = OutputQueue.send(line, from: 0, to: socket) else {
                    return Self.breakOff(&state)
                }
                sent = count
            }
            guard sent < line.count else { return }
            state.output.append(line[sent...])
            if state.output.count >= Limits.backlog { state.holds.insert(.backlog) }
            state.isWatchingOutput = true
            watch(state)
        }
    }

    /// Sends what waits, as far as the socket takes it.
    /// - Returns: whether congestion has ended by it.
    func flush() -> Bool {
        state.withLock { state in
            guard let socket = state.socket, !state.isDeaf else { return false }
            guard state.output.send(to: socket) else {
                Self.breakOff(&state)
                return false
            }
            let isRelieved =
                state.holds.contains(.backlog) && state.output.count < Limits.backlog / 2
            if isRelieved { state.holds.remove(.backlog) }
            state.isWatchingOutput = !state.output.isEmpty
            watch(state)
            return isRelieved
        }
    }

    /// Makes epoll report the connection as gone; the event loop then closes it.
    private static func breakOff(_ state: inout State) {
        state.isDeaf = true
        if let socket = state.socket { _ = shutdown(socket, Int32(SHUT_RDWR)) }
    }

    private func watch(_ state: State) {
        guard let socket = state.socket else { return }
        poller?.watch(
            socket, token: UInt64(id), reading: state.holds.isEmpty,
            writing: state.isWatchingOutput)
    }
}

// MARK: - The event loop's view

extension Peer {
    /// Reads what has come.
    /// - Returns: 0 at the end of the stream, `nil` when there is nothing now.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        state.withLock { state in
            guard let socket = state.socket else { return 0 }
            let count = recv(socket, buffer.baseAddress, buffer.count, 0)
            if count >= 0 { return count }
            return errno == EAGAIN || errno == EINTR ? nil : 0
        }
    }

    /// The peer has left: it gets nothing more, but what it had sent can still be read.
    func stopSending() {
        state.withLock { $0.isDeaf = true }
    }

    /// Whether more of it may be read now.
    var isReading: Bool { state.withLock { $0.holds.isEmpty && $0.socket != nil } }

    /// Whether more requests may be under way, whatever is read.
    var hasRoom: Bool { state.withLock { $0.holds.subtracting(.ended).isEmpty } }

    /// Stops reading for a reason; with `.ended` the connection closes once all is answered.
    func hold(_ reason: Holds) {
        state.withLock { state in
            state.holds.insert(reason)
            watch(state)
        }
    }

    /// A reason to stop reading is gone.
    func release(_ reason: Holds) {
        state.withLock { state in
            state.holds.remove(reason)
            watch(state)
        }
    }

    /// Whether all was answered and sent after the end of reading.
    /// - Parameter ignoringRequests: whether requests that are not answered yet are given up.
    func isDone(ignoringRequests: Bool) -> Bool {
        state.withLock { state in
            let isIdle = state.calls.isEmpty && !state.holds.contains(.parsing)
            return state.holds.contains(.ended) && state.output.isEmpty
                && (isIdle || ignoringRequests)
        }
    }

    /// Closes the connection, and cancels what it was waiting for at length.
    func close() {
        let calls = state.withLock { state -> [Call] in
            guard let socket = state.socket else { return [] }
            poller?.remove(socket)
            Glibc.close(socket)
            state.socket = nil
            state.output.removeAll()
            state.holds = [.ended]
            return Array(state.calls.values)
        }
        for call in calls where call.effect == .bulk { call.cancel(.cancelled) }
    }
}

// MARK: - Requests under way

extension Peer {
    /// Counts a request that goes to the scheduler.
    func begin(_ call: Call) {
        state.withLock { state in
            state.calls[call.serial] = call
            state.callBytes += call.bytes
            let isFull =
                state.calls.count >= limits.queuedRequests || state.callBytes >= limits.queuedBytes
            if isFull, !state.holds.contains(.requests) {
                state.holds.insert(.requests)
                watch(state)
            }
        }
    }

    /// The scheduler has let a request go.
    func finish(_ call: Call) {
        let needsAttention = state.withLock { state -> Bool in
            guard state.calls.removeValue(forKey: call.serial) != nil else { return false }
            state.callBytes -= call.bytes
            let hasRoom =
                state.calls.count <= limits.queuedRequests / 2
                && state.callBytes <= limits.queuedBytes / 2
            if hasRoom, state.holds.contains(.requests) {
                state.holds.remove(.requests)
                watch(state)
                return true
            }
            return state.holds.contains(.ended) && state.calls.isEmpty
        }
        if needsAttention { attend(id) }
    }

    /// Cancels the unanswered requests of an id.
    /// - Returns: whether there was one.
    func cancel(_ id: RequestID) -> Bool {
        let calls = state.withLock { $0.calls.values.filter { $0.request.id == id } }
        var isFound = false
        for call in calls where call.cancel(.cancelled) { isFound = true }
        return isFound
    }
}
