import CSystem
import Glibc
import KefuDomain

/// The lock that keeps a second daemon out of a data directory.
struct DirectoryLock {
    private let descriptor: Int32

    /// - Parameter patience: how long to wait for whoever holds it: one that looks whether a daemon
    ///   runs, or a daemon that is ending.
    /// - Throws: `ErrorCode.locked` while another process holds it.
    init(_ path: String, patience: Duration = .milliseconds(300)) throws {
        let deadline = ContinuousClock.now + patience
        var holder: Int32 = 0
        while true {
            let file = ksys_lock_file(path, &holder)
            if file >= 0 {
                descriptor = file
                return
            }
            guard errno == EWOULDBLOCK else { throw Self.unusable(errno) }
            guard ContinuousClock.now < deadline else { break }
            usleep(20_000)
        }
        throw KefuError(
            .locked, .lockHeld, why: .lockHolder(holder > 0 ? holder : nil), hint: .lockHint)
    }

    func release() {
        close(descriptor)
    }

    private static func unusable(_ cause: Int32) -> KefuError {
        KefuError(
            .invalidState, .dataDirectoryUnusable,
            why: .systemReason(String(cString: strerror(cause))), hint: .dataDirectoryHint)
    }
}
