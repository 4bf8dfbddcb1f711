import KefuDomain
import KefuRPC

/// How a trigger's output is shown: the form as a form, the texts as lists, the draft to copy.
enum TriggerView {
    /// - Parameter form: the form with its fields in order.
    static func lines(
        _ output: TriggerThread.Result, form: JSONValue, _ look: Look, offersUse: Bool
    ) -> [String] {
        let type = look.paint(look.say(.business(output.triggerType)), .strong)
        var lines = ["\(type)  \(look.paint(output.outputID, .link))"]
        lines += table(form, look)
        if !output.labels.isEmpty {
            lines += look.paragraph(
                output.labels.joined(separator: " · "), indent: 2,
                label: look.say(.labelsTitle) + "  ")
        }
        lines += numbered(.questionsTitle, output.clarificationQuestions ?? [], look)
        if let steps = output.troubleshooting {
            lines += numbered(.stepsRemote, steps.remote, look)
            lines += numbered(.stepsOnsite, steps.onsite, look)
        }
        if let scripts = output.scripts {
            lines += copyable(.scriptFirst, scripts.firstContact, look)
            lines += copyable(.scriptNext, scripts.followUp, look)
        }
        lines += copyable(.draftTitle, output.replyDraft, look)
        if offersUse {
            lines.append(look.paint("  /use \(look.say(.canUse))", .faint))
        }
        return lines
    }

    private static func table(_ form: JSONValue, _ look: Look) -> [String] {
        guard case .object(let fields) = form else { return [] }
        var table = Table([.left, .left])
        for field in fields {
            let value = text(field.value, look)
            table.add([
                Table.Cell(field.name, .faint),
                value.map { Table.Cell($0) } ?? Table.Cell(look.say(.notSaid), .faint),
            ])
        }
        return [look.paint(look.say(.formTitle), .strong)]
            + table.lines(look, indent: 2, wraps: true)
    }

    /// A value as a person writes it; `nil` for one that was not said.
    private static func text(_ value: JSONValue, _ look: Look) -> String? {
        switch value {
        case .null: nil
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): number == number.rounded() ? decimal(number, 0) : "\(number)"
        case .bool(let flag): look.say(flag ? .formYes : .formNo)
        case .list(let values):
            values.isEmpty
                ? nil : values.compactMap { text($0, look) }.joined(separator: look.comma)
        case .object: JSONText.compact(value)
        }
    }

    private static func numbered(_ title: Phrase, _ texts: [String], _ look: Look) -> [String] {
        guard !texts.isEmpty else { return [] }
        let items = texts.enumerated().flatMap { index, text in
            look.paragraph(text, indent: 2, label: "\(index + 1). ")
        }
        return [look.paint(look.say(title), .strong)] + items
    }

    /// A text as it is, neither indented nor broken into lines, so that it can be copied.
    private static func copyable(_ title: Phrase, _ text: String, _ look: Look) -> [String] {
        guard !text.isEmpty else { return [] }
        let lines = Cleaning.forTerminal(text).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return [look.paint(look.titled(title), .strong)] + lines.map(String.init) + [""]
    }
}

extension Look {
    /// What stands between the items of a list.
    var comma: String { language == .chinese ? "、" : ", " }
}
