public import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore
import KefuText
import Synchronization

/// The product: everything that the methods of the catalogue do.
///
/// Its handlers run on several worker threads at once; what they share is the store, the search
/// engine and the settings, each of which guards itself.
public final class Desk: Sendable {
    let store: Store
    let search: SearchEngine
    let events: EventHub
    let unkept = UnkeptAnswers()
    let agents = Agents()
    let scheduler = HubScheduler()
    let learner = Learner()
    let care: NearDuplicateSearch
    let fleeting = FleetingWords()
    let load = LoadWatch()
    let backups: BackupBook
    let gapKeeper = GapKeeper()
    let log: Log
    let language: Language
    let startedAt: Timestamp
    let paths: DeskPaths
    private let clock: @Sendable () -> Timestamp
    private let settings: Mutex<Settings>

    /// What a change of configuration replaces as a whole.
    struct Settings: Sendable {
        let loaded: LoadedConfiguration
        let responder: Responder
        let hub: HubSettings

        init(_ loaded: LoadedConfiguration) {
            self.loaded = loaded
            let configuration = loaded.configuration
            let analyzer = Analyzer()
            responder = Responder(
                thresholds: configuration.thresholds, texts: configuration.texts,
                operatorHours: configuration.operatorHours,
                rules: RuleBook(configuration.rules) { analyzer.key($0) })
            var hub = configuration.hub
            hub.scoring = hub.scoring.normalized { analyzer.key($0) }
            self.hub = hub
        }
    }

    /// Opens the base in a data directory.
    /// - Parameters:
    ///   - clock: the present moment; read once at the start of each request.
    ///   - language: that of the operator, for errors.
    public init(
        paths: DeskPaths, configuration: LoadedConfiguration, language: Language, log: Log,
        clock: @escaping @Sendable () -> Timestamp
    ) throws {
        self.paths = paths
        self.language = language
        self.log = log
        self.clock = clock
        startedAt = clock()
        events = EventHub(startedAt: startedAt)
        settings = Mutex(Settings(configuration))
        backups = BackupBook(paths.lastBackup)
        store = try Store(path: paths.database, analysis: Analyzer(), log: log)
        search = try SearchEngine(store: store, directory: paths.index, log: log, clock: clock)
        care = NearDuplicateSearch(store: store, search: search, log: log, clock: clock)
        try search.start()
    }

    /// The present moment.
    var now: Timestamp { clock() }

    /// The configuration in force and what is computed from it.
    var current: Settings { settings.withLock { $0 } }

    /// Puts another configuration in force; requests that already run keep the old one.
    public func apply(_ configuration: LoadedConfiguration) {
        let next = Settings(configuration)
        settings.withLock { $0 = next }
        gapKeeper.forgetChecks()
    }

    /// Finishes the index's work and closes the base.
    public func close() {
        scheduler.stop()
        learner.stop()
        care.stop()
        search.stop()
        store.close()
    }
}

/// Where a desk keeps what.
public struct DeskPaths: Sendable, Equatable {
    public let directory: String

    public init(directory: String) {
        self.directory = directory
    }

    public var database: String { directory + "/kefu.sqlite" }
    public var index: String { directory + "/index" }
    public var lock: String { directory + "/kefu.lock" }
    /// Where the newest backup is remembered.
    public var lastBackup: String { directory + "/kefu.last-backup" }
}
