import KefuDomain
import KefuStore

/// Lets the base examine itself in the background after it changed a good deal, within bounds, and
/// keeps what came of it.
final class SelfExaminer: Sendable {
    private struct State {
        var calibration: Calibration
        var isStopping = false
        /// A write happened that nobody has looked at yet.
        var isDue = true
        var isExamining = false
    }

    private let store: Store
    private let modelVersion: Int
    private let log: Log
    private let state: Monitor<State>
    private let thread = Monitor<WorkerThread?>(nil)

    private static let setting = "calibration"
    /// The base must rest so long before it is examined.
    private static let rest = Duration.milliseconds(300)
    /// One examination may take so long.
    private static let budget = Duration.seconds(4)

    /// - Throws: a failure of the database.
    init(store: Store, modelVersion: Int, log: Log) throws {
        self.store = store
        self.modelVersion = modelVersion
        self.log = log
        let kept = try? store.read { try $0.setting(Self.setting, as: Calibration.self) }
        state = Monitor(
            State(calibration: kept?.modelVersion == modelVersion ? kept ?? .shipped : .shipped))
    }

    /// What turns scores into confidences now.
    var calibration: Calibration { state.withLock { $0.calibration } }

    /// Whether an examination is under way or about to begin.
    var isBusy: Bool { state.withLock { $0.isDue || $0.isExamining } }

    /// To be called after a write.
    func wake() {
        state.withLock { $0.isDue = true }
    }

    /// - Parameter engine: gives the engine to ask, as long as it is there.
    func start(_ engine: @escaping @Sendable () -> SearchEngine?) throws {
        let worker = try WorkerThread { [weak self] in
            while let self, self.waitUntilDue(), let engine = engine() { self.examine(engine) }
        }
        thread.withLock { $0 = worker }
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        let worker = thread.withLock { worker in
            defer { worker = nil }
            return worker
        }
        worker?.join()
    }

    /// - Returns: `false` when the engine ends.
    private func waitUntilDue() -> Bool {
        state.wait { state -> Bool? in
            if state.isStopping { return false }
            return state.isDue ? true : nil
        } ?? false
    }

    private func examine(_ engine: SearchEngine) {
        guard rest(engine) else { return }
        state.withLock { state in
            state.isDue = false
            state.isExamining = true
        }
        defer { state.withLock { $0.isExamining = false } }
        do {
            try examineIfChanged(engine)
        } catch {
            log.write(.warning, "self-test: given up (\(type(of: error)))")
        }
    }

    /// Waits until nothing is written and the index holds everything.
    /// - Returns: `false` when the engine ends.
    private func rest(_ engine: SearchEngine) -> Bool {
        var last = Int64(-1)
        while true {
            let isStopping = state.wait(atMost: Self.rest) { $0.isStopping ? true : nil } ?? false
            if isStopping { return false }
            let newest = (try? store.lastSequence()) ?? last
            let index = engine.state
            if newest == last, index.behind == 0 || index.failure != nil { return true }
            last = newest
        }
    }

    private func examineIfChanged(_ engine: SearchEngine) throws {
        let sequence = try store.lastSequence()
        let known = calibration
        let entries = try store.counts().entries
        let isLargeChange = sequence - known.sequence > max(20, Int64(entries / 20))
        guard sequence < known.sequence || isLargeChange || known.modelVersion != modelVersion
        else { return }
        let end = ContinuousClock.now + Self.budget
        let test = SelfTest(
            search: { try engine.selfTestCandidates(for: $0, without: $1) },
            isOver: { [state] in
                ContinuousClock.now > end || state.withLock { $0.isStopping }
            })
        var found = try test.calibration(of: store) ?? .shipped
        found.sequence = sequence
        found.modelVersion = modelVersion
        try store.write { try $0.setSetting(Self.setting, to: found) }
        state.withLock { [found] in $0.calibration = found }
        log.write(
            .info,
            "self-test: \(found.samples) questions, slope \(found.slope), shift \(found.shift)")
    }
}

extension SearchEngine {
    /// The best candidate for a question of a self-test, by the shipped numbers.
    fileprivate func selfTestCandidates(
        for question: String, without exclusion: Exclusion
    ) throws -> [Candidate] {
        try candidates(
            for: question, without: exclusion, by: .shipped, limit: 1,
            now: Timestamp(milliseconds: 0))
    }
}
