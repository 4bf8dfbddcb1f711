/// Writes JSON texts, lists and objects of them, without spaces and beyond ASCII as they are.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x00...0x1F, 0x7F: bytes.append(contentsOf: Self.escaped(byte))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func list(_ texts: [String]) {
        bytes.append(UInt8(ascii: "["))
        for (index, each) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            text(each)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Begins a member of the object that `object` opened.
    mutating func name(_ name: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        text(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes an object; `members` calls `name` and then one value for each of its members.
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        members(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    private static func escaped(_ byte: UInt8) -> String.UTF8View {
        let digits = String(byte, radix: 16)
        return ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
    }
}
