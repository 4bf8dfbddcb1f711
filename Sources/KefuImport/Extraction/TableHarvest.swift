import KefuDomain

/// Decides what a table of a document is from its first rows, and turns its rows into entries or
/// into sentences that carry their header.
struct TableHarvest {
    /// What becomes of a row.
    enum Yield {
        case item(HarvestItem)
        case block(Block)
    }

    private enum Shape {
        case faq(TableHeader)
        /// The columns' names.
        case prose([String])
    }

    private let table: ExtractedTable
    private var waiting: [ExtractedRow] = []
    private var shape: Shape?
    private var width = 0

    /// So many rows tell what a table is.
    private static let sampleRows = 24

    init(_ table: ExtractedTable) {
        self.table = table
    }

    mutating func take(_ row: ExtractedRow) -> [Yield] {
        if row.cells.allSatisfy(isBlank) { return [] }
        guard let shape else {
            waiting.append(row)
            return waiting.count < Self.sampleRows ? [] : finish()
        }
        return yield(row, shape).map { [$0] } ?? []
    }

    /// Decides now, and gives what waited for that.
    mutating func finish() -> [Yield] {
        guard shape == nil, !waiting.isEmpty else { return [] }
        width = waiting.map { $0.filled.count }.max() ?? 0
        let rows = waiting
        waiting = []
        let (shape, captions, body) = faqShape(of: rows) ?? proseShape(of: rows)
        self.shape = shape
        var yields: [Yield] = []
        for (index, row) in rows[..<captions].enumerated() {
            let caption = caption(row, isFirst: index == 0)
            // The title of a FAQ table answers nothing.
            if case .faq = shape, case .heading = caption.kind { continue }
            yields.append(.block(caption))
        }
        for row in rows[body...] {
            if let next = yield(row, shape) { yields.append(next) }
        }
        return yields
    }

    private func yield(_ row: ExtractedRow, _ shape: Shape) -> Yield? {
        switch shape {
        case .faq(let header): .item(row.faqItem(under: header))
        case .prose(let header): prose(row, under: header).map(Yield.block)
        }
    }

    private func prose(_ row: ExtractedRow, under header: [String]) -> Block? {
        let cells = row.ownCells
        if width > 1, row.filled.count == 1, row.spans(width) {
            return caption(row, isFirst: false)
        }
        let text = RowSentence.of(cells, under: header)
        let kind: Block.Kind = width > 1 ? .row : .paragraph
        return text.isEmpty ? nil : row.block(kind, text)
    }

    /// A row that is a title of what follows.
    private func caption(_ row: ExtractedRow, isFirst: Bool) -> Block {
        let text = row.filled.joined(separator: " ")
        let isHeading = row.filled.count == 1 && TextWidth.of(text) <= 40
        if table.isSheet, isHeading {
            return row.block(.heading(level: isFirst ? 2 : 3), text)
        }
        return row.block(.paragraph, text)
    }
}

// What the first rows say. `captions` rows come before the header, the body begins at `body`.
extension TableHarvest {
    private typealias Plan = (shape: Shape, captions: Int, body: Int)

    /// A FAQ table: a header that names question and answer, or two columns of which the first asks.
    private func faqShape(of rows: [ExtractedRow]) -> Plan? {
        for (index, row) in rows.prefix(10).enumerated() {
            guard let header = TableHeader(TableRow(row)) else { continue }
            let fields = row.cells.map { FAQField.meaning(of: $0)?.field }
            let known = Set(fields.compactMap { $0 })
            let found = Set(header.columns.compactMap(\.field))
            guard found.contains(.question), found.contains(.answer), known.contains(.question),
                table.isSheet || known.contains(.answer)
            else { continue }
            return (.faq(header), index, index + 1)
        }
        return positionalShape(of: rows)
    }

    private func positionalShape(of rows: [ExtractedRow]) -> Plan? {
        guard table.isSheet, width == 2, rows.allSatisfy({ $0.cells.count <= 2 || $0.tailIsBlank }),
            let header = try? TableHeader(width: 2)
        else { return nil }
        let asks = rows.map { row in
            trimmed(row.cells[0]).last.map { $0 == "？" || $0 == "?" } ?? false
        }
        guard asks.count(where: { $0 }) * 5 >= rows.count * 3 else { return nil }
        return (.faq(header), 0, asks[0] || rows.count == 1 ? 0 : 1)
    }

    private func proseShape(of rows: [ExtractedRow]) -> Plan {
        if let marked = table.headerRows {
            let count = min(marked, rows.count - 1)
            return (.prose(header(of: rows[..<count])), 0, count)
        }
        let first = rows.prefix(6).firstIndex { row in
            row.filled.count >= 2 && row.filled.count * 5 >= width * 3
        }
        guard width > 1, let first, first + 1 < rows.count, rows[first].namesColumns else {
            return (.prose([]), 0, 0)
        }
        let isDouble = first + 2 < rows.count && rows[first].isNamed(by: rows[first + 1])
        let body = first + (isDouble ? 2 : 1)
        return (.prose(header(of: rows[first..<body])), first, body)
    }

    /// The columns' names: those of several header rows one after another, each once.
    private func header(of rows: ArraySlice<ExtractedRow>) -> [String] {
        var names = [[String]](repeating: [], count: rows.map(\.cells.count).max() ?? 0)
        for row in rows {
            for (index, cell) in row.cells.enumerated() {
                let name = oneLine(cell)
                if !name.isEmpty, names[index].last != name { names[index].append(name) }
            }
        }
        return names.map { $0.joined(separator: " ") }
    }
}

extension ExtractedRow {
    /// The cells without what only continues another.
    fileprivate var ownCells: [String] {
        var own = cells.map(trimmed)
        for index in continued where own.indices.contains(index) { own[index] = "" }
        return own
    }

    fileprivate var filled: [String] { ownCells.filter { !$0.isEmpty } }

    fileprivate var tailIsBlank: Bool { cells.dropFirst(2).allSatisfy(isBlank) }

    /// Whether one cell covers most of a table.
    fileprivate func spans(_ width: Int) -> Bool { continued.count * 2 >= width }

    /// Whether it can be a header: short texts, none a number.
    fileprivate var namesColumns: Bool {
        filled.allSatisfy { cell in
            TextWidth.of(cell) <= 40 && cell.contains(where: \.isLetter)
        }
    }

    /// Whether the next row divides groups of columns that this one names.
    fileprivate func isNamed(by next: ExtractedRow) -> Bool {
        guard !continued.isEmpty, next.namesColumns, cells.count == next.cells.count else {
            return false
        }
        return continued.allSatisfy { index in
            cells.indices.contains(index) && next.cells[index] != cells[index]
                && !isBlank(next.cells[index])
        }
    }

    fileprivate func block(_ kind: Block.Kind, _ text: String) -> Block {
        Block(kind: kind, text: text, line: 0, page: page, place: place)
    }

    fileprivate func faqItem(under header: TableHeader) -> HarvestItem {
        do throws(RowFailure) {
            return try FAQRow(TableRow(self), under: header).item(at: place)
        } catch {
            return .refused(error.refusal(at: place))
        }
    }
}

extension TableRow {
    /// A row of a document's table, as the readers of FAQ tables know rows.
    fileprivate init(_ row: ExtractedRow) {
        self.init(cells: row.ownCells.map { Cell(bytes: Array($0.utf8), isQuoted: false) })
    }
}

/// A text without line ends.
private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map(trimmed).joined(separator: " ")
}
