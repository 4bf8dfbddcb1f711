import Glibc

/// Cuts what another program writes into lines.
struct InputLines {
    /// One line of input, counted from 1.
    enum Line: Equatable {
        case text([UInt8], number: Int)
        /// Longer than the limit; none of it is kept.
        case tooLong(number: Int)
    }

    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to here there is no line break.
    private var searched = 0
    private var number = 0
    /// Whether the line that is being read is too long already.
    private var isOverlong = false
    private let maxLength: Int

    init(maxLength: Int) {
        self.maxLength = maxLength
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        if start > 0 {
            buffer.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        buffer += bytes
    }

    /// The next whole line that is not blank; `nil` until more came.
    mutating func next() -> Line? {
        while let end = buffer[searched...].firstIndex(of: 0x0A) {
            let line = take(upTo: end)
            start = end + 1
            searched = start
            if let line { return line }
        }
        searched = buffer.count
        if buffer.count - start > maxLength {
            // Only its length matters any more.
            isOverlong = true
            buffer.removeSubrange(start...)
            searched = start
        }
        return nil
    }

    /// A last line that lacks its break, once the input has ended.
    mutating func finish() -> Line? {
        if let line = next() { return line }
        guard buffer.count > start || isOverlong else { return nil }
        defer { start = buffer.count }
        return take(upTo: buffer.count)
    }

    private mutating func take(upTo end: Int) -> Line? {
        number += 1
        let line = buffer[start..<end]
        defer { isOverlong = false }
        if isOverlong || line.count > maxLength { return .tooLong(number: number) }
        return line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
            ? nil : .text(Array(line), number: number)
    }
}
