import KefuDomain

/// Turns the words of a command line into a command with its options.
///
/// Options of the program may stand before or after the command, those of the command after it;
/// `--` ends options, `-` is a word like any other.
struct CommandLineParser {
    private let scope: Command.Scope
    private var words: ArraySlice<String>
    private var line = CommandLine()
    private var command: Command?
    private var arguments: [String] = []
    private var options: [String: [String]] = [:]

    private init(_ words: [String], scope: Command.Scope) {
        self.words = words[...]
        self.scope = scope
    }

    /// - Throws: `ErrorCode.usage`, with the nearest known name where one is near.
    static func parse(_ words: [String], scope: Command.Scope = .shell) throws -> CommandLine {
        var parser = CommandLineParser(words, scope: scope)
        return try parser.run()
    }

    private mutating func run() throws -> CommandLine {
        var optionsEnded = false
        while let word = words.popFirst() {
            if optionsEnded || word == "-" || !word.hasPrefix("-") {
                try take(word)
            } else if word == "--" {
                optionsEnded = true
            } else if word.hasPrefix("--") {
                try takeLong(word)
            } else {
                try takeShort(word)
            }
        }
        if let command {
            if !line.wantsHelp { try check(command) }
            line.invocation = Invocation(command: command, arguments: arguments, options: options)
        } else if let stray = options.keys.sorted().first {
            throw KefuError.unknownOption("--\(stray)", nearest: nil, command: nil)
        }
        return line
    }

    private mutating func take(_ word: String) throws {
        if command != nil {
            arguments.append(word)
            return
        }
        guard let found = Command.named(word, in: scope) else {
            throw KefuError.unknownCommand(
                word, nearest: Command.nearestName(to: word, in: scope), scope: scope)
        }
        command = found
    }

    private mutating func takeLong(_ word: String) throws {
        let parts = word.dropFirst(2).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let option = known.first(where: { $0.name == name }) else {
            let near = Spelling.nearest(to: name, among: known.map(\.name), limit: 1).first
            throw KefuError.unknownOption(
                "--\(name)", nearest: near.map { "--\($0)" }, command: command)
        }
        try set(option, parts.count > 1 ? String(parts[1]) : nil)
    }

    private mutating func takeShort(_ word: String) throws {
        for letter in word.dropFirst() {
            guard let option = known.first(where: { $0.short == letter }) else {
                throw KefuError.unknownOption("-\(letter)", nearest: nil, command: command)
            }
            try set(option, nil)
        }
    }

    private var known: [CommandOption] {
        CommandOption.global(in: scope) + (command?.options ?? [])
    }

    private mutating func set(_ option: CommandOption, _ inline: String?) throws {
        guard let argument = option.value else {
            guard inline == nil else { throw KefuError.valueNotWanted("--\(option.name)") }
            if !setGlobal(option, "") { options[option.name] = [] }
            return
        }
        // A word that looks like an option is one: a forgotten value must not swallow it.
        let follows = words.first.map { !$0.hasPrefix("--") } ?? false
        guard let value = inline ?? (follows ? words.popFirst() : nil) else {
            throw KefuError.valueMissing("--\(option.name)", argument.name)
        }
        try check(value, argument, of: "--\(option.name)")
        if setGlobal(option, value) { return }
        if option.isRepeatable {
            options[option.name, default: []].append(value)
        } else {
            options[option.name] = [value]
        }
    }

    /// Whether the option is one of the program's own, and so is dealt with.
    private mutating func setGlobal(_ option: CommandOption, _ value: String) -> Bool {
        switch option.name {
        case CommandOption.data.name: line.globals.data = value
        case CommandOption.socket.name: line.globals.socket = value
        case CommandOption.noStart.name: line.globals.noStart = true
        case CommandOption.quiet.name: line.globals.isQuiet = true
        case CommandOption.json.name: line.globals.json = true
        case CommandOption.help.name: line.wantsHelp = true
        case CommandOption.version.name where command == nil: line.wantsVersion = true
        default: return false
        }
        return true
    }

    private func check(_ command: Command) throws {
        for (position, argument) in command.arguments.enumerated() {
            if argument.isRequired, arguments.count <= position {
                throw KefuError.argumentMissing(argument.name, command, scope)
            }
            guard arguments.indices.contains(position) else { break }
            try check(arguments[position], argument, of: argument.name)
        }
        let isOpenEnded = command.arguments.last?.isOpenEnded ?? false
        if !isOpenEnded, arguments.count > command.arguments.count {
            throw KefuError.argumentSurplus(command, scope)
        }
    }

    private func check(_ value: String, _ argument: Argument, of name: String) throws {
        switch argument.kind {
        case .whole where Int(value) == nil: throw KefuError.notWhole(name)
        case .share where Double(value).map({ (0...1).contains($0) }) != true:
            throw KefuError.notAShare(name)
        case .choice(let words) where !words.contains(value):
            throw KefuError.notAChoice(
                name, words, nearest: Spelling.nearest(to: value, among: words).first)
        default: break
        }
    }
}
