import KefuDomain
import KefuRPC

/// What may stand in place of the word under the cursor.
enum Replacements: Equatable {
    case words([String])
    /// Names of files.
    case paths
}

/// Completes slash commands, their options and their arguments.
struct Completer {
    /// What the base holds, looked up only when it is needed.
    struct Sources {
        var entries: () -> [String] = { [] }
        var answers: () -> [String] = { [] }
        var categories: () -> [String] = { [] }
        var threads: () -> [String] = { [] }
        var contacts: () -> [String] = { [] }
        var channels: () -> [String] = { [] }
        var gaps: () -> [String] = { [] }
        var learned: () -> [String] = { [] }
    }

    let sources: Sources

    /// - Parameters:
    ///   - line: all that was typed so far.
    ///   - range: the bytes of the word to complete.
    func complete(_ line: String, _ range: Range<Int>) -> Replacements {
        let before = String(decoding: line.utf8.prefix(range.lowerBound), as: UTF8.self)
        let word = String(
            decoding: line.utf8.prefix(range.upperBound).dropFirst(range.lowerBound), as: UTF8.self)
        guard line.hasPrefix("/") else { return .words([]) }
        if before.isEmpty { return matching(word, Self.commandNames.map { "/" + $0 }) }
        var words =
            before.hasSuffix("=")
            ? LineSplitter.words(of: String(before.dropLast())) : LineSplitter.words(of: before)
        guard !words.isEmpty,
            let command = Command.named(String(words.removeFirst().dropFirst()), in: .repl)
        else { return .words([]) }
        if let option = valueAwaited(by: words.last, of: command) {
            return candidates(option.kind, word)
        }
        if word.hasPrefix("-") { return matching(word, optionNames(command)) }
        return argument(word, after: words, of: command)
    }

    private static var commandNames: [String] { Command.all(in: .repl).map(\.name) }

    private func optionNames(_ command: Command) -> [String] {
        (command.options + CommandOption.global(in: .repl)).map { "--\($0.name)" }
    }

    /// The value that the word before asks for, where that is an option with one.
    private func valueAwaited(by word: String?, of command: Command) -> Argument? {
        guard let word, word.hasPrefix("--") else { return nil }
        return command.options.first { "--\($0.name)" == word }?.value
    }

    private func argument(_ word: String, after words: [String], of command: Command)
        -> Replacements
    {
        var position = 0
        var skipsValue = false
        for word in words {
            if skipsValue {
                skipsValue = false
            } else if word.hasPrefix("--") {
                skipsValue = valueAwaited(by: word, of: command) != nil
            } else {
                position += 1
            }
        }
        let open = command.arguments.last.flatMap { $0.isOpenEnded ? $0 : nil }
        let argument =
            command.arguments.indices.contains(position) ? command.arguments[position] : open
        return argument.map { candidates($0.kind, word) } ?? .words([])
    }

    /// What a word of a kind may be.
    func candidates(_ kind: ArgumentKind, _ word: String) -> Replacements {
        switch kind {
        case .path: .paths
        case .entry: matching(word, sources.entries())
        case .answer: matching(word, sources.answers())
        case .category: matching(word, sources.categories())
        case .thread: matching(word, sources.threads())
        case .contact: matching(word, sources.contacts())
        case .channel: matching(word, sources.channels())
        case .gap: matching(word, sources.gaps())
        case .learned: matching(word, sources.learned())
        case .command: matching(word, Self.commandNames)
        case .method: matching(word, Catalogue.methods.map { $0.name })
        case .choice(let words): matching(word, words)
        case .text, .json, .whole, .share: .words([])
        }
    }

    private func matching(_ word: String, _ all: [String]) -> Replacements {
        .words(all.filter { $0.hasPrefix(word) })
    }
}
