/// Walks over the lines of a text; a line ends with `\n`, `\r\n` or `\r`.
struct LineReader {
    struct Line {
        /// Counted from 1.
        let number: Int
        /// Its bytes without the line end.
        let range: Range<Int>
    }

    private let bytes: ByteView
    private var position = 0
    private var number = 0

    init(_ bytes: ByteView) {
        self.bytes = bytes
    }

    mutating func next() -> Line? {
        let end = bytes.endIndex
        guard position < end else { return nil }
        let start = position
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        let range = start..<position
        if position < end {
            let isReturn = bytes[position] == 0x0D
            position += 1
            if isReturn, position < end, bytes[position] == 0x0A { position += 1 }
        }
        number += 1
        return Line(number: number, range: range)
    }

    /// The next line that holds more than white space, without the white space around it.
    mutating func nextFilled() -> Line? {
        while let line = next() {
            var range = line.range
            while !range.isEmpty, bytes[range.lowerBound].isJSONSpace {
                range = range.dropFirst()
            }
            while let last = range.last, bytes[last].isJSONSpace { range = range.dropLast() }
            if !range.isEmpty { return Line(number: line.number, range: range) }
        }
        return nil
    }
}
