import KefuDomain
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Answers that are looked through at once.
    private static let batch = 200
    /// A longer story is kept by its beginning.
    private static let longestQuestion = 300
    /// How many wordings a question is laid beside.
    private static let mostNeighbours = 30

    /// Gathers the questions that were handed over since the last time into gaps: in the order in
    /// which they were asked, each once. It goes on where a crash interrupted it.
    func noteGaps() throws {
        try gapKeeper.alone {
            while !learner.mustStop,
                let batch = try store.read({ try $0.gapSources(limit: Self.batch) })
            {
                for source in batch.sources { try note(source) }
                try store.write { try $0.setGapsNoted(through: batch.through) }
            }
        }
    }

    private func note(_ source: GapSource) throws {
        let text = try lackedQuestion(of: source)
        guard text != nil || !source.supersedes.isEmpty else { return }
        let nearest = try text.flatMap { try nearestGap(to: $0) }
        let answer = source.answer
        try store.write { connection in
            for earlier in source.supersedes { try connection.unnoteGap(answer: earlier) }
            guard let text else { return }
            try connection.noteGap(text, like: nearest, answer: answer.row, at: answer.said.at)
        }
    }

    /// The wording of an open gap that asks the same; `nil` when none does.
    private func nearestGap(to text: String) throws -> Int64? {
        let terms = search.tellingTerms(of: text)
        let neighbours = try store.read {
            try $0.gapNeighbours(of: text, terms: terms, limit: Self.mostNeighbours)
        }
        guard let first = neighbours.first, !first.isSame else { return neighbours.first?.question }
        let likeness = try search.resemblances(of: text, to: neighbours.map(\.text), now: now)
        let best = likeness.indices.max { likeness[$0] < likeness[$1] }
        guard let best, likeness[best] >= Resemblance.same else { return nil }
        return neighbours[best].question
    }

    /// What was asked that the base lacks; `nil` where it lacks nothing.
    private func lackedQuestion(of source: GapSource) throws -> String? {
        let said = source.answer.said
        let reason = RouteReason(rawValue: said.reason)
        let isPick = reason == .noneOfThem
        guard !source.isPrivate,
            let text = isPick ? try questionPutBack(before: source.answer) : Self.meant(by: said)
        else { return nil }
        let question = Question(text, otherwise: language)
        let facts = GapRule.Facts(
            action: said.action, reason: reason, score: isPick ? nil : source.score,
            isPrivateTalk: isPrivate(question, source),
            saysTooLittle: current.responder.isAside(question))
        guard GapRule.isGap(facts, least: current.hub.scoring.gray) else { return nil }
        return text
    }

    /// Whether it speaks of private things and nothing else.
    private func isPrivate(_ question: Question, _ source: GapSource) -> Bool {
        var parts = source.signal
        if !source.isOfThread {
            let message = ScoredMessage(
                text: question.text, key: question.key, at: source.answer.said.at)
            parts = Signal.of(message, rules: current.hub.scoring).parts
        }
        return parts.contains { $0.name == SignalPart.privateWords }
    }

    /// The question about which a customer was asked back and then meant none of what was offered.
    private func questionPutBack(before answer: StoredAnswer) throws -> String? {
        let last = try store.read {
            try $0.answer(before: answer.row, session: answer.said.session)
        }
        guard let last, last.said.action == .clarify else { return nil }
        return Self.meant(by: last.said)
    }

    /// The question of an answer in one line, as it was understood; `nil` once it is not kept.
    private static func meant(by said: AnswerDraft) -> String? {
        // One that cannot be read must not hold up the others.
        guard let evidence = try? Evidence(kept: said.evidence) else { return nil }
        let words = evidence.meant(by: said.question).split(whereSeparator: \.isWhitespace)
        let text = String(words.joined(separator: " ").prefix(longestQuestion))
        return text.isEmpty ? nil : text
    }
}
