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
        let question = Question(params.question, otherwise: try languageSpoken(in: params.session))
        let limit = params.limit ?? KefuRPC.Page.defaultHits
        // How many candidates are returned must not change what is decided.
        let response = try respond(
            to: question, session: params.session, limit: max(limit, KefuRPC.Page.defaultHits),
            now: now)
        let citations = response.citations(for: question)
        let evidence = Evidence(
            response, citations: citations, thresholds: current.responder.thresholds)
        let draft = AnswerDraft(
            at: now, question: params.question, session: params.session, channel: params.channel,
            action: response.decision.action, content: response.content,
            confidence: response.confidence, reason: response.decision.reason.rawValue,
            tookMicroseconds: stopwatch.microseconds, evidence: try evidence.json(),
            entry: response.citedEntry)
        let row = try store.write { connection in
            if response.decision.action == .reply, let entry = response.citedEntry {
                try connection.addHits([entry])
            }
            return try connection.insertAnswer(draft)
        }
        let id = RecordID(.answer, row).description
        if response.decision.action == .handoff {
            events.publish(
                .handoff, at: now,
                ["answer_id": .text(id), "reason": .text(response.decision.reason.rawValue)])
        }
        return Ask.Result(
            answerID: id, action: response.decision.action, content: response.content,
            confidence: response.confidence, citations: citations,
            alternatives: response.alternatives.prefix(limit).map { Alternative($0) },
            reason: response.decision.reason.rawValue, isDraft: response.decision.isDraftOnly,
            took: stopwatch.milliseconds)
    }

    /// What would be said to a question now; the one code path behind `ask` and `answer.explain`.
    func respond(
        to question: Question, session: String?, limit: Int, now: Timestamp
    ) throws -> Response {
        let responder = current.responder
        if let session, let pick = try pick(by: question, in: session) {
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
        let found = try search.search(question.text, limit: limit, now: now)
        return responder.respond(
            to: question, candidates: found.candidates, now: now, minuteOfDay: now.minuteOfDay)
    }
}

extension Desk {
    private enum Pick {
        case item(FoundItem, clarified: String)
        /// None was meant; a bare number or 0 has no language, what was asked before has.
        case none(Language)
    }

    /// What a message picks of the choices that this session was just given; `nil` for any other
    /// message, and when the choice is gone from the base.
    private func pick(by question: Question, in session: String) throws -> Pick? {
        try store.read { connection -> Pick? in
            guard let last = try connection.latestAnswer(session: session),
                last.said.action == .clarify
            else { return nil }
            let choices = try Evidence(json: last.said.evidence).citations
            guard let pick = ClarificationPick(key: question.key, of: choices.count) else {
                return nil
            }
            guard case .choice(let number) = pick else {
                return Pick.none(Question(last.said.question, otherwise: language).language)
            }
            return try item(choices[number - 1].id, connection).map {
                .item($0, clarified: last.said.question)
            }
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
        case .document, .answer: return nil
        }
    }
}

extension Desk {
    /// The language for a message that has none of its own, such as a number: that of the question
    /// before it, else the operator's.
    private func languageSpoken(in session: String?) throws -> Language {
        guard let session, let last = try store.read({ try $0.latestAnswer(session: session) })
        else { return language }
        return Question(last.said.question, otherwise: language).language
    }
}
