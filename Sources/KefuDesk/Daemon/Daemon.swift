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
        umask(0o077)
        _ = ksys_give_up_privileges()
        do {
            let options = try DaemonOptions(arguments: arguments, environment: environment)
            return try perform(options, environment, language)
        } catch let error as KefuError {
            StandardError.write(error.lines(in: language))
            return error.code.exitStatus
        } catch {
            StandardError.write(["error: \(type(of: error))"])
            return ErrorCode.internal.exitStatus
        }
    }

    private static func perform(
        _ options: DaemonOptions, _ environment: [String: String], _ language: Language
    ) throws -> Int32 {
        switch options.task {
        case .serve: try serve(options, environment, language)
        case .restore(let backup): try restore(backup, options)
        case .checkConfiguration: return check(options, environment, language)
        case .help: print(DaemonHelp.lines(language).joined(separator: "\n"))
        case .version: print("kefud \(Program.version)")
        }
        return 0
    }

    /// What is wrong is the result here, and so goes to standard output.
    private static func check(
        _ options: DaemonOptions, _ environment: [String: String], _ language: Language
    ) -> Int32 {
        do {
            _ = try DaemonConfiguration(options, environment: environment).load()
            print(Phrase.configurationFine.text(language))
            return 0
        } catch let error as KefuError {
            print(error.lines(in: language).joined(separator: "\n"))
            return error.code.exitStatus
        } catch {
            print("error: \(type(of: error))")
            return ErrorCode.internal.exitStatus
        }
    }

    /// How long a socket that was handed over makes the daemon wait for a directory that is in use:
    /// a restore may be under way, or the daemon before this one is ending.
    private static let patienceWithSocket = Duration.seconds(20)

    private static func serve(
        _ options: DaemonOptions, _ environment: [String: String], _ language: Language
    ) throws {
        let manager = ServiceManager(environment: environment)
        manager.closeOff()
        let configured = DaemonConfiguration(options, environment: environment)
        let loaded = try configured.load()
        // Before any thread is made, so that every thread inherits the blocked signals.
        let signals = SignalQueue()
        let log = StandardError.log(
            configured.logThreshold, LogFormat(environment: environment))
        let mended = try DataDirectory.prepare(options.dataDirectory)
        if !mended.isEmpty {
            log.write(.warning, "others could read, and no longer can: \(mended)")
        }
        let paths = DeskPaths(directory: options.dataDirectory)
        let lock =
            try manager.sockets > 0
            ? DirectoryLock(paths.lock, patience: patienceWithSocket) : DirectoryLock(paths.lock)
        defer { lock.release() }
        let listener = try makeListener(options, manager)
        let desk = try Desk(
            paths: paths, configuration: loaded, language: language, log: log,
            clock: { Timestamp.wallClock })
        let socket = listener.path ?? options.socketPath
        let service = try Service(
            desk: desk, listener: listener, manager: manager, signals: signals,
            configured: configured)
        StandardError.write(["kefud ready \(socket)"])
        manager.tell(.ready)
        service.runUntilSignalled()
    }

    private static func restore(_ backup: String, _ options: DaemonOptions) throws {
        try DataDirectory.prepare(options.dataDirectory)
        let paths = DeskPaths(directory: options.dataDirectory)
        let lock = try DirectoryLock(paths.lock)
        defer { lock.release() }
        let report = try Restore(paths: paths, at: Timestamp.wallClock).run(from: backup)
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    private static func makeListener(
        _ options: DaemonOptions, _ manager: ServiceManager
    ) throws -> Listener {
        switch manager.sockets {
        case 0: return try Listener(path: options.socketPath)
        case 1: return try Listener(inherited: ServiceManager.firstSocket)
        default:
            throw KefuError(
                .usage, .socketsHandedOver(manager.sockets), why: .oneSocketOnly,
                hint: .socketUnitHint)
        }
    }
}

/// What `kefud --help` prints.
enum DaemonHelp {
    static func lines(_ language: Language) -> [String] {
        let width = DaemonOption.allCases.map(\.usage.count).max() ?? 0
        let options = DaemonOption.allCases.map { option in
            let padding = String(repeating: " ", count: width - option.usage.count + 2)
            return "  " + option.usage + padding + option.help.text(language)
        }
        let about = [Phrase.daemonAbout, .daemonAboutSignals, .daemonAboutService]
        return about.map { $0.text(language) } + [""] + options
    }
}
