import KefuDomain
import KefuRPC

/// What the daemon has to say.
extension Check {
    static let daemon = Check(.checkDaemon, .meaningDaemon) { examination in
        let health = try examination.health()
        guard health.version == Program.version else {
            return .warning(
                .versionsDiffer.at("\(Program.version) / \(health.version)"), .versionsDifferHint)
        }
        return health.status == .ok ? .ok(.healthOK) : .warning(.healthDegraded, .indexHint)
    }

    static let ofTheDaemon: [Check] = [
        database, index, base, conflicts, expiry, limits, load, canary, chinese, backup, clients,
    ]

    private static let database = Check(.checkDatabase, .meaningDatabase) { examination in
        let params = CheckBase.Params(deep: examination.isDeep ? true : nil)
        let result = try examination.console.call(CheckBase.self, params)
        if let first = result.problems.first {
            return .problem(.databaseDamaged(result.problems.count, first), .databaseHint)
        }
        let milliseconds = decimal(result.took, 0)
        return .ok(result.isDeep ? .databaseSound(milliseconds) : .databaseShallow(milliseconds))
    }

    private static let index = Check(.checkIndex, .meaningIndex) { examination in
        let index = try examination.health().index
        switch index.state {
        case .building: return .warning(.indexBuilding, .indexHint)
        case .ready: return .ok(index.behind > 0 ? .indexBehind(index.behind) : .indexReady)
        }
    }

    private static let base = Check(.checkBase, .meaningBase) { examination in
        let health = try examination.health()
        let counts = Phrase.entriesAndPassages(health.entries, health.passages)
        return health.entries + health.passages == 0
            ? .warning(counts, .baseEmptyHint) : .ok(counts)
    }

    private static let conflicts = Check(.checkConflicts, .meaningConflicts) { examination in
        let page = try examination.console.call(ListConflicts.self, PageRequest(limit: 100))
        // Near duplicates come behind them, and contradict nobody.
        let count = page.conflicts.count { $0.kind == .contradiction }
        let isMore = page.nextCursor != nil && count == page.conflicts.count
        return count == 0
            ? .ok(.noConflicts) : .warning(.conflictCount(count, isMore: isMore), .conflictHint)
    }

    /// Whether entries are out of date, or will be soon.
    private static let expiry = Check(.checkExpiry, .meaningExpiry) { examination in
        let now = Moment.now
        let params = ListEntries.Params(expiresBefore: now.in(days: 30), limit: 100)
        let page = try examination.console.call(ListEntries.self, params)
        guard !page.entries.isEmpty else { return .ok(.noneExpires) }
        let over = page.entries.count { $0.isExpired(at: now) }
        let counts = Phrase.expiryCounts(
            over, page.entries.count - over, isCut: page.nextCursor != nil)
        return over > 0 ? .warning(counts, .expiryHint) : .ok(counts)
    }

    private static let limits = Check(.checkLimits, .meaningLimits) { examination in
        let process = try examination.metrics().process
        let text = Phrase.descriptorsOpen(process.descriptors, process.descriptorLimit)
        let isTight = process.descriptors * 5 > process.descriptorLimit * 4
        return isTight || process.descriptorLimit < 1024
            ? .warning(text, .descriptorHint) : .ok(text)
    }

    private static let load = Check(.checkLoad, .meaningLoad) { examination in
        let metrics = try examination.metrics()
        guard metrics.alerts.isEmpty else {
            let told = metrics.alerts.map { Phrase.alert($0) }
            return .warning(
                Phrase(
                    told.map(\.english).joined(separator: "; "),
                    told.map(\.chinese).joined(separator: "；")), .loadHint)
        }
        return .ok(.memoryInUse(bytes(metrics.residentBytes)))
    }

    /// Whether an entry is found by its own question.
    private static let canary = Check(.checkCanary, .meaningCanary) { examination in
        let params = ListEntries.Params(status: .active, limit: 1)
        guard let entry = try examination.console.call(ListEntries.self, params).entries.first
        else { return .ok(.canarySkipped) }
        return try find(entry, by: entry.question, examination)
    }

    /// Whether a Chinese entry is found by its question worded otherwise, in traditional
    /// characters or full width as they come: through all of normalisation, words and ranking.
    private static let chinese = Check(.checkChinese, .meaningChinese) { examination in
        let params = ListEntries.Params(status: .active, limit: 100)
        let entries = try examination.console.call(ListEntries.self, params).entries
        guard
            let entry = entries.first(where: { $0.question.unicodeScalars.contains(where: isHan) })
        else { return .ok(.canarySkipped) }
        return try find(entry, by: reworded(entry.question), examination)
    }

    /// The same question as somebody else would ask it.
    static func reworded(_ question: String) -> String {
        let bare = question.trimmed.filter { !"？?。".contains($0) }
        // ASCII in full width, as input methods write it.
        let wide = String(
            String.UnicodeScalarView(
                bare.unicodeScalars.map { scalar in
                    ("!"..."~").contains(scalar)
                        ? UnicodeScalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
        return "请问一下，\(wide)呢？"
    }

    private static func isHan(_ scalar: UnicodeScalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static func find(
        _ entry: Entry, by question: String, _ examination: Examination
    ) throws -> CheckOutcome {
        let params = SearchBase.Params(query: question, limit: 10)
        let result = try examination.console.call(SearchBase.self, params)
        guard let hit = result.hits.first(where: { $0.id == entry.id }) else {
            return .problem(.canaryLost(entry.id), .canaryHint)
        }
        return .ok(
            .canaryFound(entry.id, decimal(hit.confidence, 2), decimal(result.took, 1)))
    }

    /// A base that nobody can bring back.
    private static let backup = Check(.checkBackup, .meaningBackup) { examination in
        let health = try examination.health()
        guard let last = try examination.metrics().backup else {
            return health.entries == 0 ? nil : .warning(.backupNever, .backupHint)
        }
        let days = Int(Moment.now.since(last.at) / .seconds(86_400))
        return days > 7
            ? .warning(.backupOld(days, last.path), .backupHint)
            : .ok(Phrase(verbatim: "\(shortTime(last.at))  \(last.path)"))
    }

    /// Longer silence of a capture client means that messages may be missed.
    private static let silence = Duration.seconds(600)

    private static let clients = Check(.checkClients, .meaningClients) { examination in
        let agents = try examination.health().agents ?? []
        guard !agents.isEmpty else { return nil }
        let now = Moment.now
        let silent = agents.filter { now.since($0.at) > silence || $0.status.isOnline == false }
        return silent.isEmpty
            ? .ok(.clientsWell(agents.count))
            : .warning(
                .clientsSilent(silent.map { Cleaning.forTerminal($0.agentID) }), .clientsHint)
    }
}
