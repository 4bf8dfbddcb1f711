import CSystem
import FoundationEssentials
import Glibc
import KefuDomain
import KefuRPC
import Synchronization

/// Looks at the machine and the daemon every few seconds: for alerts, and for the service manager,
/// which wants to hear that requests are still read.
final class Lookout: Sendable {
    private let desk: Desk
    private let server: Server
    private let manager: ServiceManager
    private let mustStop = Monitor(false)
    private let thread = Monitor<KefuRPC.Thread?>(nil)

    private static let usualPeriod = Duration.seconds(5)
    /// A server that has not looked at its sockets for so long is stuck.
    private static let patience = Duration.seconds(5)

    init(desk: Desk, server: Server, manager: ServiceManager) {
        self.desk = desk
        self.server = server
        self.manager = manager
    }

    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    func start() throws {
        try thread.withLock { thread in
            thread = try KefuRPC.Thread("kefu-lookout") { [self] in look() }
        }
    }

    /// Ends the thread and waits for it.
    func stop() {
        mustStop.withLock { $0 = true }
        mustStop.signal(0)
        thread.withLock { $0 }?.join()
    }

    private func look() {
        let period = manager.watchdog.map { min(Self.usualPeriod, $0 / 3) } ?? Self.usualPeriod
        var sampler = LoadSampler(directory: desk.paths.directory)
        repeat {
            desk.look(sampler.sample(slowest: server.takeLongest()))
            if manager.watchdog != nil, server.isAlive(within: Self.patience) {
                manager.tell(.alive)
            }
        } while !mustStop.wait(for: 0, until: monotonicNow() + period.nanoseconds, { $0 })
    }
}

/// Finds out how busy the machine is.
struct LoadSampler {
    private let directory: String
    private var load = MachineLoad()

    /// - Parameter directory: where the base lies.
    init(directory: String) {
        self.directory = directory
    }

    /// - Parameter slowest: the longest request since the sample before.
    mutating func sample(slowest: Duration) -> LoadReading {
        LoadReading(
            cpuPercent: load.cpuPercent(MachineLoad.Ticks(ProcessFile.text("/proc/stat"))),
            memoryPercent: MachineLoad.memoryPercent(ProcessFile.text("/proc/meminfo")),
            slowestSeconds: slowest / .seconds(1), freeMegabytes: freeMegabytes)
    }

    private var freeMegabytes: Double? {
        var facts = statvfs()
        guard statvfs(directory, &facts) == 0 else { return nil }
        return Double(facts.f_bavail) * Double(facts.f_frsize) / 1_048_576
    }
}

/// What was seen last, and the alerts that came of it.
final class LoadWatch: Sendable {
    private let state = Mutex((monitor: AlertMonitor(), reading: LoadReading()))

    var reading: LoadReading { state.withLock { $0.reading } }
    var alerts: [Alert] { state.withLock { $0.monitor.active.map(Alert.init) } }

    func take(
        _ reading: LoadReading, _ settings: AlertSettings, at now: Timestamp
    ) -> [AlertMonitor.Change] {
        state.withLock { state in
            state.reading = reading
            return state.monitor.take(reading, settings, at: now)
        }
    }
}

extension Desk {
    /// Takes note of how the machine and the daemon are, and alerts the operator where that is due.
    func look(_ reading: LoadReading) {
        let now = now
        let settings = current.loaded.configuration.alerts
        for change in load.take(reading, settings, at: now) {
            let alert = Alert(change)
            log.write(
                change.isRaised ? .warning : .info,
                Phrase.alert(
                    change.kind, isRaised: change.isRaised, "\(alert.value)", "\(alert.limit)"
                ).english)
            guard let data = try? JSONEncoder().encode(alert),
                let json = try? JSONDecoder().decode(JSONValue.self, from: data)
            else { continue }
            events.publish(.alert, at: now, json)
        }
    }
}
