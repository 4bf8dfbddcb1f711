import Glibc
import KefuDomain

/// An encrypted file to which records are appended, and from which they are read by place.
///
/// Layout: a header of eight bytes that name the format, sixteen random ones, and an empty sealed
/// piece that tells a wrong key; then the records, each four marker bytes, the length of its sealed
/// piece (four bytes, little endian), and the piece. A record's tag vouches for its content, its
/// place and its file. The header is in place before the file has its name.
struct SealedLog {
    /// Where a record stands in the file.
    struct Place: Sendable, Hashable {
        let offset: Int
        /// Of the whole record.
        let bytes: Int
    }

    private let file: RawFile
    private let sealer: Sealer
    private let identity: [UInt8]
    /// Where the next record goes.
    private(set) var end: Int

    private static let format = Array("KEFUQ\u{1}\r\n".utf8)
    private static let marker: [UInt8] = [0xF5, 0x4B, 0x51, 0x0A]
    private static let identityBytes = 16
    static let headerBytes = 8 + identityBytes + Sealer.overhead
    private static let prefixBytes = 8
    /// No record is longer; a length that says so is damaged.
    private static let maxPiece = 64 << 20

    /// Makes an empty log in place of whatever has its name.
    static func make(_ path: String, sealer: Sealer) throws -> SealedLog {
        let identity = Sealer.random(identityBytes)
        let check = sealer.seal([], bound: format + identity)
        try RawFile.put(format + identity + check, at: path, replaces: true)
        return SealedLog(
            file: try RawFile(path, O_RDWR), sealer: sealer, identity: identity, end: headerBytes)
    }

    /// Opens a log and reads all its records, oldest first.
    ///
    /// A torn end is cut off. Damage before that is passed over.
    /// - Returns: the log, and how many bytes were damaged.
    /// - Throws: `ErrorCode.unreadable` for a wrong key or a file that is no such log, which is then
    ///   left as it is.
    static func open(
        _ path: String, sealer: Sealer, record: (Place, [UInt8]) -> Void
    ) throws -> (log: SealedLog, damaged: Int) {
        let file = try RawFile(path, O_RDWR)
        let header = try file.read(at: 0, headerBytes)
        guard header.count == headerBytes, header.starts(with: format) else {
            throw KefuError.queueForeign(path)
        }
        let named = format.count + identityBytes
        let identity = Array(header[format.count..<named])
        guard sealer.open(header[named...], bound: Array(header[..<named])) != nil else {
            throw KefuError.queueWrongKey(path)
        }
        var log = SealedLog(file: file, sealer: sealer, identity: identity, end: headerBytes)
        let damaged = try log.readAll(record)
        return (log, damaged)
    }

    /// Adds a record; when this returns, it outlives a power cut.
    /// - Throws: `ErrorCode.unreadable`; the log is then as it was before.
    mutating func append(_ content: [UInt8], isDurable: Bool = true) throws -> Place {
        let piece = sealer.seal(content, bound: bound(to: end))
        let length = withUnsafeBytes(of: UInt32(piece.count).littleEndian) { Array($0) }
        let record = Self.marker + length + piece
        do {
            try file.write(record, at: end)
            if isDurable { try file.sync() }
        } catch {
            // What was half written would be passed over as damage; better that it is not there.
            try? file.cut(to: end)
            throw error
        }
        let place = Place(offset: end, bytes: record.count)
        end += record.count
        return place
    }

    /// Takes the place of another log, in one step, with all its records on the disk.
    func moveInto(_ path: String) throws {
        try file.sync()
        try file.move(to: path)
    }

    /// The content of a record.
    /// - Throws: `ErrorCode.unreadable` where it got damaged since the log was opened.
    func content(at place: Place) throws -> [UInt8] {
        let bytes = try file.read(at: place.offset, place.bytes)
        guard let piece = piece(in: bytes[...], at: place.offset) else {
            throw KefuError.queueDamaged(file.path)
        }
        return piece.content
    }
}

extension SealedLog {
    private func bound(to offset: Int) -> [UInt8] {
        identity + withUnsafeBytes(of: UInt64(offset).littleEndian) { Array($0) }
    }

    private mutating func readAll(_ record: (Place, [UInt8]) -> Void) throws -> Int {
        let size = try file.size()
        var damaged = 0
        while end < size {
            if let found = try self.record(at: end) {
                record(found.place, found.content)
                end += found.place.bytes
            } else if let next = try offsetOfRecord(after: end, size) {
                damaged += next - end
                end = next
            } else {
                try file.cut(to: end)
                return damaged
            }
        }
        return damaged
    }

    private func record(at offset: Int) throws -> (place: Place, content: [UInt8])? {
        let prefix = try file.read(at: offset, Self.prefixBytes)
        guard let length = Self.length(in: prefix[...]) else { return nil }
        let bytes = try file.read(at: offset, Self.prefixBytes + length)
        guard let piece = piece(in: bytes[...], at: offset) else { return nil }
        return (Place(offset: offset, bytes: piece.bytes), piece.content)
    }

    /// The next place at which a whole record stands, once one could not be read.
    private func offsetOfRecord(after offset: Int, _ size: Int) throws -> Int? {
        let bytes = try file.read(at: offset, size - offset)
        for start in bytes.indices.dropFirst() where bytes[start] == Self.marker[0] {
            if piece(in: bytes[start...], at: offset + start) != nil { return offset + start }
        }
        return nil
    }

    private func piece(
        in bytes: ArraySlice<UInt8>, at offset: Int
    ) -> (content: [UInt8], bytes: Int)? {
        guard let length = Self.length(in: bytes), bytes.count >= Self.prefixBytes + length else {
            return nil
        }
        let piece = bytes.dropFirst(Self.prefixBytes).prefix(length)
        return sealer.open(piece, bound: bound(to: offset)).map {
            ($0, Self.prefixBytes + length)
        }
    }

    /// The length that a record's first bytes give; `nil` where no record begins.
    private static func length(in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= prefixBytes, bytes.starts(with: marker) else { return nil }
        let length = bytes.dropFirst(marker.count).prefix(4).reversed().reduce(0) {
            $0 << 8 | Int($1)
        }
        return (Sealer.overhead...maxPiece).contains(length) ? length : nil
    }
}
