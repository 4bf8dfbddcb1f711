/// The escapes of JSON texts (RFC 8259, section 7).
enum JSONEscape {
    /// The byte behind a one-letter escape.
    static func byte(for letter: UInt8) -> UInt8? {
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

    /// The UTF-16 unit that the four hexadecimal digits at an index name.
    static func unit(in bytes: ArraySlice<UInt8>, at index: Int) -> UInt16? {
        guard index >= bytes.startIndex, index + 4 <= bytes.endIndex else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = hexDigit(byte) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// The UTF-8 of a text whose escapes are well formed; `nil` for half a surrogate pair.
    static func decode(_ raw: ArraySlice<UInt8>) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var place = raw.startIndex
        while place < raw.endIndex {
            if raw[place] != UInt8(ascii: "\\") {
                text.append(raw[place])
                place += 1
            } else if place + 1 == raw.endIndex {
                return nil
            } else if let byte = byte(for: raw[place + 1]) {
                text.append(byte)
                place += 2
            } else {
                guard let scalar = scalar(in: raw, at: &place) else { return nil }
                text.append(contentsOf: Character(scalar).utf8)
            }
        }
        return text
    }

    /// Reads `\uXXXX`, or two of them that form a surrogate pair.
    private static func scalar(
        in raw: ArraySlice<UInt8>, at place: inout Int
    ) -> Unicode.Scalar? {
        guard let high = unit(in: raw, at: place + 2) else { return nil }
        place += 6
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard UTF16.isLeadSurrogate(high), place + 6 <= raw.endIndex,
            raw[place] == UInt8(ascii: "\\"), raw[place + 1] == UInt8(ascii: "u"),
            let low = unit(in: raw, at: place + 2), UTF16.isTrailSurrogate(low)
        else { return nil }
        place += 6
        return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case 0x30...0x39: UInt16(byte - 0x30)
        case 0x41...0x46: UInt16(byte - 0x41 + 10)
        case 0x61...0x66: UInt16(byte - 0x61 + 10)
        default: nil
        }
    }
}
