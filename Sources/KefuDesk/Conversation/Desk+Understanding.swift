import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// So many of a conversation's answers are looked at.
    static let rememberedAnswers = 10

    /// What a question means after what was said; for sessions and threads alike.
    /// - Parameter turns: what was said, in any order; see `turns(of:)`.
    func understood(
        _ question: Question, turns: [Turn], now: Timestamp
    ) -> Understanding {
        let turn = Turn(
            .them, question.text, isAside: current.responder.isAside(question), at: now)
        return Understanding(
            of: turn, in: Conversation.of(turns, now: now), language: question.language)
    }

    /// What was said in a conversation, from the answers that were given in it.
    func turns(of answers: [AnswerGist]) -> [Turn] {
        answers.flatMap { turns(of: $0) }
    }

    private func turns(of answer: AnswerGist) -> [Turn] {
        let question = Question(answer.question, otherwise: language)
        let isPick = answer.reason == RouteReason.picked.rawValue
        let isAside = !isPick && current.responder.isAside(question)
        let asked = Turn(
            .them, answer.question,
            understoodAs: isPick ? answer.sourceQuestion : answer.completed,
            action: answer.action, source: answer.action == .reply ? answer.source : nil,
            isAside: isAside, at: answer.at)
        return [asked, Turn(.me, answer.content, isAside: isAside, at: answer.at)]
    }

    /// What was said in a session, stored or not.
    func turns(in session: String) throws -> [Turn] {
        var answers = try store.read {
            try $0.answerGists(session: session, limit: Self.rememberedAnswers)
        }
        if let unkept = unkept.last(in: session) { answers.insert(AnswerGist(unkept), at: 0) }
        return turns(of: answers)
    }
}

extension Desk {
    /// The candidates for a question, and what it was taken to mean.
    struct Finding {
        var candidates: [Candidate]
        /// The question as understood; `nil` when it is taken by its words.
        var completed: String?
        /// Whether the candidates are those of the completed question.
        var isOfCompleted = false
    }

    /// Looks for what answers a question, and, where it cannot stand alone, what answers the question
    /// that it may mean; of these the surer counts.
    ///
    /// A completed question counts only with an answer that speaks of what is new in it: the answer
    /// about the 7 kW pile must not be given again to 那双枪的呢.
    func find(
        _ question: Question, _ understanding: Understanding?, limit: Int, now: Timestamp
    ) throws -> Finding {
        let plain = Finding(
            candidates: try search.search(question.text, limit: limit, now: now).candidates)
        let completions = understanding?.completions ?? []
        guard let likeliest = completions.first, !Self.isCertain(plain) else { return plain }
        var best = plain
        for completion in completions {
            let found = try search.search(completion.text, limit: limit, now: now).candidates
            guard let first = found.first,
                completion.isAnswered(by: first.item, after: understanding?.sources ?? []),
                first.confidence > best.candidates.first?.confidence ?? 0
            else { continue }
            best = Finding(candidates: found, completed: completion.text, isOfCompleted: true)
        }
        if !best.isOfCompleted, isUnanswered(plain) { best.completed = likeliest.text }
        return best
    }

    /// Whether the base holds this very question.
    private static func isCertain(_ finding: Finding) -> Bool {
        finding.candidates.first?.engines.contains(.exact) ?? false
    }

    private func isUnanswered(_ finding: Finding) -> Bool {
        let confidence = finding.candidates.first?.confidence ?? 0
        return current.responder.thresholds.action(for: confidence) == .handoff
    }
}

extension AnswerGist {
    /// Of an answer that could not be stored.
    init(_ draft: AnswerDraft) {
        let evidence = try? Evidence(json: draft.evidence)
        self.init(
            at: draft.at, question: draft.question, completed: evidence?.completed,
            action: draft.action, reason: draft.reason, content: draft.content,
            source: evidence?.citations.first?.id,
            sourceQuestion: evidence?.citations.first?.question)
    }
}
