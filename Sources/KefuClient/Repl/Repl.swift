import KefuDomain
import KefuRPC

/// The session: plain text asks, a line that begins with `/` is a command.
///
/// It works with a person at a terminal and with lines from a pipe alike.
final class Repl {
    private let console: Console
    private let lines: any LineSource
    private var history: History?
    private let interrupts: Interrupts?
    private let counters = Counters()
    /// The status of the last failure, for input that comes from a pipe.
    private var lastStatus: Int32 = 0

    /// - Parameter interrupts: where Ctrl-C arrives, for a session with a person.
    init(_ console: Console, lines: any LineSource, history: History?, interrupts: Interrupts?) {
        self.console = console
        self.lines = lines
        self.history = history
        self.interrupts = interrupts
    }

    /// Runs until the end of the input.
    /// - Returns: the exit status; 0 when a person leaves.
    func run() throws -> Int32 {
        try welcome()
        for line in history?.lines ?? [] { lines.remember(line) }
        while true {
            switch readText() {
            case .line(let text):
                guard take(text) else { return finalStatus }
            case .interrupted:
                continue
            case .end:
                if console.isInteractive { console.output.show([""]) }
                return finalStatus
            case .terminated:
                return 128 + 15
            }
            if interrupts?.isTerminated == true { return 128 + 15 }
        }
    }

    private var finalStatus: Int32 { console.isInteractive ? 0 : lastStatus }

    private func welcome() throws {
        let health = try console.call(Health.self, Nothing())
        guard console.isInteractive else { return }
        console.output.note(.welcome(Program.version, health.entries))
        if health.entries + health.passages == 0 { console.output.note(.baseIsEmpty) }
    }

    /// One question or command, which may have been typed over several lines.
    private func readText() -> Entered {
        let look = console.output.look
        var text = Continuation()
        var prompt = look.prompt(console.isInteractive ? counters.prompt(console.link) : .prompt)
        while true {
            let entered = lines.read(prompt)
            guard case .line(let line) = entered else {
                // What was begun before the input ended is still meant.
                return entered == .end && text.isOpen ? .line(text.text) : entered
            }
            if text.add(line) { return .line(text.text) }
            prompt = look.prompt(.promptMore)
        }
    }

    /// Acts on what was entered.
    /// - Returns: whether the session goes on.
    private func take(_ text: String) -> Bool {
        let text = text.trimmed
        guard !text.isEmpty else { return true }
        if history?.append(text) == true { lines.remember(text) }
        interrupts?.forget()
        do {
            lastStatus = 0
            try act(text)
        } catch is Leave {
            return false
        } catch {
            lastStatus = Client.report(error, console.output, in: .repl)
        }
        return true
    }

    private func act(_ text: String) throws {
        guard let command = Self.command(in: text) else { return try console.ask(text) }
        let line = try CommandLineParser.parse(LineSplitter.words(of: command), scope: .repl)
        guard let invocation = line.invocation else { return }
        if line.wantsHelp {
            let look = console.output.look
            return console.output.show(HelpView.page(invocation.command, .repl, look))
        }
        console.wantsJSON = line.globals.json
        defer { console.wantsJSON = false }
        try invocation.command.run(invocation, console)
    }

    /// The text of a command without its slash; `nil` for a question.
    ///
    /// Chinese input methods give `／` or `、` for the slash key: the one always stands for it, the
    /// other where the name of a command follows.
    static func command(in text: String) -> String? {
        guard let first = text.first else { return nil }
        let rest = String(text.dropFirst())
        switch first {
        case "/", "／": return rest.trimmed.isEmpty ? "help" : rest
        case "、":
            let name = LineSplitter.words(of: rest).first ?? ""
            return Command.named(name, in: .repl) == nil ? nil : rest
        default: return nil
        }
    }
}

extension Look {
    /// A prompt; readline needs to be told which parts of it take no room.
    fileprivate func prompt(_ phrase: Phrase) -> String {
        guard isColoured else { return say(phrase) }
        return "\u{1}\u{1B}[1;36m\u{2}" + say(phrase) + "\u{1}\u{1B}[0m\u{2}"
    }
}
