import KefuDomain
import KefuRPC

/// What the base could not answer.
extension Command {
    static let gaps = Command(
        name: "gaps", options: [.limit, .cursor], methods: [ListGaps.self], help: .helpGaps
    ) { invocation, console in
        try console.showGaps(limit: invocation.whole(.limit), cursor: invocation.value(.cursor))
    }

    static let answerGap = Command(
        name: "answer", arguments: [Argument("GAP", .gap), Argument("TEXT", .text, .any)],
        options: [.question, .force], methods: [AnswerGap.self], help: .helpAnswerGap,
        details: [.detailAnswerGap]
    ) { invocation, console in
        let id = try console.listedID(invocation.argument(0) ?? "", of: .gap)
        guard invocation.argument(1) != nil || console.isInteractive else {
            throw KefuError.argumentMissing("TEXT", invocation.command, console.scope)
        }
        let answer =
            try invocation.text(from: 1).map(console.text) ?? console.askBlock(.askAnswer)
        let params = AnswerGap.Params(
            id: id, answer: answer, question: invocation.value(.question),
            force: invocation.has(.force) ? true : nil)
        let result = try console.overridable("answer \(id) …") {
            try console.show(AnswerGap.self, params, GapPage.lines)
        }
        console.offerUndo(of: result.learned)
    }
}

extension Console {
    fileprivate func showGaps(limit: Int?, cursor: String?) throws {
        let isSession = scope == .repl
        let page = try show(ListGaps.self, PageRequest(limit: limit, cursor: cursor)) {
            GapPage.lines($0.gaps, $1, isNumbered: isSession)
        }
        talk.listed[.gap] = page.gaps.map(\.id)
        if isSession, !wantsJSON, !page.gaps.isEmpty {
            output.note(.answerGapHint("/answer 1 …"))
        }
        goOn(behind: page.nextCursor, total: page.total, empty: .noGaps) { [unowned self] in
            try showGaps(limit: limit, cursor: $0)
        }
    }

    /// Says how a learned change is taken back, which `/undo` then does as well.
    fileprivate func offerUndo(of change: LearnedChange?) {
        guard let change, !wantsJSON else { return }
        talk.remember(.unlearn(change.id))
        output.note(
            .undoLearnedHint((scope == .repl ? "/" : "kefu ") + "learned undo \(change.id)"))
    }
}
