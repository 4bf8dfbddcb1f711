import FoundationEssentials
import KefuDomain
import KefuStore
import KefuText

/// Examines the base in the background, whenever it has changed enough, on a thread of its own.
final class Examiner: Sendable {
    private struct State {
        var isAwake = true
        var mustStop = false
        var isRunning = false
        var isWanted = false
        var examined: Int64 = 0
        /// The base that the intent model was learned from; `nil` before the first time.
        var learned: Int64?
        /// The verdicts that the confidence was last fitted to.
        var verdicts: [Int64] = []
    }

    /// The settings that keep what was found out.
    private static let setting = "calibration"
    /// A base with fewer texts tells nothing about itself.
    private static let fewestTexts = 30
    /// Older verdicts do not count.
    private static let maxLabels = 2000
    /// How long the base must have been left alone.
    private static let quiet = Duration.milliseconds(300)

    private let store: Store
    private let log: Log
    private let clock: @Sendable () -> Timestamp
    private let state = Monitor(State())
    private let thread = Monitor<WorkerThread?>(nil)

    init(store: Store, log: Log, clock: @escaping @Sendable () -> Timestamp) {
        self.store = store
        self.clock = clock
        self.log = log
    }

    /// What was found out before; the shipped weights where there is nothing, or another version's.
    func stored() throws -> Calibration {
        let kept = try store.read { try $0.setting(Self.setting, as: StoredCalibration.self) }
        guard let kept, let calibration = kept.calibration else { return .shipped }
        state.withLock { $0.examined = calibration.examination?.sequence ?? 0 }
        return calibration
    }

    func start(on engine: SearchEngine) throws {
        try thread.withLock { thread in
            guard thread == nil else { return }
            state.withLock { $0.mustStop = false }
            thread = try WorkerThread { [weak engine, self] in
                while let engine, step(engine) {}
            }
        }
    }

    func stop() {
        let ending = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        state.withLock { $0.mustStop = true }
        ending?.join()
    }

    func wake() { state.withLock { $0.isAwake = true } }

    func examineNow() {
        state.withLock { $0.isWanted = true }
    }

    /// Stores a calibration.
    func keep(_ calibration: Calibration) throws {
        let kept = StoredCalibration(calibration)
        try store.write { try $0.setSetting(Self.setting, to: kept) }
    }

    /// The operator's verdicts that count, newest first.
    func labels(since: Timestamp?) throws -> [CalibrationLabel] {
        try store.read { try $0.labels(limit: Self.maxLabels) }.filter { label in
            since.map { label.at > $0 } ?? true
        }
    }

    /// Whether there is nothing to examine, and nothing is being examined or learned.
    var isSettled: Bool {
        let now = state.withLock { $0 }
        guard !now.isRunning, !now.isWanted else { return false }
        guard let isDue = try? isDue(since: now.examined) else { return true }
        return !isDue && (now.learned != nil || now.mustStop)
    }

    /// Whether the base has changed by a twentieth, and by ten texts at least.
    private func isDue(since examined: Int64) throws -> Bool {
        let (sequence, counts) = try store.read { (try $0.lastSequence(), try $0.counts()) }
        let texts = Int64((counts.entriesByStatus[.active] ?? 0) + counts.passages)
        guard texts >= Self.fewestTexts else { return false }
        return sequence - examined >= max(10, texts / 20)
    }
}

// MARK: - The thread

extension Examiner {
    private var goesOn: Bool { state.withLock { !$0.mustStop } }

    /// Waits for the next change and examines the base where that is due.
    /// - Returns: false at the end.
    private func step(_ engine: SearchEngine) -> Bool {
        do {
            if try !examineIfDue(engine) {
                try learnFromVerdicts(engine)
                _ = state.wait(atMost: .seconds(2)) { state -> Void? in
                    state.mustStop || state.isAwake || state.isWanted ? () : nil
                }
                state.withLock { $0.isAwake = false }
            }
        } catch {
            log.write(.warning, "the base could not examine itself: \(type(of: error))")
            _ = state.wait(atMost: .seconds(30)) { $0.mustStop ? () : nil }
        }
        return goesOn
    }

