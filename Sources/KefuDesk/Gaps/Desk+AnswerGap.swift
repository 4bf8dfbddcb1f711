import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Makes a gap's answer an entry, through the same gates as all that is learned, and asks every
    /// wording of the gap again.
    ///
    /// A wording that finds the entry first, but not surely enough, becomes one of its; what does not
    /// find it was another question, and stays a gap of its own.
    func answerGap(_ params: AnswerGap.Params) throws -> AnswerGap.Result {
        let row = try RecordID.row(of: params.id, as: .gap)
        try EntryCheck.checkText(params.answer, AnswerGap.Params.CodingKeys.answer.rawValue)
        if let question = params.question {
            try EntryCheck.checkText(question, AnswerGap.Params.CodingKeys.question.rawValue)
        }
        try noteGaps()
        let now = now
        let wordings = try openWordings(of: row)
        let question = try params.question ?? Self.title(of: wordings)
        let weighed = try weigh(Teaching(question: question, answer: params.answer, at: now))
        try weighed.refuse(unless: params.force ?? false)
        let title = wordings.first { $0.text == question }
        let taught = try store.write { connection in
            let source = try connection.lessonSource(ofGap: row, title, at: now)
            guard let learned = try connection.teach(weighed, by: .gap, from: source, at: now)
            else { throw KefuError.notFound(.entry) }
            return learned
        }
        tellLearned(taught, by: .gap, at: now)
        var asked = try wordings.map { try Asked($0, askedAgain($0.text)) }
        for place in asked.indices {
            asked[place].isAdded = try isAdded(asked[place], to: taught.entry, of: row, at: now)
            if asked[place].isAdded { asked[place].now = try askedAgain(asked[place].wording.text) }
        }
        return try close(row, asked, taught, at: now)
    }

    /// A wording of a gap with what it gets now.
    private struct Asked {
        let wording: GapQuestion
        var now: (action: Action, confidence: Double, best: String?)
        var isAdded = false

        init(_ wording: GapQuestion, _ now: (action: Action, confidence: Double, best: String?)) {
            (self.wording, self.now) = (wording, now)
        }

        var view: AskedAgain {
            AskedAgain(
                question: wording.text, count: wording.count, action: now.action,
                confidence: now.confidence, entryID: now.best, isAdded: isAdded)
        }
    }

    private func openWordings(of row: Int64) throws -> [GapQuestion] {
        guard let gap = try store.read({ try $0.gap(row) }) else { throw KefuError.notFound(.gap) }
        guard gap.state == .open else {
            throw KefuError(
                .invalidState, .gapClosed, why: .gapClosedWhy, hint: .listGaps)
        }
        let wordings = try store.read { try $0.gapQuestions(of: row) }.filter { !$0.isAnswered }
        guard !wordings.isEmpty else { throw KefuError.notFound(.gap) }
        return wordings
    }

    /// The wording that stands for a gap: the one asked most often that says nothing of a person.
    private static func title(of wordings: [GapQuestion]) throws -> String {
        let plain = wordings.first { PersonalData.kinds(in: $0.text, allowing: []).isEmpty }
        guard let title = plain ?? wordings.first else { throw KefuError.notFound(.gap) }
        return title.text
    }

    /// Adds a wording to the entry where it is nearest to that, without being surely answered, and no
    /// gate objects.
    private func isAdded(
        _ asked: Asked, to entry: Entry, of gap: Int64, at now: Timestamp
    ) throws -> Bool {
        guard asked.now.action != .reply, asked.now.best == entry.id,
            let row = RecordID(entry.id)?.row
        else { return false }
        let weighed = try weigh(variant: asked.wording.text, of: entry, row)
        guard weighed.objections.isEmpty, !weighed.plan.isEmpty else { return false }
        let learned = try store.write { connection in
            let source = try connection.lessonSource(ofGap: gap, asked.wording, at: now)
            return try connection.teach(weighed, by: .gap, from: source, at: now)
        }
        guard let learned, learned.event != nil else { return false }
        tellLearned(learned, by: .gap, at: now)
        return true
    }

    private func close(
        _ row: Int64, _ asked: [Asked], _ taught: Learned, at now: Timestamp
    ) throws -> AnswerGap.Result {
        guard let entry = RecordID(taught.entry.id)?.row else { throw KefuError.notFound(.entry) }
        let unfit = asked.filter { $0.now.action != .reply && $0.now.best != taught.entry.id }
        let (present, learned) = try store.write { connection in
            try connection.answerGap(
                row, with: entry, unfit: unfit.map(\.wording.row), at: now)
            return (
                try connection.entry(entry) ?? taught.entry,
                try taught.event.flatMap { try connection.learningEvent($0) }
            )
        }
        return AnswerGap.Result(
            entry: present,
            nowAnswered: asked.filter { $0.now.action == .reply }.map(\.wording.text),
            questions: asked.map(\.view), closed: true, learned: learned.map { LearnedChange($0) })
    }
}

extension Connection {
    /// Where the answer to a gap comes from.
    /// - Parameter wording: the customers' own; `nil` where the operator worded the question.
    fileprivate func lessonSource(
        ofGap row: Int64, _ wording: GapQuestion?, at now: Timestamp
    ) throws -> Lesson.Source {
        let answer = try wording.flatMap { try gapAsking(of: $0.row) }
        var source =
            try answer.map { try lessonSource(ofAnswer: $0, at: now) }
            ?? Lesson.Source(answeredAt: now)
        source.isTheirs = answer != nil
        source.gap = row
        return source
    }
}
