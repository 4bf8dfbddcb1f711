/// Which kind of JSON file a text is, by its first lines.
enum JSONShape {
    /// One value.
    case document
    /// One value a line.
    case lines
    /// A single object on a single line.
    case either
    case none

    init(of source: Source) {
        let bytes = source.text.bytes
        var lines = LineReader(bytes)
        let isProse = ["md", "markdown"].contains(source.ending)
        guard let first = lines.nextFilled(), !isProse,
            Self.opensJSON(bytes, at: first.range.lowerBound)
        else {
            self = .none
            return
        }
        guard bytes[first.range.lowerBound] == UInt8(ascii: "{") else {
            self = .document
            return
        }
        let namedLines = JSONLinesImporter().endings.contains(source.ending)
        let second = lines.nextFilled()
        if Self.isWhole(first.range, of: bytes) {
            self = second != nil ? .lines : .either
        } else {
            self = namedLines ? .lines : .document
        }
    }

    /// Whether a text begins as a JSON object or array does, and prose hardly ever.
    private static func opensJSON(_ bytes: ByteView, at start: Int) -> Bool {
        let bracket = bytes[start]
        let next = bytes[(start + 1)...].first { !$0.isJSONSpace }
        switch bracket {
        case UInt8(ascii: "{"):
            return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") || next == nil
        case UInt8(ascii: "["):
            return next == nil || [UInt8]("{[]\"".utf8).contains(next ?? 0)
        default:
            return false
        }
    }

    private static func isWhole(_ line: Range<Int>, of bytes: ByteView) -> Bool {
        var reader = JSONReader(bytes, at: line.lowerBound)
        do {
            try reader.skip()
            return reader.position == line.upperBound
        } catch {
            return false
        }
    }
}

extension UInt8 {
    /// White space in the sense of JSON.
    var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
