/// Reads JSON (RFC 8259) out of UTF-8 bytes, value by value, so that a long array needs no more
/// memory than its longest element.
///
/// A text that is not well-formed Unicode spoils its value, not the structure around it: reading
/// goes on and `unreadable` says where.
struct JSONReader {
    /// The nesting at which reading ends; nothing that kefu imports comes near.
    static let maxDepth = 128

    /// A longer text is not kept: no member may hold one.
    static let longestText = 1 << 22

    let bytes: ByteView
    private(set) var position: Int
    /// The offset of the last text that could not be decoded.
    var unreadable: Int?
    private var depth = 0

    init(_ bytes: ByteView, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    init(_ bytes: [UInt8]) {
        self.init(ByteView(bytes))
    }

    /// The next byte that is no white space; `nil` at the end.
    mutating func peek() -> UInt8? {
        while position < bytes.endIndex {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Reads one value of any kind.
    mutating func value() throws(JSONFault) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            try object { (name, reader) throws(JSONFault) in
                members.append(JSONValue.Member(name: name, value: try reader.value()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try list { (reader) throws(JSONFault) in elements.append(try reader.value()) }
            return .list(elements)
        case UInt8(ascii: "\""):
            return .text(try text())
        default:
            return try scalar()
        }
    }

    /// Reads an array; `element` reads each of its values with the reader that it is given.
    mutating func list(
        _ element: (inout JSONReader) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try open("[")
        var isFirst = true
        while try hasMore("]", isFirst: isFirst) {
            try element(&self)
            isFirst = false
        }
        depth -= 1
    }

    /// Reads an object; `member` reads the value that follows each name.
    mutating func object(
        _ member: (String, inout JSONReader) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try open("{")
        var isFirst = true
        while try hasMore("}", isFirst: isFirst) {
            guard peek() == UInt8(ascii: "\"") else { throw fault() }
            let name = try text()
            guard peek() == UInt8(ascii: ":") else { throw fault() }
            position += 1
            try member(name, &self)
            isFirst = false
        }
        depth -= 1
    }

    /// Reads one value and drops it.
    mutating func skip() throws(JSONFault) {
        switch peek() {
        case UInt8(ascii: "{"):
            try object { (_, reader) throws(JSONFault) in try reader.skip() }
        case UInt8(ascii: "["):
            try list { (reader) throws(JSONFault) in try reader.skip() }
        case UInt8(ascii: "\""):
            _ = try textEnd()
        default:
            _ = try scalar()
        }
    }

    /// - Throws: a fault when anything but white space follows.
    mutating func requireEnd() throws(JSONFault) {
        if peek() != nil { throw fault() }
    }

    private mutating func open(_ bracket: Unicode.Scalar) throws(JSONFault) {
        guard peek() == UInt8(ascii: bracket) else { throw fault() }
        if depth == Self.maxDepth { throw JSONFault(.tooDeep, position) }
        depth += 1
        position += 1
    }

    /// Steps over a comma or the closing bracket, and says which of them it was.
    private mutating func hasMore(
        _ close: Unicode.Scalar, isFirst: Bool
    ) throws(JSONFault) -> Bool {
        let next = peek()
        if next == UInt8(ascii: close) {
            position += 1
            return false
        }
        if isFirst, next != nil { return true }
        guard next == UInt8(ascii: ",") else { throw fault() }
        position += 1
        return true
    }

    private func fault() -> JSONFault { JSONFault(.syntax, position) }
}

// Texts, numbers and names.
extension JSONReader {
    private mutating func scalar() throws(JSONFault) -> JSONValue {
        let start = position
        while position < bytes.endIndex, Self.isWordByte(bytes[position]) { position += 1 }
        guard position - start <= Self.longestWord else { throw JSONFault(.syntax, start) }
        let word = bytes.array(start..<position)[...]
        if word.elementsEqual("null".utf8) { return .null }
        if word.elementsEqual("true".utf8) { return .flag(true) }
        if word.elementsEqual("false".utf8) { return .flag(false) }
        guard Self.isNumber(word) else { throw JSONFault(.syntax, start) }
        return .number(String(decoding: word, as: UTF8.self))
    }

    /// No number that anybody writes is longer.
    private static let longestWord = 10_000

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = digits(&rest)
        guard whole > 0 else { return false }
        if whole > 1, word[rest.startIndex - whole] == UInt8(ascii: "0") { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            if digits(&rest) == 0 { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
                rest.removeFirst()
            }
            if digits(&rest) == 0 { return false }
        }
        return rest.isEmpty
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        rest.removeFirst(digits)
        return digits
    }

    /// Steps behind the closing quote.
    /// - Returns: the offset of that quote, and whether the text holds escapes.
    private mutating func textEnd() throws(JSONFault) -> (end: Int, hasEscapes: Bool) {
        position += 1
        var hasEscapes = false
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return (position - 1, hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape()
            case 0x00...0x1F:
                throw fault()
            default:
                position += 1
            }
        }
        throw fault()
    }

    private mutating func skipEscape() throws(JSONFault) {
        guard position + 1 < bytes.endIndex else { throw fault() }
        switch bytes[position + 1] {
        case UInt8(ascii: "u"):
            let digits = bytes.array(position + 2..<min(position + 6, bytes.endIndex))
            guard JSONEscape.unit(in: digits[...], at: 0) != nil else { throw fault() }
            position += 6
        case let letter where JSONEscape.byte(for: letter) != nil:
            position += 2
        default:
            throw fault()
        }
    }

    private mutating func text() throws(JSONFault) -> String {
        let start = position + 1
        let (end, hasEscapes) = try textEnd()
        guard end - start <= Self.longestText else {
            return String(repeating: "…", count: FAQRow.maxLength + 1)
        }
        let decoded =
            hasEscapes
            ? JSONEscape.decode(bytes.array(start..<end)[...])
                .flatMap { String(validating: $0, as: UTF8.self) }
            : bytes.text(start..<end)
        if decoded == nil { unreadable = start }
        return decoded ?? ""
    }
}
