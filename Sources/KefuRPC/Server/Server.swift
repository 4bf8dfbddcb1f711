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
        var limits = limits
        limits.connections = Self.connections(within: limits, log)
        ksys_return_large_blocks()
        let poller = try Poller()
        let mailbox = Mailbox(waking: poller)
        let context = ServerContext(
            router: router, scheduler: Scheduler(limits: limits),
            statistics: Statistics(methods: router.methods), limits: limits, log: log)
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

    /// Raises the limit of descriptors, and takes fewer connections where that is refused.
    private static func connections(within limits: Limits, _ log: Log) -> Int {
        // Beside the sockets there are the files of the base.
        let files = 200
        let granted = Int(ksys_raise_descriptor_limit(Int32(limits.connections + files)))
        guard granted >= 0, granted < limits.connections + files else { return limits.connections }
        let connections = max(8, granted - files)
        log.write(
            .warning, "\(granted) descriptors at most: \(connections) connections are served")
        return connections
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
}

// MARK: - What it knows of itself

extension Server {
    /// Connections, queues and timings at this moment.
    public var metrics: ServerMetrics {
        ServerMetrics(
            connections: context.statistics.connectionCounts, queues: context.scheduler.depths,
            methods: context.statistics.timings,
            unknownMethods: context.statistics.unknownMethods)
    }

    /// The longest request since this was last asked, or of those that run now; those that may take
    /// their time left out.
    public func takeLongest() -> Duration {
        let now = monotonicNow()
        let open = context.scheduler.running.filter { $0.effect != .bulk }.map { now - $0.arrival }
        return .nanoseconds(max(context.statistics.takeLongest(), open.max() ?? 0))
    }

    /// Whether connections are served: the thread that reads them all answers in time.
    public func isAlive(within limit: Duration) -> Bool {
        let echo = Echo()
        mailbox.post(.echo(echo))
        return echo.isHeard(until: monotonicNow() + limit.nanoseconds)
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
    /// Requests for methods that there are not.
    public let unknownMethods: Int
}
