import KefuImport

/// A table of a page that holds data.
struct PageTable {
    private(set) var caption = ""
    private(set) var rows: [ExtractedRow] = []
    /// How many of its first rows are marked as its header.
    private(set) var headerRows: Int?

    private static let placing: Set<String> = ["table", "h1", "h2", "h3", "form"]
    private static let maxCells = 1_000_000
    private static let maxColumns = 256

    /// - Returns: `nil` for a table that only places things: one that holds tables or headings, or
    ///   has a single column or row.
    init?(_ node: HTMLNode, leavingOut: (HTMLNode) -> Bool) {
        if node.holds(Self.placing, where: { !leavingOut($0) }) { return nil }
        let inside = node.descendants(where: { !leavingOut($0) })
        var grid = TableGrid()
        var marked = 0
        var isMarked = true
        for element in inside {
            switch element.name {
            case "caption": caption = Self.text(of: element, leavingOut).oneLine
            case "tr":
                let cells = Self.cells(of: element, leavingOut)
                guard !cells.isEmpty, grid.count < Self.maxCells else { continue }
                isMarked = isMarked && Self.isHeader(element, cells)
                if isMarked { marked += 1 }
                grid.append(
                    cells.map { cell in
                        TableGrid.Cell(
                            text: Self.text(of: cell, leavingOut),
                            columns: Self.span(cell, "colspan"),
                            rows: Self.span(cell, "rowspan"))
                    }, place: "line \(element.line)")
            default: break
            }
        }
        rows = grid.rows
        guard rows.count > 1, grid.width > 1 else { return nil }
        headerRows = marked > 0 && marked < rows.count ? marked : nil
    }

    private static func cells(
        of row: HTMLNode, _ leavingOut: (HTMLNode) -> Bool
    ) -> [HTMLNode] {
        var cells: [HTMLNode] = []
        var next = row.firstChild
        while let cell = next {
            if cell.name == "td" || cell.name == "th", !leavingOut(cell) { cells.append(cell) }
            next = cell.next
        }
        return cells
    }

    private static func isHeader(_ row: HTMLNode, _ cells: [HTMLNode]) -> Bool {
        row.parent?.name == "thead" || cells.allSatisfy { $0.name == "th" }
    }

    private static func span(_ cell: HTMLNode, _ name: String) -> Int {
        min(max(cell[name].flatMap { Int($0) } ?? 1, 1), maxColumns)
    }

    private static func text(of cell: HTMLNode, _ leavingOut: (HTMLNode) -> Bool) -> String {
        var text = FlowText()
        let blocks: Set<String> = ["p", "div", "li", "br", "pre"]
        cell.visit(
            enter: { node in
                if leavingOut(node) { return false }
                if blocks.contains(node.name) { text.breakLine() }
                if let piece = node.ownText { text.append(piece) }
                return true
            },
            leave: { node in if blocks.contains(node.name), node.name != "br" { text.breakLine() } }
        )
        return text.take().split(separator: "\n").joined(separator: "\n")
    }
}

/// Lays out cells that cover several columns and rows.
struct TableGrid {
    struct Cell {
        let text: String
        let columns: Int
        let rows: Int
    }

    private(set) var rows: [ExtractedRow] = []
    private(set) var width = 0
    /// Cells in all.
    private(set) var count = 0
    /// What reaches down from the rows above, by column.
    private var hanging: [Int: (text: String, rows: Int, continues: Bool)] = [:]

    private static let maxColumns = 256

    mutating func append(_ cells: [Cell], place: String) {
        var texts: [String] = []
        var continued: [Int] = []
        for cell in cells {
            fillHanging(&texts, &continued)
            for offset in 0..<cell.columns where texts.count < Self.maxColumns {
                if offset > 0 { continued.append(texts.count) }
                if cell.rows > 1 { hanging[texts.count] = (cell.text, cell.rows, offset > 0) }
                texts.append(cell.text)
            }
        }
        fillHanging(&texts, &continued)
        for (column, cell) in hanging {
            hanging[column] = cell.rows > 1 ? (cell.text, cell.rows - 1, cell.continues) : nil
        }
        width = max(width, texts.count)
        count += texts.count
        rows.append(ExtractedRow(texts, continued: continued, place: place))
    }

    private func fillHanging(_ texts: inout [String], _ continued: inout [Int]) {
        while texts.count < Self.maxColumns, let cell = hanging[texts.count] {
            if cell.continues { continued.append(texts.count) }
            texts.append(cell.text)
        }
    }
}
