/// Walks over a JSON5 text and counts its lines.
///
/// Source: https://spec.json5.org, 1.0.0.
struct JSON5Scan {
    private let bytes: [UInt8]
    private var next = 0
    /// The line that the walk has come to, counted from 1.
    private(set) var line = 1

    /// The text is no JSON5 from here on.
    struct Malformed: Error {}

    /// Deeper nesting is not walked into: a configuration has three levels.
    private static let maxDepth = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Walks to the end.
    /// - Parameter found: called with the path of each member and element, and its line.
    mutating func document(_ found: (String, Int) -> Void) throws {
        try value(at: "", depth: 0, found)
        try skipSpace()
        guard peek == nil else { throw Malformed() }
    }

    private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

    private mutating func take() throws -> UInt8 {
        guard let byte = peek else { throw Malformed() }
        next += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        return byte
    }

    private mutating func accept(_ sign: Unicode.Scalar) throws -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        _ = try take()
        return true
    }

    private mutating func value(
        at path: String, depth: Int, _ found: (String, Int) -> Void
    ) throws {
        guard depth < Self.maxDepth else { throw Malformed() }
        try skipSpace()
        if try accept("{") {
            try members(of: path, depth, found)
        } else if try accept("[") {
            try elements(of: path, depth, found)
        } else if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
            _ = try string()
        } else {
            try literal()
        }
    }

    private mutating func members(
        of path: String, _ depth: Int, _ found: (String, Int) -> Void
    ) throws {
        while true {
            try skipSpace()
            if try accept("}") { return }
            let start = line
            let isQuoted = peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'")
            let name = isQuoted ? try string() : try word()
            let place = path.isEmpty ? name : "\(path).\(name)"
            found(place, start)
            try skipSpace()
            guard try accept(":") else { throw Malformed() }
            try value(at: place, depth: depth + 1, found)
            try skipSpace()
            if try accept(",") { continue }
            guard try accept("}") else { throw Malformed() }
            return
        }
    }

    private mutating func elements(
        of path: String, _ depth: Int, _ found: (String, Int) -> Void
    ) throws {
        var index = 0
        while true {
            try skipSpace()
            if try accept("]") { return }
            let place = "\(path)[\(index)]"
            found(place, line)
            try value(at: place, depth: depth + 1, found)
            index += 1
            try skipSpace()
            if try accept(",") { continue }
            guard try accept("]") else { throw Malformed() }
            return
        }
    }

    /// A quoted text; escapes are kept as they stand, for no key of ours needs one.
    private mutating func string() throws -> String {
        let start = line
        let mark = try take()
        var text: [UInt8] = []
        while let byte = peek, byte != mark {
            // Only behind a backslash may a text go on in the next line.
            guard byte != UInt8(ascii: "\n") else { break }
            text.append(try take())
            if byte == UInt8(ascii: "\\") { text.append(try take()) }
        }
        guard peek == mark else {
            line = start
            throw Malformed()
        }
        _ = try take()
        return String(decoding: text, as: UTF8.self)
    }

    /// A name without quotation marks.
    private mutating func word() throws -> String {
        var text: [UInt8] = []
        while let byte = peek, Self.isOfWord(byte) { text.append(try take()) }
        guard !text.isEmpty else { throw Malformed() }
        return String(decoding: text, as: UTF8.self)
    }

    /// A number, or one of the words that are values.
    private mutating func literal() throws {
        var text = try word()
        if text.first == "+" || text.first == "-" { text.removeFirst() }
        let words = ["true", "false", "null", "Infinity", "NaN"]
        let isNumber = text.first.map { $0.isASCII && ($0.isNumber || $0 == ".") } ?? false
        guard isNumber || words.contains(text) else { throw Malformed() }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: "_$+-.".utf8.contains(byte)
        }
    }

    /// Passes over white space and comments.
    private mutating func skipSpace() throws {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09...0x0D: _ = try take()
            case UInt8(ascii: "/"): try skipComment()
            default:
                guard let width = spaceWidth else { return }
                next += width
            }
        }
    }

    /// The length of a byte-order mark or no-break space that stands here.
    private var spaceWidth: Int? {
        let signs: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xC2, 0xA0]]
        return signs.first { bytes[next...].starts(with: $0) }?.count
    }

    private mutating func skipComment() throws {
        _ = try take()
        if try accept("/") {
            while let byte = peek, byte != UInt8(ascii: "\n") { _ = try take() }
        } else if try accept("*") {
            let start = line
            while !(bytes[next...].starts(with: "*/".utf8)) {
                guard peek != nil else {
                    line = start
                    throw Malformed()
                }
                _ = try take()
            }
            next += 2
        } else {
            throw Malformed()
        }
    }
}
