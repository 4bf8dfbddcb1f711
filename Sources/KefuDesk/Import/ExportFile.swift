import Glibc
import KefuDomain

/// A file under way: it appears under its name only when it is complete and on disk.
final class ExportFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isComplete = false

    private static let bufferBytes = 1 << 18

    /// - Throws: `ErrorCode.unreadable` when it cannot be made there.
    init(path: String) throws {
        self.path = path
        draft = path + ".part"
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.unwritable(errno) }
    }

    deinit {
        close(descriptor)
        if !isComplete { unlink(draft) }
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Puts the file in its place, over an older one.
    func finish() throws {
        try flush()
        guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw Self.unwritable(errno) }
        isComplete = true
    }

    private func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Self.unwritable(errno) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func unwritable(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .fileUnwritable, why: .systemReason(String(cString: strerror(code))),
            hint: .checkPathAndPermissions)
    }
}
