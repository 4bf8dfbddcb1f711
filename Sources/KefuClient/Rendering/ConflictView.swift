import KefuDomain
import KefuRPC

/// How two entries that should be looked at together are shown.
enum ConflictView {
    static func lines(_ conflict: EntryConflict, _ look: Look) -> [String] {
        let isContradiction = conflict.kind == .contradiction
        let share = conflict.confidence.map { " (" + decimal($0, 2) + ")" } ?? ""
        let kind = look.say(.conflictKind(isContradiction)) + share
        var lines = look.paragraph(
            isContradiction ? conflict.question : "", label: kind + "  ", tone: .strong)
        if lines.isEmpty { lines = [kind] }
        for (index, entry) in conflict.entries.enumerated() {
            lines += look.paragraph(
                entry.question, indent: 2, label: "[\(index + 1)] \(entry.id)  ", tone: .link)
            lines += look.paragraph(entry.answer, indent: 6)
        }
        return lines
    }
}

/// Who was given an answer that is no longer right.
enum ToldView {
    /// The most that are shown; `--json` has more.
    private static let shown = 10

    static func lines(_ told: ToldOldAnswer?, _ look: Look) -> [String] {
        guard let told, told.total > 0 else { return [] }
        var lines = [look.paint(look.say(.toldOld(told.total)), .unsure)]
        for customer in told.answers.prefix(shown) {
            var parts = [shortTime(customer.at), customer.answerID]
            if let thread = customer.threadID {
                parts.append(thread)
                if let name = customer.name { parts.append(Cleaning.forTerminal(name)) }
            } else if let session = customer.session {
                parts.append(look.say(.inSession) + " " + Cleaning.forTerminal(session))
            }
            if let channel = customer.channel { parts.append(Cleaning.forTerminal(channel)) }
            lines.append("  " + parts.joined(separator: "  "))
        }
        if told.total > min(shown, told.answers.count) {
            lines.append("  " + look.say(.moreTold(told.total - min(shown, told.answers.count))))
        }
        return lines
    }
}
