import KefuDomain
import KefuRPC

/// How the history of an entry is shown.
enum HistoryView {
    static func lines(_ history: EntryHistory.Result, _ look: Look) -> [String] {
        var lines = look.paragraph(history.question, label: "\(history.id)  ", tone: .strong)
        lines += facts(history, look)
        lines += weeks(history.weeks, look)
        for judged in history.judged.prefix(10) {
            let kind = look.say(kindLabel(judged.kind))
            let text = [shortTime(judged.at), judged.answerID, kind].joined(separator: "  ")
            lines += look.paragraph(judged.reason ?? "", indent: 2, label: text + "  ")
        }
        var table = Table([.right, .left, .left])
        for revision in history.revisions {
            table.add([
                Table.Cell("\(revision.revision)", .link),
                Table.Cell(shortTime(revision.at), .faint),
                Table.Cell(look.say(.cause(revision.what))),
            ])
        }
        return lines + table.lines(look, indent: 2)
    }

    private static func facts(_ history: EntryHistory.Result, _ look: Look) -> [String] {
        let origin = history.provenance
        var facts = [look.say(.source(origin.source))]
        if let path = origin.path ?? origin.document {
            facts.append(look.say(.cameFrom) + " " + Cleaning.forTerminal(path))
        }
        if let id = origin.externalID { facts.append(Cleaning.forTerminal(id)) }
        if let kept = origin.mergedInto { facts.append(look.say(.wentInto(kept))) }
        if let removed = history.removed {
            facts.append(look.say(.cause("removed")) + " " + shortTime(removed))
        }
        let counts: [(Phrase, Int)] = [
            (.hits, history.hits), (.approvedLabel, history.feedback.approved),
            (.correctedLabel, history.feedback.corrected),
            (.rejectedLabel, history.feedback.rejected),
        ]
        facts += counts.filter { $0.1 > 0 }.map { "\(look.say($0.0)) \($0.1)" }
        return look.paragraph(facts.joined(separator: "  "), indent: 2)
    }

    private static func weeks(_ weeks: [ServedWeek], _ look: Look) -> [String] {
        let most = weeks.map(\.replies).max() ?? 0
        guard most > 0 else { return look.paragraph(look.say(.neverServed), indent: 2) }
        var table = Table([.left, .right, .left])
        for week in weeks.drop(while: { $0.replies == 0 }) {
            table.add([
                Table.Cell(look.say(.weekOf) + " " + shortDay(week.from), .faint),
                Table.Cell("\(week.replies)"),
                Table.Cell(
                    Bar.filled(Double(week.replies) / Double(most), columns: 20, rest: " "), .link),
            ])
        }
        return table.lines(look, indent: 2)
    }

    private static func kindLabel(_ kind: String) -> Phrase {
        switch kind {
        case "approved": .approvedLabel
        case "corrected": .correctedLabel
        default: .rejectedLabel
        }
    }
}
