import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

/// Looks for entries that mean the same, on a thread of its own, a few at a time: it takes a quarter
/// of one core at most, and waits while the index follows or the base examines itself.
///
/// Each new or changed entry is compared once. How far that is lies in the base, so that a restart
/// goes on there.
final class NearDuplicateSearch: Sendable {
    private struct State {
        var mustStop = false
        /// How far everything was compared; `nil` before the first time.
        var settledAt: ComparedEntries?
    }

    private let store: Store
    private let search: SearchEngine
    private let log: Log
    private let clock: @Sendable () -> Timestamp
    private let state = Monitor(State())
    private let thread = Monitor<KefuRPC.Thread?>(nil)

    /// Entries that are compared before the next look at the clock.
    private static let batch = 8
    /// How long it works in one go, and how long it leaves the machine to others then.
    private static let (work, rest) = (Duration.milliseconds(50), Duration.milliseconds(150))
    /// How long it waits where there is nothing to compare.
    private static let pause = Duration.seconds(1)

    init(
        store: Store, search: SearchEngine, log: Log, clock: @escaping @Sendable () -> Timestamp
    ) {
        self.store = store
        self.search = search
        self.log = log
        self.clock = clock
    }

    /// Starts the thread; a second call does nothing.
    /// - Throws: `ErrorCode.internal` when the system has no thread left.
    func start() throws {
        try thread.withLock { thread in
            guard thread == nil else { return }
            thread = try KefuRPC.Thread("kefu-care") { [self] in
                while !mustStop { sleep(step()) }
            }
        }
    }

    /// Ends the thread and waits for it.
    func stop() {
        state.withLock { $0.mustStop = true }
        state.broadcast(0)
        thread.withLock { thread in
            defer { thread = nil }
            return thread
        }?.join()
    }

    /// Whether every entry that the base holds now was compared.
    func isComplete() throws -> Bool {
        let last = try store.read { connection in
            try connection.uncompared(after: connection.comparedEntries(), limit: 1)
        }
        return last.isComplete && last.rows.isEmpty
    }

    private var mustStop: Bool { state.withLock { $0.mustStop } }

    /// Compares for a while.
    /// - Returns: how long to wait before the next time.
    private func step() -> Duration {
        do {
            let index = search.state
            guard index.phase == .ready, index.behind == 0, search.isCalibrated else {
                return Self.pause
            }
            let end = ContinuousClock.now + Self.work
            repeat {
                if try !compareSome() { return Self.pause }
            } while ContinuousClock.now < end && !mustStop
            return Self.rest
        } catch let error as KefuError where error.code == .cancelled || error.isOfStorage {
            return Self.pause
        } catch {
            log.write(.warning, "near duplicates could not be looked for: \(type(of: error))")
            return .seconds(30)
        }
    }

    /// - Returns: whether there may be more.
    private func compareSome() throws -> Bool {
        let next = try store.read { connection in
            try connection.uncompared(after: connection.comparedEntries(), limit: Self.batch)
        }
        let known = state.withLock { $0.settledAt }
        guard next.reached != known else { return false }
        var found: [(row: Int64, others: [(row: Int64, confidence: Double)])] = []
        for row in next.rows {
            if mustStop { return false }
            let twins = try search.twins(of: row, now: clock())
            found.append((row, twins.map { ($0.entry, $0.confidence) }))
        }
        try store.write { [found] in try $0.setNearDuplicates(found, through: next.reached) }
        if next.isComplete { state.withLock { $0.settledAt = next.reached } }
        return true
    }

    private func sleep(_ duration: Duration) {
        let end = monotonicNow() + duration.nanoseconds
        _ = state.wait(for: 0, until: end) { $0.mustStop }
    }
}
