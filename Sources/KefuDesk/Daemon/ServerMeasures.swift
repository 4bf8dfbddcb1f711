import Glibc
import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore
import Synchronization

/// What the server knows of itself, for the method that tells it.
final class ServerMeasures: Sendable {
    private let server = Mutex<Server?>(nil)

    func watch(_ server: Server) {
        self.server.withLock { $0 = server }
    }

    func result(_ desk: Desk) -> Metrics.Result {
        Metrics.Result(
            uptime: desk.uptime, process: .now, machine: MachineUse(desk.load.reading),
            server: server.withLock { $0 }?.metrics, index: desk.indexHealth,
            caches: desk.cacheUse, alerts: desk.load.alerts, backup: desk.backups.last)
    }
}

extension ProcessLoad {
    /// That of this process.
    fileprivate static var now: ProcessLoad {
        let status = ProcessFile.text("/proc/self/status")
        var (usage, limit) = (rusage(), rlimit())
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
        return ProcessLoad(
            residentBytes: ProcessFile.number("VmRSS", in: status) << 10,
            peakBytes: ProcessFile.number("VmHWM", in: status) << 10,
            cpuSeconds: Double(seconds) + Double(microseconds) / 1e6,
            threads: ProcessFile.number("Threads", in: status),
            descriptors: ProcessFile.count(in: "/proc/self/fd"),
            descriptorLimit: Int(clamping: limit.rlim_cur))
    }
}

extension Desk {
    var indexHealth: IndexHealth {
        let index = search.state
        return IndexHealth(
            state: index.phase == .ready ? .ready : .building, behind: index.behind)
    }

    /// How the caches were used since the start.
    fileprivate var cacheUse: [CacheUse] {
        let database = store.cacheUse
        let uses = [
            ("pages", database.pages), ("statements", database.statements),
            ("rarities", search.rarityUse),
        ]
        return uses.map { CacheUse(name: $0, hits: $1.hits, misses: $1.misses) }
    }
}