    private func examineIfDue(_ engine: SearchEngine) throws -> Bool {
        let (examined, isWanted, learned) = state.withLock {
            ($0.examined, $0.isWanted, $0.learned)
        }
        let isDue = try isWanted || isDue(since: examined)
        guard try isDue || learned.map({ try isSmallAndChanged(since: $0) }) ?? true else {
            return false
        }
        let sequence = try store.read { try $0.lastSequence() }
        pause(isDue ? Self.quiet : .zero)
        // Something is still being written, or the index has not followed yet.
        guard try sequence == store.read({ try $0.lastSequence() }), engine.state.phase == .ready,
            engine.state.behind == 0
        else {
            pause(.milliseconds(50))
            return goesOn
        }
        state.withLock { $0.isRunning = true }
        defer { state.withLock { $0.isRunning = false } }
        try examine(engine, sequence: sequence, isDue: isDue)
        return false
    }

    /// Fits the operator's part anew where there are other verdicts than before.
    private func learnFromVerdicts(_ engine: SearchEngine) throws {
        let since = engine.calibrationInForce.feedbackSince
        let labels = try labels(since: since)
        let verdicts = labels.map { $0.at.milliseconds * 2 + ($0.isCorrect ? 1 : 0) }
        guard state.withLock({ $0.verdicts != verdicts }) else { return }
        let feedback = Calibration.Feedback(labels)
        engine.adopt { known in
            // The operator may have taken everything back meanwhile.
            guard known.calibration.feedbackSince == since else { return }
            known.calibration.feedback = feedback
        }
        state.withLock { $0.verdicts = verdicts }
        try keep(engine.calibrationInForce)
    }

    /// Whether a base that is too small to examine has changed: its intents cost nothing to learn.
    private func isSmallAndChanged(since learned: Int64) throws -> Bool {
        let (sequence, counts) = try store.read { (try $0.lastSequence(), try $0.counts()) }
        return sequence != learned
            && (counts.entriesByStatus[.active] ?? 0) + counts.passages < Self.fewestTexts
    }

    private func pause(_ time: Duration) {
        _ = state.wait(atMost: time) { $0.mustStop ? () : nil }
    }

    private func examine(_ engine: SearchEngine, sequence: Int64, isDue: Bool) throws {
        let now = clock()
        let intents = try engine.run("", limit: 1, now: now) { run in
            try IntentFolds(run, needsParts: isDue, goesOn: { goesOn })
        }
        engine.adopt { $0.intents = intents.full }
        state.withLock { $0.learned = sequence }
        guard isDue else { return }
        let probes = try engine.run("", limit: 1, now: now) { run in
            var maker = ProbeMaker(run.connection, analyzer: run.analyzer)
            return try maker.probes()
        }
        let test = SelfTest(engine: engine, now: now, goesOn: { self.goesOn })
        guard let outcomes = try test.outcomes(probes, intents) else { return }
        let adaptation = Adaptation(outcomes, hasIntents: intents.full != nil)
        let model = RankingModel.current
        let entries = adaptation.model(model.certainty, .certainty, of: .entry)
        let passages = adaptation.model(
            model.passageCertainty, .passageCertainty, of: .passage)
        var found = Calibration(entries: entries, passages: passages)
        found.examination = Examination(outcomes, found, sequence: sequence, at: now)
        engine.adopt { known in
            found.feedback = known.calibration.feedback
            found.feedbackSince = known.calibration.feedbackSince
            known.calibration = found
        }
        try keep(engine.calibrationInForce)
        state.withLock { state in
            state.examined = sequence
            state.isWanted = false
        }
        log.write(.info, "the base examined itself: \(outcomes.count) questions")
    }
}
