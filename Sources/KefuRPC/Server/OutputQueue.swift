import Glibc

/// Bytes that the peer has not taken yet.
struct OutputQueue {
    private var bytes: [UInt8] = []
    private var head = 0

    var isEmpty: Bool { head == bytes.count }
    var count: Int { bytes.count - head }

    mutating func append(_ more: ArraySlice<UInt8>) {
        if head > 1 << 20, head * 2 > bytes.count {
            bytes.removeSubrange(..<head)
            head = 0
        }
        bytes.append(contentsOf: more)
    }

    mutating func removeAll() {
        bytes = []
        head = 0
    }

    /// Sends as much as the socket takes now.
    /// - Returns: `false` when the connection is broken.
    mutating func send(to socket: Int32) -> Bool {
        while !isEmpty {
            guard let count = Self.send(bytes, from: head, to: socket) else { return false }
            if count == 0 { return true }
            head += count
        }
        removeAll()
        return true
    }

    /// Sends bytes without waiting.
    /// - Returns: how many the socket took; `nil` when the connection is broken.
    static func send(_ bytes: [UInt8], from start: Int, to socket: Int32) -> Int? {
        while true {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    socket, $0.baseAddress.map { $0 + start }, $0.count - start,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count >= 0 { return count }
            if errno == EAGAIN { return 0 }
            if errno != EINTR { return nil }
        }
    }
}
