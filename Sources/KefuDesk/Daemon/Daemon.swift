import CSystem
import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC

/// The whole life of `kefud`: from its options to its exit status.
public enum Daemon {
    /// Runs until a signal or `system.shutdown` ends it.
    /// - Returns: the exit status of PROTOCOL.
    public static func run(arguments: [String], environment: [String: String]) -> Int32 {
        let language = Language(environment: environment)
        do {
            let options = try DaemonOptions(arguments: arguments, environment: environment)
            if let backup = options.backupToRestore {
                try restore(backup, options)
                return 0
            }
            try serve(options, environment: environment, language: language)
            return 0
        } catch let error as KefuError {
            StandardError.write(error.lines(in: language))
            return error.code.exitStatus
        } catch {
            StandardError.write(["error: \(type(of: error))"])
            return ErrorCode.internal.exitStatus
        }
    }

    private static func serve(
        _ options: DaemonOptions, environment: [String: String], language: Language
    ) throws {
        let configured = DaemonConfiguration(options, environment: environment)
        let loaded = try configured.load()
        // Before any thread is made, so that every thread inherits the blocked signals.
        let signals = SignalQueue()
        umask(0o077)
        try DataDirectory.prepare(options.dataDirectory)
        let paths = DeskPaths(directory: options.dataDirectory)
        let lock = try DirectoryLock(paths.lock)
        defer { lock.release() }
        let log = StandardError.log(configured.logThreshold)
        let listener = try makeListener(options)
        let desk = try Desk(
            paths: paths, configuration: loaded, language: language, log: log,
            clock: { Timestamp.wallClock })
        defer { desk.close() }
        try desk.startScheduler()
        let server = try makeServer(listener, desk, signals)
        StandardError.write(["kefud ready \(options.socketPath)"])
        _ = ksys_notify("READY=1")
        wait(for: signals, desk, configured)
        _ = ksys_notify("STOPPING=1")
        log.write(.info, "stopping")
        server.stop()
    }

    private static func restore(_ backup: String, _ options: DaemonOptions) throws {
        umask(0o077)
        try DataDirectory.prepare(options.dataDirectory)
        let paths = DeskPaths(directory: options.dataDirectory)
        let lock = try DirectoryLock(paths.lock)
        defer { lock.release() }
        let report = try Restore(paths: paths, at: Timestamp.wallClock).run(from: backup)
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    private static func makeListener(_ options: DaemonOptions) throws -> Listener {
        ksys_inherited_sockets() > 0
            ? Listener(descriptor: 3) : try Listener(path: options.socketPath)
    }

    private static func makeServer(
        _ listener: Listener, _ desk: Desk, _ signals: SignalQueue
    ) throws -> Server {
        let measures = ServerMeasures()
        let own: [Route<Desk>] = [
            Route(Shutdown.self) { _, _, call in
                call.whenAnswered { signals.raise(SIGTERM) }
                return Shutdown.Result()
            },
            Route(Metrics.self) { _, desk, _ in try measures.result(uptime: desk.uptime) },
        ]
        let router = Router(Routes.all + own, host: desk, language: desk.language, log: desk.log)
        let server = try Server(listener, router: router, log: desk.log)
        measures.watch(server)
        return server
    }

    /// Serves signals until one of them ends the daemon.
    private static func wait(
        for signals: SignalQueue, _ desk: Desk, _ configured: DaemonConfiguration
    ) {
        while signals.next() == SIGHUP {
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
}
