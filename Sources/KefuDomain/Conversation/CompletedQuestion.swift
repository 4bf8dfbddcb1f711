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
        case .thing(let range):
            return thing(range, of: followUp, after: question)
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

    /// The question with another thing in the place of its own. What answered it speaks of that one.
    private static func thing(
        _ range: Range<Int>, of followUp: MessageReading, after question: MessageReading
    ) -> [CompletedQuestion] {
        guard !question.aspects.contains(.difference), let run = question.subjectRun,
            !question.aspects.isEmpty || question.unknownCount >= 2
        else { return [] }
        let text = question.text
        let start = question.pieces[run.lowerBound].range.lowerBound
        let end = question.pieces[run.upperBound - 1].range.upperBound
        let whole = spaced(
            spaced(text.text(0..<start), followUp.text.text(range)), text.text(end..<text.count))
        let other = Fact(kind: .other, value: followUp.text.plain(range), range: range)
        return [
            CompletedQuestion(
                whole.trimmingSpaces, required: [RequiredFact(other, replacing: [])],
                needsNewAnswer: true)
        ]
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

extension String {
    /// Without blanks and punctuation at either end.
    var trimmingSpaces: String {
        let scalars = unicodeScalars.drop(while: FoldedText.isBlankOrMark)
        let end = scalars.reversed().drop(while: FoldedText.isBlankOrMark).reversed()
        return String(String.UnicodeScalarView(end))
    }
}
