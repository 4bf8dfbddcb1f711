/// Takes long lines apart on a thread of its own, so that they hold up no other connection.
///
/// Meanwhile nothing is read from a line's connection, which keeps the order of its requests.
final class LongLines: Sendable {
    /// Lines up to this length are taken apart where they are read, which costs less.
    static let threshold = 1 << 16

    private let dispatcher: Dispatcher
    private let mailbox: Mailbox
    private let monitor = Monitor(State())

    private struct State {
        var lines = Queue<(line: [UInt8], peer: Peer)>()
        var isStopping = false
    }

    init(_ dispatcher: Dispatcher, reportingTo mailbox: Mailbox) {
        self.dispatcher = dispatcher
        self.mailbox = mailbox
    }

    func add(_ line: [UInt8], of peer: Peer) {
        monitor.withLock { $0.lines.append((line, peer)) }
        monitor.signal(0)
    }

    /// Ends the thread; lines that wait are dropped.
    func stop() {
        monitor.withLock { $0.isStopping = true }
        monitor.signal(0)
    }

    /// The life of the thread.
    func run() {
        while let (line, peer) = next() {
            mailbox.post(.parsed(peer.id, dispatcher.take(line, from: peer)))
        }
    }

    private func next() -> (line: [UInt8], peer: Peer)? {
        monitor.wait(for: 0) { state -> (line: [UInt8], peer: Peer)?? in
            if state.isStopping { return .some(nil) }
            return state.lines.popFirst().map { .some($0) }
        }
    }
}
