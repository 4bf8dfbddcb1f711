/// The tokens of rich text.
///
/// Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
struct RichTextScanner {
    enum Token {
        case open, close
        /// A control word or symbol, with its number.
        case control(String, Int?)
        /// A byte of text in the code page of its font.
        case byte(UInt8)
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "{"): return .open
            case UInt8(ascii: "}"): return .close
            case UInt8(ascii: "\\"): return control()
            // Line ends in the file mean nothing.
            case 0x0A, 0x0D, 0: continue
            default: return .byte(byte)
            }
        }
        return nil
    }

    /// Passes over bytes that are no text.
    mutating func skip(_ count: Int) { place += min(max(0, count), bytes.count - place) }

    private mutating func control() -> Token? {
        guard place < bytes.count else { return nil }
        let first = bytes[place]
        guard isLetter(first) else {
            place += 1
            if first == UInt8(ascii: "'") { return .byte(hexadecimal()) }
            return .control(String(UnicodeScalar(first)), nil)
        }
        var name = ""
        while place < bytes.count, isLetter(bytes[place]), name.count < 32 {
            name.unicodeScalars.append(UnicodeScalar(bytes[place]))
            place += 1
        }
        let number = number()
        if place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        return .control(name, number)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while place < bytes.count, digits.count < 11 {
            let byte = bytes[place]
            let isSign = byte == UInt8(ascii: "-") && digits.isEmpty
            guard isSign || (0x30...0x39).contains(byte) else { break }
            digits.unicodeScalars.append(UnicodeScalar(byte))
            place += 1
        }
        return Int(digits)
    }

    private mutating func hexadecimal() -> UInt8 {
        let digits = String(decoding: bytes[place..<min(bytes.count, place + 2)], as: UTF8.self)
        place += digits.utf8.count
        return UInt8(digits, radix: 16) ?? UInt8(ascii: "?")
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
