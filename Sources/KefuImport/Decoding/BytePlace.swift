/// A byte of a file as an editor would count it: line and byte within the line, both from 1.
///
/// A line ends with `\n`, `\r\n` or `\r`.
struct BytePlace: Sendable, Hashable, CustomStringConvertible {
    let line: Int
    let byte: Int

    init(line: Int, byte: Int) {
        self.line = line
        self.byte = byte
    }

    init(of offset: Int, in bytes: ByteView) {
        self = Self.places(of: [offset], in: bytes).first ?? BytePlace(line: 1, byte: 1)
    }

    init(of offset: Int, in bytes: [UInt8]) {
        self.init(of: offset, in: ByteView(bytes))
    }

    var description: String { "line \(line), byte \(byte)" }

    /// The places of several offsets, which must be in ascending order; one pass.
    static func places(of offsets: [Int], in bytes: ByteView) -> [BytePlace] {
        var places: [BytePlace] = []
        var counter = LineCounter()
        var rest = offsets[...]
        bytes.scan { piece, start, _ in
            for (place, byte) in piece.enumerated() {
                while rest.first == start + place {
                    places.append(counter.place)
                    rest.removeFirst()
                }
                if rest.isEmpty { return bytes.count - start }
                counter.take(UInt16(byte))
            }
            return piece.count
        }
        for _ in rest { places.append(counter.place) }
        return places
    }

    static func places(of offsets: [Int], in bytes: [UInt8]) -> [BytePlace] {
        places(of: offsets, in: ByteView(bytes))
    }
}

/// Counts lines over a stream of code units.
struct LineCounter {
    /// The place of the next unit to take.
    private(set) var place = BytePlace(line: 1, byte: 1)
    private var afterReturn = false

    /// - Parameter width: bytes of the unit.
    mutating func take(_ unit: UInt16, width: Int = 1) {
        let isFeed = unit == UInt16(UInt8(ascii: "\n"))
        let isReturn = unit == UInt16(UInt8(ascii: "\r"))
        if isFeed && afterReturn {
            place = BytePlace(line: place.line, byte: 1)
        } else if isFeed || isReturn {
            place = BytePlace(line: place.line + 1, byte: 1)
        } else {
            place = BytePlace(line: place.line, byte: place.byte + width)
        }
        afterReturn = isReturn
    }
}
