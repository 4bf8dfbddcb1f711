/// Where a scanned string stands in its bytes, without the quotes.
struct JSONString: Equatable {
    let range: Range<Int>
    let hasEscapes: Bool
    /// Its length in Unicode scalars.
    let length: Int

    /// The string's text.
    /// - Parameter bytes: the bytes that the scanner has read and checked.
    func text(in bytes: [UInt8]) -> String {
        guard hasEscapes else { return String(decoding: bytes[range], as: UTF8.self) }
        var units: [UInt8] = []
        units.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == UInt8(ascii: "\\") {
                appendEscape(bytes, &position, to: &units)
            } else {
                units.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    private func appendEscape(
        _ bytes: [UInt8], _ position: inout Int, to units: inout [UInt8]
    ) {
        let letter = bytes[position + 1]
        position += 2
        if let byte = Self.escape(letter) {
            units.append(byte)
            return
        }
        var value = Self.hexUnit(bytes, at: position) ?? 0
        position += 4
        if (0xD800..<0xDC00).contains(value) {
            let low = Self.hexUnit(bytes, at: position + 2) ?? 0xDC00
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            position += 6
        }
        if let scalar = Unicode.Scalar(value) {
            units.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }

    /// The byte that a one-letter escape stands for.
    static func escape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The value of four hexadecimal digits.
    static func hexUnit(_ bytes: [UInt8], at position: Int) -> UInt32? {
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
