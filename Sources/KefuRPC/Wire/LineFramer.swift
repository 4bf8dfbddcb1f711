import Glibc

/// Cuts a stream of bytes into lines, however the stream was chopped up.
struct LineFramer {
    /// What the stream holds next.
    enum Frame: Equatable {
        /// A line without its line break; blank lines are passed over.
        case line([UInt8])
        /// The line that begins here is longer than the limit. Nothing after it is read.
        case tooLong
    }

    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to here the buffer is known to hold no line break.
    private var searched = 0
    private let maxLength: Int

    /// - Parameter maxLength: most bytes of a line, its break not counted.
    init(maxLength: Int = Limits.line) {
        self.maxLength = maxLength
    }

    /// Bytes held that no line was made of yet.
    var pendingBytes: Int { buffer.count - start }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start > 1 << 16 {
            buffer.removeSubrange(..<start)
            (start, searched) = (0, searched - start)
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole line; `nil` until more bytes came.
    mutating func next() -> Frame? {
        while let lineBreak = indexOfLineBreak() {
            guard lineBreak - start <= maxLength else { return .tooLong }
            let line = content(start..<lineBreak)
            start = lineBreak + 1
            searched = start
            if !line.isEmpty { return .line(line) }
        }
        if start == buffer.count {
            // Memory that one long line needed is given back.
            buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 14)
            (start, searched) = (0, 0)
        }
        return pendingBytes > maxLength ? .tooLong : nil
    }

    /// What is left once the stream has ended: a last line that lacks its break.
    mutating func finish() -> Frame? {
        if let frame = next() { return frame }
        let line = content(start..<buffer.count)
        buffer = []
        (start, searched) = (0, 0)
        return line.isEmpty ? nil : .line(line)
    }

    private mutating func indexOfLineBreak() -> Int? {
        let found = buffer.withUnsafeBytes { bytes -> Int? in
            guard searched < bytes.count, let base = bytes.baseAddress else { return nil }
            let hit = memchr(base + searched, 0x0A, bytes.count - searched)
            return hit.map { UnsafeRawPointer($0) - base }
        }
        searched = found ?? buffer.count
        return found
    }

    /// The line without a trailing `\r`; empty when it is blank.
    private func content(_ range: Range<Int>) -> [UInt8] {
        let isBroken = !range.isEmpty && buffer[range.upperBound - 1] == 0x0D
        let line = buffer[range.lowerBound..<range.upperBound - (isBroken ? 1 : 0)]
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ? [] : Array(line)
    }
}
