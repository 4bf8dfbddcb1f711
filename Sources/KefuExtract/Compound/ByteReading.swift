/// Numbers in little-endian bytes; nothing beyond the end traps.
extension RandomAccessCollection<UInt8> where Index == Int {
    /// The byte that many places behind the first.
    func byte(_ place: Int) -> Int? {
        guard place >= 0, place < count else { return nil }
        return Int(self[startIndex + place])
    }

    func word(_ place: Int) -> Int? {
        guard let low = byte(place), let high = byte(place + 1) else { return nil }
        return high << 8 | low
    }

    /// Four bytes, unsigned.
    func long(_ place: Int) -> Int? {
        guard let low = word(place), let high = word(place + 2) else { return nil }
        return high << 16 | low
    }

    func double(_ place: Int) -> Double? {
        guard let low = long(place), let high = long(place + 4) else { return nil }
        return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
    }

    /// The bytes of a range as far as there are any.
    func bytes(_ place: Int, _ length: Int) -> SubSequence {
        guard place >= 0, length > 0, place < count else { return self[startIndex..<startIndex] }
        let end = Swift.min(count, place + Swift.min(length, count))
        return self[(startIndex + place)..<(startIndex + end)]
    }

    /// So many UTF-16 code units.
    func utf16(_ place: Int, count length: Int) -> String {
        var units: [UInt16] = []
        for index in 0..<Swift.max(0, Swift.min(length, count / 2)) {
            guard let unit = word(place + 2 * index) else { break }
            units.append(UInt16(unit))
        }
        return String(decoding: units, as: UTF16.self)
    }
}
