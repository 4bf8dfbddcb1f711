import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

/// The review of what waits to be learned, and taking back what was.
extension Desk {
    func pending(_ params: PageRequest) throws -> ListPending.Result {
        let limit = params.limit ?? KefuRPC.Page.defaultLimit
        let rules = current.responder.rules
        return try store.read { connection in
            let page = try connection.waitingCandidates(limit: limit, after: params.cursor)
            return ListPending.Result(
                candidates: try page.items.map { candidate in
                    try connection.view(of: candidate, in: self.language, rules: rules)
                }, nextCursor: page.nextCursor,
                total: try connection.waitingCount())
        }
    }

    /// Lets a candidate into the base; it answers from then on.
    func approve(_ params: ApproveCandidate.Params) throws -> ApproveCandidate.Result {
        let row = try RecordID.row(of: params.id, as: .candidate)
        let candidate = try waiting(row)
        let question = params.question ?? candidate.draft.question
        let answer = params.answer ?? candidate.draft.answer
        try EntryCheck.checkQuestion(question)
        try EntryCheck.checkText(answer, ApproveCandidate.Params.CodingKeys.answer.rawValue)
        let now = now
        let weighed = try weigh(
            Teaching(
                question: question, answer: answer, saidAt: candidate.draft.answeredAt, at: now))
        try weighed.refuse(unless: params.force ?? false)
        let (learned, event) = try store.write { connection in
            var source = candidate.lessonSource
            source.isTheirs = params.question == nil
            let learned = try connection.teach(weighed, by: .review, from: source, at: now)
            try connection.settle(candidate: row, .approved, at: now)
            guard let learned else { throw KefuError.notFound(.candidate) }
            let event = try learned.event.flatMap { try connection.learningEvent($0) }
            return (learned, event)
        }
        tellLearned(learned, by: .review, at: now)
        let source = candidate.lessonSource
        return ApproveCandidate.Result(
            entry: learned.entry,
            learned: event.map { LearnedChange($0) }
                ?? LearnedChange(known: learned.entry, from: source, at: now))
    }

    /// Keeps a candidate out of the base; what it was in the shadow goes.
    func reject(_ params: RejectCandidate.Params) throws -> RejectCandidate.Result {
        let row = try RecordID.row(of: params.id, as: .candidate)
        _ = try waiting(row)
        let now = now
        try store.write { connection in
            _ = try connection.undoLearning(candidate: row, at: now)
            try connection.settle(
                candidate: row, .rejected, obstacle: params.reason.map { _ in "rejected" }, at: now)
        }
        search.wake()
        return RejectCandidate.Result(id: params.id)
    }

    private func waiting(_ row: Int64) throws -> CandidateRecord {
        guard let candidate = try store.read({ try $0.candidate(row) }) else {
            throw KefuError.notFound(.candidate)
        }
        guard candidate.draft.state == .waiting, !candidate.draft.question.isEmpty else {
            throw KefuError(
                .invalidState, .candidateDecided, why: .candidateDecidedWhy,
                hint: RecordKind.candidate.listingHint)
        }
        return candidate
    }
}

extension Desk {
    /// Takes back one learned change, all of a candidate or an entry, or all since a time.
    func undo(_ params: UndoLearning.Params) throws -> UndoLearning.Result {
        let now = now
        let report: UndoReport
        switch (params.id, params.since) {
        case (let id?, nil): report = try undo(id, at: now)
        case (nil, let since?):
            report = try store.write { try $0.undoLearning(since: since, at: now) }
        default:
            throw KefuError.invalid(
                UndoLearning.Params.CodingKeys.id.rawValue, .undoUnclear, why: .undoUnclearWhy,
                hint: .undoUnclearHint)
        }
        if !report.undone.isEmpty {
            search.wake()
            events.publish(.learned, at: now, ["undone": .integer(report.undone.count)])
        }
        return UndoLearning.Result(
            undone: report.undone.count + (report.waitsAgain ? 1 : 0),
            changes: report.undone.prefix(Self.listedChanges).map { LearnedChange($0) },
            kept: report.kept.prefix(Self.listedChanges).map { LearnedChange($0) })
    }

    private static let listedChanges = 100

    private func undo(_ id: String, at now: Timestamp) throws -> UndoReport {
        guard let record = RecordID(id) else { throw KefuError.notFound(.learned) }
        let report = try store.write { connection in
            switch record.kind {
            case .learned:
                return try connection.undoLearning(event: record.row, at: now)
            case .candidate:
                guard try connection.candidate(record.row) != nil else {
                    throw KefuError.notFound(.candidate)
                }
                var report = try connection.undoLearning(candidate: record.row, at: now)
                if report.undone.isEmpty, report.kept.isEmpty {
                    report.waitsAgain = try connection.takeUpAgain(candidate: record.row)
                }
                return report
            case .entry:
                guard try connection.revisionNumber(record.row) != nil else {
                    throw KefuError.notFound(.entry)
                }
                return try connection.undoLearning(entry: record.row, at: now)
            default: throw KefuError.notFound(.learned)
            }
        }
        guard report.undone.isEmpty, report.kept.isEmpty, !report.waitsAgain else { return report }
        throw KefuError(
            .invalidState, .nothingLearned, why: .nothingLearnedWhy,
            hint: RecordKind.learned.listingHint)
    }

    func learned(_ params: ListLearned.Params) throws -> ListLearned.Result {
        let entry = try params.entry.map { try RecordID.row(of: $0, as: .entry) }
        let page = try store.read {
            try $0.listLearned(
                LearningFilter(entry: entry, since: params.since),
                limit: params.limit ?? KefuRPC.Page.defaultLimit, after: params.cursor)
        }
        return ListLearned.Result(
            learned: page.items.map { LearnedChange($0) }, nextCursor: page.nextCursor)
    }
}
