import Glibc
import KefuDomain

/// The address of a Unix socket.
struct SocketAddress {
    private var address = sockaddr_un()

    /// Longest path in bytes: what the kernel's structure holds beside its closing zero.
    static let maxPathLength = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// - Throws: `ErrorCode.usage` for a path that is empty, too long, or holds a zero byte.
    init(path: String) throws(KefuError) {
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.maxPathLength, !bytes.contains(0) else {
            throw KefuError(
                .usage, .socketPathTooLong(bytes.count, limit: Self.maxPathLength),
                why: .socketPathWhy, hint: .socketPathHint)
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Hands the address to a socket function such as `connect` or `bind`.
    func with(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        withUnsafeBytes(of: address) { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            return body(
                base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }
}
