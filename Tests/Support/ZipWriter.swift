public import Foundation

/// Builds ZIP archives whose entries are stored as they are.
public struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    public init() {}

    /// Adds a file.
    /// - Parameters:
    ///   - flags: the general purpose bits; bit 0 says that it is encrypted.
    ///   - size: what the archive claims the file to be, when that is a lie.
    public mutating func add(
        _ name: String, _ content: [UInt8], flags: UInt16 = 0x0800, size: Int? = nil
    ) {
        let offset = body.count
        var facts: [UInt8] = []
        facts += Self.bytes(20, 2) + Self.bytes(Int(flags), 2) + Self.bytes(0, 2)
        facts += Self.bytes(0, 2) + Self.bytes(0x21, 2) + Self.bytes(Int(Self.checksum(content)), 4)
        facts += Self.bytes(content.count, 4) + Self.bytes(size ?? content.count, 4)
        facts += Self.bytes(name.utf8.count, 2) + Self.bytes(0, 2)
        body += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2] + Self.bytes(20, 2) + facts
        directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 4)
        directory += Self.bytes(offset, 4) + Array(name.utf8)
        count += 1
    }

    public mutating func add(_ name: String, _ content: String) {
        add(name, Array(content.utf8))
    }

    /// The archive so far.
    public var data: Data {
        let end =
            [0x50, 0x4B, 5, 6] + Self.bytes(0, 4) + Self.bytes(count, 2) + Self.bytes(count, 2)
            + Self.bytes(directory.count, 4) + Self.bytes(body.count, 4) + Self.bytes(0, 2)
        return Data(body + directory + end)
    }

    private static func bytes(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// Source: the CRC-32 of ISO 3309, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
