import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    func answer(_ params: GetAnswer.Params) throws -> AnswerRecord {
        let row = try RecordID.row(of: params.id, as: .answer)
        return try AnswerRecord(try stored(row))
    }

    func answers(_ params: ListAnswers.Params) throws -> ListAnswers.Result {
        let page = try store.read {
            try $0.listAnswers(
                AnswerFilter(
                    since: params.since, action: params.action, verdict: params.verdict),
                limit: params.limit ?? KefuRPC.Page.defaultLimit, after: params.cursor)
        }
        return ListAnswers.Result(
            answers: try page.items.map { try AnswerRecord($0) }, nextCursor: page.nextCursor)
    }

    /// Says how a past answer came about, or how a question would be answered now.
    func explain(_ params: ExplainAnswer.Params) throws -> ExplainAnswer.Result {
        switch (params.id, params.question) {
        case (let id?, nil):
            return try explainPast(
                RecordID.row(of: id, as: .answer), hasFeatures: params.features ?? true)
        case (nil, let text?):
            try EntryCheck.checkText(text, ExplainAnswer.Params.CodingKeys.question.rawValue)
            return try explainNow(text, hasFeatures: params.features ?? true)
        default:
            throw KefuError.invalid(
                ExplainAnswer.Params.CodingKeys.id.rawValue, .explainWhat, why: .explainWhy,
                hint: .explainHint)
        }
    }

    private func explainPast(_ row: Int64, hasFeatures: Bool) throws -> ExplainAnswer.Result {
        let answer = try stored(row)
        let evidence = try answer.said.knownEvidence()
        return ExplainAnswer.Result(
            candidates: hasFeatures
                ? evidence.explained : evidence.explained.map(\.withoutFeatures),
            route: answer.said.action, confidence: answer.said.confidence,
            choices: answer.said.action == .clarify ? evidence.citations.map(\.id) : [],
            reason: answer.said.reason, thresholds: evidence.thresholds,
            completed: evidence.completed)
    }

    private func explainNow(_ text: String, hasFeatures: Bool) throws -> ExplainAnswer.Result {
        let question = Question(text, otherwise: language)
        let response = try respond(
            to: question, after: nil, limit: KefuRPC.Page.defaultHits, now: now)
        let candidates = response.alternatives.map { ExplainedCandidate($0) }
        return ExplainAnswer.Result(
            candidates: hasFeatures ? candidates : candidates.map(\.withoutFeatures),
            route: response.decision.action, confidence: response.confidence,
            choices: Responder.choices(from: response.alternatives).map(\.item.id),
            reason: response.decision.reason.rawValue,
            thresholds: ThresholdsInForce(current.responder.thresholds))
    }

    func stored(_ row: Int64) throws -> StoredAnswer {
        guard let answer = try store.read({ try $0.answer(row) }) else {
            throw KefuError.notFound(.answer)
        }
        return answer
    }
}

extension AnswerDraft {
    /// What it rested on.
    /// - Throws: `ErrorCode.invalidState` once its words are not kept.
    func knownEvidence() throws -> Evidence {
        guard let evidence = try Evidence(kept: evidence) else {
            throw KefuError(
                .invalidState, .wordsGone, why: .outputGoneWhy, hint: .answerGoneHint)
        }
        return evidence
    }
}

extension AnswerRecord {
    /// The answer as clients see it.
    init(_ stored: StoredAnswer) throws {
        let said = stored.said
        let evidence = try Evidence(kept: said.evidence)
        self.init(
            id: RecordID(.answer, stored.row).description, at: said.at, question: said.question,
            completed: evidence?.completed, session: said.session, channel: said.channel,
            action: said.action,
            content: said.content, confidence: said.confidence,
            citations: evidence?.citations ?? [],
            alternatives: evidence?.alternatives ?? [], reason: said.reason,
            isDraft: evidence?.isDraft ?? false,
            took: Double(said.tookMicroseconds) / 1000,
            feedback: stored.feedback.flatMap { Feedback($0) },
            entryID: said.entry.map { RecordID(.entry, $0).description })
    }
}

extension Feedback {
    init?(_ stored: StoredFeedback) {
        guard let kind = Kind(rawValue: stored.kind.rawValue) else { return nil }
        self.init(kind: kind, at: stored.at, reason: stored.reason)
    }
}
