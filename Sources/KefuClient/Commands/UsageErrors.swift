import KefuDomain

/// The ways in which a command line can be wrong.
extension KefuError {
    static func unknownCommand(_ name: String, nearest: String?, scope: Command.Scope) -> KefuError
    {
        let slash = scope == .repl ? "/" : ""
        let hint =
            nearest.map { Phrase.nearestNames([slash + $0]) }
            ?? (scope == .repl ? .readHelp("/help") : .askHint)
        return usage(.commandUnknown(slash + Cleaning.forTerminal(name)), hint)
    }

    static func unknownOption(_ name: String, nearest: String?, command: Command?) -> KefuError {
        let help = command.map { "kefu help \($0.name)" } ?? "kefu help"
        let hint = nearest.map { Phrase.nearestNames([$0]) } ?? .readHelp(help)
        return usage(.optionUnknown(Cleaning.forTerminal(name)), hint)
    }

    static func valueMissing(_ option: String, _ value: String) -> KefuError {
        usage(.valueMissing(option, value), .correctUsage("\(option) \(value)"))
    }

    static func valueNotWanted(_ option: String) -> KefuError {
        usage(.valueNotWanted(option), .correctUsage(option))
    }

    static func argumentMissing(_ name: String, _ command: Command, _ scope: Command.Scope)
        -> KefuError
    {
        usage(.argumentMissing(name), .correctUsage(command.usage(in: scope)))
    }

    static func argumentSurplus(_ command: Command, _ scope: Command.Scope) -> KefuError {
        usage(.argumentSurplus, .correctUsage(command.usage(in: scope)))
    }

    static func notWhole(_ name: String) -> KefuError {
        usage(.notWhole(name), .correctUsage("\(name) 20"))
    }

    static func notAShare(_ name: String) -> KefuError {
        usage(.notAShare(name), .correctUsage("\(name) 0.8"))
    }

    static func notAChoice(_ name: String, _ words: [String], nearest: String?) -> KefuError {
        usage(.notAChoice(name), nearest.map { .nearestNames([$0]) } ?? .oneOf(words))
    }

    static func notATime(_ name: String) -> KefuError { usage(.notATime(name), .timeForms) }

    static func usage(_ what: Phrase, _ hint: Phrase) -> KefuError {
        KefuError(.usage, what, why: .notUnderstood, hint: hint)
    }
}

extension Command {
    /// The line that shows how it is used.
    func usage(in scope: Scope) -> String {
        let words = arguments.map(\.usage) + (options.isEmpty ? [] : ["[options]"])
        return ([scope == .repl ? "/\(name)" : "kefu \(name)"] + words).joined(separator: " ")
    }
}
