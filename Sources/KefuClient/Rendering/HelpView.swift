import KefuDomain
import KefuRPC

/// The pages of help, computed from the lists of commands and of methods.
enum HelpView {
    /// All commands of a place.
    static func overview(_ scope: Command.Scope, _ look: Look) -> [String] {
        var lines: [String] = []
        if scope == .repl {
            lines += look.paragraph(look.say(.helpReplFirst))
        } else {
            lines.append(look.paint(look.say(.helpTitle), .strong))
            lines.append(look.titled(.helpUsage) + " kefu [COMMAND] [options]")
            lines += look.paragraph(look.say(.helpNoCommand))
        }
        lines.append("")
        lines += commands(scope, look)
        lines.append("")
        if scope == .shell {
            lines.append(look.titled(.helpEverywhere))
            lines += options(CommandOption.global(in: scope), look)
        } else {
            lines += look.paragraph(look.say(.helpReplLast))
        }
        lines.append(look.say(.helpMore(scope == .repl ? "/" : "kefu ")))
        return lines
    }

    /// One command.
    static func page(_ command: Command, _ scope: Command.Scope, _ look: Look) -> [String] {
        var lines = [look.paint(command.usage(in: scope), .strong)]
        lines += look.paragraph(look.say(command.help), indent: 2)
        for detail in command.details { lines += look.paragraph(look.say(detail), indent: 2) }
        if !command.aliases.isEmpty {
            lines.append("  \(look.titled(.helpAlso)) \(command.aliases.joined(separator: ", "))")
        }
        if !command.options.isEmpty {
            lines.append(look.titled(.helpOptions))
            lines += options(command.options, look)
        }
        lines.append(look.titled(.helpEverywhere))
        lines += options(CommandOption.global(in: scope), look)
        return lines
    }

    /// One method of the protocol, with its parameters and its result.
    static func page(_ method: any Method.Type, _ look: Look) -> [String] {
        var lines = [look.paint(method.name, .strong)]
        lines += look.paragraph(method.summary, indent: 2)
        lines.append(look.titled(.helpParameters))
        lines += fields(parameters(of: method), look)
        lines.append(look.titled(.helpResult))
        lines += fields(results(of: method), look)
        return lines
    }

    /// The methods of the protocol, one a line.
    static func methods(_ look: Look) -> [String] {
        var table = Table([.left, .left])
        for method in Catalogue.methods {
            table.add([Table.Cell(method.name, .link), Table.Cell(method.summary)])
        }
        return table.lines(look, wraps: true)
    }
}

extension HelpView {
    /// The commands of a place under what they are about, all aligned alike.
    private static func commands(_ scope: Command.Scope, _ look: Look) -> [String] {
        let slash = scope == .repl ? "/" : ""
        var lines: [String] = []
        let groups = Command.groups.map { group in
            (
                group.title,
                group.commands.filter { !$0.scope.isDisjoint(with: scope) && !$0.isInternal }
            )
        }
        let usages = groups.map { $0.1.map { slash + $0.words } }
        let width = usages.joined().map(DisplayWidth.of).max() ?? 0
        for ((title, commands), usages) in zip(groups, usages) {
            lines.append(look.paint(look.say(title), .strong))
            var table = Table([.left, .left])
            for (command, usage) in zip(commands, usages) {
                let padded = usage + spaces(width - DisplayWidth.of(usage))
                table.add([Table.Cell(padded, .link), Table.Cell(look.say(command.help))])
            }
            lines += table.lines(look, indent: 2, wraps: true)
        }
        return lines
    }

    private static func options(_ options: [CommandOption], _ look: Look) -> [String] {
        var table = Table([.left, .left])
        for option in options {
            table.add([Table.Cell(option.usage, .link), Table.Cell(look.say(option.help))])
        }
        return table.lines(look, indent: 2, wraps: true)
    }

    private static func parameters<M: Method>(of method: M.Type) -> [(String, Field)] {
        M.Params.fields
    }

    private static func results<M: Method>(of method: M.Type) -> [(String, Field)] {
        M.Result.fields
    }

    private static func fields(_ fields: [(String, Field)], _ look: Look) -> [String] {
        guard !fields.isEmpty else { return ["  {}"] }
        var table = Table([.left, .left, .left])
        for (name, field) in fields {
            let optional = field.isOptional ? ", \(look.say(.helpOptional))" : ""
            table.add([
                Table.Cell(name, .link), Table.Cell(describe(field.kind) + optional, .faint),
                Table.Cell(field.doc),
            ])
        }
        return table.lines(look, indent: 2, wraps: true)
    }

    /// A kind of value as JSON people call it.
    static func describe(_ kind: FieldKind) -> String {
        switch kind {
        case .text: "text"
        case .integer(let range):
            range == 1...100 ? "integer 1…100" : "integer"
        case .number(let range): range == 0...1 ? "number 0…1" : "number"
        case .flag: "true|false"
        case .time: "time"
        case .choice(let words): words.joined(separator: "|")
        case .list(let element): "[\(describe(element))]"
        case .object: "object"
        case .map(let element): "{name: \(describe(element))}"
        case .anything: "any"
        }
    }
}

extension Command {
    /// Its name with what it takes.
    fileprivate var words: String {
        ([name] + arguments.map(\.usage)).joined(separator: " ")
    }
}
