import FoundationEssentials
import Glibc
import KefuImport

/// Writes events to a descriptor, one JSON line each.
final class EventWriter {
    private let descriptor: Int32
    private let encoder = JSONEncoder()
    private var buffer: [UInt8] = []

    private static let bufferBytes = 1 << 16

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    func write(_ event: ExtractionEvent) throws {
        buffer += try encoder.encode(event)
        buffer.append(0x0A)
        if buffer.count >= Self.bufferBytes { flush() }
    }

    /// Writes what is held back; without a reader at the other end this process is of no use.
    func flush() {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { exit(1) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Tells a person who started the program wrongly.
    static func complain(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
