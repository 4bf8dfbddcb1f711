import CSystem
import Glibc
import KefuDomain

/// An open plain file that is read piece by piece or handed on, never held in memory as a whole.
final class HeldFile: Sendable {
    let descriptor: Int32
    /// In bytes, when it was opened.
    let size: Int
    /// When it had last been written to, in nanoseconds.
    private let writtenAt: Int

    /// Takes over a descriptor.
    init(descriptor: Int32, size: Int) {
        self.descriptor = descriptor
        self.size = size
        writtenAt = Self.facts(of: descriptor)?.writtenAt ?? 0
    }

    /// A file in memory.
    /// - Throws: `ErrorCode.unreadable` when there is no room for it.
    convenience init(_ bytes: [UInt8]) throws {
        let descriptor = bytes.withUnsafeBytes { ksys_file_of($0.baseAddress, $0.count) }
        guard descriptor >= 0 else { throw KefuError.unreadableFile(errno) }
        self.init(descriptor: descriptor, size: bytes.count)
    }

    deinit {
        close(descriptor)
    }

    /// Fills a buffer from an offset on.
    /// - Throws: `ErrorCode.unreadable`; `ErrorCode.busy` when the file has become shorter.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw KefuError.unreadableFile(errno) }
            guard count > 0 else { throw KefuError.changedFile }
            filled += count
        }
    }

    /// - Throws: `ErrorCode.busy` when somebody wrote to the file since it was opened: what was read
    ///   may be half of one version and half of another.
    func requireUnchanged() throws {
        guard let now = Self.facts(of: descriptor), now.size == size, now.writtenAt == writtenAt
        else { throw KefuError.changedFile }
    }

    /// Equal for equal bytes.
    ///
    /// Source: Fowler, Noll, Vo, FNV-1a with 64 bits; the length makes a chance hit rarer still.
    /// - Parameter check: called for each piece; what it throws ends the reading.
    func contentHash(_ check: () throws -> Void = {}) throws -> String {
        var hash = ContentHash()
        var place = 0
        var chunk = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 20))
        while place < size {
            try check()
            let length = min(chunk.count, size - place)
            try chunk.withUnsafeMutableBytes { buffer in
                try read(
                    at: place, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]))
            }
            hash.add(chunk[..<length])
            place += length
        }
        return hash.text
    }

    private static func facts(of descriptor: Int32) -> (size: Int, writtenAt: Int)? {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        let time = facts.st_mtim
        return (Int(facts.st_size), time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }
}

/// FNV-1a over the bytes of a file, with their number.
struct ContentHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325
    private var count = 0

    mutating func add(_ bytes: some Collection<UInt8>) {
        var state = state
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.state = state
        count += bytes.count
    }

    var text: String { String(state, radix: 16) + "-" + String(count) }
}

extension KefuError {
    static func unreadableFile(_ code: Int32) -> KefuError {
        KefuError(
            .unreadable, .fileUnreadable, why: .systemReason(String(cString: strerror(code))),
            hint: .checkPathAndPermissions)
    }

    static let changedFile = KefuError(
        .busy, .fileChanged, why: .fileChangedWhy, hint: .fileChangedHint)
}
