import KefuDomain
import KefuRPC

/// How what was learned is shown, and what it did.
enum LearnedPage {
    /// Learned changes, one a line, newest first.
    static func table(_ changes: [LearnedChange], _ look: Look, isNumbered: Bool) -> [String] {
        var table = Table([.right, .left, .left, .left, .left, .left, .left])
        for (index, change) in changes.enumerated() {
            let isUndone = change.undoneAt != nil
            table.add([
                Table.Cell(isNumbered ? "\(index + 1)" : "", .faint),
                Table.Cell(change.id, .link), Table.Cell(shortTime(change.at), .faint),
                Table.Cell(look.say(.learnedBy(change.by))),
                Table.Cell(
                    isUndone ? look.say(.undone) : look.say(.learningAct(change.does)),
                    isUndone ? .faint : nil),
                Table.Cell(source(change, look), .faint),
                Table.Cell("\(change.entryID)  \(change.question) → \(change.answer)"),
            ])
        }
        return table.withoutEmptyColumns.lines(look)
    }

    /// What an undo took back.
    static func lines(_ result: UndoLearning.Result, _ look: Look) -> [String] {
        var lines = [look.say(.undoneCount(result.undone))]
        lines += table(result.changes, look, isNumbered: false).map { "  " + $0 }
        if !result.kept.isEmpty {
            lines += look.paragraph(look.say(.keptCount(result.kept.count)), tone: .unsure)
            lines += table(result.kept, look, isNumbered: false).map { "  " + $0 }
        }
        return lines
    }

    private static func source(_ change: LearnedChange, _ look: Look) -> String {
        let provenance = change.provenance
        return provenance.threadID ?? provenance.gapID ?? provenance.answerID ?? ""
    }
}
