import CSystem
import Glibc
import KefuDomain

/// The folder that a queue lives in: its lock, its key, its records, and the name of its client.
struct QueueFolder: Sendable {
    let path: String

    var lock: String { path + "/queue.lock" }
    var key: String { path + "/queue.key" }
    var log: String { path + "/queue.log" }
    var agent: String { path + "/agent" }

    /// Makes the folder, for its owner only, where it is missing.
    /// - Throws: `ErrorCode.unreadable` when it cannot be made or others may write to it.
    func make() throws {
        var parent = ""
        for part in path.split(separator: "/") {
            parent += "/" + part
            // A folder above may exist and yet refuse this question; the last one decides.
            if mkdir(parent, 0o700) != 0, errno != EEXIST, access(parent, F_OK) != 0 {
                throw KefuError.queueFailed(errno, path)
            }
        }
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw KefuError.queueFailed(errno, path) }
        guard facts.st_mode & S_IFMT == S_IFDIR else { throw KefuError.queueFailed(ENOTDIR, path) }
        guard facts.st_uid == geteuid(), facts.st_mode & 0o022 == 0 else {
            throw KefuError.queueFolderOpen(path)
        }
    }

    /// Takes the queue for this process, until it ends in whatever way.
    /// - Throws: `ErrorCode.locked` while another process has it.
    func take() throws -> QueueLock {
        var holder: Int32 = 0
        let descriptor = ksys_lock_file(lock, &holder)
        guard descriptor < 0 else { return QueueLock(descriptor) }
        throw errno == EWOULDBLOCK
            ? KefuError.queueTaken(by: Int(holder)) : KefuError.queueFailed(errno, lock)
    }

    /// The key, made where there is neither a key nor a record that needs one.
    /// - Throws: `ErrorCode.unreadable` when it is missing, of a wrong size, or open to others.
    func sealer() throws -> Sealer {
        if access(key, F_OK) != 0 {
            guard access(log, F_OK) != 0 else { throw KefuError.queueKeyMissing(key) }
            try RawFile.put(Sealer.random(Sealer.keyBytes), at: key, replaces: false)
        }
        let file = try RawFile(key, O_RDONLY)
        guard try !file.isOpenToOthers() else { throw KefuError.queueKeyOpen(key) }
        let bytes = try file.read(at: 0, Sealer.keyBytes + 1)
        guard bytes.count == Sealer.keyBytes else { throw KefuError.queueKeyBad(key) }
        return Sealer(key: bytes)
    }

    /// The name by which this queue's client is known to the daemon, made up once.
    func agentName() throws -> String {
        if access(agent, F_OK) != 0 {
            let digits = Sealer.random(6).map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }
            try RawFile.put(Array("capture-\(digits.joined())\n".utf8), at: agent, replaces: false)
        }
        let bytes = try RawFile(agent, O_RDONLY).read(at: 0, 200)
        let name = String(decoding: bytes, as: UTF8.self).trimmed
        return name.isEmpty ? "capture" : name
    }
}

/// The right to use a queue, given up with the last use.
final class QueueLock {
    private let descriptor: Int32

    fileprivate init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
