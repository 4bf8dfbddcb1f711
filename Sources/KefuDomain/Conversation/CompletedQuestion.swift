/// A question that says all that was meant, made from a follow-up and the question before it.
public struct CompletedQuestion: Sendable, Hashable {
    /// The whole question.
    public let text: String
    /// What an answer must speak of: an answer about the old case is none.
    public let required: [RequiredFact]
    /// Whether what answered the topic so far cannot answer this too.
    public let needsNewAnswer: Bool

    init(_ text: String, required: [RequiredFact] = [], needsNewAnswer: Bool = false) {
        self.text = text
        self.required = required
        self.needsNewAnswer = needsNewAnswer
    }
}

extension CompletedQuestion {
    /// What a follow-up may mean after a question, likeliest first; empty where that is in doubt.
    static func all(of followUp: MessageReading, _ lean: Lean, after question: MessageReading)
        -> [CompletedQuestion]
    {
        guard question.body.count <= longestQuestion else { return [] }
        switch lean {
        case .contrast(let facts):
            return Contrast(question: question, followUp: followUp, facts: facts).completions
        case .aspect:
            return aspect(followUp, after: question)
        case .pronoun(let range):
            return pronoun(range, of: followUp, after: question)
        case .reason:
            return reason(followUp, after: question)
        }
    }

    private static let longestQuestion = 120

    private static func aspect(_ followUp: MessageReading, after question: MessageReading)
        -> [CompletedQuestion]
    {
        guard question.canBeAsked(followUp),
            let subject = question.subject(without: followUp.facts)
        else { return [] }
        let asked = followUp.text.text(followUp.stripped)
        guard !asked.isEmpty else { return [] }
        // What speaks of the price, say, of a pile does not speak of its installation.
        let isOther = followUp.aspects.contains {
            $0.isMatterOfItsOwn && !question.aspects.contains($0)
        }
        return [subject, question.name].compactMap(\.self).map {
            CompletedQuestion(joined($0, asked, followUp), needsNewAnswer: isOther)
        }
    }

    private static func joined(_ subject: String, _ asked: String, _ followUp: MessageReading)
        -> String
    {
        guard followUp.isLatin else { return spaced(subject, asked) }
        let verb = followUp.solid.contains {
            $0.kind == .filler
                && ["is", "are", "does", "do"].contains(followUp.text.plain($0.range))
        }
        if asked.lowercased().hasPrefix("how "), !verb { return "\(asked) is the \(subject)" }
        return "\(asked) - \(subject)"
    }

    private static func pronoun(
        _ range: Range<Int>, of followUp: MessageReading, after question: MessageReading
    ) -> [CompletedQuestion] {
        guard question.canBeAsked(followUp), let subject = question.subject(without: []) else {
            return []
        }
        let text = followUp.text
        let body = followUp.body
        let head = text.text(body.lowerBound..<range.lowerBound)
        let tail = text.text(range.upperBound..<body.upperBound)
        let whole = spaced(head, followUp.isLatin ? "the " + subject : subject)
        return [CompletedQuestion(spaced(whole, tail))]
    }

    /// Why something is so: asked only where a reason can be given, and never answered by what was
    /// said already.
    private static func reason(_ followUp: MessageReading, after question: MessageReading)
        -> [CompletedQuestion]
    {
        guard !question.aspects.contains(where: \.isPlainFact), !question.aspects.contains(.reason)
        else { return [] }
        let rest = question.withoutAspects
        guard rest.count >= 2 else { return [] }
        let why = followUp.text.text(followUp.stripped)
        return [CompletedQuestion(spaced(why, rest), needsNewAnswer: true)]
    }

    /// Two pieces of text, with a space where either is in Latin letters.
    static func spaced(_ one: String, _ other: String) -> String {
        guard let last = one.unicodeScalars.last, let first = other.unicodeScalars.first else {
            return one + other
        }
        let isApart = (last.isASCII || first.isASCII) && last != " " && first != " "
        return one + (isApart ? " " : "") + other
    }
}

