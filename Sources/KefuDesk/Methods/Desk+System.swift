import Glibc
import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// The program's version, by semantic versioning.
    public static let version = "0.1.0"

    func health() throws -> Health.Result {
        let counts = try store.counts()
        let index = search.state
        return Health.Result(
            status: index.phase == .ready && index.failure == nil ? .ok : .degraded,
            version: Self.version, uptime: uptime, pid: Int(getpid()), entries: counts.entries,
            passages: counts.passages,
            index: IndexHealth(
                state: index.phase == .ready ? .ready : .building, behind: index.behind),
            database: DatabaseHealth(path: paths.database, bytes: Int(store.bytes)),
            calibration: CalibrationHealth(state: .settled))
    }

    var uptime: Double { now.since(startedAt).inMilliseconds / 1000 }

    func configuration() throws -> ShowConfiguration.Result {
        ShowConfiguration.Result(settings: try current.loaded.settings())
    }

    func backUp(_ params: Backup.Params) throws -> Backup.Result {
        try PathCheck.requireAbsolute(params.path, Backup.Params.CodingKeys.path.rawValue)
        let stopwatch = Stopwatch()
        try store.backUp(to: params.path)
        var facts = stat()
        let bytes = stat(params.path, &facts) == 0 ? Int(facts.st_size) : 0
        return Backup.Result(path: params.path, bytes: bytes, took: stopwatch.milliseconds)
    }

    func subscribe(_ params: SubscribeEvents.Params, _ call: Call) -> SubscribeEvents.Result {
        let latest = events.latest
        let (hub, peer, topics) = (events, call.peer, params.topics.map(Set.init))
        // The answer comes first: what the client asked to hear again follows it.
        call.whenAnswered { hub.subscribe(peer, topics: topics, after: params.since ?? latest) }
        return SubscribeEvents.Result(seq: latest)
    }

    func statistics() throws -> BaseStatistics.Result {
        let now = now
        let facts = try store.read { try $0.statistics(at: now) }
        return BaseStatistics.Result(
            entries: facts.counts.entries,
            byStatus: Dictionary(
                uniqueKeysWithValues: facts.counts.entriesByStatus.map { ($0.rawValue, $1) }),
            bySource: Dictionary(
                uniqueKeysWithValues: facts.entriesBySource.map { ($0.rawValue, $1) }),
            byCategory: facts.entriesByCategory, variants: facts.variants,
            negatives: facts.negatives, documents: facts.counts.documents,
            passages: facts.counts.passages, expired: facts.expired, neverHit: facts.neverHit)
    }
}

/// What the contract asks of every path that a client names.
enum PathCheck {
    /// - Throws: `ErrorCode.invalidParams` for a relative path: the daemon's directory is not the
    ///   client's.
    static func requireAbsolute(_ path: String, _ field: String) throws {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw KefuError.invalid(
                field, .pathNotAbsolute, why: .pathNotAbsoluteWhy, hint: .pathNotAbsoluteHint)
        }
    }
}
