import Glibc
import KefuDomain

@testable import KefuRPC

/// A client that sends whatever bytes it is told to, and never waits for more than a few seconds.
final class RawClient {
    private var descriptor: Int32
    private var framer = LineFramer(maxLength: Int.max)

    init(_ path: String) throws {
        let address = try SocketAddress(path: path)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard address.with({ connect(descriptor, $0, $1) }) == 0 else {
            throw KefuError.cannotConnect(errno)
        }
    }

    deinit {
        close()
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// - Returns: whether all of it could be sent within ten seconds.
    @discardableResult
    func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    @discardableResult
    func send(_ bytes: [UInt8], seconds: Double = 10) -> Bool {
        let deadline = monotonicNow() + Int64(seconds * 1e9)
        var sent = 0
        while sent < bytes.count {
            guard let count = OutputQueue.send(bytes, from: sent, to: descriptor) else {
                return false
            }
            sent += count
            if count == 0 {
                guard monotonicNow() < deadline else { return false }
                _ = wait(for: POLLOUT, milliseconds: 50)
            }
        }
        return true
    }

    /// The next line; `nil` at the end of the stream or when none came in time.
    func line(seconds: Double = 10) -> String? {
        let deadline = monotonicNow() + Int64(seconds * 1e9)
        while true {
            if case .line(let line)? = framer.next() {
                return String(decoding: line, as: UTF8.self)
            }
            guard monotonicNow() < deadline else { return nil }
            guard wait(for: POLLIN, milliseconds: 50) else { continue }
            guard receive() > 0 else { return nil }
        }
    }

    /// The next line, taken apart.
    func answer(seconds: Double = 10) -> JSONValue? {
        line(seconds: seconds).flatMap {
            try? JSONCoding.decode(JSONValue.self, from: Array($0.utf8))
        }
    }

    /// Whether the daemon has closed the connection, or does so soon.
    func isClosed(seconds: Double = 5) -> Bool {
        let deadline = monotonicNow() + Int64(seconds * 1e9)
        while monotonicNow() < deadline {
            if wait(for: POLLIN, milliseconds: 50), receive() <= 0 { return true }
        }
        return false
    }

    func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    private func receive() -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { framer.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count < 0 && errno == EAGAIN ? 1 : count
        }
    }

    private func wait(for events: Int32, milliseconds: Int32) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&watched, 1, milliseconds) > 0
    }
}

/// A request line.
func request(_ id: Int, _ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"# + "\n"
}
