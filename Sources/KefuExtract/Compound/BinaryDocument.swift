import KefuDomain
import KefuImport

/// A document of Word 97 to 2003: its main text with headings and tables.
///
/// Source: [MS-DOC]. The text lies in pieces; what a paragraph is lies in pages of 512 bytes that
/// are looked up by where the paragraph's mark is in the file.
struct BinaryDocument {
    private let main: [UInt8]
    private let pieces: [Piece]
    private let paragraphs: ParagraphMarks
    private let length: Int

    private struct Piece {
        let first: Int
        let end: Int
        let place: Int
        let isWide: Bool
    }

    private static let mostPieces = 200_000

    /// - Parameters:
    ///   - main: the stream `WordDocument`.
    ///   - stream: gives the other streams by name.
    /// - Throws: `ErrorCode.unreadable` for one that needs a password or is older than Word 97.
    init(_ main: [UInt8], stream: (String) -> [UInt8]?) throws {
        guard main.word(0) == 0xA5EC, let version = main.word(2), version >= 0xC1,
            let flags = main.word(10), let length = main.long(0x4C)
        else { throw KefuError.broken("DOC") }
        if flags & 0x0100 != 0 { throw KefuError.encrypted("DOC") }
        guard let table = stream(flags & 0x0200 != 0 ? "1Table" : "0Table"),
            let place = main.long(0x1A2), let size = main.long(0x1A6)
        else { throw KefuError.broken("DOC") }
        self.main = main
        self.length = length
        pieces = Self.pieces(in: table.bytes(place, size))
        guard !pieces.isEmpty else { throw KefuError.broken("DOC") }
        paragraphs = ParagraphMarks(
            main, table.bytes(main.long(0x102) ?? 0, main.long(0x106) ?? 0))
    }

    /// Behind blocks that do not matter here, the list of pieces.
    private static func pieces(in list: ArraySlice<UInt8>) -> [Piece] {
        var place = 0
        while list.byte(place) == 1, let size = list.word(place + 1) { place += 3 + size }
        guard list.byte(place) == 2, let size = list.long(place + 1) else { return [] }
        let count = min((size - 4) / 12, mostPieces)
        guard count > 0 else { return [] }
        let body = list.bytes(place + 5, size)
        return (0..<count).compactMap { index in
            guard let first = body.long(4 * index), let end = body.long(4 * index + 4),
                let code = body.long(4 * (count + 1) + 8 * index + 2), first < end
            else { return nil }
            let isWide = code & 0x4000_0000 == 0
            let offset = code & 0x3FFF_FFFF
            return Piece(
                first: first, end: end, place: isWide ? offset : offset / 2, isWide: isWide)
        }
    }

    func read(into sink: @escaping EventSink) throws {
        var reader = Reader(sink)
        var taken = 0
        for piece in pieces {
            for index in 0..<(piece.end - piece.first) {
                guard taken < length else { break }
                taken += 1
                let place = piece.place + index * (piece.isWide ? 2 : 1)
                guard let unit = piece.isWide ? main.word(place) : main.byte(place) else { break }
                let code = piece.isWide ? unit : Latin.code(unit)
                try reader.take(UInt16(truncatingIfNeeded: code)) { paragraphs.mark(at: place) }
            }
        }
        try reader.finish()
    }

    /// Puts characters together to paragraphs and rows.
    private struct Reader {
        private let sink: EventSink
        private var places = TextPlaces()
        private var units: [UInt16] = []
        private var cells: [String] = []
        private var isInTable = false
        /// Depth of fields, and of those whose code, not result, is being read.
        private var fields: [Bool] = []

        init(_ sink: @escaping EventSink) {
            self.sink = sink
        }

        mutating func take(_ unit: UInt16, _ mark: () -> ParagraphMarks.Mark) throws {
            switch unit {
            case 0x13: fields.append(true)
            case 0x14: if !fields.isEmpty { fields[fields.count - 1] = false }
            case 0x15: _ = fields.popLast()
            case 0x0D: try endParagraph(mark())
            case 0x07: try endCell(mark())
            case 0x0B, 0x0C: units.append(0x0A)
            case 0x1E: units.append(0x2D)
            case 0x09, 0x20...: if !fields.contains(true) { units.append(unit) }
            default: break
            }
        }

        mutating func finish() throws {
            try endParagraph(ParagraphMarks.Mark())
            try endTable()
        }

        private mutating func text() -> String {
            defer { units = [] }
            let text = String(decoding: units, as: UTF16.self)
            return String(
                text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
                    .reversed())
        }

        private mutating func endParagraph(_ mark: ParagraphMarks.Mark) throws {
            if mark.isInTable {
                // Another paragraph of the same cell.
                if !units.isEmpty { units.append(0x0A) }
                return
            }
            let text = text()
            if text.isEmpty { return }
            try endTable()
            let place = places.paragraph()
            if let level = mark.level, text.count <= 200 {
                try sink(.block(ExtractedBlock(.heading, level: level, text, place: place)))
            } else {
                try sink(.block(ExtractedBlock(.paragraph, text, place: place)))
            }
        }

        private mutating func endCell(_ mark: ParagraphMarks.Mark) throws {
            guard mark.endsRow else {
                cells.append(text())
                return
            }
            units = []
            if !isInTable {
                places.beginTable()
                try sink(.table(ExtractedTable()))
            }
            isInTable = true
            try sink(.row(ExtractedRow(cells, place: places.row())))
            cells = []
        }

        private mutating func endTable() throws {
            if isInTable { try sink(.endTable) }
            isInTable = false
            cells = []
        }
    }
}

/// The characters of Windows code page 1252 that Unicode has elsewhere.
private enum Latin {
    private static let upper = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".utf16)

    static func code(_ byte: Int) -> Int {
        (0x80...0x9F).contains(byte) ? Int(upper[byte - 0x80]) : byte
    }
}
