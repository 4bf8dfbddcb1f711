import KefuDomain
import Glibc
import KefuRPC

/// The program `kefu`: one command, or a session.
public enum Client {
    /// Does what a command line says.
    /// - Parameter arguments: the words after the program's name.
    /// - Returns: the exit status (PROTOCOL, "Commands").
    public static func run(arguments: [String], environment: [String: String]) -> Int32 {
        let language = Language(environment: environment)
        let allowsColour = environment["NO_COLOR"].nonEmpty == nil && environment["TERM"] != "dumb"
        do {
            let line = try CommandLineParser.parse(arguments)
            let output = Output(
                language: language, isQuiet: line.globals.isQuiet, allowsColour: allowsColour)
            return settled(run(line, environment, output), output)
        } catch {
            return report(error, Output(language: language, allowsColour: allowsColour))
        }
    }

    private static func run(
        _ line: CommandLine, _ environment: [String: String], _ output: Output
    ) -> Int32 {
        if line.wantsVersion {
            output.show(["kefu \(Program.version)"])
            return 0
        }
        if line.wantsHelp {
            let look = output.look
            output.show(
                line.invocation.map { HelpView.page($0.command, .shell, look) }
                    ?? HelpView.overview(.shell, look))
            return 0
        }
        let console = console(for: line, environment, output)
        do {
            guard let invocation = line.invocation else { return try session(console) }
            if console.isInteractive { console.lines = TerminalLines(output) }
            try invocation.command.run(invocation, console)
            return 0
        } catch {
            return report(error, output)
        }
    }

    /// A command whose results got lost has failed, whatever else it did.
    private static func settled(_ status: Int32, _ output: Output) -> Int32 {
        guard status == 0, let number = output.failure else { return status }
        let error = KefuError(
            .unreadable, .outputLost, why: .systemReason(systemText(number)), hint: .outputLostHint)
        output.complain(Failure(error, output.language).lines(output.noteLook))
        return 1
    }

    /// Says what went wrong.
    /// - Returns: the exit status that it stands for.
    static func report(
        _ error: any Error, _ output: Output, in scope: Command.Scope = .shell
    ) -> Int32 {
        switch error {
        case let reported as Reported:
            return reported.status
        case let failure as DaemonFailure:
            output.complain(failure.lines(output.noteLook))
            return failure.status
        default:
            let failure = Failure(error, output.language)
            output.complain(failure.lines(output.noteLook, in: scope))
            return failure.exitStatus
        }
    }

    private static func console(
        for line: CommandLine, _ environment: [String: String], _ output: Output
    ) -> Console {
        let directory = workingDirectory()
        let places = Places(line.globals, environment: environment, directory: directory)
        let link = Link(
            places: places, mayStart: !line.globals.noStart, environment: environment,
            output: output)
        return Console(
            output: output, link: link, scope: line.invocation == nil ? .repl : .shell,
            environment: environment, directory: directory,
            isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1,
            wantsJSON: line.globals.json)
    }

    private static func session(_ console: Console) throws -> Int32 {
        guard console.isInteractive else {
            let lines = PlainLines()
            console.lines = lines
            return try Repl(console, lines: lines, history: nil, interrupts: nil).run()
        }
        let interrupts = Interrupts()
        let link = console.link
        link.shouldCancel = interrupts.shouldCancel
        let completer = Completer(sources: sources(link))
        let editor = LineEditor(signals: interrupts.descriptor) { completer.complete($0, $1) }
        console.lines = editor
        let history = History(path: link.places.history)
        return try Repl(console, lines: editor, history: history, interrupts: interrupts).run()
    }

    /// What completion finds in the base; nothing where the daemon does not answer.
    static func sources(_ link: Link) -> Completer.Sources {
        var sources = Completer.Sources()
        sources.entries = {
            let page = try? link.call(ListEntries.self, ListEntries.Params(limit: 100))
            return page?.value.entries.map(\.id) ?? []
        }
        sources.answers = {
            let page = try? link.call(ListAnswers.self, ListAnswers.Params(limit: 100))
            return page?.value.answers.map(\.id) ?? []
        }
        sources.categories = {
            let counts = try? link.call(BaseStatistics.self, Nothing())
            return counts?.value.byCategory.keys.filter { !$0.isEmpty }.sorted() ?? []
        }
        sources.threads = { listed(link).map(\.id) }
        sources.contacts = { listed(link).flatMap { [$0.contactID, $0.id] } }
        sources.channels = {
            let list = try? link.call(ListChannels.self, Nothing())
            return list?.value.channels.map(\.channel) ?? []
        }
        sources.gaps = {
            let page = try? link.call(ListGaps.self, PageRequest(limit: 100))
            return page?.value.gaps.map(\.id) ?? []
        }
        sources.learned = {
            let page = try? link.call(ListLearned.self, ListLearned.Params(limit: 100))
            return page?.value.learned.filter { $0.undoneAt == nil }.map(\.id) ?? []
        }
        return sources
    }

    /// The threads that wait for the operator, those of strangers among them.
    private static func listed(_ link: Link) -> [ThreadView] {
        let page = PageRequest(limit: 100)
        let today = try? link.call(ListToday.self, page).value.threads
        let pool = try? link.call(ListUnknownPool.self, page).value.threads
        let waiting = today ?? []
        return waiting + (pool ?? []).filter { one in !waiting.contains { $0.id == one.id } }
    }
}

/// Lines that a one-shot command asks for on a terminal.
private final class TerminalLines: LineSource {
    private let output: Output

    init(_ output: Output) {
        self.output = output
    }

    func read(_ prompt: String) -> Entered {
        output.ask(prompt)
        return readLine(strippingNewline: true).map { .line($0) } ?? .end
    }

    func remember(_ line: String) {}
}
