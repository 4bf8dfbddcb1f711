import Glibc
import KefuDomain
import KefuRPC

/// The daemon itself, and help.
extension Command {
    static let status = Command(name: "status", methods: [Health.self], help: .helpStatus) {
        _, console in
        let socket = console.link.places.socket
        let metrics = console.wantsJSON ? nil : try console.call(Metrics.self, Nothing())
        try console.show(Health.self, Nothing()) { health, look in
            SystemView.lines(health, socket: socket, look)
                + (metrics.map { LoadView.summary($0, look, now: Moment.now) } ?? [])
        }
        if !console.wantsJSON { try console.noteExpiry() }
    }

    static let doctor = Command(
        name: "doctor", options: [.deep], methods: [CheckBase.self], help: .helpDoctor,
        details: [.detailDoctor]
    ) { invocation, console in
        let findings = Doctor(console, isDeep: invocation.has(.deep)).examine()
        console.output.show(
            console.wantsJSON
                ? [JSONText.compact(DoctorView.shape(findings, console.language))]
                : DoctorView.lines(findings, console.output.look))
        if findings.contains(where: \.isProblem) { throw Reported(status: 1) }
    }

    static let config = Command(
        name: "config", methods: [ShowConfiguration.self], help: .helpConfig
    ) { _, console in
        try console.show(ShowConfiguration.self, Nothing()) { SystemView.table($0.settings, $1) }
    }

    static let backup = Command(
        name: "backup", arguments: [Argument("PATH", .path)], options: [.keep],
        methods: [Backup.self], help: .helpBackup, details: [.detailBackup]
    ) { invocation, console in
        let word = invocation.argument(0) ?? ""
        let isFolder = word.count > 1 && word.hasSuffix("/")
        let params = Backup.Params(
            path: console.path(word) + (isFolder ? "/" : ""), keep: invocation.whole(.keep))
        try console.show(Backup.self, params) { result, look in
            guard !result.isUnchanged else { return [look.say(.unchangedSince(result.path))] }
            let removed = result.removed.count
            return [
                look.say(.backedUp(bytes(result.bytes), result.path)),
                look.say(.backupCounts(result.entries, result.passages)),
            ] + (removed > 0 ? [look.say(.olderRemoved(removed))] : [])
        }
    }

    static let restore = Command(
        name: "restore", scope: .shell, arguments: [Argument("PATH", .path)],
        options: [.stopFirst], help: .helpRestore, details: [.detailRestore]
    ) { invocation, console in
        let path = console.path(invocation.argument(0) ?? "")
        let restoring = Restoring(link: console.link, environment: console.environment)
        let reply = try restoring.restore(path, stopsDaemon: invocation.has(.stopFirst))
        guard !console.wantsJSON else { return console.output.show([reply.json]) }
        let report = reply.value
        let look = console.output.look
        console.output.show(
            [look.say(.restored(report.entries, report.passages))]
                + (report.backup.map { [look.say(.restoredFrom($0))] } ?? [])
                + (report.former.map { [look.say(.formerBase($0))] } ?? []))
    }

    static let stop = Command(
        name: "stop", scope: .shell, methods: [Shutdown.self], help: .helpStop
    ) { _, console in
        // To connect could start the daemon that is to end.
        guard console.link.places.isHeld, console.link.reach() else {
            return console.output.note(.notRunning)
        }
        try console.show(Shutdown.self, Nothing()) { _, look in [look.say(.stopping)] }
        console.link.awaitEnd(within: .seconds(10))
    }

    static let rpc = Command(
        name: "rpc",
        arguments: [
            Argument("METHOD", .method, .optional), Argument("PARAMS_JSON", .json, .optional),
        ],
        options: [.list, .markdown], help: .helpRPC
    ) { invocation, console in
        try console.rpc(invocation)
    }

    static let help = Command(
        name: "help", arguments: [Argument("COMMAND", .command, .optional)],
        options: [.manual, .completion], help: .helpHelp, details: [.detailHelp]
    ) { invocation, console in
        let look = console.output.look
        if let page = invocation.value(.manual).flatMap(ManualPage.init(rawValue:)) {
            return console.output.show([page.roff(console.language)])
        }
        if let shell = invocation.value(.completion).flatMap(Shell.init(rawValue:)) {
            return console.output.show([shell.script])
        }
        guard let name = invocation.argument(0) else {
            return console.output.show(HelpView.overview(console.scope, look))
        }
        let bare = String(name.drop { $0 == "/" })
        guard let command = Command.named(bare, in: console.scope) else {
            throw KefuError.unknownCommand(
                bare, nearest: Command.nearestName(to: bare, in: console.scope),
                scope: console.scope)
        }
        console.output.show(HelpView.page(command, console.scope, look))
    }

    /// What the scripts of `Shell` call.
    static let complete = Command(
        name: "complete", scope: .shell, arguments: [Argument("WORD", .text, .any)],
        isInternal: true, help: .helpComplete
    ) { invocation, console in
        let words = invocation.arguments
        let places = Places(
            ShellCompleter.globals(words), environment: console.environment,
            directory: console.directory)
        let link = Link(
            places: places, mayStart: false, environment: console.environment,
            output: console.output)
        // To ask nobody is better than to start the daemon because a key was pressed.
        let sources = places.isHeld ? Client.sources(link) : Completer.Sources()
        console.output.show(ShellCompleter(sources: sources).lines(words, console.language))
    }

    static let version = Command(name: "version", help: .helpVersion) { _, console in
        console.output.show(["kefu \(Program.version)"])
    }

    static let quit = Command(
        name: "quit", aliases: ["exit", "q"], scope: .repl, help: .helpQuit
    ) { _, _ in
        throw Leave()
    }
}

/// Thrown by the command that ends a session.
struct Leave: Error {}

extension Console {
    /// Says when answers are out of date: they are given to nobody any more.
    fileprivate func noteExpiry() throws {
        let now = Moment.now
        let page = try call(
            ListEntries.self, ListEntries.Params(expiresBefore: now, limit: 100))
        guard !page.entries.isEmpty else { return }
        output.note(
            .expiredNow(page.entries.count, isCut: page.nextCursor != nil))
        output.note(.expiryHint)
    }

    fileprivate func rpc(_ invocation: Invocation) throws {
        let look = output.look
        let word = invocation.argument(0)
        if invocation.has(.markdown) { return output.show([MethodReference.markdown]) }
        if invocation.has(.list) || (word == "help" && invocation.argument(1) == nil) {
            return output.show(HelpView.methods(look))
        }
        guard let word else {
            throw KefuError.argumentMissing("METHOD", invocation.command, scope)
        }
        if word == "help", let name = invocation.argument(1) {
            guard let method = Catalogue.method(named: name) else {
                throw KefuError.unknownMethod(name)
            }
            return output.show(HelpView.page(method, look))
        }
        do {
            let params = try invocation.argument(1).map(text) ?? "{}"
            let json = try link.call(word, json: params)
            output.show([output.isTerminal ? JSONText.indented(json) : json])
        } catch let error where !(error is DaemonFailure) {
            let failure = Failure(error, language)
            output.complain([failure.json])
            throw Reported(status: failure.exitStatus)
        }
    }
}

extension KefuError {
    fileprivate static func unknownMethod(_ name: String) -> KefuError {
        let near = Spelling.nearest(to: name, among: Catalogue.methods.map { $0.name })
        return KefuError(
            .methodNotFound, .methodUnknown(Cleaning.forTerminal(name)), why: .notUnderstood,
            hint: near.isEmpty ? .readHelp("kefu rpc --list") : .nearestNames(near), nearest: near)
    }
}
