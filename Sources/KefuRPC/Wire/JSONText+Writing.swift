/// Writing of JSON text on one line.
extension [UInt8] {
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where Self.needsEscape(bytes[index]) {
                append(contentsOf: bytes[start..<index])
                appendEscape(of: bytes[index])
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
            append(digits[Int(byte >> 4)])
            append(digits[Int(byte & 15)])
        }
    }

    /// - Returns: `false` for a number that JSON cannot express.
    mutating func appendJSON(_ number: Double) -> Bool {
        guard number.isFinite else { return false }
        let text = number.description
        append(contentsOf: text.hasSuffix(".0") ? Array(text.utf8.dropLast(2)) : Array(text.utf8))
        return true
    }
}
