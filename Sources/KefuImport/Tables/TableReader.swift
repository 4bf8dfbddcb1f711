/// One record of a table.
struct TableRow {
    struct Cell {
        let bytes: [UInt8]
        let isQuoted: Bool
    }
    enum Fault {
        case unclosedQuote, strayQuote
    }

    var cells: [Cell] = []
    /// The lines that it spans, counted from 1.
    var lines = 1...1
    /// Counted from 1 as a spreadsheet counts: the header and empty rows included.
    var number = 1
    var fault: Fault?

    /// Whether no cell holds anything.
    var isBlank: Bool {
        cells.allSatisfy { cell in cell.bytes.allSatisfy { $0 <= 0x20 } }
    }

    /// Where a person finds it; the line is told where cells of several lines moved it.
    var place: String {
        number == lines.lowerBound ? "row \(number)" : "row \(number) (line \(lines.lowerBound))"
    }
}

/// Reads separated values (RFC 4180): quoted cells may hold separators, doubled quotes and line
/// ends; records end with `\n`, `\r\n` or `\r`.
///
/// A record whose quotes make no sense costs one line: reading goes on at its second line, so that
/// the good rows behind it are not swallowed.
struct TableReader {
    private let bytes: [UInt8]
    private let separator: [UInt8]
    private var position: Int
    private var line: Int
    private var number = 0
    /// Bytes that may be read a second time; it bounds the work for hostile files.
    private var patience = 1 << 26

    /// - Parameters:
    ///   - position: where the first record begins.
    ///   - line: the number of the line there.
    init(_ bytes: [UInt8], separator: [UInt8], from position: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.separator = separator
        self.position = position
        self.line = line
        number = line - 1
    }

    /// The next record; `nil` at the end.
    mutating func next() -> TableRow? {
        guard position < bytes.count else { return nil }
        let (start, startLine) = (position, line)
        number += 1
        var row = read()
        if row.fault != nil {
            let (end, endLine) = (position, line)
            (position, line) = (start, startLine)
            if separator == [UInt8(ascii: "\t")] {
                // Programs that separate by tabs seldom quote: the quotes are part of the text.
                row = readLiterally()
            } else {
                skipLine()
                patience -= end - position
                if patience < 0 { (position, line) = (max(end, position), max(endLine, line)) }
            }
        }
        row.number = number
        row.lines = startLine...max(startLine, line - 1)
        return row
    }

    private mutating func read() -> TableRow {
        var row = TableRow()
        while true {
            skipSpaces()
            if position < bytes.count, bytes[position] == Self.quote {
                row.cells.append(quotedCell(&row.fault))
            } else {
                row.cells.append(plainCell())
            }
            if row.fault != nil || !stepOverSeparator() { break }
        }
        if row.fault == nil { endRecord() }
        return row
    }

    private mutating func readLiterally() -> TableRow {
        var row = TableRow()
        repeat { row.cells.append(plainCell()) } while stepOverSeparator()
        endRecord()
        return row
    }

    private static let quote = UInt8(ascii: "\"")
}

// Cells and what stands between them.
extension TableReader {
    private mutating func quotedCell(_ fault: inout TableRow.Fault?) -> TableRow.Cell {
        var text: [UInt8] = []
        position += 1
        while true {
            let start = position
            while position < bytes.count, bytes[position] != Self.quote { step() }
            text.append(contentsOf: bytes[start..<position])
            guard position < bytes.count else {
                fault = .unclosedQuote
                break
            }
            position += 1
            guard position < bytes.count, bytes[position] == Self.quote else { break }
            text.append(Self.quote)
            position += 1
        }
        if fault == nil {
            skipSpaces()
            if position < bytes.count, !isLineEnd, !isSeparator { fault = .strayQuote }
        }
        return TableRow.Cell(bytes: text, isQuoted: true)
    }

    private mutating func plainCell() -> TableRow.Cell {
        let start = position
        while position < bytes.count, !isLineEnd, !isSeparator { position += 1 }
        var cell = bytes[start..<position]
        while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
        return TableRow.Cell(bytes: Array(cell), isQuoted: false)
    }

    /// Space before a cell is not part of it; a tab may be the separator.
    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    }

    private var isLineEnd: Bool { bytes[position] == 0x0A || bytes[position] == 0x0D }

    private var isSeparator: Bool {
        guard bytes[position] == separator[0] else { return false }
        return separator.count == 1 || bytes[position...].starts(with: separator)
    }

    private mutating func stepOverSeparator() -> Bool {
        guard position < bytes.count, isSeparator else { return false }
        position += separator.count
        return true
    }

    /// Steps over one byte of a quoted cell.
    private mutating func step() {
        let byte = bytes[position]
        position += 1
        if byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A)) {
            line += 1
        }
    }

    private mutating func endRecord() {
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    private mutating func skipLine() {
        while position < bytes.count, !isLineEnd { position += 1 }
        endRecord()
    }
}
