import KefuDomain
import KefuRPC

/// A command of the program, in the shell (`kefu NAME`), in the REPL (`/NAME`), or in both.
///
/// Parsing, help, completion and the hint for a mistyped name are all computed from `Command.all`.
struct Command: Sendable {
    let name: String
    var aliases: [String] = []
    var scope: Scope = .everywhere
    var arguments: [Argument] = []
    var options: [CommandOption] = []
    /// The methods that a person calls by this command; a hint that names one names it instead.
    var methods: [any Method.Type] = []
    /// Whether programs call it, not people: no list shows it.
    var isInternal = false
    /// What it does, in a few words, without a full stop.
    let help: Phrase
    /// What its own page of help says beyond that, a paragraph each.
    var details: [Phrase] = []
    let run: @Sendable (Invocation, Console) throws -> Void

    /// Where a command can be given.
    struct Scope: OptionSet, Sendable {
        let rawValue: Int
        static let shell = Scope(rawValue: 1)
        static let repl = Scope(rawValue: 2)
        static let everywhere: Scope = [.shell, .repl]
    }
}

extension Command {
    /// The commands that can be given in one place.
    static func all(in scope: Scope) -> [Command] {
        all.filter { !$0.scope.isDisjoint(with: scope) }
    }

    /// The command of a name or an alias, `nil` where there is none in that place.
    static func named(_ name: String, in scope: Scope) -> Command? {
        all(in: scope).first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The command by which a person calls a method, `nil` where there is none in that place.
    static func calling(_ method: String, in scope: Scope) -> Command? {
        all(in: scope).first { command in command.methods.contains { $0.name == method } }
    }

    /// The known name nearest to a mistyped one.
    static func nearestName(to name: String, in scope: Scope) -> String? {
        let names = all(in: scope).flatMap { [$0.name] + $0.aliases }
        return Spelling.nearest(to: name, among: names, limit: 1).first
    }
}

/// What a word on the command line stands for; completion and checks read it.
enum ArgumentKind: Sendable {
    case text
    case path
    case entry
    case answer
    case thread
    case contact
    case channel
    case gap
    /// A learned change, or the candidate or entry that it is of.
    case learned
    case category
    case command
    case method
    case json
    case whole
    /// A number from 0 to 1.
    case share
    case choice([String])
}

/// One word, or several, that a command takes.
struct Argument: Sendable {
    /// How often it may be given.
    enum Count: Sendable { case one, optional, many, any }

    /// How the usage line names it.
    let name: String
    let kind: ArgumentKind
    let count: Count

    init(_ name: String, _ kind: ArgumentKind, _ count: Count = .one) {
        self.name = name
        self.kind = kind
        self.count = count
    }

    /// Its part of a usage line.
    var usage: String {
        switch count {
        case .one: name
        case .optional: "[\(name)]"
        case .many: "\(name)…"
        case .any: "[\(name)…]"
        }
    }

    var isRequired: Bool { count == .one || count == .many }
    var isOpenEnded: Bool { count == .many || count == .any }
}

/// An option of a command: a flag, or a name with a value.
struct CommandOption: Sendable {
    let name: String
    var short: Character?
    /// What its value is; `nil` for a flag.
    var value: Argument?
    var isRepeatable = false
    let help: Phrase

    /// How help shows it.
    var usage: String {
        let long = "--\(name)" + (value.map { " \($0.name)" } ?? "")
        return short.map { "-\($0), \(long)" } ?? long
    }
}
