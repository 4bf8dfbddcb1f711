import KefuDomain
import KefuStore

/// Follows the database's change log with a thread of its own, so that the index is derived and
/// nobody waits for it. It survives a missing, broken or outdated index by building another.
final class IndexFollower: Sendable {
    /// What readers may open.
    struct Served: Sendable, Equatable {
        let path: String
        /// Counts the indexes that have served; another one means another set of files.
        var generation = 0
        /// Counts the commits; another one means there is something newer to see.
        var commits = 0
    }

    private struct State {
        var served: Served?
        var generations = 0
        var sequence: Int64 = 0
        var failure: String?
        var isRunning = false
        var mustStop = false
        /// Whether there may be changes to fetch.
        var isAwake = true
        /// Rebuilds asked for and done: a caller waits until `done` reaches its own number.
        var rebuildsWanted = 0
        var rebuildsDone = 0
        var progress = (done: 0, total: 0)
        var lastRebuild: Result<RebuildReport, any Error>?
    }

    private let store: Store
    private let folder: IndexFolder
    private let log: Log
    private let state = Monitor(State())
    private let thread = Monitor<WorkerThread?>(nil)

    init(store: Store, folder: IndexFolder, log: Log) {
        self.store = store
        self.folder = folder
        self.log = log
    }

    /// What readers may open now; `nil` while there is nothing.
    var served: Served? { state.withLock { $0.served } }

    /// The last change that the serving index holds; 0 without one.
    var sequence: Int64 { state.withLock { $0.served == nil ? 0 : $0.sequence } }

    var failure: String? { state.withLock { $0.failure } }

    /// Starts the thread; a second call does nothing.
    func start() throws {
        try thread.withLock { thread in
            guard thread == nil else { return }
            state.withLock { state in
                state.mustStop = false
                state.isRunning = true
            }
            thread = try WorkerThread { [self] in
                run()
                state.withLock { $0.isRunning = false }
            }
        }
    }

    /// Commits what is under way and ends the thread. It can be started again.
    func stop() {
        let ending = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        state.withLock { $0.mustStop = true }
        ending?.join()
    }

    /// Says that the database has changed, or that the index may be gone.
    func wake() {
        state.withLock { $0.isAwake = true }
    }

    /// Says that a reader found the serving index damaged: nobody opens it again.
    func reportDamage(of damaged: Served, _ failure: IndexFailure) {
        let isNews = state.withLock { state in
            guard state.served?.generation == damaged.generation else { return false }
            state.served = nil
            state.rebuildsWanted += 1
            return true
        }
        if isNews { log.write(.warning, "index: damaged, it will be rebuilt: \(failure.text)") }
    }

    /// Builds the index anew, while the old one serves, and waits for it.
    /// - Parameter progress: called now and then with units done and in all; what it throws ends the
    ///   wait, not the rebuild.
    func rebuild(progress: (Int, Int) throws -> Void) throws -> RebuildReport {
        try start()
        let ticket = state.withLock { state in
            state.rebuildsWanted += 1
            state.progress = (0, 0)
            return state.rebuildsWanted
        }
        while true {
            let outcome = state.wait(atMost: .milliseconds(200)) { state -> Outcome? in
                if state.rebuildsDone >= ticket, let last = state.lastRebuild { return .done(last) }
                return state.isRunning ? nil : .stopped
            }
            switch outcome {
            case .done(let result): return try result.get()
            case .stopped: throw IndexFailure(kind: .failed, text: "stopped")
            case nil:
                let (done, total) = state.withLock { $0.progress }
                if total > 0 { try progress(done, total) }
            }
        }
    }

    private enum Outcome {
        case done(Result<RebuildReport, any Error>)
        case stopped
    }
}

// MARK: - The thread

extension IndexFollower {
    /// How long to wait after a failure: at first, and at most.
    private static let retryDelays = (first: Duration.seconds(1), longest: Duration.seconds(60))

    private func run() {
        let keeper = IndexKeeper(store: store, folder: folder, log: log)
        var delay = Self.retryDelays.first
        while !mustStop {
            do {
                try step(keeper)
                delay = Self.retryDelays.first
            } catch {
                let text = Self.text(of: error)
                log.write(.error, "index: \(text); the next attempt is in \(delay)")
                keeper.close()
                state.withLock { $0.failure = text }
                pause(delay)
                delay = min(delay * 2, Self.retryDelays.longest)
            }
        }
        keeper.close()
    }

    private var mustStop: Bool { state.withLock { $0.mustStop } }

    /// Opens or rebuilds the index where need be, catches up, and waits for the next change.
    private func step(_ keeper: IndexKeeper) throws {
        let wanted = state.withLock { state in
            state.rebuildsWanted > state.rebuildsDone ? state.rebuildsWanted : nil
        }
        if let wanted {
            try rebuild(keeper, as: wanted)
        } else if !keeper.isOpen || keeper.isGone {
            if let reason = try keeper.open() {
                log.write(.info, "index: rebuilding, because \(reason)")
                withdraw()
                try rebuild(keeper, as: nil)
            } else {
                publish(keeper, isNew: true)
            }
        }
        guard !mustStop else { return }
        state.withLock { $0.isAwake = false }
        try keeper.catchUp(
            while: { !self.mustStop }, committed: { self.publish(keeper, isNew: false) })
        // Now, and not when the next change comes: what had failed is mended.
        state.withLock { $0.failure = nil }
        state.wait { state -> Void? in
            state.isAwake || state.mustStop || state.rebuildsWanted > state.rebuildsDone ? () : nil
        }
    }

    private func rebuild(_ keeper: IndexKeeper, as ticket: Int?) throws {
        let outcome = Result {
            let report = try keeper.rebuild(
                while: { !self.mustStop },
                progress: { done, total in
                    self.state.withLock { $0.progress = (done, total) }
                })
            guard let report else { throw IndexFailure(kind: .failed, text: "stopped") }
            return report
        }
        if (try? outcome.get()) != nil { publish(keeper, isNew: true) }
        state.withLock { state in
            if case .failure(let error) = outcome, !state.mustStop {
                state.failure = Self.text(of: error)
            }
            guard let ticket else { return }
            state.rebuildsDone = ticket
            state.lastRebuild = outcome
        }
        if !mustStop { _ = try outcome.get() }
    }

    private static func text(of error: any Error) -> String {
        (error as? IndexFailure)?.text ?? "\(error)"
    }

    private func publish(_ keeper: IndexKeeper, isNew: Bool) {
        let sequence = keeper.sequence
        state.withLock { state in
            state.sequence = sequence
            if isNew { state.generations += 1 }
            var served = Served(path: folder.current, generation: state.generations)
            served.commits = (state.served?.commits ?? 0) + 1
            state.served = served
        }
    }

    private func withdraw() {
        state.withLock { $0.served = nil }
    }

    private func pause(_ delay: Duration) {
        _ = state.wait(atMost: delay) { state in state.mustStop ? () : nil }
    }
}
