import KefuDomain
import KefuText

/// A question as a search needs it.
struct AskedQuestion: Sendable {
    /// Normalised texts that count as the very same question: the plain key, and those that the
    /// operator's vocabulary makes of it.
    let keys: [String]
    let text: MatchText
    /// The distinct terms to look up, those of the texts that synonyms make of it among them.
    let terms: [SearchTerm]
    /// Toneless syllable pairs.
    let pinyin: [String]

    /// The most terms of a text that are looked up; those of a longer one count from its start.
    private static let maxTerms = 600

    init(_ question: String, analyzer: Analyzer, hasVocabulary: Bool) {
        let analyzed = analyzer.analyze(question)
        var keys = [hasVocabulary ? analyzer.key(question) : analyzed.key]
        for key in [analyzed.key] + analyzed.alternatives where !keys.contains(key) {
            keys.append(key)
        }
        // A text of signs only is its own key.
        if keys[0].isEmpty { keys[0] = Self.trimmed(question) }
        self.keys = keys.filter { !$0.isEmpty }
        text = MatchText(question: analyzed.scalars)
        pinyin = Array(analyzed.pinyin.prefix(Self.maxTerms))
        var terms = SearchTerms()
        terms.add(analyzed.terms.prefix(Self.maxTerms))
        for alternative in analyzed.alternatives {
            terms.add(analyzer.analyze(alternative).terms.prefix(Self.maxTerms))
        }
        self.terms = terms.all
    }

    /// The terms that are rarest in general usage.
    func rarestTerms(_ count: Int) -> [String] {
        let rated = terms.map { ($0.text, Lexicon.rarity(of: $0.text) * min(1, $0.weight)) }
        return rated.sorted { $0.1 > $1.1 }.prefix(count).map(\.0)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// A term to look up.
struct SearchTerm: Sendable {
    let text: String
    /// How much it counts beside the others.
    fileprivate(set) var weight: Double
    /// Whether it is a stem, a number or a code: a part of one may stand elsewhere.
    let isLatin: Bool
}

/// Gathers terms, each text once.
private struct SearchTerms {
    private(set) var all: [SearchTerm] = []
    private var places: [String: Int] = [:]

    mutating func add(_ more: some Sequence<Term>) {
        for term in more {
            // Pairs of characters repeat much of what words say; one that is a word counts for both.
            let weight = term.kind == .bigram ? 0.5 : 1
            if let place = places[term.text] {
                all[place].weight = max(all[place].weight, weight == 1 ? 1.5 : weight)
            } else {
                places[term.text] = all.count
                let isLatin = term.kind == .latin || term.kind == .code
                all.append(SearchTerm(text: term.text, weight: weight, isLatin: isLatin))
            }
        }
    }
}
