import KefuImport

/// Lays out the rows of a table in an OpenDocument file, whose merged cells leave marked gaps.
struct OpenTable {
    private(set) var name: String
    /// Whether the file hides it.
    let isHidden: Bool
    /// The number of the present row, from 1.
    private(set) var number = 0
    /// Rows that are marked as the header so far.
    private(set) var headerRows = 0
    var isInHeader = false

    private var texts: [String] = []
    private var continued: [Int] = []
    private var hiddenColumns: Set<Int> = []
    private var columnCount = 0
    /// What reaches into the cells to the right and below, by column.
    private var covers: [Int: (text: String, rows: Int, continues: Bool)] = [:]
    private var cell = Cell()
    private var rowRepeat = 1

    private static let maxColumns = 512

    private struct Cell {
        var text = ""
        var columns = 1
        var rows = 1
        var copies = 1
        var isCovered = false
    }

    init(name: String, isHidden: Bool) {
        self.name = name
        self.isHidden = isHidden
    }

    mutating func column(_ attributes: XMLAttributes) {
        let count = min(Self.number(attributes["number-columns-repeated"]), Self.maxColumns)
        if attributes["visibility"] == "collapse" {
            for column in columnCount..<(columnCount + count) { hiddenColumns.insert(column) }
        }
        columnCount = min(columnCount + count, Self.maxColumns)
    }

    mutating func beginRow(_ attributes: XMLAttributes) {
        (texts, continued) = ([], [])
        rowRepeat = Self.number(attributes["number-rows-repeated"])
        number += 1
    }

    mutating func beginCell(_ attributes: XMLAttributes, isCovered: Bool) {
        cell = Cell(
            columns: Self.number(attributes["number-columns-spanned"]),
            rows: Self.number(attributes["number-rows-spanned"]),
            copies: Self.number(attributes["number-columns-repeated"]), isCovered: isCovered)
    }

    mutating func append(_ text: String) {
        cell.text += (cell.text.isEmpty ? "" : "\n") + text
    }

    mutating func endCell() {
        for _ in 0..<min(cell.copies, Self.maxColumns) where texts.count < Self.maxColumns {
            let column = texts.count
            if cell.isCovered {
                if covers[column]?.continues ?? false { continued.append(column) }
                texts.append(covers[column]?.text ?? "")
                continue
            }
            texts.append(cell.text)
            guard cell.columns > 1 || cell.rows > 1 else { continue }
            for offset in 0..<min(cell.columns, Self.maxColumns - column) {
                covers[column + offset] = (cell.text, cell.rows, offset > 0)
            }
        }
    }

    /// - Returns: the row, unless it is blank; a repeated row comes once.
    mutating func endRow() -> ExtractedRow? {
        defer { number += rowRepeat - 1 }
        for (column, cover) in covers {
            covers[column] = cover.rows > 1 ? (cover.text, cover.rows - 1, cover.continues) : nil
        }
        let place = name.isEmpty ? "row \(number)" : "\(name)!A\(number)"
        while texts.last?.isEmpty ?? false { texts.removeLast() }
        continued.removeAll { $0 >= texts.count }
        if texts.isEmpty { return nil }
        if isInHeader { headerRows += 1 }
        if hiddenColumns.isEmpty { return ExtractedRow(texts, continued: continued, place: place) }
        let kept = texts.indices.filter { !hiddenColumns.contains($0) }
        return ExtractedRow(
            kept.map { texts[$0] },
            continued: kept.indices.filter { continued.contains(kept[$0]) }, place: place)
    }

    private static func number(_ text: String?) -> Int { max(1, text.flatMap { Int($0) } ?? 1) }
}
