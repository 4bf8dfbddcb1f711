import CSystem
import Glibc
import KefuDomain
import Synchronization

/// A listening Unix socket of this user.
public final class Listener: Sendable {
    let descriptor: Int32
    /// The socket's file, where it has one.
    public let path: String?
    private let file: FileIdentity?
    private let isClosed = Atomic(false)

    /// Binds a socket with mode 0600. A stale socket file in its place is replaced; the caller
    /// holds a lock, so that no other daemon of the same data does the same.
    /// - Throws: `.locked` when something answers there already; `.usage` for an impossible path;
    ///   `.unreadable` when the place cannot be used.
    public init(path: String) throws {
        let address = try SocketAddress(path: path)
        try Self.clear(path, address)
        let socket = Glibc.socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0)
        guard socket >= 0 else { throw KefuError.socketFailed(errno) }
        // Linux gives the file the socket's own mode, so that there is no moment without it.
        let isBound =
            fchmod(socket, 0o600) == 0 && address.with { bind(socket, $0, $1) } == 0
            && chmod(path, 0o600) == 0 && listen(socket, 4096) == 0
        guard isBound else {
            let cause = errno
            Glibc.close(socket)
            throw KefuError.cannotListen(cause)
        }
        descriptor = socket
        self.path = path
        file = FileIdentity(path)
    }

    /// Takes over a socket that listens already, as service managers hand it in. Its file stays
    /// theirs; a mode that lets others in is mended.
    /// - Throws: `.usage` for what is no listening Unix socket; `.invalidState` for one that others
    ///   could use.
    public init(inherited descriptor: Int32) throws {
        guard ksys_is_listening(descriptor) == 1 else {
            throw KefuError(
                .usage, .socketNotListening, why: .socketUnitWhy, hint: .socketUnitHint)
        }
        self.descriptor = descriptor
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
        path = Self.path(of: descriptor)
        file = nil
        if let path { try Self.close(path, to: geteuid()) }
    }

    private static func path(of descriptor: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 128)
        guard ksys_socket_path(descriptor, &buffer, buffer.count) == 0, buffer[0] != 0 else {
            return nil
        }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Lets nobody but a user connect.
    private static func close(_ path: String, to user: uid_t) throws {
        var facts = stat()
        // Whoever cannot see the file in a sandbox does not have to mend it.
        guard stat(path, &facts) == 0 else { return }
        guard facts.st_uid == user else {
            throw KefuError(
                .invalidState, .socketForeign, why: .socketUnitWhy, hint: .socketUnitHint
            ).at(path)
        }
        guard facts.st_mode & 0o077 == 0 || chmod(path, 0o600) == 0 else {
            throw KefuError(
                .invalidState, .socketOpen, why: .systemError(KefuError.systemText(errno)),
                hint: .socketUnitHint
            ).at(path)
        }
    }

    deinit {
        close()
    }

    /// Stops listening and takes the file away, unless another daemon has put its own there.
    func close() {
        guard !isClosed.exchange(true, ordering: .relaxed) else { return }
        if let path, let file, FileIdentity(path) == file { unlink(path) }
        Glibc.close(descriptor)
    }

    /// Removes a stale socket file.
    private static func clear(_ path: String, _ address: SocketAddress) throws(KefuError) {
        guard let file = FileIdentity(path) else { return }
        guard file.isSocket else { throw .notASocket }
        let probe = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw .socketFailed(errno) }
        defer { Glibc.close(probe) }
        _ = fcntl(probe, F_SETFL, O_NONBLOCK)
        let status = address.with { connect(probe, $0, $1) }
        // A full backlog (EAGAIN) is a live daemon too.
        guard status != 0, errno == ECONNREFUSED || errno == ENOENT else {
            throw status == 0 || errno == EAGAIN ? .anotherListens : .cannotListen(errno)
        }
        unlink(path)
    }
}

/// Which file a path names.
private struct FileIdentity: Equatable {
    let device: UInt
    let inode: UInt
    let isSocket: Bool

    /// - Returns: `nil` when there is none.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
    }
}

extension KefuError {
    fileprivate static let notASocket = KefuError(
        .unreadable, .cannotListen, why: .notASocketWhy, hint: .socketPathHint)

    fileprivate static let anotherListens = KefuError(
        .locked, .anotherListens, why: .anotherListensWhy, hint: .anotherListensHint)

    fileprivate static func cannotListen(_ cause: Int32) -> KefuError {
        KefuError(
            .unreadable, .cannotListen, why: .systemError(systemText(cause)),
            hint: .socketPlaceHint)
    }
}
