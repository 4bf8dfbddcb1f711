/// A paragraph under way.
struct WordParagraph {
    var text = ""
    var style: String?
    /// Of its own; it wins over that of the style. 9 is text.
    var outlineLevel: Int?
    var numbering: ListReference?
    /// The notes that it refers to, in order, with the signs that stand for them.
    var notes: [(sign: String, text: String)] = []
    /// Characters in bold runs, and in all.
    private(set) var boldCount = 0
    private(set) var count = 0

    mutating func append(_ piece: String, isBold: Bool) {
        text += piece
        let letters = piece.unicodeScalars.count { $0.value > 0x20 }
        count += letters
        if isBold { boldCount += letters }
    }

    /// Whether all of it is bold: how headings look that nobody marked as such.
    var isBold: Bool { count > 0 && boldCount == count }
}

/// A table under way.
struct WordTable {
    struct Cell {
        var text = ""
        var span = 1
        /// Whether it continues the cell above it.
        var continues = false
    }

    struct Row {
        var cells: [Cell] = []
        var isHeader = false
        var isDeleted = false
    }

    var rows: [Row] = []
    var row = Row()
    var cell = Cell()

    mutating func endCell() {
        row.cells.append(cell)
        cell = Cell()
    }

    mutating func endRow() {
        if !row.isDeleted, !row.cells.isEmpty { rows.append(row) }
        row = Row()
    }

    /// The rows as a grid, in which every column of a merged cell has its text; `continued` are the
    /// columns that continue one to the left.
    func grid() -> [(texts: [String], continued: [Int])] {
        var above: [String] = []
        return rows.map { row in
            var texts: [String] = []
            var continued: [Int] = []
            for cell in row.cells {
                let column = texts.count
                let text = cell.continues && column < above.count ? above[column] : cell.text
                for offset in 0..<min(max(cell.span, 1), 64) where texts.count < 256 {
                    if offset > 0 { continued.append(texts.count) }
                    texts.append(text)
                }
            }
            above = texts
            return (texts, continued)
        }
    }

    /// The whole as text, for a table within a cell.
    var flat: String {
        rows.map { row in
            row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "；")
        }.joined(separator: "\n")
    }
}
