import KefuDomain
import KefuRPC

/// How a candidate is shown: what would be learned, from which words, and what speaks against it.
enum CandidatePage {
    /// Rivals that are shown beside a candidate.
    private static let mostRivals = 3
    /// Turns of the conversation around the question and its answer.
    private static let mostTurns = 12

    /// One candidate with all that is needed to decide on it.
    /// - Parameter place: where it stands in the queue, such as `3/17`.
    static func lines(_ candidate: CandidateView, place: String?, _ look: Look) -> [String] {
        var lines = [head(candidate, place, look)]
        lines += text(.candidateQuestion, candidate.question, look)
        lines += text(.candidateAnswer, candidate.answer, look)
        lines += outcome(candidate.outcome, look)
        lines += conversation(candidate.conversation, look)
        lines += reasons(candidate.reasons, look)
        for gate in candidate.gates { lines += objection(gate, look) }
        for rival in rivals(of: candidate) { lines += comparison(candidate, rival, look) }
        return lines
    }

    /// Candidates, one a line.
    static func table(_ candidates: [CandidateView], _ look: Look, isNumbered: Bool) -> [String] {
        var table = Table([.right, .left, .right, .left, .left])
        for (index, candidate) in candidates.enumerated() {
            let gates = candidate.gates.map { look.say(.gateName($0.gate)) }
            table.add([
                Table.Cell(isNumbered ? "\(index + 1)" : "", .faint),
                Table.Cell(candidate.id, .link), Table.Cell(decimal(candidate.quality, 2)),
                Table.Cell(gates.joined(separator: look.language == .chinese ? "、" : ", "), .bad),
                Table.Cell("\(candidate.question) → \(candidate.answer)"),
            ])
        }
        return table.withoutEmptyColumns.lines(look)
    }

    private static func head(_ candidate: CandidateView, _ place: String?, _ look: Look) -> String {
        let quality = "\(look.say(.qualityLabel)) \(decimal(candidate.quality, 2))"
        let parts = [
            place.map { look.paint($0, .faint) }, look.paint(candidate.id, .strong, .link),
            quality, look.paint(look.say(.candidateSource(candidate.source)), .faint),
            candidate.provenance.threadID.map { look.paint($0, .link) },
        ]
        return parts.compactMap(\.self).joined(separator: "  ")
    }

    private static func text(_ label: Phrase, _ text: String, _ look: Look) -> [String] {
        look.paragraph(text, indent: 2, label: look.say(label) + "  ", tone: .strong)
    }

    private static func outcome(_ outcome: CandidateOutcome, _ look: Look) -> [String] {
        let title = outcome.entry.map { "\($0.id) \($0.question)" } ?? ""
        var text = look.say(.outcome(outcome.does, title))
        if let expiry = outcome.expiresAt {
            text += " · " + look.say(.staleFrom(String(shortTime(expiry).prefix(10))))
        }
        return look.paragraph(text, indent: 2, label: "→ ", tone: .good)
    }

    private static func conversation(_ turns: [EvidenceTurn], _ look: Look) -> [String] {
        turns.suffix(mostTurns).flatMap { turn in
            let mark = turn.part == .around ? " " : "▏"
            let who = look.say(.speaker(turn.speaker))
            let label = "\(mark)\(shortTime(turn.at).suffix(11))  \(who)  "
            return look.paragraph(
                turn.text ?? look.say(.textNotKept), indent: 2, label: label,
                tone: turn.part == .around || turn.text == nil ? .faint : nil)
        }
    }

    /// What the quality is made of, the largest shares first.
    private static func reasons(_ reasons: [QualityReason], _ look: Look) -> [String] {
        let told = reasons.filter { abs($0.share) >= 0.005 }.sorted {
            abs($0.share) > abs($1.share)
        }
        let texts = told.map { reason in
            "\(reason.text) \(reason.share < 0 ? "−" : "+")\(decimal(abs(reason.share), 2))"
        }
        return look.flow(texts, indent: 2, tone: .faint)
    }

    private static func objection(_ gate: GateObjection, _ look: Look) -> [String] {
        let label = look.label(.gateName(gate.gate))
        return look.paragraph(gate.text, indent: 2, label: "! " + label, tone: .bad)
    }

    private static func rivals(of candidate: CandidateView) -> [RivalEntry] {
        var rivals = candidate.conflicts
        if candidate.outcome.does == .replaces || candidate.outcome.does == .variant,
            let entry = candidate.outcome.entry, !rivals.contains(where: { $0.id == entry.id })
        {
            rivals.append(entry)
        }
        return Array(rivals.prefix(mostRivals))
    }

    private static func comparison(
        _ candidate: CandidateView, _ rival: RivalEntry, _ look: Look
    ) -> [String] {
        let old = SideBySide.Side(
            title: "\(rival.id)  \(rival.question)", text: rival.answer)
        let new = SideBySide.Side(
            title: "\(candidate.id)  \(candidate.question)", text: candidate.answer)
        return SideBySide(left: old, right: new).lines(look)
    }
}
