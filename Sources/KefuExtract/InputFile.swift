import Glibc
import KefuDomain

/// The file that is to be read: already open, with no name.
public struct InputFile: Sendable {
    public let descriptor: Int32
    /// In bytes.
    public let size: Int
    /// The ending of its name in lower case, without the dot; a hint.
    public let ending: String

    /// - Throws: `ErrorCode.unreadable` for what cannot be read from any place.
    public init(descriptor: Int32, ending: String = "") throws {
        self.descriptor = descriptor
        self.ending = ending
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw KefuError.unseekable }
        size = Int(end)
    }

    /// The bytes at its beginning, as many as there are up to a number.
    public func head(_ count: Int) throws -> [UInt8] {
        try read(min(count, size), at: 0)
    }

    /// The whole of it.
    public func bytes() throws -> [UInt8] {
        try read(size, at: 0)
    }

    /// Bytes from a place on; fewer than asked for at the end.
    public func read(_ count: Int, at place: Int) throws -> [UInt8] {
        var done = 0
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, length in
            while done < count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + done }, count - done,
                    off_t(place + done))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                done += got
            }
            length = done
        }
        if failed { throw KefuError.unseekable }
        return bytes
    }
}

extension KefuError {
    /// The failure for a descriptor that is no plain file.
    static let unseekable = KefuError(
        .unreadable, .fileUnreadable, why: .extractionNoFile, hint: .checkPathAndPermissions)

    /// The failure of a file that is not what it should be.
    static func broken(
        _ format: String, _ why: Phrase = .extractionDamaged,
        hint: Phrase = .extractionOpenAndSave
    ) -> KefuError {
        KefuError(.unreadable, .extractionFailed(format), why: why, hint: hint)
    }

    /// The failure of a file that needs a password.
    static func encrypted(_ format: String) -> KefuError {
        broken(format, .extractionEncrypted, hint: .extractionRemovePassword)
    }

    /// The failure of a file that went beyond what a sane one holds.
    static func oversized(_ format: String, _ why: Phrase) -> KefuError {
        KefuError(.limit, .extractionFailed(format), why: why, hint: .extractionOpenAndSave)
    }
}
