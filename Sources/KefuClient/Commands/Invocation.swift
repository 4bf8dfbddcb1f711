/// A command with the words that were given to it.
struct Invocation: Sendable {
    let command: Command
    let arguments: [String]
    let options: [String: [String]]

    /// The argument at a position; `nil` where fewer were given.
    func argument(_ position: Int) -> String? {
        arguments.indices.contains(position) ? arguments[position] : nil
    }

    /// The arguments from a position on as one text; `nil` where there are none.
    func text(from position: Int = 0) -> String? {
        guard arguments.count > position else { return nil }
        return arguments[position...].joined(separator: " ")
    }

    func has(_ option: CommandOption) -> Bool { options[option.name] != nil }

    /// The value of an option; the last one where it was given more than once.
    func value(_ option: CommandOption) -> String? { options[option.name]?.last }

    func values(_ option: CommandOption) -> [String] { options[option.name] ?? [] }

    /// The value of an option that is a whole number, which the parser made sure of.
    func whole(_ option: CommandOption) -> Int? { value(option).flatMap { Int($0) } }

    /// The value of an option that is a number from 0 to 1, which the parser made sure of.
    func share(_ option: CommandOption) -> Double? { value(option).flatMap { Double($0) } }
}

/// The options that work with every command, before it or after it.
struct GlobalOptions: Sendable, Equatable {
    var data: String?
    var socket: String?
    var noStart = false
    var isQuiet = false
    var json = false
}

/// A command line that was understood.
struct CommandLine: Sendable {
    var globals = GlobalOptions()
    /// `nil` where no command was given: the REPL.
    var invocation: Invocation?
    /// The command is only to be explained, not run; with no command, the whole program.
    var wantsHelp = false
    var wantsVersion = false
}
