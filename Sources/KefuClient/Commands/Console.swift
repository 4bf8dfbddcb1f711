import FoundationEssentials
import KefuDomain
import KefuRPC

/// All that a command works with: the daemon, the terminal, and what a session remembers.
final class Console {
    let output: Output
    let link: Link
    let scope: Command.Scope
    let environment: [String: String]
    /// What relative paths are relative to.
    let directory: String
    /// What the session remembers; one-shot commands have an empty one.
    let talk = Talk()
    /// Where lines are typed; `nil` for a one-shot command without a terminal.
    var lines: (any LineSource)?
    /// Whether a person sits at the terminal.
    let isInteractive: Bool
    /// Whether results are wanted as JSON.
    var wantsJSON: Bool
    private var isInputRead = false

    init(
        output: Output, link: Link, scope: Command.Scope, environment: [String: String],
        directory: String, isInteractive: Bool, wantsJSON: Bool
    ) {
        self.output = output
        self.link = link
        self.scope = scope
        self.environment = environment
        self.directory = directory
        self.isInteractive = isInteractive
        self.wantsJSON = wantsJSON
    }

    var language: Language { output.language }

    /// Calls a method and gives back its result; shows nothing.
    func call<M: Method>(_ method: M.Type, _ params: M.Params) throws -> M.Result {
        try link.call(method, params).value
    }

    /// Calls a method and shows its result, as lines or as JSON.
    @discardableResult
    func show<M: Method>(
        _ method: M.Type, _ params: M.Params, _ lines: (M.Result, Look) -> [String]
    ) throws -> M.Result {
        let reply = try link.call(method, params)
        output.show(wantsJSON ? [reply.json] : lines(reply.value, output.look))
        return reply.value
    }

    /// Calls a method that gives a list in pages, and shows one.
    func showPage<M: Method>(
        _ method: M.Type, _ params: M.Params, next: (M.Result) -> String?, empty: Phrase,
        _ lines: (M.Result, Look) -> [String]
    ) throws {
        var shown: [String] = []
        let result = try show(method, params) { result, look in
            shown = lines(result, look)
            return shown
        }
        guard !wantsJSON else { return }
        if shown.isEmpty { output.note(empty) }
        if let cursor = next(result) { output.note(.moreWith("--cursor \(cursor)")) }
    }

    /// An argument that is a text; `-` stands for standard input.
    func text(_ word: String) throws -> String {
        word == "-" ? try standardInput().trimmed : word
    }

    /// The text of a file; `-` stands for standard input.
    func file(_ word: String) throws -> String {
        try word == "-" ? standardInput() : TextFile.read(path(word))
    }

    private func standardInput() throws -> String {
        guard scope == .shell else {
            throw KefuError(
                .usage, .inputNotHere, why: .notUnderstood, hint: .givePathOrText)
        }
        guard !isInputRead else {
            throw KefuError(
                .usage, .onlyOneInput, why: .notUnderstood, hint: .givePathOrText)
        }
        isInputRead = true
        return try TextFile.standardInput()
    }

    /// A path as the daemon needs it: absolute, `~` replaced by the home folder in a session.
    func path(_ word: String) -> String {
        var word = word
        if scope == .repl, word == "~" || word.hasPrefix("~/"), let home = environment["HOME"] {
            word = home + word.dropFirst()
        }
        return absolutePath(word, in: directory)
    }

    /// Remembers that an entry was added, changed or removed, so that the session can undo it.
    func changed(_ id: String?) {
        guard scope == .repl, let id else { return }
        // Not knowing how to take a change back is no reason to say that it failed.
        let states = try? call(ListRevisions.self, EntryID(id: id)).revisions
        talk.remember(Talk.Undo(id, states: states?.map(\.revision) ?? []))
    }

    /// Asks the operator for a line.
    /// - Throws: `ErrorCode.cancelled` when there is none.
    func ask(_ prompt: Phrase) throws -> String {
        guard let lines, case .line(let line) = lines.read(prompt.text(language)) else {
            throw KefuError.interrupted
        }
        return line
    }

    /// Runs work of many requests, which Ctrl-C ends between two of them as well as within one.
    func interruptibly<T>(_ work: () throws -> T) throws -> T {
        let usual = link.shouldCancel
        defer { link.shouldCancel = usual }
        // In a session the signals are taken already; a single command leaves them to the system.
        let source = scope == .shell ? Interrupts().shouldCancel : usual
        var isInterrupted = false
        link.shouldCancel = {
            isInterrupted = isInterrupted || source()
            return isInterrupted
        }
        return try work()
    }
}

extension KefuError {
    /// Ctrl-C.
    static var interrupted: KefuError {
        KefuError(.cancelled, .interrupted, why: .interruptedByKey, hint: .repeatCommand)
    }
}

/// What a session remembers of what was said and done in it.
final class Talk {
    /// The conversation, as the daemon knows it.
    private(set) var session = Talk.newSession()
    /// The answer that commands without an id speak of.
    var lastAnswer: String?
    /// The rows of the last list of threads, which commands take by their numbers.
    var rows: [Row] = []
    /// The thread that commands without one speak of.
    var thread: Row?
    /// The ids of the last list of each other kind, by whose places commands take them.
    var listed: [RecordKind: [String]] = [:]
    /// The trigger output that commands without one speak of.
    var lastOutput: String?
    /// Shows the next page of the last list; `nil` where it has ended.
    var goOn: (() throws -> Void)?
    /// What takes back the changes of this session, the latest change last.
    private var undos: [Undo] = []

    /// How a change is taken back.
    enum Undo: Equatable {
        /// The entry was new: it goes.
        case remove(String)
        /// The entry gets back the state that it had.
        case revert(String, revision: Int)
        /// It was learned: learning takes it back.
        case unlearn(String)

        /// What takes back the change that led to the newest of an entry's states.
        init?(_ id: String, states: [Int]) {
            let newestFirst = states.sorted(by: >)
            guard !newestFirst.isEmpty else { return nil }
            self = newestFirst.count > 1 ? .revert(id, revision: newestFirst[1]) : .remove(id)
        }
    }

    /// Begins another conversation.
    func restart() {
        session = Talk.newSession()
        lastAnswer = nil
    }

    /// Forgets a contact that is no longer there; the rows keep their numbers.
    func forget(contact: String) {
        if thread?.contact == contact { thread = nil }
    }

    /// Remembers how a change is taken back.
    func remember(_ undo: Undo?) {
        if let undo { undos.append(undo) }
    }

    /// Forgets what was taken back by other means.
    func forget(_ undo: Undo) {
        if let place = undos.lastIndex(of: undo) { undos.remove(at: place) }
    }

    /// What takes back the latest change; it is then no longer remembered.
    func takeUndo() -> Undo? { undos.popLast() }

    private static func newSession() -> String {
        "repl-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
