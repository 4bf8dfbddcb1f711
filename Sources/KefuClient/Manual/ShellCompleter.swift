import KefuDomain

/// Completes the words of `kefu …` in a shell, from the same lists that parse them.
struct ShellCompleter {
    let sources: Completer.Sources

    /// The line that stands for the names of files.
    static let paths = ":paths"

    /// What may stand in place of the last word.
    /// - Parameter words: those after `kefu` up to the cursor, an empty one where a new one begins.
    /// - Returns: one a line, its explanation behind a tab; or `paths`.
    func lines(_ words: [String], _ language: Language) -> [String] {
        let word = words.last ?? ""
        let typed = Typed(words.dropLast())
        if let option = typed.awaiting { return values(of: option, word) }
        if word.hasPrefix("-") {
            return typed.options.flatMap { option in
                names(option).filter { $0.hasPrefix(word) }
                    .map { line($0, option.help, language) }
            }
        }
        guard let command = typed.command else { return commands(word, language) }
        let position = typed.arguments
        let open = command.arguments.last.flatMap { $0.isOpenEnded ? $0 : nil }
        let isWithin = command.arguments.indices.contains(position)
        guard let argument = isWithin ? command.arguments[position] : open else { return [] }
        if case .command = argument.kind { return commands(word, language) }
        return values(of: argument, word)
    }

    private func values(of argument: Argument, _ word: String) -> [String] {
        switch Completer(sources: sources).candidates(argument.kind, word) {
        case .paths: [Self.paths]
        case .words(let words): words.map(Cleaning.forTerminal)
        }
    }

    private func commands(_ word: String, _ language: Language) -> [String] {
        Command.all(in: .shell).filter { $0.name.hasPrefix(word) && !$0.isInternal }
            .map { line($0.name, $0.help, language) }
    }

    private func names(_ option: CommandOption) -> [String] {
        ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
    }

    private func line(_ name: String, _ help: Phrase, _ language: Language) -> String {
        "\(name)\t\(help.text(language))"
    }
}

extension ShellCompleter {
    /// What was typed before the word to complete.
    private struct Typed {
        private(set) var command: Command?
        /// Words that are arguments of the command.
        private(set) var arguments = 0
        /// The value that the word before asks for.
        private(set) var awaiting: Argument?

        init(_ words: ArraySlice<String>) {
            var optionsEnded = false
            for word in words {
                if awaiting != nil {
                    awaiting = nil
                } else if word == "--" {
                    optionsEnded = true
                } else if !optionsEnded, word.hasPrefix("-"), word != "-" {
                    awaiting = options.first { "--\($0.name)" == word }?.value
                } else if command == nil {
                    command = Command.named(word, in: .shell)
                } else {
                    arguments += 1
                }
            }
        }

        var options: [CommandOption] {
            (command?.options ?? []) + CommandOption.global(in: .shell)
        }
    }

    /// The data directory and the socket that a command line names, so that its completion asks the
    /// daemon that it will speak to; nothing is started.
    static func globals(_ words: [String]) -> GlobalOptions {
        var globals = GlobalOptions()
        globals.noStart = true
        for (word, next) in zip(words, words.dropFirst()) {
            if word == "--\(CommandOption.data.name)" { globals.data = next }
            if word == "--\(CommandOption.socket.name)" { globals.socket = next }
        }
        return globals
    }
}
