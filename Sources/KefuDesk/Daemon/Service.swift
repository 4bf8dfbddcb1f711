import Glibc
import KefuDomain
import KefuRPC

/// A desk that serves its socket, from the first request to the last answer.
final class Service {
    private let desk: Desk
    private let server: Server
    private let lookout: Lookout
    private let manager: ServiceManager
    private let signals: SignalQueue
    private let configured: DaemonConfiguration

    /// From the signal to the end: what is acknowledged is on the disk long before.
    private static let patience = Duration.seconds(2)
    /// What of it requests under way may take.
    private static let patienceWithRequests = Duration.milliseconds(1200)

    /// Starts to serve.
    init(
        desk: Desk, listener: Listener, manager: ServiceManager, signals: SignalQueue,
        configured: DaemonConfiguration
    ) throws {
        self.desk = desk
        self.manager = manager
        self.signals = signals
        self.configured = configured
        let measures = ServerMeasures()
        let own: [Route<Desk>] = [
            Route(Shutdown.self) { _, _, call in
                call.whenAnswered { signals.raise(SIGTERM) }
                return Shutdown.Result()
            },
            Route(Metrics.self) { _, desk, _ in measures.result(desk) },
        ]
        let router = Router(Routes.all + own, host: desk, language: desk.language, log: desk.log)
        try desk.startScheduler()
        try desk.startLearner()
        let server = try Server(listener, router: router, log: desk.log)
        measures.watch(server)
        self.server = server
        lookout = Lookout(desk: desk, server: server, manager: manager)
        try lookout.start()
    }

    /// Serves signals until one of them ends the daemon, then ends it.
    func runUntilSignalled() {
        while signals.next() == SIGHUP { reload() }
        manager.tell(.stopping)
        desk.log.write(.info, "stopping")
        let guardian = LastResort(after: Self.patience, log: desk.log)
        lookout.stop()
        server.stop(within: Self.patienceWithRequests)
        desk.close()
        guardian.dismiss()
    }

    private func reload() {
        manager.tell(.reloading)
        defer { manager.tell(.ready) }
        do {
            desk.apply(try configured.load())
            desk.log.write(.info, "the configuration was read again")
        } catch let error as KefuError {
            desk.log.write(
                .error,
                "the old configuration stays in force: \(error.what.english): "
                    + error.why.english)
        } catch {
            desk.log.write(.error, "the old configuration stays in force")
        }
    }
}

/// Ends the process when ending it in order takes too long. What was acknowledged is on the disk;
/// the index, which may miss something, catches up at the next start.
private final class LastResort: Sendable {
    private let isDismissed = Monitor(false)

    init(after limit: Duration, log: Log) {
        let isDismissed = isDismissed
        let deadline = monotonicNow() + limit.nanoseconds
        _ = try? KefuRPC.Thread("kefu-end") {
            guard !isDismissed.wait(for: 0, until: deadline, { $0 }) else { return }
            log.write(.warning, "gave up what was not finished; nothing acknowledged is lost")
            _exit(0)
        }
    }

    func dismiss() {
        isDismissed.withLock { $0 = true }
        isDismissed.signal(0)
    }
}
