import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Takes an answer as right: its question becomes a variant of the entry it came from.
    func approve(_ params: ApproveAnswer.Params) throws -> Verdict {
        let row = try RecordID.row(of: params.id, as: .answer)
        return try judge(row, .approved) { answer, evidence, connection in
            guard answer.said.action != .handoff else { throw Self.nothingToApprove }
            guard let cited = evidence.citations.first, let entry = RecordID(cited.id),
                entry.kind == .entry
            else { return nil }
            guard let current = try connection.entry(entry.row) else {
                throw KefuError(
                    .invalidState, .nothingToApprove, why: .candidateGone, hint: .correctInstead)
            }
            return try connection.addVariant(
                evidence.meant(by: answer.said.question), to: entry.row, current,
                isForced: params.force ?? false, at: self.now)
        }
    }

    /// Takes an answer as wrong and keeps the right one: in the entry that holds the very question,
    /// beside the entry that has the same answer, or as an entry of its own.
    func correct(_ params: CorrectAnswer.Params) throws -> Verdict {
        let row = try RecordID.row(of: params.id, as: .answer)
        try EntryCheck.checkText(params.answer, CorrectAnswer.Params.CodingKeys.answer.rawValue)
        if let question = params.question {
            try EntryCheck.checkText(question, CorrectAnswer.Params.CodingKeys.question.rawValue)
        }
        return try judge(row, .corrected) { answer, evidence, connection in
            let question = params.question ?? evidence.meant(by: answer.said.question)
            // A picture asked nothing in words: only the person knows what the answer answers.
            try EntryCheck.checkQuestion(question)
            let correction = Correction(
                question: question,
                answer: params.answer,
                citedEntry: evidence.citations.first.flatMap { RecordID($0.id) },
                isForced: params.force ?? false, at: self.now)
            return try connection.apply(correction)
        }
    }

    /// Takes an answer as wrong: its question becomes a look-alike that the entry must not answer.
    func reject(_ params: RejectAnswer.Params) throws -> Verdict {
        let row = try RecordID.row(of: params.id, as: .answer)
        return try judge(row, .rejected, reason: params.reason) { answer, evidence, connection in
            guard answer.said.action == .reply, let cited = evidence.citations.first,
                let entry = RecordID(cited.id), entry.kind == .entry,
                let current = try connection.entry(entry.row)
            else { return nil }
            return try connection.addNegative(
                evidence.meant(by: answer.said.question), to: entry.row, current, at: self.now)
        }
    }
}

extension Desk {
    private typealias Consequence = (StoredAnswer, Evidence, Connection) throws -> Entry?

    /// Stores a verdict with its label and its consequence, all or nothing.
    private func judge(
        _ row: Int64, _ kind: FeedbackKind, reason: String? = nil, _ consequence: Consequence
    ) throws -> Verdict {
        let now = now
        let verdict = try store.write { connection in
            guard let answer = try connection.answer(row) else { throw KefuError.notFound(.answer) }
            let evidence = try answer.said.knownEvidence()
            let entry = try consequence(answer, evidence, connection)
            try connection.setFeedback(
                StoredFeedback(kind, at: now, reason: reason), onAnswer: row)
            let label = Label(
                correct: kind == .approved, confidence: answer.said.confidence, at: now)
            // What a customer picked says nothing about the score.
            if let best = evidence.explained.first, evidence.clarified == nil {
                try connection.insertLabel(
                    CalibrationLabel(
                        answer: row, score: best.score, confidence: best.confidence,
                        isCorrect: label.correct, at: now))
            }
            guard let judged = try connection.answer(row) else { throw KefuError.notFound(.answer) }
            return Verdict(answer: try AnswerRecord(judged), entry: entry, label: label)
        }
        search.wake()
        if let entry = verdict.entry {
            events.publish(
                .learned, at: now,
                ["entry_id": .text(entry.id), "answer_id": .text(verdict.answer.id)])
        }
        return verdict
    }

    private static let nothingToApprove = KefuError(
        .invalidState, .nothingToApprove, why: .handedOff, hint: .correctInstead)
}
