import KefuDomain
import KefuRPC

/// How an answer is shown: its route with the confidence, the text, the evidence.
enum AnswerView {
    /// A new answer.
    /// - Parameter offersVerdicts: whether the commands that act on it are named below it.
    static func lines(_ answer: Ask.Result, _ look: Look, offersVerdicts: Bool) -> [String] {
        var lines = [
            head(
                answer.action, answer.confidence, id: answer.answerID, reason: answer.reason,
                isDraft: answer.isDraft, look)
        ]
        lines += understood(answer.context?.completed, look)
        lines += look.paragraph(answer.content, indent: 2)
        lines += evidence(
            answer.action, answer.content, answer.citations, answer.alternatives, look)
        if offersVerdicts { lines += offers(answer.action, look) }
        return lines
    }

    /// An answer of the past, with the question and the verdict on it.
    static func lines(_ answer: AnswerRecord, _ look: Look) -> [String] {
        var lines = [
            head(
                answer.action, answer.confidence, id: answer.id, reason: answer.reason,
                isDraft: answer.isDraft, look)
        ]
        let asked = "\(look.say(.asked)) \(shortTime(answer.at))  "
        lines += look.paragraph(answer.question, indent: 2, label: look.paint(asked, .faint))
        lines += understood(answer.completed, look)
        lines += look.paragraph(answer.content, indent: 2)
        lines += evidence(
            answer.action, answer.content, answer.citations, answer.alternatives, look)
        if let feedback = answer.feedback {
            let verdict = "\(look.say(VerdictView.phrase(feedback.kind))) \(shortTime(feedback.at))"
            let reason = feedback.reason.map { "  \($0)" } ?? ""
            lines += look.paragraph(verdict + reason, indent: 2, tone: .faint)
        }
        return lines
    }

    /// The answers of a list, one a line.
    static func table(_ answers: [AnswerRecord], _ look: Look) -> [String] {
        var table = Table([.left, .left, .left, .right, .left, .left])
        for answer in answers {
            let verdict = answer.feedback.map { look.say(VerdictView.phrase($0.kind)) } ?? ""
            table.add([
                Table.Cell(answer.id, .link), Table.Cell(shortTime(answer.at), .faint),
                Table.Cell(look.say(.action(answer.action)), tone(answer.action)),
                Table.Cell(decimal(answer.confidence, 2)), Table.Cell(verdict, .faint),
                Table.Cell(question(of: answer, look), answer.question.isEmpty ? .faint : nil),
            ])
        }
        return table.lines(look)
    }

    /// What was asked; why there is nothing to show, where there is not.
    private static func question(of answer: AnswerRecord, _ look: Look) -> String {
        guard answer.question.isEmpty else { return answer.question }
        let isWordless = answer.reason == RouteReason.noText.rawValue
        return look.say(isWordless ? Phrase.reason(answer.reason) ?? .textNotKept : .textNotKept)
    }

    static func tone(_ action: Action) -> Tone {
        switch action {
        case .reply: .good
        case .clarify: .unsure
        case .handoff: .bad
        }
    }
}

extension AnswerView {
    private static func head(
        _ action: Action, _ confidence: Double, id: String, reason: String, isDraft: Bool,
        _ look: Look
    ) -> String {
        let route = look.paint(look.say(.action(action)), .strong, tone(action))
        let bar = look.paint(Bar.filled(confidence, columns: 20), tone(action))
        var head = "\(route)  \(bar) \(decimal(confidence, 2))  \(look.paint(id, .link))"
        if isDraft { head += "  " + look.paint(look.say(.draftOnly), .unsure) }
        if reason != RouteReason.confidence.rawValue {
            let said = Phrase.reason(reason).map { look.say($0) } ?? reason
            head += "  " + look.paint(look.snippet(said, max(8, look.width - 48)), .faint)
        }
        return head
    }

    /// What a question was taken to mean that could not stand alone.
    private static func understood(_ completed: String?, _ look: Look) -> [String] {
        guard let completed else { return [] }
        let label = look.paint("\(look.say(.understoodAs))  ", .faint)
        return look.paragraph(completed, indent: 2, label: label)
    }

    private static func evidence(
        _ action: Action, _ content: String, _ citations: [Citation],
        _ alternatives: [Alternative], _ look: Look
    ) -> [String] {
        switch action {
        case .reply: citations.enumerated().flatMap { citation($1, number: $0 + 1, content, look) }
        // The content itself lists the questions that were put.
        case .clarify: [look.paint("  " + look.say(.pickHint), .faint)]
        case .handoff: nearest(alternatives, look)
        }
    }

    private static func citation(
        _ citation: Citation, number: Int, _ content: String, _ look: Look
    ) -> [String] {
        let title =
            citation.question
            ?? look.source(citation.document, citation.section, page: citation.page)
        let label = "[\(number)] \(citation.id)  "
        var lines = look.paragraph(title, indent: 2, label: label, tone: .link)
        // A quote that is the whole answer would only repeat it.
        if citation.quote.trimmed != content.trimmed {
            let quote = look.snippet(citation.quote, max(16, 3 * (look.width - 8)))
            let (open, close) = look.language == .chinese ? ("「", "」") : ("“", "”")
            lines += look.paragraph(open + quote + close, indent: 6, tone: .faint)
        }
        return lines
    }

    private static func nearest(_ alternatives: [Alternative], _ look: Look) -> [String] {
        guard !alternatives.isEmpty else { return [] }
        var table = Table([.left, .right, .left, .left])
        for (index, alternative) in alternatives.prefix(3).enumerated() {
            let label = index == 0 ? look.say(.nearestFound) : ""
            table.add([
                Table.Cell(label, .faint), Table.Cell(decimal(alternative.confidence, 2)),
                Table.Cell(alternative.id, .link),
                Table.Cell(alternative.question ?? alternative.section ?? ""),
            ])
        }
        return table.lines(look, indent: 2)
    }

    private static func offers(_ action: Action, _ look: Look) -> [String] {
        let offers: [(String, Phrase)] =
            action == .reply
            ? [
                ("/approve", .canApprove), ("/edit", .canEdit), ("/reject", .canReject),
                ("/why", .canExplain),
            ]
            : [("/edit", .canAnswer), ("/why", .canExplain)]
        let texts = offers.map { "\($0.0) \(look.say($0.1))" }
        return look.paragraph(texts.joined(separator: " · "), indent: 2, tone: .faint)
    }
}

/// How the result of approving, correcting or rejecting is shown.
enum VerdictView {
    static func phrase(_ kind: Feedback.Kind) -> Phrase {
        switch kind {
        case .approved: .verdictApproved
        case .corrected: .verdictCorrected
        case .rejected: .verdictRejected
        }
    }

    static func lines(_ verdict: Verdict, _ look: Look) -> [String] {
        let kind = verdict.answer.feedback?.kind
        let said = kind.map { look.say(phrase($0)) } ?? ""
        var line = "\(said) \(look.paint(verdict.answer.id, .link))"
        if let entry = verdict.entry {
            let title = look.snippet(entry.question, max(8, look.width - 32))
            line += "  \(look.say(.learnedInto)) \(look.paint(entry.id, .link)) \(title)"
        }
        return [line] + ToldView.lines(verdict.told, look)
    }
}

/// A day as a person reads it in a list.
func shortDay(_ time: Timestamp) -> String { String(time.rfc3339.prefix(10)) }

/// A time as a person reads it in a list: date and minute, local.
func shortTime(_ time: Timestamp) -> String {
    String(time.rfc3339.prefix(16)).replacing("T", with: " ")
}
