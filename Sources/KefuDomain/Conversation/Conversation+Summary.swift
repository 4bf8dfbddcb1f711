extension Conversation {
    /// So many questions are recalled.
    private static let mostQuestions = 3
    private static let longestQuestion = 30
    private static let longestAnswer = 40

    /// What was said before, for whom comes back after a quarter of an hour or more: what was asked,
    /// and what became of it. `nil` while the talk goes on, and when nothing was asked.
    public func summary(in language: Language) -> String? {
        guard state.isReturn else { return nil }
        let said = turns.isEmpty ? Self.lastTalk(of: earlier) : turns
        let lines = Self.exchanges(in: said).suffix(Self.mostQuestions).map {
            Self.line(of: $0, language)
        }
        guard !lines.isEmpty else { return nil }
        return Phrase.saidBefore(lines.joined(separator: Phrase.betweenItems.text(language)))
            .text(language)
    }

    private static func lastTalk(of turns: [Turn]) -> [Turn] {
        let pauses = turns.indices.dropFirst().filter {
            turns[$0].at.since(turns[$0 - 1].at) >= SessionState.lifetime
        }
        return Array(turns[(pauses.last ?? 0)...])
    }

    /// A question, and our first words after it.
    private typealias Exchange = (question: Turn, answer: Turn?)

    private static func exchanges(in turns: [Turn]) -> [Exchange] {
        var exchanges: [Exchange] = []
        for turn in turns where !turn.isAside {
            switch turn.speaker {
            case .them:
                exchanges.removeAll { $0.question.meaning == turn.meaning }
                exchanges.append((turn, nil))
            case .me:
                if let last = exchanges.indices.last, exchanges[last].answer == nil {
                    exchanges[last].answer = turn
                }
            }
        }
        return exchanges
    }

    private static func line(of exchange: Exchange, _ language: Language) -> String {
        let question = short(exchange.question.meaning, longestQuestion)
        switch (exchange.question.action, exchange.answer) {
        case (.handoff?, _), (.clarify?, _), (_, nil):
            return Phrase.askedOpen(question).text(language)
        case (_, let answer?):
            return Phrase.askedAnswered(question, short(answer.text, longestAnswer)).text(language)
        }
    }

    /// The first sentence of a text, cut where it is long.
    private static func short(_ text: String, _ limit: Int) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let sentence = line.prefix { !"。！？!?；;".contains($0) }
        let whole = String(sentence).trimmingSpaces
        return whole.count <= limit ? whole : String(whole.prefix(limit - 1)) + "…"
    }
}
