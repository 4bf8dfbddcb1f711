/// Strict UTF-8: what of a run of bytes is well formed, by the Unicode standard's table 3-7.
struct UTF8Scan {
    /// Offsets of bytes that begin no well-formed character, in order, as far as they were kept.
    private(set) var bad: [Int] = []
    /// Bytes that belong to well-formed characters beyond ASCII.
    private(set) var good = 0
    /// All bytes of `bad`, also those whose offset was not kept.
    private(set) var badCount = 0
    private let limit: Int

    /// - Parameter limit: how many offsets to keep.
    init(_ bytes: ArraySlice<UInt8>, keeping limit: Int) {
        self.limit = limit
        bytes.withUnsafeBufferPointer { _ = take($0, at: 0, isLast: true) }
    }

    /// - Parameters:
    ///   - start: where to begin; offsets count from the beginning of all bytes.
    ///   - limit: how many offsets to keep.
    init(_ bytes: ByteView, from start: Int = 0, keeping limit: Int) {
        self.limit = limit
        bytes.scan(from: start) { take($0, at: $1, isLast: $2) }
    }

    /// The share of the bytes beyond ASCII that are well formed; 1 when there are none.
    var share: Double {
        good + badCount == 0 ? 1 : Double(good) / Double(good + badCount)
    }

    /// - Returns: how many bytes were taken: all but a character that the next piece completes.
    private mutating func take(
        _ piece: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool
    ) -> Int {
        var place = 0
        while place < piece.count {
            if !isLast, piece.count - place < 4, place > 0 { return place }
            let length = Self.length(at: place, in: piece)
            if length > 1 { good += length }
            if length == 0 {
                if bad.count < limit { bad.append(offset + place) }
                badCount += 1
            }
            place += max(length, 1)
        }
        return place
    }

    /// The length of the well-formed character at a place; 0 when there is none.
    @inline(__always)
    private static func length(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let first = bytes[place]
        if first < 0x80 { return 1 }
        let left = bytes.count - place
        switch first {
        case 0xC2...0xDF:
            return left > 1 && isTrail(bytes[place + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left > 2, isTrail(bytes[place + 1]), isTrail(bytes[place + 2]) else { return 0 }
            let second = bytes[place + 1]
            let isOverlong = first == 0xE0 && second < 0xA0
            let isSurrogate = first == 0xED && second >= 0xA0
            return isOverlong || isSurrogate ? 0 : 3
        case 0xF0...0xF4:
            guard left > 3, isTrail(bytes[place + 1]), isTrail(bytes[place + 2]),
                isTrail(bytes[place + 3])
            else { return 0 }
            let second = bytes[place + 1]
            let isOverlong = first == 0xF0 && second < 0x90
            let isBeyond = first == 0xF4 && second >= 0x90
            return isOverlong || isBeyond ? 0 : 4
        default:
            return 0
        }
    }

    @inline(__always)
    private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
