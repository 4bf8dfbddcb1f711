import KefuRPC

/// The candidates of a review in their order, fetched as they are needed, with what was done.
struct ReviewQueue {
    /// What was done with a candidate, and what takes it back.
    enum Deed: Equatable {
        /// The id of the learned change, or of the candidate where the base said so already.
        case approved(undo: String)
        case rejected
        case skipped
    }

    private var ahead: [CandidateView] = []
    private(set) var done: [(candidate: CandidateView, deed: Deed)] = []
    private var cursor: String?
    private var isFetched = false
    /// Ids that were seen: what was skipped does not come again.
    private var seen: Set<String> = []
    private(set) var total = 0
    /// Fetches the page behind a cursor.
    private let fetch: (String?) throws -> ListPending.Result

    init(fetch: @escaping (String?) throws -> ListPending.Result) {
        self.fetch = fetch
    }

    /// The candidate to decide on; `nil` when none is left.
    mutating func current() throws -> CandidateView? {
        while ahead.isEmpty, !isFetched || cursor != nil {
            let page = try fetch(cursor)
            total = max(total, done.count + page.total)
            ahead = page.candidates.filter { seen.insert($0.id).inserted }
            cursor = page.nextCursor
            isFetched = true
        }
        return ahead.first
    }

    /// Where the current candidate stands.
    var place: String { "\(done.count + 1)/\(max(total, done.count + ahead.count))" }

    mutating func finish(_ deed: Deed) {
        guard !ahead.isEmpty else { return }
        done.append((ahead.removeFirst(), deed))
    }

    /// Puts the last one back in front.
    /// - Returns: what was done with it; `nil` when nothing was.
    mutating func stepBack() -> (candidate: CandidateView, deed: Deed)? {
        guard let last = done.popLast() else { return nil }
        ahead.insert(last.candidate, at: 0)
        return last
    }

    func count(where matches: (Deed) -> Bool) -> Int { done.count { matches($0.deed) } }
}
