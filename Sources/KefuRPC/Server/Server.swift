import CSystem
public import KefuDomain
import Synchronization

/// The daemon's end of the protocol: one thread that reads all connections, and pools that serve.
public final class Server: Sendable {
    private let context: ServerContext
    private let mailbox: Mailbox
    private let longLines: LongLines
    private let workers: [Thread]
    private let loop: Thread
    private let isStopped = Atomic(false)

    /// Starts to serve. The process is set up for it: its limit of descriptors is raised to what the
    /// connections need, where the system allows it, and memory of large messages is given back.
    /// - Throws: `.internal` when the system has no room for the few descriptors needed.
    public init(
        _ listener: Listener, router: Router, limits: Limits = Limits(), log: Log
    ) throws {
        // Beside the sockets there are the files of the base.
        _ = ksys_raise_descriptor_limit(Int32(limits.connections + 200))
        ksys_return_large_blocks()
        let poller = try Poller()
        let mailbox = Mailbox(waking: poller)
        let context = ServerContext(
            router: router, scheduler: Scheduler(limits: limits), statistics: Statistics(),
            limits: limits, log: log)
        guard poller.add(listener.descriptor, token: EventLoop.listenerToken) else {
            throw KefuError.socketFailed(0)
        }
        let dispatcher = Dispatcher(context)
        let longLines = LongLines(dispatcher, reportingTo: mailbox)
        self.context = context
        self.mailbox = mailbox
        self.longLines = longLines
        do {
            let parser = try Thread("rpc-parse") { longLines.run() }
            workers = try [parser] + Self.startWorkers(context)
            loop = try Thread("rpc-loop") {
                var loop = EventLoop(
                    listener, poller: poller, mailbox: mailbox, context: context,
                    dispatcher: dispatcher, longLines: longLines)
                loop.run()
            }
        } catch {
            longLines.stop()
            _ = context.scheduler.stop()
            throw error
        }
    }

    private static func startWorkers(_ context: ServerContext) throws -> [Thread] {
        var workers: [Thread] = []
        for effect in Effect.allCases {
            for _ in 0..<context.limits.threads(for: effect) {
                workers.append(
                    try Thread("rpc-\(effect.rawValue)", niceness: effect.niceness) {
                        context.work(in: effect)
                    })
            }
        }
        return workers
    }

    /// Ends serving: takes no more, cancels what waits and what is long, gives the rest its time,
    /// sends the answers, and removes the socket. May be called once; later calls do nothing.
    ///
    /// Not to be called by a handler: it would wait for itself (`Call.whenAnswered` does not help).
    /// - Parameter limit: time for the requests that run; those that take longer are answered with
    ///   a cancellation, and their threads are left behind.
    public func stop(within limit: Duration = .seconds(2)) {
        guard !isStopped.exchange(true, ordering: .relaxed) else { return }
        let deadline = monotonicNow() + limit.nanoseconds
        mailbox.post(.stop)
        longLines.stop()
        for call in context.scheduler.stop() {
            call.cancel(.stopping)
            call.peer.finish(call)
        }
        for call in context.scheduler.running where call.effect == .bulk { call.cancel(.stopping) }
        let isIdle = context.scheduler.waitUntilIdle(until: deadline)
        for call in context.scheduler.running {
            call.cancel(.stopping)
            call.answer(.failure(.stopping))
        }
        mailbox.post(.finish(monotonicNow() + 500_000_000))
        loop.join()
        for worker in workers { isIdle ? worker.join() : worker.detach() }
    }

    /// Connections, queues and timings at this moment.
    public var metrics: ServerMetrics {
        ServerMetrics(
            connections: context.statistics.connectionCounts, queues: context.scheduler.depths,
            methods: context.statistics.timings)
    }
}

extension Effect {
    /// Reading the sockets and `control` come first, long requests last.
    fileprivate var niceness: Int32 {
        switch self {
        case .control: 0
        case .read, .write: 4
        case .bulk: 8
        }
    }
}

/// What a server knows of itself, for `system.metrics`.
public struct ServerMetrics: Sendable {
    public let connections: ConnectionCounts
    public let queues: [QueueDepth]
    public let methods: [MethodTiming]
}
