public import KefuDomain
import Synchronization

/// One request under way, as its handler sees it.
public final class Call: Sendable {
    /// The connection it came on; an event hub keeps it for later notifications.
    public let peer: Peer
    /// When it arrived.
    public let now: Timestamp

    let request: Request
    let effect: Effect
    let serial: Int
    let arrival: Nanoseconds
    /// The orders that it keeps.
    let strands: [Strand]
    private let destination: Destination
    private let phase = Atomic(Phase.waiting)
    private let cancellation = Atomic(false)
    private let followUps = Mutex<[@Sendable () -> Void]>([])

    private enum Phase: UInt8, AtomicRepresentable {
        case waiting, running, answered
    }

    /// Where its answer goes.
    enum Destination: Sendable {
        case line
        case batch(Batch, member: Int)
        /// It is a notification.
        case nowhere
    }

    init(
        _ request: Request, peer: Peer, effect: Effect, serial: Int, strands: [Strand] = [],
        destination: Destination, arrival: Nanoseconds, now: Timestamp
    ) {
        self.request = request
        self.peer = peer
        self.effect = effect
        self.serial = serial
        self.strands = strands
        self.destination = request.id == nil ? .nowhere : destination
        self.arrival = arrival
        self.now = now
    }

    /// Whether the caller does not want the result any more.
    public var isCancelled: Bool { cancellation.load(ordering: .relaxed) }

    /// Ends a handler that nobody waits for; long ones call it now and then.
    /// - Throws: `ErrorCode.cancelled`.
    public func checkCancelled() throws {
        if isCancelled { throw KefuError.cancelled }
    }

    /// Sends a notification on the request's connection; dropped when the peer is gone or slow.
    public func notify<N: Notification>(_ notification: N.Type, _ params: N.Params) {
        peer.notify(notification, params)
    }

    /// Has something done right after the answer was sent, whatever it is: the end of the daemon,
    /// the first events of a subscription.
    public func whenAnswered(_ action: @escaping @Sendable () -> Void) {
        followUps.withLock { $0.append(action) }
    }
}

extension Call {
    /// Whether it runs even when its peer reads no answers: others may wait for the order that it
    /// keeps, or for what it is to cancel.
    var isUrgent: Bool {
        for case .key in strands { return true }
        return request.method == Cancel.name
    }

    /// What it occupies while it waits.
    var bytes: Int { (request.params?.count ?? 0) + 256 }

    /// Takes it for running.
    /// - Returns: `false` when it was answered before, with a cancellation.
    func begin() -> Bool {
        phase.compareExchange(
            expected: .waiting, desired: .running, ordering: .acquiringAndReleasing
        ).exchanged
    }

    /// Flags it as cancelled; one that does not run yet is answered at once.
    /// - Returns: `false` when it has its answer already.
    @discardableResult
    func cancel(_ reason: KefuError) -> Bool {
        guard phase.load(ordering: .acquiring) != .answered else { return false }
        cancellation.store(true, ordering: .relaxed)
        let isWaiting = phase.compareExchange(
            expected: .waiting, desired: .answered, ordering: .acquiringAndReleasing
        ).exchanged
        if isWaiting { deliver(.failure(reason)) }
        return true
    }

    /// Answers it, once: a result that comes after a cancellation is dropped.
    /// - Returns: whether this was its answer.
    @discardableResult
    func answer(_ outcome: Answered) -> Bool {
        guard phase.exchange(.answered, ordering: .acquiringAndReleasing) != .answered else {
            return false
        }
        deliver(outcome)
        return true
    }

    /// Runs what was asked for with `whenAnswered`.
    func followUp() {
        for action in followUps.withLock({ $0 }) { action() }
    }

    private func deliver(_ outcome: Answered) {
        guard let id = request.id else { return }
        destination.deliver(outcome, to: id, on: peer)
    }
}

/// What came of a request.
enum Answered: Sendable {
    /// A result, as JSON text.
    case success([UInt8])
    case failure(KefuError)
    case fault(WireFault)

    func text(to id: RequestID, in language: Language) -> [UInt8] {
        switch self {
        case .success(let json): Reply.result(json, to: id)
        case .failure(let error): Reply.failure(error, to: id, in: language)
        case .fault(let fault): Reply.fault(fault, to: id, in: language)
        }
    }
}
