import Glibc
import KefuDomain

/// The bytes of one file to import, and how to tell whether they changed.
struct ImportedBytes: Sendable {
    /// As the caller named it; the same text names the same document next time.
    let path: String
    let bytes: [UInt8]

    /// Larger files are refused: they would have to be held in memory as a whole.
    static let maxBytes = 512 << 20

    /// Without folders.
    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Equal for equal bytes.
    ///
    /// Source: Fowler, Noll, Vo, FNV-1a with 64 bits; the length makes a chance hit rarer still.
    var contentHash: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16) + "-" + String(bytes.count)
    }

    /// The text that a client sent under a name.
    init(content: String, name: String) {
        path = name
        bytes = Array(content.utf8)
    }

    /// Reads a file.
    /// - Throws: `ErrorCode.unreadable` when it is not there, no plain file or not to be read;
    ///   `ErrorCode.limit` when it is too large.
    init(path: String) throws {
        self.path = path
        // Without blocking: opening a named pipe would wait for a writer for ever.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw Self.unreadable(errno) }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw Self.unreadable(errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw Self.unreadable(facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        guard facts.st_size <= Self.maxBytes else {
            throw KefuError(
                .limit, .fileTooLarge, why: .atMostMegabytes(Self.maxBytes >> 20), hint: .splitFile)
        }
        bytes = try Self.readAll(file, expecting: Int(facts.st_size))
    }

    private static func readAll(_ file: Int32, expecting size: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        // The file may grow while it is read; what comes after the size it had is left out.
        while bytes.count < size {
            let count = read(file, &chunk, min(chunk.count, size - bytes.count))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(errno) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    private static func unreadable(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .fileUnreadable, why: .systemReason(String(cString: strerror(code))),
            hint: .checkPathAndPermissions)
    }
}
