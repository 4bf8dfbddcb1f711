import KefuDomain
import KefuRPC

/// How entries and their states are shown.
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
    /// - Parameter expires: whether the time at which they expire is shown in place of the status.
    static func table(_ entries: [Entry], _ look: Look, expires: Bool = false) -> [String] {
        var table = Table([.left, .left, .left, .left])
        for entry in entries {
            var status = entry.status == .active ? "" : look.say(.status(entry.status))
            if expires { status = entry.expiresAt.map(shortTime) ?? "" }
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
