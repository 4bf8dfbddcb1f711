import CSystem
import Glibc
import KefuDomain

/// The lock that keeps a second daemon out of a data directory.
struct DirectoryLock {
    private let descriptor: Int32

    /// - Throws: `ErrorCode.locked` while another process holds it.
    init(_ path: String) throws {
        var holder: Int32 = 0
        descriptor = ksys_lock_file(path, &holder)
        if descriptor >= 0 { return }
        guard errno == EWOULDBLOCK else {
            throw KefuError(
                .invalidState, .dataDirectoryUnusable,
                why: .systemReason(String(cString: strerror(errno))), hint: .dataDirectoryHint)
        }
        throw KefuError(
            .locked, .lockHeld, why: .lockHolder(holder > 0 ? holder : nil), hint: .lockHint)
    }

    func release() {
        close(descriptor)
    }
}
