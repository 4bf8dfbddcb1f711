import FoundationEssentials
import KefuDomain
import KefuRPC

/// Putting a backup in the place of the base. `kefud` does it, with no daemon running: it alone
/// knows what a sound base is, and what else lies in the data directory.
struct Restoring {
    let link: Link
    let environment: [String: String]

    /// How long a daemon that was told to end may take to let go of its directory.
    private static let patience = Duration.seconds(20)

    /// - Parameters:
    ///   - path: the backup, absolute.
    ///   - stopsDaemon: whether a running daemon is stopped; it is an error otherwise.
    /// - Throws: `ErrorCode.locked` while a daemon holds the directory; `Reported` with the status of
    ///   `kefud`, which has said itself what was wrong.
    func restore(_ path: String, stopsDaemon: Bool) throws -> Link.Reply<RestoreReport> {
        if link.places.isHeld {
            guard stopsDaemon else {
                throw KefuError(
                    .locked, .lockHeld, why: .restoreNeedsRest, hint: .restoreForceHint)
            }
            try stop()
        }
        guard let program = Launcher.program(environment: environment) else {
            throw KefuError(
                .noDaemon, .daemonProgramMissing, why: .daemonProgramWhy, hint: .daemonProgramHint)
        }
        let (status, output) = try Launcher.output(
            of: [
                program, DaemonOption.data.flag, link.places.data, DaemonOption.restore.flag, path,
            ])
        guard status == 0 else { throw Reported(status: status) }
        let json = output.trimmed
        guard let report = try? JSONDecoder().decode(RestoreReport.self, from: Data(json.utf8))
        else {
            throw KefuError(
                .internal, .answerUnreadable("kefud --restore"), why: .answerShape,
                hint: .sameVersionHint)
        }
        return Link.Reply(value: report, json: json)
    }

    private func stop() throws {
        if link.reach() { _ = try link.call(Shutdown.self, Nothing()) }
        link.awaitEnd(within: Self.patience)
    }
}
