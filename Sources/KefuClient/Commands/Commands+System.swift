import Glibc
import KefuDomain
import KefuRPC

/// The daemon itself, and help.
extension Command {
    static let status = Command(name: "status", methods: [Health.self], help: .helpStatus) {
        _, console in
        let socket = console.link.places.socket
        try console.show(Health.self, Nothing()) { SystemView.lines($0, socket: socket, $1) }
    }

    static let doctor = Command(name: "doctor", help: .helpDoctor) { _, console in
        let findings = Doctor(console).examine()
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
        name: "backup", arguments: [Argument("PATH", .path)], methods: [Backup.self],
        help: .helpBackup
    ) { invocation, console in
        let params = Backup.Params(path: console.path(invocation.argument(0) ?? ""))
        try console.show(Backup.self, params) { result, look in
            [look.say(.backedUp(bytes(result.bytes), result.path))]
        }
    }

    static let restore = Command(
        name: "restore", scope: .shell, arguments: [Argument("PATH", .path)],
        options: [.stopFirst], help: .helpRestore
    ) { invocation, console in
        let path = console.path(invocation.argument(0) ?? "")
        let restoring = Restoring(link: console.link, environment: console.environment)
        let reply = try restoring.restore(path, stopsDaemon: invocation.has(.stopFirst))
        guard !console.wantsJSON else { return console.output.show([reply.json]) }
        let report = reply.value
        let look = console.output.look
        console.output.show(
            [look.say(.restored(report.entries, report.passages))]
                + (report.former.map { [look.say(.formerBase($0))] } ?? []))
    }

    static let stop = Command(
        name: "stop", scope: .shell, methods: [Shutdown.self], help: .helpStop
    ) { _, console in
        guard console.link.reach() else { return console.output.note(.notRunning) }
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
        name: "help", arguments: [Argument("COMMAND", .command, .optional)], help: .helpHelp
    ) { invocation, console in
        let look = console.output.look
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
