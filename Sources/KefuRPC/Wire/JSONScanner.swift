/// Walks over JSON text without building values: strict RFC 8259 with UTF-8 checked on the way.
///
/// It reads each byte once, so that a message is taken apart (`enterObject`, `nextKey`, `skip`)
/// and checked in a single pass.
struct JSONScanner {
    let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int
    private var depth = 0
    private let maxDepth: Int

    /// - Parameter range: the part of `bytes` to read; all of it when absent.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil, maxDepth: Int = Limits.depth) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        self.maxDepth = maxDepth
    }

    /// The text is not JSON, or nests too deeply.
    enum Malformed: Error, Equatable {
        case syntax
        case depth
    }

    /// What the next value is, by its first byte.
    enum Kind: Equatable {
        case object, array, string, number, flag, null
    }

    /// Skips white space and looks at the next value without consuming it.
    mutating func peek() throws(Malformed) -> Kind {
        skipSpace()
        guard position < end else { throw .syntax }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
        case UInt8(ascii: "n"): return .null
        default: throw .syntax
        }
    }

    /// Consumes one value of any kind.
    /// - Returns: where it stands, without the white space around it.
    @discardableResult
    mutating func skip() throws(Malformed) -> Range<Int> {
        let kind = try peek()
        let start = position
        switch kind {
        case .object:
            try enterObject()
            var isFirst = true
            while try nextKey(&isFirst) != nil { try skip() }
        case .array:
            try enterArray()
            var isFirst = true
            while try nextElement(&isFirst) { try skip() }
        case .string: _ = try string()
        case .number: _ = try number()
        case .flag: try literal(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
        case .null: try literal("null")
        }
        return start..<position
    }

    /// Fails unless nothing but white space is left.
    mutating func finish() throws(Malformed) {
        skipSpace()
        guard position == end else { throw .syntax }
    }

    mutating func enterObject() throws(Malformed) {
        try enter(UInt8(ascii: "{"))
    }

    mutating func enterArray() throws(Malformed) {
        try enter(UInt8(ascii: "["))
    }

    /// Consumes the next member's name and its colon, or the end of the object.
    /// - Parameter isFirst: true at first; kept by this function.
    mutating func nextKey(_ isFirst: inout Bool) throws(Malformed) -> JSONString? {
        guard try next(&isFirst, closing: UInt8(ascii: "}")) else { return nil }
        let key = try string()
        skipSpace()
        try expect(UInt8(ascii: ":"))
        return key
    }

    /// Whether another element follows; consumes what stands before it, or the end of the array.
    mutating func nextElement(_ isFirst: inout Bool) throws(Malformed) -> Bool {
        try next(&isFirst, closing: UInt8(ascii: "]"))
    }

    /// Consumes `true` or `false`.
    mutating func flag() throws(Malformed) -> Bool {
        skipSpace()
        let isTrue = position < end && bytes[position] == UInt8(ascii: "t")
        try literal(isTrue ? "true" : "false")
        return isTrue
    }

    private mutating func enter(_ opening: UInt8) throws(Malformed) {
        skipSpace()
        try expect(opening)
        depth += 1
        guard depth <= maxDepth else { throw .depth }
    }

    private mutating func next(
        _ isFirst: inout Bool, closing: UInt8
    ) throws(Malformed) -> Bool {
        skipSpace()
        guard position < end else { throw .syntax }
        if bytes[position] == closing {
            position += 1
            depth -= 1
            return false
        }
        if !isFirst {
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        isFirst = false
        return true
    }

    private mutating func skipSpace() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func expect(_ byte: UInt8) throws(Malformed) {
        guard position < end, bytes[position] == byte else { throw .syntax }
        position += 1
    }

    private mutating func literal(_ word: StaticString) throws(Malformed) {
        let isMatch = word.withUTF8Buffer { word in
            position + word.count <= end
                && bytes[position..<position + word.count].elementsEqual(word)
        }
        guard isMatch else { throw .syntax }
        position += word.utf8CodeUnitCount
    }
}

// MARK: - Numbers and strings

extension JSONScanner {
    /// Consumes a number; `-0`, fractions and exponents included.
    mutating func number() throws(Malformed) -> Range<Int> {
        skipSpace()
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return start..<position
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func digits() throws(Malformed) {
        let start = position
        while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
        guard position > start else { throw .syntax }
    }

    /// Consumes a string.
    mutating func string() throws(Malformed) -> JSONString {
        skipSpace()
        try expect(UInt8(ascii: "\""))
        let start = position
        var length = 0
        var hasEscapes = false
        while position < end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return JSONString(
                    range: start..<position - 1, hasEscapes: hasEscapes, length: length)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape()
            case 0x20..<0x80: position += 1
            case 0x80...: try skipSequence(byte)
            default: throw .syntax
            }
            length += 1
        }
        throw .syntax
    }

    /// One escape, or the two that make up a surrogate pair; a lone surrogate is no text.
    private mutating func skipEscape() throws(Malformed) {
        position += 1
        guard position < end else { throw .syntax }
        let letter = bytes[position]
        position += 1
        guard letter == UInt8(ascii: "u") else {
            guard JSONString.escape(letter) != nil else { throw .syntax }
            return
        }
        let unit = try hexUnit()
        switch unit {
        case 0xD800..<0xDC00:
            try expect(UInt8(ascii: "\\"))
            try expect(UInt8(ascii: "u"))
            guard (0xDC00..<0xE000).contains(try hexUnit()) else { throw .syntax }
        case 0xDC00..<0xE000: throw .syntax
        default: return
        }
    }

    private mutating func hexUnit() throws(Malformed) -> UInt32 {
        guard position + 4 <= end, let unit = JSONString.hexUnit(bytes, at: position) else {
            throw .syntax
        }
        position += 4
        return unit
    }

    /// One UTF-8 sequence of two bytes or more: no overlong forms, no surrogates, no more than
    /// U+10FFFF (Unicode 15, table 3-7).
    private mutating func skipSequence(_ lead: UInt8) throws(Malformed) {
        let second: ClosedRange<UInt8>
        let count: Int
        switch lead {
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: throw .syntax
        }
        guard position + count <= end, second.contains(bytes[position + 1]) else { throw .syntax }
        for offset in 2..<max(count, 2) {
            guard (0x80...0xBF).contains(bytes[position + offset]) else { throw .syntax }
        }
        position += count
    }
}
