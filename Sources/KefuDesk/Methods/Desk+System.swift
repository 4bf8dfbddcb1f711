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
            index: IndexHealth(
                state: index.phase == .ready ? .ready : .building, behind: index.behind),
            database: DatabaseHealth(path: paths.database, bytes: Int(store.bytes)),
            calibration: CalibrationHealth(
                state: search.isCalibrated ? .settled : .running),
            agents: agents.isEmpty ? nil : agents)
    }

    var uptime: Double { now.since(startedAt).inMilliseconds / 1000 }

    func configuration() throws -> ShowConfiguration.Result {
        ShowConfiguration.Result(settings: try current.loaded.settings())
    }

    func backUp(_ params: Backup.Params) throws -> Backup.Result {
        try PathCheck.requireAbsolute(params.path, Backup.Params.CodingKeys.path.rawValue)
        try PathCheck.refuseOwnFiles(params.path, of: paths)
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
    /// - Throws: `ErrorCode.conflict` for a file that the daemon keeps itself, under whatever name.
    static func refuseOwnFiles(_ path: String, of paths: DeskPaths) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        for own in [paths.directory, paths.index] where isSame(folder.isEmpty ? "/" : folder, own) {
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            let isOurs = ["kefu.", "kefud."].contains { name.hasPrefix($0) } || name == "history"
            guard own == paths.index || isOurs else { continue }
            throw KefuError(
                .conflict, .pathIsOwn, why: .pathIsOwnWhy, hint: .pathIsOwnHint,
                conflicts: [Reference(id: name)])
        }
    }

    /// Whether two paths lead to the same directory.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (left, right) = (Glibc.stat(), Glibc.stat())
        return stat(one, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev
            && left.st_ino == right.st_ino
    }

    /// - Throws: `ErrorCode.invalidParams` for a relative path: the daemon's directory is not the
    ///   client's.
    static func requireAbsolute(_ path: String, _ field: String) throws {
        guard path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw KefuError.invalid(
                field, .pathNotAbsolute, why: .pathNotAbsoluteWhy, hint: .pathNotAbsoluteHint)
        }
    }
}
