import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Answers a question, asks back, or hands over; the answer is kept with its evidence.
    func ask(_ params: Ask.Params) throws -> Ask.Result {
        try EntryCheck.checkText(params.question, Ask.Params.CodingKeys.question.rawValue)
        let stopwatch = Stopwatch()
        let now = now
        let last = try params.session.flatMap { try lastSaid(in: $0) }
        let question = Question(params.question, otherwise: languageSpoken(in: last))
        let understanding = try params.session.map {
            understood(question, turns: try turns(in: $0), now: now)
        }
        let limit = params.limit ?? KefuRPC.Page.defaultHits
        // How many candidates are returned must not change what is decided.
        let response = try respond(
            to: question, after: last, understood: understanding,
            limit: max(limit, KefuRPC.Page.defaultHits), now: now)
        let citations = response.citations(for: question)
        let evidence = Evidence(
            response, citations: citations, thresholds: current.responder.thresholds)
        let draft = AnswerDraft(
            at: now, question: params.question, session: params.session, channel: params.channel,
            action: response.decision.action, content: response.content,
            confidence: response.confidence, reason: response.decision.reason.rawValue,
            tookMicroseconds: stopwatch.microseconds, evidence: try evidence.json(),
            entry: response.citedEntry)
        let id = try keep(draft)
        if response.decision.action == .handoff {
            learner.wake()
            events.publish(
                .handoff, at: now,
                ["answer_id": .text(id), "reason": .text(response.decision.reason.rawValue)])
        }
        return Ask.Result(
            answerID: id, action: response.decision.action, content: response.content,
            confidence: response.confidence, citations: citations,
            alternatives: response.alternatives.prefix(limit).map { Alternative($0) },
            reason: response.decision.reason.rawValue, isDraft: response.decision.isDraftOnly,
            took: stopwatch.milliseconds,
            context: understanding?.context(completed: response.completed))
    }

    /// Stores an answer, and counts the hit where it is a reply.
    /// - Returns: its id. Where the disk is at fault the customer is answered all the same, under an
    ///   id that no record has.
    private func keep(_ draft: AnswerDraft) throws -> String {
        do {
            let row = try store.write { connection in
                if draft.action == .reply, let entry = draft.entry {
                    try connection.addHits([entry])
                }
                return try connection.insertAnswer(draft)
            }
            unkept.forget(draft.session)
            return RecordID(.answer, row).description
        } catch let error as KefuError where error.isOfStorage {
            return unkept.add(draft)
        }
    }

    /// The newest answer of a session, stored or not.
    private func lastSaid(in session: String) throws -> AnswerDraft? {
        try unkept.last(in: session) ?? store.read { try $0.latestAnswer(session: session)?.said }
    }

    /// What would be said to a question now; the one code path behind `ask`, messages and
    /// `answer.explain`.
    /// - Parameters:
    ///   - last: the answer before: what a customer's "2" picks from.
    ///   - understanding: what the question means in its conversation; `nil`: it stands alone.
    func respond(
        to question: Question, after last: AnswerDraft?,
        understood understanding: Understanding? = nil,
        limit: Int, now: Timestamp
    ) throws -> Response {
        let responder = current.responder
        if let last, let pick = try pick(by: question, after: last) {
            switch pick {
            case .item(let item, let clarified):
                var response = responder.picked(
                    item, of: question, now: now, minuteOfDay: now.minuteOfDay)
                response.clarified = clarified
                return response
            case .none(let language):
                let refusal = Question(text: question.text, key: question.key, language: language)
                return responder.nonePicked(refusal, minuteOfDay: now.minuteOfDay)
            }
        }
        let found = try find(question, understanding, limit: limit, now: now)
        let meant = found.isOfCompleted ? question.completed(as: found.completed) : question
        var response = responder.respond(
            to: meant, candidates: found.candidates, now: now, minuteOfDay: now.minuteOfDay)
        response.completed = found.completed
        return response
    }
}

extension Desk {
    private enum Pick {
        case item(FoundItem, clarified: String)
        /// None was meant; a bare number or 0 has no language, what was asked before has.
        case none(Language)
    }

    /// What a message picks of the choices that were just put to the customer; `nil` for any other
    /// message, and when the choice is gone from the base.
    private func pick(by question: Question, after last: AnswerDraft) throws -> Pick? {
        guard last.action == .clarify, !last.evidence.isEmpty else { return nil }
        let choices = try Evidence(json: last.evidence).citations
        guard let pick = ClarificationPick(key: question.key, of: choices.count) else {
            return nil
        }
        guard case .choice(let number) = pick else {
            return Pick.none(Question(last.question, otherwise: language).language)
        }
        return try store.read { try item(choices[number - 1].id, $0) }.map {
            .item($0, clarified: last.question)
        }
    }
}

extension Desk {
    /// What an id on the wire stands for, while it is in the base.
    private func item(_ id: String, _ connection: Connection) throws -> FoundItem? {
        guard let record = RecordID(id) else { return nil }
        switch record.kind {
        case .entry:
            let entry = try connection.entry(record.row)
            return entry?.status == .active ? entry.map { .entry($0) } : nil
        case .passage: return try connection.passage(record.row).map { .passage($0) }
        default: return nil
        }
    }
}

extension Desk {
    /// The language for a message that has none of its own, such as a number: that of the question
    /// before it, else the operator's.
    private func languageSpoken(in last: AnswerDraft?) -> Language {
        last.map { Question($0.question, otherwise: language).language } ?? language
    }
}
