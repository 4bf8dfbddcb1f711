/// One record of a table.
struct TableRow {
    struct Cell {
        let bytes: [UInt8]
        let isQuoted: Bool
    }
    enum Fault {
        case unclosedQuote, strayQuote, tooLong
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
    private let bytes: ByteView
    private let end: Int
    private let separator: [UInt8]
    private var position: Int
    private var line: Int
    private var number = 0
    /// Where the record that is read begins.
    private var start = 0
    /// Bytes that may be read a second time; it bounds the work for hostile files.
    private var patience = 1 << 26

    /// - Parameters:
    ///   - position: where the first record begins.
    ///   - line: the number of the line there.
    init(_ bytes: ByteView, separator: [UInt8], from position: Int = 0, line: Int = 1) {
        self.bytes = bytes
        end = bytes.endIndex
        self.separator = separator
        self.position = position
        self.line = line
        number = line - 1
    }

    /// A record of more bytes is refused: its texts would be longer than any may be.
    static let longestRecord = 1 << 23

    /// The next record; `nil` at the end.
    mutating func next() -> TableRow? {
        guard position < end else { return nil }
        let startLine = line
        start = position
        number += 1
        var row = read()
        if row.fault != nil {
            let (reached, lineReached) = (position, line)
            (position, line) = (start, startLine)
            if separator == [UInt8(ascii: "\t")], row.fault != .tooLong {
                // Programs that separate by tabs seldom quote: the quotes are part of the text.
                row = readLiterally()
            } else {
                skipLine()
                patience -= reached - position
                if patience < 0 {
                    (position, line) = (max(reached, position), max(lineReached, line))
                }
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
            if position < end, bytes[position] == Self.quote {
                row.cells.append(quotedCell(&row.fault))
            } else {
                row.cells.append(plainCell(&row.fault))
            }
            if row.fault != nil || !stepOverSeparator() { break }
        }
        if row.fault == nil { endRecord() }
        return row
    }

    private mutating func readLiterally() -> TableRow {
        var row = TableRow()
        repeat {
            row.cells.append(plainCell(&row.fault))
        } while row.fault == nil && stepOverSeparator()
        if row.fault == nil { endRecord() } else { skipLine() }
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
            let from = position
            while position < end, bytes[position] != Self.quote, !isTooLong { step() }
            text += bytes.array(from..<position)
            guard position < end, !isTooLong else {
                fault = position < end ? .tooLong : .unclosedQuote
                break
            }
            position += 1
            guard position < end, bytes[position] == Self.quote else { break }
            text.append(Self.quote)
            position += 1
        }
        if fault == nil {
            skipSpaces()
            if position < end, !isLineEnd, !isSeparator { fault = .strayQuote }
        }
        return TableRow.Cell(bytes: text, isQuoted: true)
    }

    private mutating func plainCell(_ fault: inout TableRow.Fault?) -> TableRow.Cell {
        let from = position
        while position < end, !isLineEnd, !isSeparator, !isTooLong { position += 1 }
        if position < end, isTooLong { fault = .tooLong }
        var cell = bytes.array(from..<position)
        while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
        return TableRow.Cell(bytes: cell, isQuoted: false)
    }

    private var isTooLong: Bool { position - start > Self.longestRecord }

    /// Space before a cell is not part of it; a tab may be the separator.
    private mutating func skipSpaces() {
        while position < end, bytes[position] == 0x20 { position += 1 }
    }

    private var isLineEnd: Bool { bytes[position] == 0x0A || bytes[position] == 0x0D }

    private var isSeparator: Bool {
        guard bytes[position] == separator[0] else { return false }
        return separator.count == 1 || bytes[position...].starts(with: separator)
    }

    private mutating func stepOverSeparator() -> Bool {
        guard position < end, isSeparator else { return false }
        position += separator.count
        return true
    }

    /// Steps over one byte of a quoted cell.
    private mutating func step() {
        let byte = bytes[position]
        position += 1
        if byte == 0x0A || (byte == 0x0D && !(position < end && bytes[position] == 0x0A)) {
            line += 1
        }
    }

    private mutating func endRecord() {
        if position < end, bytes[position] == 0x0D { position += 1 }
        if position < end, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    private mutating func skipLine() {
        while position < end, !isLineEnd { position += 1 }
        endRecord()
    }
}
