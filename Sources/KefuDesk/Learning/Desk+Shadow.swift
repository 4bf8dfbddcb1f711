import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

/// Entries in the shadow: promoted by agreement, taken back by disagreement.
extension Desk {
    /// Lets an entry out of the shadow once it agreed with people often enough, and takes it back to
    /// review when a person said the contrary.
    func judge(shadow prediction: SilentPrediction) throws {
        guard let entry = try store.read({ try $0.entry(prediction.entry) }),
            entry.status == .shadow
        else { return }
        switch prediction.agreement {
        case .compatible: return
        case .contradicts: try withdraw(prediction.entry, [])
        case .same:
            let settings = current.loaded.configuration.learning
            let count = try store.read { try $0.agreements(withShadow: prediction.entry) }
            guard count >= settings.shadowAgreements else { return }
            // The base may have changed since it entered.
            let objections = try objections(against: entry)
            guard objections.isEmpty else { return try withdraw(prediction.entry, objections) }
            try promote(prediction.entry)
        }
    }

    /// Promotes an entry.
    private func promote(_ row: Int64) throws {
        let now = now
        let learned = try store.write { try $0.learnOfTrial(.promote(row), of: row, at: now) }
        tellLearned(learned, by: .itself, at: now)
    }

    /// Takes an entry back: its candidate waits again, with what objects.
    private func withdraw(_ row: Int64, _ objections: [Refused]) throws {
        let now = now
        let learned = try store.write { connection -> Learned in
            let learned = try connection.learnOfTrial(.withdraw(row), of: row, at: now)
            try connection.waitAgain(learned.entry, row, objections, at: now)
            return learned
        }
        tellLearned(learned, by: .itself, at: now)
    }

    /// To be called after the base has learned something.
    func tellLearned(_ learned: Learned, by: LearnedBy, answer: String? = nil, at: Timestamp) {
        search.wake()
        guard let row = learned.event else { return }
        var members: [JSONValue.Member] = [.init("entry_id", .text(learned.entry.id))]
        if let answer { members.append(.init("answer_id", .text(answer))) }
        members.append(.init("learned_id", .text(RecordID(.learned, row).description)))
        members.append(.init("by", .text(by.rawValue)))
        members.append(.init("status", .text(learned.entry.status.rawValue)))
        events.publish(.learned, at: at, .object(members))
    }
}

extension Connection {
    /// Notes what became of an entry in the shadow, as a lesson from the candidate that it was.
    fileprivate func learnOfTrial(
        _ change: Lesson.Change, of row: Int64, at: Timestamp
    ) throws -> Learned {
        let source = try candidate(ofEntry: row).flatMap { try candidate($0)?.lessonSource }
        return try learn(
            Lesson(change, by: .itself, from: source ?? Lesson.Source(answeredAt: at), at: at))
    }

    fileprivate func waitAgain(
        _ entry: Entry, _ row: Int64, _ objections: [Refused], at: Timestamp
    ) throws {
        guard let candidate = try candidate(ofEntry: row).flatMap({ try candidate($0) }) else {
            return
        }
        var draft = candidate.draft
        (draft.question, draft.answer) = (entry.question, entry.answer)
        (draft.state, draft.obstacle) = (.waiting, LearningGate.contradiction.rawValue)
        if var findings = try CandidateFindings(kept: draft.findings) {
            findings.gates = objections.map { CandidateFindings.Gate($0) }
            (findings.does, findings.entry) = (.replaces, entry.id)
            draft.findings = try findings.json()
        }
        try save(draft, at: at)
    }
}
