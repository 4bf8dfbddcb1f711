import CSystem
import Glibc
import KefuDomain

/// A file under way: it appears under its name only when it is complete and on disk.
final class ExportFile {
    private let path: String
    private let draft: String
    private let overwrites: Bool
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isComplete = false

    private static let bufferBytes = 1 << 18

    /// - Parameter overwrites: whether a file of that name may be replaced.
    /// - Throws: `ErrorCode.conflict` where it may not; `ErrorCode.unreadable` when the file cannot
    ///   be made there.
    init(path: String, overwrites: Bool) throws {
        self.path = path
        self.overwrites = overwrites
        // A name that no other file has: a file called `faq.csv.part` is somebody's too.
        draft = path + ".\(getpid())-\(UInt32.random(in: .min ... .max)).part"
        if !overwrites, access(path, F_OK) == 0 {
            descriptor = -1
            throw Self.exists(path)
        }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.unwritable(errno) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if !isComplete { unlink(draft) }
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Puts the file in its place, over an older one where that is wanted.
    func finish() throws {
        try flush()
        guard fsync(descriptor) == 0 else { throw Self.unwritable(errno) }
        guard (overwrites ? rename(draft, path) : ksys_rename_new(draft, path)) == 0 else {
            throw errno == EEXIST ? Self.exists(path) : Self.unwritable(errno)
        }
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

    private static func exists(_ path: String) -> KefuError {
        KefuError(
            .conflict, .fileExists, why: .exportExistsWhy, hint: .exportExistsHint,
            conflicts: [Reference(id: path)])
    }

    private static func unwritable(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .fileUnwritable, why: .systemReason(String(cString: strerror(code))),
            hint: .checkPathAndPermissions)
    }
}
