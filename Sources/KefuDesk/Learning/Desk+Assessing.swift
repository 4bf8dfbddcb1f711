import KefuDomain
import KefuSearch
import KefuStore

extension Desk {
    /// Works out what is to become of a pair. The cost is bounded: what is no good by itself is not
    /// looked up at all.
    func assess(_ asked: AnsweredQuestion, except known: CandidateRecord?) throws -> Assessment {
        let pair = asked.pair
        let (now, settings) = (now, current.loaded.configuration.learning)
        let timesAsked = try store.read {
            try $0.timesAnswered(pair.question, except: asked.anchor) + 1
        }
        var facts = QualityFacts(timesAsked: timesAsked, agreement: .same, settings: settings)
        let hopeful = Quality.of(pair, facts: facts, now: now)
        let prediction = try predict(pair, except: known) ?? known?.draft.prediction
        guard hopeful.fate(settings.thresholds) != .dropped else {
            return Assessment(
                asked: asked, quality: hopeful, weighed: nil, prediction: prediction,
                timesAsked: timesAsked, settings: settings)
        }
        let agrees = prediction?.agreement == .same
        var weighed = try weigh(
            Teaching(
                question: pair.question, answer: pair.answer, isAutomatic: true,
                shadow: agrees ? prediction?.entry : nil, saidAt: pair.answeredAt, at: now))
        if let prediction, prediction.agreement == .contradicts,
            let rival = try store.read({ try $0.entry(prediction.entry) }),
            !weighed.objections.contains(where: { $0.with.contains { $0.id == rival.id } })
        {
            weighed.objections.append(
                Refused(gate: .contradiction, why: .saysOtherwise, with: [rival]))
        }
        if try isDisputed(weighed, asked) {
            weighed.objections.append(Refused(gate: .contradiction, why: .personSaysOtherwise))
        }
        facts.agreement = agrees ? .same : weighed.agreement
        let quality = Quality.of(pair.saying(weighed), facts: facts, now: now)
        return Assessment(
            asked: asked, quality: quality, weighed: weighed, prediction: prediction,
            timesAsked: timesAsked, settings: settings)
    }

    /// Whether a person said the contrary to the very question, and that waits.
    private func isDisputed(_ weighed: Weighed, _ asked: AnsweredQuestion) throws -> Bool {
        let others = try store.read {
            try $0.waitingCandidates(asking: weighed.question, except: asked.anchor)
        }
        return others.contains {
            AnswerAgreement.of($0.draft.answer, weighed.answer) == .contradicts
        }
    }

    /// What an entry in the shadow would have said to the question, and how that goes with what the
    /// person said.
    private func predict(
        _ pair: LearnedPair, except known: CandidateRecord?
    ) throws -> SilentPrediction? {
        let own = try store.read { connection -> Int64? in
            guard try connection.hasShadows() else { return nil }
            return try known.flatMap { try connection.learningEvent(ofCandidate: $0.row)?.entry }
                ?? 0
        }
        guard let own else { return nil }
        let found = try search.searchWithShadows(
            pair.question, except: [own], limit: 3, now: now)
        guard let best = found.first, case .entry(let entry) = best.item,
            entry.status == .shadow, best.confidence >= current.responder.thresholds.reply,
            let row = RecordID(entry.id)?.row
        else { return nil }
        return SilentPrediction(
            entry: row, agreement: AnswerAgreement.of(entry.answer, pair.answer))
    }

    /// Stores what became of a pair, puts it into the base where it enters, and lets the shadow that
    /// predicted it have its due.
    func enter(_ assessment: Assessment, in scene: Scene) throws {
        let now = now
        let draft = try assessment.draft(in: scene)
        let learned = try store.write { connection -> Learned? in
            // Meanwhile the customer may have been erased, or the thread become private.
            guard try connection.areKept(messages: draft.questionMessages + draft.answerMessages)
            else { return nil }
            try connection.settleRepetitions(of: draft, at: now)
            let row = try connection.save(draft, at: now)
            guard draft.state == .entered, let weighed = assessment.weighed,
                let source = try connection.candidate(row)?.lessonSource
            else { return nil }
            return try connection.teach(weighed, by: .itself, from: source, at: now)
        }
        if let learned { tellLearned(learned, by: .itself, at: now) }
        if let prediction = draft.prediction { try judge(shadow: prediction) }
    }
}

extension Connection {
    /// What waits and says the same waits no longer: the newer one knows how often it was asked.
    fileprivate func settleRepetitions(of draft: CandidateDraft, at: Timestamp) throws {
        guard draft.state == .waiting || draft.state == .entered else { return }
        for other in try waitingCandidates(asking: draft.question, except: draft.anchor)
        where AnswerAgreement.of(other.draft.answer, draft.answer) == .same {
            try settle(candidate: other.row, .known, at: at)
        }
    }
}

extension LearnedPair {
    /// The pair without what was personal in it.
    fileprivate func saying(_ weighed: Weighed) -> LearnedPair {
        LearnedPair(
            question: weighed.question, answer: weighed.answer,
            questionMessages: questionMessages, answerMessages: answerMessages, askedAt: askedAt,
            answeredAt: answeredAt, aftermath: aftermath, needsContext: needsContext,
            hasAttachment: hasAttachment, isUnsettled: isUnsettled)
    }
}
