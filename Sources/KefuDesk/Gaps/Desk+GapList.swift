import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// What the base does not answer. Each gap of the page is asked once more where the base has
    /// changed since, so that none is listed that is answered by now.
    func gaps(_ params: PageRequest) throws -> ListGaps.Result {
        try noteGaps()
        try reopenGaps()
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        func page() throws -> KefuStore.Page<GapRecord> {
            try store.read { try $0.openGaps(limit: limit, after: params.cursor) }
        }
        var listed = try page()
        while try closeAnswered(listed.items) { listed = try page() }
        let now = now
        return try store.read { connection in
            ListGaps.Result(
                gaps: try listed.items.map { gap in
                    GapView(gap, try connection.gapQuestions(of: gap.row), now: now)
                },
                nextCursor: listed.nextCursor, total: try connection.gapCounts().open)
        }
    }

    /// Closes what the base has come to answer.
    /// - Returns: whether that changed anything.
    private func closeAnswered(_ gaps: [GapRecord]) throws -> Bool {
        let sequence = try store.lastSequence()
        var isChanged = false
        for gap in gaps where !gapKeeper.isChecked(gap.row, as: sequence) {
            let answered = try nowAnswered(of: gap.row)
            if !answered.isEmpty {
                let now = now
                try store.write { try $0.closeGap(gap.row, answered: answered, at: now) }
                isChanged = true
            }
            gapKeeper.check(gap.row, as: sequence)
        }
        return isChanged
    }

    /// The wordings of a gap that get a reply by now. What is asked most is asked first, and the
    /// others only where that is answered: a look at fifty gaps costs fifty searches.
    private func nowAnswered(of gap: Int64) throws -> [Int64] {
        let open = try store.read { try $0.gapQuestions(of: gap) }.filter { !$0.isAnswered }
        guard let lead = open.first, try askedAgain(lead.text).action == .reply else { return [] }
        let others = try open.dropFirst().filter { try askedAgain($0.text).action == .reply }
        return [lead.row] + others.map(\.row)
    }

    /// What a question gets now, by the same path as a customer's.
    func askedAgain(
        _ text: String
    ) throws -> (action: Action, confidence: Double, best: String?) {
        let response = try respond(
            to: Question(text, otherwise: language), after: nil,
            limit: KefuRPC.Page.defaultHits, now: now)
        return (
            response.decision.action, response.confidence, response.alternatives.first?.item.id
        )
    }

    /// Opens the gaps again whose answers were taken back.
    private func reopenGaps() throws {
        guard try store.read({ try $0.hasGapsToReopen() }) else { return }
        let count = try store.write { try $0.reopenGaps() }
        log.write(.info, "\(count) gaps are open again")
    }
}

extension GapView {
    /// Wordings of a gap that a list shows.
    private static let shownExamples = 5

    /// - Parameter questions: the gap's, those asked most often first.
    fileprivate init(_ gap: GapRecord, _ questions: [GapQuestion], now: Timestamp) {
        let open = questions.filter { !$0.isAnswered }
        let latest = open.sorted { ($0.lastAskedAt, $0.row) > ($1.lastAskedAt, $1.row) }
        self.init(
            id: RecordID(.gap, gap.row).description, question: open.first?.text ?? "",
            count: max(1, gap.count), firstAskedAt: gap.openedAt,
            lastAskedAt: latest.first?.lastAskedAt ?? gap.openedAt,
            weight: GapWeight.present(gap.weight, at: now),
            examples: latest.prefix(Self.shownExamples).map(\.text))
    }
}
