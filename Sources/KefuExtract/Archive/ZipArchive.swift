import CArchive
import KefuDomain

/// The parts of a document that is a ZIP archive. They are unpacked as a stream, each time anew, and
/// never to disk; how much they may unpack to, all in all, follows from the size of the file.
final class ZipArchive {
    /// The names of the parts, as `key` spells them.
    let parts: Set<String>
    /// What the file is called in messages.
    var label = "ZIP"

    private let file: InputFile
    /// Bytes that may still be unpacked.
    private var allowance: Int

    static let maxParts = 20_000
    /// Real documents stay below 100 to 1, small ones aside.
    private static let maxRatio = 300
    private static let freeBytes = 64 << 20
    private static let maxBytes = 4 << 30

    /// - Throws: `ErrorCode.unreadable` for a damaged archive, `ErrorCode.limit` for too many parts.
    init(_ file: InputFile) throws {
        self.file = file
        allowance = min(Self.freeBytes + file.size * Self.maxRatio, Self.maxBytes)
        parts = try Self.list(file)
    }

    /// Part names are told apart without regard to case, as the Open Packaging Conventions say.
    static func key(_ name: String) -> String {
        var path = name.lowercased().split(separator: "/", omittingEmptySubsequences: true)
        while let up = path.firstIndex(of: "..") {
            path.removeSubrange(max(0, up - 1)...up)
        }
        return path.filter { $0 != "." }.joined(separator: "/")
    }

    func has(_ name: String) -> Bool { parts.contains(Self.key(name)) }

    /// Unpacks a part and hands its bytes over, piece by piece.
    /// - Returns: whether there is such a part.
    /// - Throws: `ErrorCode.unreadable` for a damaged or encrypted part, `ErrorCode.limit` for one
    ///   that unpacks to too much, and whatever `take` throws.
    @discardableResult
    func unpack(_ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool
    {
        let wanted = Self.key(name)
        guard parts.contains(wanted) else { return false }
        guard let archive = karchive_open(file.descriptor) else { throw KefuError.noMemory(label) }
        defer { karchive_close(archive) }
        while true {
            let status = karchive_next(archive)
            if status == karchive_end { return false }
            try check(status)
            guard Self.key(String(cString: karchive_name(archive))) == wanted else { continue }
            try unpackEntry(of: archive, wanted, take)
            return true
        }
    }

    /// A small part as a whole; `nil` when there is none.
    func bytes(_ name: String, limit: Int = 32 << 20) throws -> [UInt8]? {
        var whole: [UInt8] = []
        let exists = try unpack(name) { piece in
            guard whole.count + piece.count <= limit else {
                throw KefuError.oversized(label, .extractionBomb(name))
            }
            whole.append(contentsOf: piece)
        }
        return exists ? whole : nil
    }

    private func unpackEntry(
        of archive: OpaquePointer, _ name: String,
        _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        let room = 1 << 16
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        defer { buffer.deallocate() }
        while true {
            var count = 0
            try check(karchive_read(archive, buffer, room, &count))
            if count == 0 { return }
            allowance -= count
            guard allowance >= 0 else {
                throw KefuError.oversized(label, .extractionBomb(name))
            }
            try take(UnsafeBufferPointer(start: buffer, count: count))
        }
    }

    private func check(_ status: karchive_status) throws {
        switch status {
        case karchive_ok: return
        case karchive_encrypted: throw KefuError.encrypted(label)
        case karchive_no_memory: throw KefuError.noMemory(label)
        default: throw KefuError.broken(label)
        }
    }

    private static func list(_ file: InputFile) throws -> Set<String> {
        guard let archive = karchive_open(file.descriptor) else { throw KefuError.noMemory("ZIP") }
        defer { karchive_close(archive) }
        var names: Set<String> = []
        var count = 0
        while true {
            let status = karchive_next(archive)
            if status == karchive_end { return names }
            if status == karchive_no_memory { throw KefuError.noMemory("ZIP") }
            guard status == karchive_ok else { throw KefuError.broken("ZIP") }
            count += 1
            guard count <= maxParts else {
                throw KefuError.oversized("ZIP", .extractionTooManyParts(maxParts))
            }
            if karchive_is_file(archive) {
                names.insert(key(String(cString: karchive_name(archive))))
            }
        }
    }
}

extension KefuError {
    /// The failure of a file that needs more memory than there is.
    static func noMemory(_ format: String) -> KefuError {
        KefuError(
            .limit, .extractionFailed(format), why: .extractionOutOfMemory,
            hint: .extractionRaiseLimit("import.memory_mb"))
    }
}
