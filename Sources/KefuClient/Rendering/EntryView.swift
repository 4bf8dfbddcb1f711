import KefuDomain
import KefuRPC

/// How entries, their states and their conflicts are shown.
enum EntryView {
    /// One entry with all that it holds.
    static func lines(_ entry: Entry, _ look: Look, now: Timestamp? = nil) -> [String] {
        var lines = look.paragraph(entry.question, label: "\(entry.id)  ", tone: .strong)
        lines += look.paragraph(entry.answer, indent: 2)
        lines += list(.variants, entry.variants, look)
        lines += list(.negatives, entry.negatives, look)
        for (label, value) in facts(entry, look, now) {
            lines += look.paragraph(value, indent: 2, label: "\(look.say(label))  ")
        }
        return lines
    }

    /// Entries, one a line.
    static func table(_ entries: [Entry], _ look: Look) -> [String] {
        var table = Table([.left, .left, .left, .left])
        for entry in entries {
            let status = entry.status == .active ? "" : look.say(.status(entry.status))
            table.add([
                Table.Cell(entry.id, .link), Table.Cell(status, .unsure),
                Table.Cell(Wrapping.cut(entry.category, to: 16), .faint),
                Table.Cell(entry.question),
            ])
        }
        return table.lines(look)
    }

    /// The states of an entry, newest first.
    static func table(_ revisions: [EntryRevision], _ look: Look) -> [String] {
        var table = Table([.right, .left, .left, .left])
        for revision in revisions {
            let entry = revision.entry
            table.add([
                Table.Cell("\(revision.revision)", .link),
                Table.Cell(shortTime(revision.at), .faint),
                Table.Cell(look.say(.cause(revision.what))),
                Table.Cell("\(entry.question) → \(entry.answer)"),
            ])
        }
        return table.lines(look)
    }

    /// Questions with the answers that contradict each other.
    static func lines(_ conflicts: [EntryConflict], _ look: Look) -> [String] {
        var lines: [String] = []
        for conflict in conflicts {
            lines += look.paragraph(conflict.question, tone: .strong)
            for entry in conflict.entries {
                lines += look.paragraph(entry.answer, indent: 2, label: "\(entry.id)  ")
            }
        }
        return lines
    }

    private static func list(_ label: Phrase, _ texts: [String], _ look: Look) -> [String] {
        texts.flatMap { text in
            look.paragraph(text, indent: 2, label: look.say(label) + "  ")
        }
    }

    private static func facts(_ entry: Entry, _ look: Look, _ now: Timestamp?) -> [(Phrase, String)]
    {
        var facts: [(Phrase, String)] = []
        if !entry.category.isEmpty { facts.append((.category, entry.category)) }
        if !entry.tags.isEmpty { facts.append((.tags, entry.tags.joined(separator: ", "))) }
        facts.append((.status, look.say(.status(entry.status))))
        if entry.review == .always { facts.append((.review, look.say(.review(entry.review)))) }
        if let expiry = entry.expiresAt {
            let isOver = now.map { entry.isExpired(at: $0) } ?? false
            facts.append((isOver ? .expired : .expires, shortTime(expiry)))
        }
        let origin =
            look.say(.source(entry.source)) + (entry.externalID.map { "  \($0)" } ?? "")
        facts.append((.source, origin))
        facts.append((.hits, "\(entry.hits)"))
        facts.append((.changed, shortTime(entry.updatedAt)))
        return facts
    }
}
