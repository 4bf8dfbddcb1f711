public import KefuDomain
import KefuText

extension SearchEngine {
    /// How much each of some texts asks the same as a question, 0...1: see `Resemblance`.
    /// - Throws: a failure of the database.
    public func resemblances(
        of question: String, to texts: [String], now: Timestamp
    ) throws -> [Double] {
        guard !texts.isEmpty else { return [] }
        return try run(question, limit: 1, now: now) { run in
            let measure = try Measure(run)
            return texts.map { text in
                let key = run.analyzer.analyze(text).scalars
                return Resemblance.of(measure.compared(with: MatchText(question: key)))
            }
        }
    }

    /// The terms of a text that say most of what it is about, rarest in general usage first.
    public func tellingTerms(of text: String) -> [String] {
        Analyzer().analyze(text).terms
            .map { (text: $0.text, rarity: Lexicon.rarity(of: $0.text)) }
            .sorted { ($0.rarity, $1.text) > ($1.rarity, $0.text) }
            .map(\.text)
    }
}
