import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Takes an answer as right: its question becomes a variant of the entry it came from.
    func approve(_ params: ApproveAnswer.Params) throws -> Verdict {
        let row = try RecordID.row(of: params.id, as: .answer)
        let now = now
        let (answer, evidence) = try judged(row)
        guard answer.said.action != .handoff else { throw Self.nothingToApprove }
        guard let cited = evidence.citations.first, let entry = RecordID(cited.id),
            entry.kind == .entry
        else { return try store(.approved, of: answer, evidence, at: now) { _, _ in nil } }
        guard let current = try store.read({ try $0.entry(entry.row) }) else {
            throw KefuError(
                .invalidState, .nothingToApprove, why: .candidateGone, hint: .correctInstead)
        }
        let wording = evidence.meant(by: answer.said.question)
        let weighed = try weigh(variant: wording, of: current, entry.row)
        try weighed.refuse(unless: params.force ?? false)
        return try store(.approved, of: answer, evidence, at: now) { connection, source in
            try connection.teach(weighed, by: .verdict, from: source, at: now)
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
        let (answer, evidence) = try judged(row)
        let question = params.question ?? evidence.meant(by: answer.said.question)
        // A picture asked nothing in words: only the person knows what the answer answers.
        try EntryCheck.checkQuestion(question)
        let now = now
        let weighed = try weigh(
            Teaching(
                question: question, answer: params.answer,
                cited: evidence.citations.first.flatMap { RecordID($0.id) }
                    .flatMap { $0.kind == .entry ? $0.row : nil }, at: now))
        try weighed.refuse(unless: params.force ?? false)
        return try store(.corrected, of: answer, evidence, at: now) { connection, source in
            var source = source
            source.isTheirs = params.question == nil
            return try connection.teach(weighed, by: .verdict, from: source, at: now)
        }
    }

    /// Takes an answer as wrong: its question becomes a look-alike that the entry must not answer.
    func reject(_ params: RejectAnswer.Params) throws -> Verdict {
        let row = try RecordID.row(of: params.id, as: .answer)
        let (answer, evidence) = try judged(row)
        let wording = evidence.meant(by: answer.said.question)
        let cited = evidence.citations.first.flatMap { RecordID($0.id) }
        let now = now
        return try store(.rejected, of: answer, evidence, reason: params.reason, at: now) {
            connection, source in
            guard answer.said.action == .reply, let entry = cited, entry.kind == .entry,
                let current = try connection.entry(entry.row),
                connection.mayForbid(wording, in: current)
            else { return nil }
            return try connection.learn(
                Lesson(
                    .addNegative(wording, to: entry.row), by: .verdict, from: source, at: now))
        }
    }
}

extension Desk {
    /// What puts into the base what follows from a verdict; `nil` where nothing does.
    private typealias Consequence = (Connection, Lesson.Source) throws -> Learned?

    private func judged(_ row: Int64) throws -> (StoredAnswer, Evidence) {
        let answer = try stored(row)
        return (answer, try answer.said.knownEvidence())
    }

    /// Stores a verdict with its label and its consequence, all or nothing.
    /// - Parameter now: the moment of all of it.
    private func store(
        _ kind: FeedbackKind, of answer: StoredAnswer, _ evidence: Evidence,
        reason: String? = nil, at now: Timestamp, _ consequence: Consequence
    ) throws -> Verdict {
        let label = Label(correct: kind == .approved, confidence: answer.said.confidence, at: now)
        let (verdict, learned) = try store.write { connection in
            let source = try connection.lessonSource(ofAnswer: answer.row, at: now)
            let learned = try consequence(connection, source)
            try connection.setFeedback(
                StoredFeedback(kind, at: now, reason: reason), onAnswer: answer.row)
            // What a customer picked says nothing about the score.
            if let best = evidence.explained.first, evidence.clarified == nil {
                try connection.insertLabel(
                    CalibrationLabel(
                        answer: answer.row, score: best.score, confidence: best.confidence,
                        isCorrect: label.correct, at: now))
            }
            guard let judged = try connection.answer(answer.row) else {
                throw KefuError.notFound(.answer)
            }
            let told =
                try kind == .corrected ? connection.toldOldAnswer(learned?.entry, at: now) : nil
            let verdict = Verdict(
                answer: try AnswerRecord(judged), entry: learned?.entry, label: label, told: told)
            return (verdict, learned)
        }
        search.wake()
        if let learned { tellLearned(learned, by: .verdict, answer: verdict.answer.id, at: now) }
        return verdict
    }

    private static let nothingToApprove = KefuError(
        .invalidState, .nothingToApprove, why: .handedOff, hint: .correctInstead)
}