extension MessageReading {
    /// The thing that a question is about, as it was written.
    /// - Parameter facts: details of other kinds than these only.
    func subject(without facts: [Fact]) -> String? {
        guard let run = subjectRun else { return nil }
        let kept = pieces[run].filter { piece in
            guard case .fact(let fact) = piece.kind else { return true }
            return !facts.contains { $0.replaces(fact) }
        }
        let words = kept.filter { $0.kind != .blank || !isLatin }
        let texts = words.map { text.text($0.range) }
        let subject = isLatin ? texts.joined(separator: " ") : texts.joined()
        return subject.contains { $0 != " " } ? subject : nil
    }

    /// The one detail by which a thing goes among people of the trade: 120kW of 120kW 双枪直流桩.
    /// `nil` where the thing has no such name, or nothing else.
    var name: String? {
        guard let run = subjectRun, !isLatin else { return nil }
        let strong = pieces[run].filter { namesThing($0.kind) && $0.kind != .thing }
        let others = pieces[run].filter { $0.kind != .blank }.count - strong.count
        guard strong.count == 1, others > 0, let piece = strong.first else { return nil }
        return text.text(piece.range)
    }

    /// Whether its thing can be asked what a follow-up asks: a fault code has neither price nor size.
    func canBeAsked(_ followUp: MessageReading) -> Bool {
        guard let run = subjectRun else { return false }
        let isCode = pieces[run].allSatisfy { piece in
            switch piece.kind {
            case .fact(let fact): fact.kind == .code
            default: piece.kind != .thing
            }
        }
        if !isCode { return true }
        return !followUp.aspects.isEmpty && followUp.aspects.allSatisfy(\.suitsCode)
    }

    /// The first run of pieces that names a thing: a model, a power, a code, a charger.
    var subjectRun: Range<Int>? {
        var start = 0
        while start < pieces.count {
            var end = start
            while end < pieces.count, isOfSubject(pieces[end].kind) { end += 1 }
            if pieces[start..<end].contains(where: { namesThing($0.kind) }) {
                return trimmed(start..<end)
            }
            start = end + 1
        }
        return nil
    }

    private func isOfSubject(_ kind: Kind) -> Bool {
        switch kind {
        case .fact, .thing, .ellipsis, .joint, .blank: true
        default: false
        }
    }

    private func namesThing(_ kind: Kind) -> Bool {
        if case .fact(let fact) = kind { return fact.isStrong }
        return kind == .thing
    }

    private func trimmed(_ run: Range<Int>) -> Range<Int> {
        func isEdge(_ kind: Kind) -> Bool { kind == .blank || kind == .joint || kind == .ellipsis }
        var run = run
        while let first = run.first, isEdge(pieces[first].kind) { run = first + 1..<run.upperBound }
        while let last = run.last, isEdge(pieces[last].kind) { run = run.lowerBound..<last }
        return run
    }

    /// Where the message says what it asks, without the words that turn to it and without pronouns.
    var stripped: Range<Int> {
        let kept = solid.drop {
            $0.kind == .opener || $0.kind == .pronoun || $0.kind == .ellipsis
                || ($0.kind == .filler && !isLatin)
        }
        let end = kept.reversed().drop { $0.kind == .tail || $0.kind == .pronoun }.first
        guard let first = kept.first, let end else { return 0..<0 }
        return first.range.lowerBound..<max(end.range.upperBound, first.range.upperBound)
    }

    /// What a question says beside what it asks and how politely.
    var withoutAspects: String {
        let said = pieces.filter { piece in
            if case .aspect = piece.kind { false } else { true }
        }
        func isEdge(_ piece: Piece) -> Bool {
            [.blank, .opener, .tail, .filler].contains(piece.kind)
        }
        let kept = said.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
        return kept.map { text.text($0.range) }.joined()
    }
}

extension String {
    /// Without blanks and punctuation at either end.
    var trimmingSpaces: String {
        let scalars = unicodeScalars.drop(while: FoldedText.isBlankOrMark)
        let end = scalars.reversed().drop(while: FoldedText.isBlankOrMark).reversed()
        return String(String.UnicodeScalarView(end))
    }
}
