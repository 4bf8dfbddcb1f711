import KefuDomain
import KefuRPC

/// How gaps are shown, and what became of one that was answered.
enum GapPage {
    /// Gaps, one a line, with further wordings below.
    static func lines(_ gaps: [GapView], _ look: Look, isNumbered: Bool) -> [String] {
        var table = Table([.right, .left, .right, .left, .left])
        for (index, gap) in gaps.enumerated() {
            table.add([
                Table.Cell(isNumbered ? "\(index + 1)" : "", .faint), Table.Cell(gap.id, .link),
                Table.Cell("\(gap.count)×", .strong),
                Table.Cell(shortTime(gap.lastAskedAt), .faint), Table.Cell(wordings(gap, look)),
            ])
        }
        return table.withoutEmptyColumns.lines(look, wraps: true)
    }

    /// The wording asked most often, and some others.
    private static func wordings(_ gap: GapView, _ look: Look) -> String {
        let others = gap.examples.filter { $0 != gap.question }.prefix(3)
        guard !others.isEmpty else { return gap.question }
        let mark = look.language == .chinese ? "；" : "; "
        return "\(gap.question)  (\(others.joined(separator: mark)))"
    }

    /// The entry that a gap's answer became, and what each wording gets now.
    static func lines(_ result: AnswerGap.Result, _ look: Look) -> [String] {
        let head = look.say(
            .gapAnswered(result.entry.id, result.nowAnswered.count, result.questions.count))
        var lines = look.paragraph(head, tone: .good)
        var table = Table([.left, .left, .right, .left, .left])
        for asked in result.questions {
            let isAnswered = asked.action == .reply
            table.add([
                Table.Cell(isAnswered ? "✓" : "✗", isAnswered ? .good : .bad),
                Table.Cell(look.say(.action(asked.action)), AnswerView.tone(asked.action)),
                Table.Cell(decimal(asked.confidence, 2)),
                Table.Cell(asked.isAdded ? look.say(.addedAsVariant) : "", .faint),
                Table.Cell(asked.question),
            ])
        }
        lines += table.withoutEmptyColumns.lines(look, indent: 2)
        return lines
    }
}
