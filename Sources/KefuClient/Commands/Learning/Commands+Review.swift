import KefuDomain
import KefuRPC

/// What waits to be learned.
extension Command {
    static let review = Command(
        name: "review", methods: [ApproveCandidate.self, RejectCandidate.self], help: .helpReview,
        details: [.detailReview]
    ) { _, console in
        try ReviewSession(console, lines: console.keys()).run()
    }

    static let pending = Command(
        name: "pending", options: [.limit, .cursor], methods: [ListPending.self],
        help: .helpPending
    ) { invocation, console in
        try console.showPending(limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
    }
}

extension Console {
    fileprivate func showPending(limit: Int?, cursor: String?) throws {
        let isSession = scope == .repl
        let page = try show(ListPending.self, PageRequest(limit: limit, cursor: cursor)) {
            CandidatePage.table($0.candidates, $1, isNumbered: isSession)
        }
        talk.listed[.candidate] = page.candidates.map(\.id)
        goOn(behind: page.nextCursor, total: page.total, empty: .nothingPending) { [unowned self] in
            try showPending(limit: limit, cursor: $0)
        }
    }

    /// Says how a list goes on, which `/more` then does.
    func goOn(
        behind cursor: String?, total: Int, empty: Phrase,
        with page: @escaping (String) throws -> Void
    ) {
        talk.goOn = cursor.map { next in { try page(next) } }
        guard !wantsJSON else { return }
        if total == 0 { output.note(empty) }
        if let cursor {
            output.note(.moreRows(total, scope == .repl ? "/more" : "--cursor \(cursor)"))
        }
    }

    /// Where single keys are pressed: the session's editor, one of its own for a command on a
    /// terminal, lines of standard input elsewhere.
    fileprivate func keys() -> any LineSource {
        if scope == .repl, let lines { return lines }
        guard isInteractive else { return PlainLines() }
        let interrupts = Interrupts()
        link.shouldCancel = interrupts.shouldCancel
        return LineEditor(signals: interrupts.descriptor) { _, _ in .words([]) }
    }
}
