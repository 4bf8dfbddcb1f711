import CSystem
import KefuDomain
import Synchronization

/// What the parts of a running server share.
struct ServerContext: Sendable {
    let router: Router
    let scheduler: Scheduler
    let statistics: Statistics
    let limits: Limits
    let log: Log
}

/// Turns lines into requests under way. The lines of one connection are taken one after another,
/// so that its requests enter the scheduler in the order in which they were sent.
final class Dispatcher: Sendable {
    private let context: ServerContext
    private let lastSerial = Atomic(0)

    init(_ context: ServerContext) {
        self.context = context
    }

    /// Serves one line.
    /// - Returns: a fault with which the connection has to end.
    func take(_ line: [UInt8], from peer: Peer) -> WireFault? {
        switch Message(line) {
        case .fatal(let fault):
            return fault
        case .single(let item):
            take(item, from: peer, .line)
        case .batch(let items):
            let answers = items.count { $0.isAnswered }
            let batch = Batch(answers: answers, to: peer, limit: context.limits.batchAnswer)
            var member = 0
            for item in items {
                take(item, from: peer, .batch(batch, member: member))
                if item.isAnswered { member += 1 }
            }
        }
        return nil
    }

    private func take(_ item: RequestItem, from peer: Peer, _ destination: Call.Destination) {
        switch item {
        case .refused(let id, let fault):
            if let id { destination.deliver(.fault(fault), to: id, on: peer) }
        case .request(let request):
            let serial = lastSerial.add(1, ordering: .relaxed).newValue
            let call = context.router.call(
                request, peer: peer, serial: serial, destination: destination)
            peer.begin(call)
            if !context.scheduler.add(call) {
                call.cancel(.stopping)
                peer.finish(call)
            }
        }
    }
}

extension ServerContext {
    /// Runs a call and answers it.
    func run(_ call: Call) {
        // Nobody is left to read the answer.
        let isPointless = !call.effect.keepsOrder && !call.peer.isOpen
        guard call.begin(), !isPointless else { return }
        ksys_set_request(UInt64(call.serial))
        defer { ksys_set_request(0) }
        let outcome = router.serve(call)
        let isAnswer = call.answer(outcome)
        if isAnswer { call.followUp() }
        let took = monotonicNow() - call.arrival
        let isLong = call.effect == .bulk
        statistics.record(
            call.request.method, took: took, isError: outcome.isFailure, isLong: isLong)
        let level: LogLevel = took > Self.slow && !isLong ? .warning : .debug
        log.write(level, describe(call, outcome, took))
    }

    /// Requests that took longer are told of in any log.
    private static let slow: Nanoseconds = 5_000_000_000

    /// Its line in the log. A name that the client made up may be anything, and stays out.
    private func describe(_ call: Call, _ outcome: Answered, _ took: Nanoseconds) -> String {
        let method = router.knows(call.request.method) ? call.request.method : "unknown method"
        let end =
            switch outcome {
            case .success: "ok"
            case .failure(let error): error.code.rawValue
            case .fault: ErrorCode.invalidRequest.rawValue
            }
        let milliseconds = (Double(took) / 1e5).rounded() / 10
        return "\(method) on connection \(call.peer.id): \(end) in \(milliseconds) ms"
    }

    /// The life of a worker thread.
    func work(in effect: Effect) {
        while let call = scheduler.next(in: effect) {
            run(call)
            scheduler.finish(call)
            call.peer.finish(call)
        }
    }
}

extension RequestItem {
    /// Whether anything is sent back.
    fileprivate var isAnswered: Bool {
        switch self {
        case .request(let request): request.id != nil
        case .refused(let id, _): id != nil
        }
    }
}

extension Answered {
    fileprivate var isFailure: Bool {
        if case .success = self { return false }
        return true
    }
}

extension Call.Destination {
    /// Sends an answer to where it belongs.
    func deliver(_ outcome: Answered, to id: RequestID, on peer: Peer) {
        let text = outcome.text(to: id, in: peer.language)
        switch self {
        case .line: peer.write(text)
        case .batch(let batch, let member): batch.fill(member, with: text, of: id)
        case .nowhere: return
        }
    }
}
