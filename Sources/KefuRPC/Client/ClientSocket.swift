import Glibc
import KefuDomain
import Synchronization

/// A connected stream socket that is written without ever blocking on a peer that wants to be read.
final class ClientSocket: Sendable {
    let descriptor: Int32
    /// One line at a time.
    private let sending = Mutex(())

    init(path: String) throws(KefuError) {
        let address = try SocketAddress(path: path)
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw KefuError.socketFailed(errno) }
        var status: Int32
        repeat {
            status = address.with { connect(descriptor, $0, $1) }
        } while status != 0 && errno == EINTR
        // `deinit` closes it, also when this initialiser throws: every member has its value.
        if status != 0, errno != EISCONN { throw KefuError.cannotConnect(errno) }
    }

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        Glibc.close(descriptor)
    }

    func shutdown() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Sends everything.
    /// - Parameters:
    ///   - deadline: by when the peer must have read it; the stream is of no use afterwards.
    ///   - whenBlocked: called when the peer sends instead of reading.
    func send(
        _ bytes: [UInt8], until deadline: ContinuousClock.Instant? = nil,
        whenBlocked: () throws -> Void
    ) throws {
        try sending.withLock { _ in
            var sent = 0
            while sent < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.send(
                        descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent,
                        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                }
                if count >= 0 {
                    sent += count
                } else if errno == EAGAIN {
                    let ready = poll(
                        for: POLLIN | POLLOUT, milliseconds: Self.milliseconds(until: deadline))
                    if let deadline, ready == 0, ContinuousClock.now >= deadline {
                        throw KefuError.connectionLost
                    }
                    if ready & POLLIN != 0, ready & POLLOUT == 0 { try whenBlocked() }
                } else if errno != EINTR {
                    throw KefuError.connectionLost
                }
            }
        }
    }

    /// Whether something came before the deadline and before a signal.
    func waitReadable(until deadline: ContinuousClock.Instant?) throws -> Bool {
        poll(for: POLLIN, milliseconds: Self.milliseconds(until: deadline)) != 0
    }

    /// The time that is left, as `poll` takes it.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), 1_000_000))
    }

    func read(into inbox: inout Inbox) throws {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 {
                inbox.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                inbox.fail(KefuError.connectionLost)
            }
        }
    }

    private func poll(for events: Int32, milliseconds: Int32) -> Int32 {
        var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return Glibc.poll(&watched, 1, milliseconds) > 0 ? Int32(watched.revents) : 0
    }
}
