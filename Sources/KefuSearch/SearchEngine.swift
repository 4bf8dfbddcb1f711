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
    /// - Throws: a failure of the database.
    public init(store: Store, directory: String, log: Log) throws {
        self.store = store
        self.log = log
        follower = IndexFollower(store: store, folder: IndexFolder(root: directory), log: log)
        readers = ReaderPool(follower: follower, log: log)
        try reload()
    }

    /// Starts the thread that follows the database.
    /// - Throws: `ErrorCode.busy` when the system has no thread left.
    public func start() throws {
        do {
            try follower.start()
        } catch {
            throw KefuError(.busy, .indexNotBuilt, why: .noThread, hint: .retrySearch)
        }
    }

    /// Commits what is under way and ends the thread. Searching goes on to work.
    public func stop() {
        follower.stop()
        readers.drain()
    }

    /// To be called after a write, so that the index follows at once.
    public func wake() {
        follower.wake()
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
        let (analyzer, hasVocabulary) = speech.withLock { ($0.analyzer, $0.hasVocabulary) }
        let asked = AskedQuestion(query, analyzer: analyzer, hasVocabulary: hasVocabulary)
        let answer = { (loan: ReaderPool.Loan?) in
            try self.store.read { connection in
                try SearchRun(
                    asked: asked, analyzer: analyzer, hasVocabulary: hasVocabulary,
                    connection: connection, loan: loan, cache: self.rarities, model: self.model,
                    limit: limit, now: now
                ).candidates()
            }
        }
        let candidates = try readers.withReader(answer) ?? answer(nil)
        return SearchResult(candidates: candidates, modelVersion: model.version)
    }

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
