public import KefuDomain
public import KefuStore
import KefuText
import Synchronization

/// What a search found.
public struct SearchResult: Sendable {
    /// Best first.
    public let candidates: [Candidate]
    /// The version of the weights that judged them.
    public let modelVersion: Int
}

/// Finds what answers a question, and says how sure it is. Any thread may search; writes of the
/// database are found as soon as they have returned, whether or not the index holds them yet.
public final class SearchEngine: Sendable {
    private let store: Store
    private let log: Log
    private let follower: IndexFollower
    private let readers: ReaderPool
    private let rarities = RarityCache()
    private let model = RankingModel.current
    private let speech = Mutex(Speech())
    private let knowledge = Mutex(Knowledge())
    private let examiner: Examiner

    /// What the base has learned of itself.
    struct Knowledge: Sendable {
        var calibration = Calibration.shipped
        var intents: IntentModel?
    }

    /// How the operator's words change questions.
    private struct Speech {
        var analyzer = Analyzer()
        var hasVocabulary = false
    }

    /// The settings that hold the operator's vocabulary.
    public enum Setting {
        /// A list of groups of words: `[[String]]`.
        public static let synonyms = "synonyms"
        /// A list of words: `[String]`.
        public static let ignored = "ignored"
    }

    /// - Parameters:
    ///   - directory: where the index is, or will be; it is made when there is none. A broken or
    ///     outdated index is no failure: `start` builds another.
    ///   - clock: the present moment, for what the base finds out about itself.
    /// - Throws: a failure of the database.
    public init(
        store: Store, directory: String, log: Log, clock: @escaping @Sendable () -> Timestamp
    ) throws {
        self.store = store
        self.log = log
        follower = IndexFollower(store: store, folder: IndexFolder(root: directory), log: log)
        readers = ReaderPool(follower: follower, log: log)
        examiner = Examiner(store: store, log: log, clock: clock)
        try reload()
        knowledge.withLock { [stored = try examiner.stored()] in $0.calibration = stored }
    }

    /// Starts the thread that follows the database.
    /// - Throws: `ErrorCode.busy` when the system has no thread left.
    public func start() throws {
        do {
            try follower.start()
        } catch {
            throw KefuError(.busy, .indexNotBuilt, why: .noThread, hint: .retrySearch)
        }
        try examiner.start(on: self)
    }

    /// Commits what is under way and ends the threads. Searching goes on to work.
    public func stop() {
        examiner.stop()
        follower.stop()
        readers.drain()
    }

    /// To be called after a write, so that the index follows at once.
    public func wake() {
        follower.wake()
        examiner.wake()
    }

    /// To be called after the operator changed synonyms or ignored words.
    /// - Throws: a failure of the database.
    public func reload() throws {
        let vocabulary = try store.read { connection in
            Vocabulary(
                synonyms: try connection.setting(Setting.synonyms, as: [[String]].self) ?? [],
                ignored: try connection.setting(Setting.ignored, as: [String].self) ?? [])
        }
        let fresh = Speech(
            analyzer: Analyzer(vocabulary: vocabulary), hasVocabulary: vocabulary != .empty)
        speech.withLock { $0 = fresh }
    }

    /// The candidates for a question, best first, each with its confidence and the evidence for it.
    /// - Parameters:
    ///   - query: any text; a very long one is judged by its beginning.
    ///   - limit: the most candidates to return.
    ///   - now: of two entries that match alike, the one that is not out of date comes first.
    /// - Throws: a failure of the database; never one of the index.
    public func search(_ query: String, limit: Int, now: Timestamp) throws -> SearchResult {
        let candidates = try run(query, limit: limit, now: now) { try $0.candidates() }
        return SearchResult(candidates: candidates, modelVersion: model.version)
    }

    /// Prepares a search and gives it to `body`, with the index or, where it fails, without.
    /// - Parameters:
    ///   - intents: other ones than those in force.
    ///   - heldOut: makes what must not be found, from the search itself.
    ///   - supposing: makes what is found beside the base.
    func run<Result>(
        _ query: String, limit: Int, now: Timestamp, intents: IntentModel?? = nil,
        heldOut: (SearchRun) throws -> HeldOut? = { _ in nil },
        supposing: (SearchRun) throws -> [Supposition] = { _ in [] },
        _ body: (SearchRun) throws -> Result
    ) throws -> Result {
        let (analyzer, hasVocabulary) = speech.withLock { ($0.analyzer, $0.hasVocabulary) }
        let known = knowledge.withLock { $0 }
        let asked = AskedQuestion(query, analyzer: analyzer, hasVocabulary: hasVocabulary)
        func answer(_ loan: ReaderPool.Loan?) throws -> Result {
            try self.store.read { connection in
                var run = SearchRun(
                    asked: asked, analyzer: analyzer, hasVocabulary: hasVocabulary,
                    connection: connection, loan: loan, cache: self.rarities, model: self.model,
                    calibration: known.calibration, intents: intents ?? known.intents,
                    limit: limit, now: now)
                run.heldOut = try heldOut(run)
                run.supposed = try supposing(run)
                return try body(run)
            }
        }
        return try readers.withReader(answer) ?? answer(nil)
    }

    func storedEntry(_ row: Int64) throws -> Entry? { try store.read { try $0.entry(row) } }

    /// Puts in force what the base has learned of itself.
    func adopt(_ change: (inout Knowledge) -> Void) {
        knowledge.withLock { change(&$0) }
    }

    var calibrationInForce: Calibration { knowledge.withLock { $0.calibration } }

    /// How the confidence was adapted to this base, and whether that is still under way.
    /// - Throws: a failure of the database.
    public func calibrationState() throws -> CalibrationState {
        let known = calibrationInForce
        let labels = try examiner.labels(since: known.feedbackSince)
        return CalibrationState(
            isSettled: examiner.isSettled, calibration: known,
            verdicts: ReliabilityBin.bins(
                of: labels.map { Judgement(confidence: $0.confidence, isRight: $0.isCorrect) }))
    }

    /// Whether confidences stay what they are as long as the base does.
    public var isCalibrated: Bool { examiner.isSettled }

    /// Examines the base anew, in the background.
    public func recalibrate() { examiner.examineNow() }

    /// Takes back what the operator's verdicts did to the confidence.
    /// - Throws: a failure of the database.
    public func resetFeedback(at now: Timestamp) throws {
        adopt { known in
            known.calibration.feedback = nil
            known.calibration.feedbackSince = now
        }
        try examiner.keep(calibrationInForce)
    }

    /// How often the rarity of a term was known already.
    public var rarityUse: CacheTally { rarities.use }

    /// Whether the index serves, and how far it is behind.
    public var state: IndexState {
        let (newest, held) = (try? store.lastSequence(), follower.sequence)
        return IndexState(
            phase: follower.served == nil ? .building : .ready,
            behind: Int(clamping: max(0, (newest ?? held) - held)), failure: follower.failure)
    }

    /// Builds the index anew, while the old one serves, and waits for it.
    /// - Parameter progress: called now and then with units done and in all; what it throws ends the
    ///   wait, not the rebuild.
    /// - Throws: `ErrorCode.busy` when the index could not be written.
    public func rebuild(progress: (Int, Int) throws -> Void = { _, _ in }) throws -> RebuildReport {
        do {
            return try follower.rebuild(progress: progress)
        } catch is IndexFailure {
            throw KefuError(
                .busy, .indexNotBuilt, why: .indexNotWritable, hint: .checkIndexFolder)
        }
    }
}
