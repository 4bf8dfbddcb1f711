import Glibc
import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    func health() throws -> Health.Result {
        // Storage that fails is a state to tell of, not a reason not to answer.
        let counts = try? store.counts()
        let index = search.state
        let agents = agents.all
        let isWell =
            counts != nil && !store.isStorageFailing && index.phase == .ready
            && index.failure == nil
        return Health.Result(
            status: isWell ? .ok : .degraded,
            version: Program.version, uptime: uptime, pid: Int(getpid()),
            entries: counts?.entries ?? 0,
            passages: counts?.passages ?? 0,
            index: indexHealth,
            database: DatabaseHealth(path: paths.database, bytes: Int(store.bytes)),
            calibration: CalibrationHealth(
                state: search.isCalibrated ? .settled : .running),
            agents: agents.isEmpty ? nil : agents)
    }

    var uptime: Double { now.since(startedAt).inMilliseconds / 1000 }

    func configuration() throws -> ShowConfiguration.Result {
        ShowConfiguration.Result(settings: try current.loaded.settings())
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
