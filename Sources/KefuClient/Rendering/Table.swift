/// Rows in aligned columns; Chinese counts two columns a character.
struct Table {
    /// How a column places its cells.
    enum Alignment: Sendable { case left, right }

    /// One cell: its text, and the tone it is painted in.
    struct Cell {
        let text: String
        var tone: Tone?

        init(_ text: String, _ tone: Tone? = nil) {
            self.text = text
            self.tone = tone
        }
    }

    private let alignments: [Alignment]
    private var rows: [[Cell]] = []
    private let gap = 2

    init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row; cells beyond the columns are left out.
    mutating func add(_ cells: [Cell]) {
        rows.append(Array(cells.prefix(alignments.count)))
    }

    /// The table without the columns in which no row has anything.
    var withoutEmptyColumns: Table {
        let kept = alignments.indices.filter { column in
            rows.contains { $0.indices.contains(column) && !$0[column].text.isEmpty }
        }
        var table = Table(kept.map { alignments[$0] })
        for row in rows {
            table.add(kept.map { row.indices.contains($0) ? row[$0] : Cell("") })
        }
        return table
    }

    /// The lines, each within the width: the last column gives way where there is too little room.
    /// - Parameter wraps: whether text too long for it goes on below instead of being cut.
    func lines(_ look: Look, indent: Int = 0, wraps: Bool = false) -> [String] {
        var widths = [Int](repeating: 0, count: alignments.count)
        for row in rows {
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], DisplayWidth.of(clean(cell)))
            }
        }
        fit(&widths, into: look.width - indent)
        var lines: [String] = []
        for row in rows {
            let rest = wraps ? overflow(row, widths) : []
            var first = row
            if let begin = rest.first, let last = row.last {
                first[first.count - 1] = Cell(begin, last.tone)
            }
            lines.append(line(first, widths, look, indent))
            for text in rest.dropFirst() {
                let blank = row.dropLast().map { _ in Cell("") }
                lines.append(line(blank + [Cell(text, row.last?.tone)], widths, look, indent))
            }
        }
        return lines
    }

    private func fit(_ widths: inout [Int], into width: Int) {
        guard let last = widths.indices.last else { return }
        let others = widths.dropLast().reduce(0) { $0 + $1 + gap }
        widths[last] = min(widths[last], max(8, width - others))
    }

    /// The lines of a row's last cell where it is wider than its column.
    private func overflow(_ row: [Cell], _ widths: [Int]) -> [String] {
        guard row.count == widths.count, let cell = row.last, let width = widths.last,
            DisplayWidth.of(clean(cell)) > width
        else { return [] }
        return Wrapping.lines(of: clean(cell), width: width)
    }

    private func line(_ row: [Cell], _ widths: [Int], _ look: Look, _ indent: Int) -> String {
        var line = spaces(indent)
        for (column, cell) in row.enumerated() {
            let text = Wrapping.cut(clean(cell), to: widths[column])
            let padding = spaces(widths[column] - DisplayWidth.of(text))
            let painted = cell.tone.map { look.paint(text, $0) } ?? text
            if column > 0 { line += spaces(gap) }
            line += alignments[column] == .left ? painted + padding : padding + painted
        }
        return line.trimmingRight
    }

    private func clean(_ cell: Cell) -> String { Cleaning.forTerminal(cell.text) }
}
