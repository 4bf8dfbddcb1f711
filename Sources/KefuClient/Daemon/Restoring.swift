import CReadline
import FoundationEssentials
import Glibc
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
        if isHeld {
            guard stopsDaemon else {
                throw KefuError(
                    .locked, .lockHeld, why: .restoreNeedsRest, hint: .restoreForceHint)
            }
            try stop()
        }
        let (status, output) = try run(path)
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

    /// Whether a daemon holds the data directory.
    private var isHeld: Bool {
        let file = open(link.places.lock, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private func stop() throws {
        if link.reach() { _ = try link.call(Shutdown.self, Nothing()) }
        link.awaitEnd(within: Self.patience)
        let deadline = ContinuousClock.now + Self.patience
        while isHeld, ContinuousClock.now < deadline { usleep(20_000) }
    }

    private func run(_ path: String) throws -> (status: Int32, output: String) {
        guard let program = Launcher.program(environment: environment) else {
            throw KefuError(
                .noDaemon, .daemonProgramMissing, why: .daemonProgramWhy, hint: .daemonProgramHint)
        }
        let words = [program, "--data", link.places.data, "--restore", path]
        var pointers: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) }
        pointers.append(nil)
        defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
        var output: UnsafeMutablePointer<CChar>?
        let status = kedit_capture(pointers, &output)
        defer { free(output) }
        guard status >= 0 else {
            throw KefuError(
                .noDaemon, .daemonFailed, why: .systemReason(systemText(errno)),
                hint: .checkPathHint)
        }
        return (status, output.map { String(cString: $0) } ?? "")
    }
}
