import KefuDomain
import KefuRPC

/// Goes through the learning queue with the operator, one candidate at a time.
///
/// On a terminal a key decides; elsewhere each line does, and with `--json` what is shown is one
/// JSON object a line.
final class ReviewSession {
    private let console: Console
    private let lines: any LineSource
    private var queue: ReviewQueue
    /// The candidate was refused by a gate that the operator may override.
    private var mayInsist = false

    init(_ console: Console, lines: any LineSource) {
        self.console = console
        self.lines = lines
        queue = ReviewQueue { cursor in
            try console.call(ListPending.self, PageRequest(limit: 50, cursor: cursor))
        }
    }

    /// Runs until the queue or the input ends.
    func run() throws {
        while let candidate = try queue.current() {
            show(candidate)
            guard try decide(candidate) else { break }
        }
        if queue.done.isEmpty, try queue.current() == nil {
            if !console.wantsJSON { console.output.note(.nothingPending) }
            return
        }
        guard !console.wantsJSON else { return }
        console.output.note(
            .reviewDone(
                queue.count { if case .approved = $0 { true } else { false } },
                queue.count { $0 == .rejected }, queue.count { $0 == .skipped }))
    }

    private func show(_ candidate: CandidateView) {
        mayInsist = false
        let look = console.output.look
        console.output.show(
            console.wantsJSON
                ? [JSONText.compact(candidate)]
                : [""] + CandidatePage.lines(candidate, place: queue.place, look))
    }

    /// Reads steps until the candidate is dealt with, or another one comes before it.
    /// - Returns: whether the review goes on.
    private func decide(_ candidate: CandidateView) throws -> Bool {
        while true {
            guard let step = nextStep() else { return false }
            switch step {
            case .quit: return false
            case .help: explain()
            case .unknown(let key):
                if !key.isEmpty { console.output.note(.reviewUnknown(key)) }
            case .undo:
                if try stepBack() { return true }
            case .approve, .insist, .edit, .reject, .skip:
                if try carryOut(step, candidate) { return true }
            }
        }
    }

    private func nextStep() -> ReviewStep? {
        if console.isInteractive {
            let keys = console.output.noteLook.say(.reviewKeys)
            let more = mayInsist ? "  " + console.output.noteLook.say(.reviewForceKey) : ""
            console.output.ask(keys + more + " ")
        }
        let entered = lines.press()
        if console.isInteractive { console.output.overwrite("") }
        guard case .line(let line) = entered else { return nil }
        return ReviewStep(line)
    }

    private func explain() {
        console.output.note(console.isInteractive ? .reviewHelp : .reviewLineHelp)
    }

    /// - Returns: whether the candidate is dealt with. What a gate refuses is told, and it stays.
    private func carryOut(_ step: ReviewStep, _ candidate: CandidateView) throws -> Bool {
        do {
            switch step {
            case .approve: try approve(candidate)
            case .insist: try approve(candidate, isForced: true)
            case .edit(let answer): return try edit(candidate, answer: answer)
            case .reject(let reason): return try reject(candidate, reason: reason)
            default: skip(candidate)
            }
            return true
        } catch let error as RemoteError where error.errorCode == .conflict {
            console.output.complain(
                Failure(error, console.language).lines(console.output.noteLook, in: console.scope))
            mayInsist = candidate.gates.allSatisfy(\.canBeForced)
            return false
        } catch let error as RemoteError where error.errorCode == .notFound {
            // Somebody else has decided meanwhile.
            console.output.complain(
                Failure(error, console.language).lines(console.output.noteLook, in: console.scope))
            queue.finish(.skipped)
            return true
        }
    }
}

// MARK: - Steps

extension ReviewSession {
    private func approve(
        _ candidate: CandidateView, question: String? = nil, answer: String? = nil,
        isForced: Bool = false
    ) throws {
        let params = ApproveCandidate.Params(
            id: candidate.id, question: question, answer: answer, force: isForced ? true : nil)
        let result = try tell(ApproveCandidate.self, params) { result, look in
            let title = look.snippet(result.entry.question, max(8, look.width - 40))
            return [look.say(.reviewApproved(candidate.id, "\(result.entry.id) \(title)"))]
        }
        queue.finish(.approved(undo: result.learned.id))
        console.talk.remember(.unlearn(result.learned.id))
    }

    /// Lets question and answer be changed in place, then approves them.
    private func edit(_ candidate: CandidateView, answer: String?) throws -> Bool {
        if let answer {
            try approve(candidate, answer: answer)
            return true
        }
        guard console.isInteractive else {
            explain()
            return false
        }
        let look = console.output.look
        guard
            case .line(let question) = lines.edit(look.say(.reviewQuestion), candidate.question),
            case .line(let answer) = lines.edit(look.say(.reviewAnswer), candidate.answer),
            !question.trimmed.isEmpty, !answer.trimmed.isEmpty
        else { return false }
        try approve(
            candidate, question: question == candidate.question ? nil : question.trimmed,
            answer: answer == candidate.answer ? nil : answer.trimmed)
        return true
    }

    private func reject(_ candidate: CandidateView, reason: String?) throws -> Bool {
        var reason = reason
        if reason?.isEmpty == true {
            guard console.isInteractive,
                case .line(let line) = lines.edit(console.output.look.say(.reviewReason), "")
            else { return false }
            reason = line.trimmed.isEmpty ? nil : line.trimmed
        }
        try tell(RejectCandidate.self, RejectCandidate.Params(id: candidate.id, reason: reason)) {
            [$1.say(.reviewRejected(candidate.id))]
        }
        queue.finish(.rejected)
        return true
    }

    private func skip(_ candidate: CandidateView) {
        queue.finish(.skipped)
        if !console.wantsJSON { console.output.note(.reviewSkipped(candidate.id)) }
    }

    /// Takes back the last step.
    /// - Returns: whether there was one.
    private func stepBack() throws -> Bool {
        guard let (candidate, deed) = queue.stepBack() else {
            console.output.note(.reviewNothingToUndo)
            return false
        }
        if case .approved(let id) = deed {
            console.talk.forget(.unlearn(id))
            _ = try console.call(UndoLearning.self, UndoLearning.Params(id: id))
        }
        // What was decided about a candidate is taken back by its own id: it waits again.
        if deed != .skipped {
            _ = try console.call(UndoLearning.self, UndoLearning.Params(id: candidate.id))
        }
        if !console.wantsJSON { console.output.note(.reviewTakenBack(candidate.id)) }
        return true
    }

    /// Calls a method and tells in a line what it did, or gives its result as a line of JSON.
    @discardableResult
    private func tell<M: Method>(
        _ method: M.Type, _ params: M.Params, _ text: (M.Result, Look) -> [String]
    ) throws -> M.Result {
        let reply = try console.link.call(method, params)
        if console.wantsJSON {
            console.output.show([reply.json])
        } else {
            console.output.note(text(reply.value, console.output.noteLook))
        }
        return reply.value
    }
}
