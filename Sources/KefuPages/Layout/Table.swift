/// A table as a page shows it.
struct Table: Sendable, Hashable {
    /// Empty when its first row is no header.
    var header: [String]
    var rows: [[String]]
    /// Where its columns begin, from the left.
    let edges: [Double]
    let box: Box

    /// Whether a table below, without header, goes on with this one's columns.
    func isContinued(by next: Table) -> Bool {
        edges.count == next.edges.count
            && zip(edges, next.edges).allSatisfy { abs($0 - $1) <= 6 }
    }
}

/// The cells of a table from rows of fragments and the gutters between its columns.
struct TableBuilder {
    private struct Cell {
        var text = ""
        var isBold = true

        mutating func add(_ more: Cell) {
            if more.text.isEmpty { return }
            text = text.isEmpty ? more.text : Joining.joined(text, more.text)
            isBold = isBold && more.isBold
        }
    }

    private let gutters: [ClosedRange<Double>]
    private let rows: [Row]

    init(_ rows: [Row], gutters: [ClosedRange<Double>]) {
        self.rows = rows
        self.gutters = gutters
    }

    func table() -> Table? {
        guard let box = rows.box else { return nil }
        var body = isSpaced ? spacedRows() : denseRows()
        body.removeAll { row in row.allSatisfy(\.text.isEmpty) }
        guard body.count >= 2 else { return nil }
        let header = isHeader(body) ? body.removeFirst().map(\.text) : []
        return Table(header: header, rows: body.map { $0.map(\.text) }, edges: edges, box: box)
    }

    /// The column of a fragment: that in which it begins.
    private func column(of fragment: Fragment) -> Int {
        gutters.prefix { $0.lowerBound <= fragment.box.left }.count
    }

    private func cells(of row: Row) -> [Cell] {
        var cells = [Cell](repeating: Cell(), count: gutters.count + 1)
        for fragment in row.fragments {
            cells[column(of: fragment)].add(Cell(text: fragment.text, isBold: fragment.isBold))
        }
        return cells
    }

    private var edges: [Double] {
        var edges = [Double](repeating: .infinity, count: gutters.count + 1)
        for fragment in rows.flatMap(\.fragments) {
            let column = column(of: fragment)
            edges[column] = min(edges[column], fragment.box.left)
        }
        return edges
    }

    /// From the middle of each line to that of the next.
    private var steps: [Double] {
        zip(rows, rows.dropFirst()).map { $1.box.middle - $0.box.middle }
    }

    /// The distance between the lines of one cell.
    private var lineStep: Double {
        let size = rows.map(\.size).max() ?? 1
        return max(steps.min() ?? 0, size)
    }

    /// Whether rows stand further apart than the lines of a cell.
    private var isSpaced: Bool { steps.contains { $0 > 1.25 * lineStep } }

    /// Rows that are told by the gaps between them.
    private func spacedRows() -> [[Cell]] {
        var body: [[Cell]] = []
        let limit = 1.25 * lineStep
        for (index, line) in rows.map(cells).enumerated() {
            if index == 0 || steps[index - 1] > limit {
                body.append(line)
            } else {
                for column in line.indices { body[body.count - 1][column].add(line[column]) }
            }
        }
        return body
    }

    /// Rows without gaps: each line of the first column begins one. The lines of another cell begin
    /// beside it or, where cells are centred, lie around it.
    private func denseRows() -> [[Cell]] {
        var columns = [[Fragment]](repeating: [], count: gutters.count + 1)
        for fragment in rows.flatMap(\.fragments) { columns[column(of: fragment)].append(fragment) }
        let anchors = Row.grouped(columns[0]).map(\.box.middle)
        guard !anchors.isEmpty else { return rows.map(cells) }
        var body = anchors.map { _ in [Cell](repeating: Cell(), count: columns.count) }
        for (index, column) in columns.enumerated() {
            let lines = Row.grouped(column)
            let places = CellAlignment(anchors, step: lineStep).rows(of: lines.map(\.box.middle))
            for (line, place) in zip(lines, places) {
                body[place][index].add(Cell(text: line.text, isBold: line.isBold))
            }
        }
        return body
    }

    private func isHeader(_ body: [[Cell]]) -> Bool {
        let first = body[0]
        guard first.filter({ !$0.text.isEmpty }).count * 2 > first.count else { return false }
        let boldRest = body.dropFirst().filter { row in row.allSatisfy(\.isBold) }.count
        if first.allSatisfy(\.isBold), boldRest == 0 { return true }
        guard first.allSatisfy({ Script.width(of: $0.text) <= 12 }) else { return false }
        if first.contains(where: { TableWords.isHeader($0.text) }) { return true }
        return first.count >= 3 && !first.contains { $0.text.contains(where: \.isNumber) }
    }
}

/// Finds the rows of a table to which the lines of a column belong, from their heights on the page.
struct CellAlignment {
    /// Where the rows' first cells are, from the top.
    private let anchors: [Double]
    private let step: Double

    init(_ anchors: [Double], step: Double) {
        self.anchors = anchors
        self.step = step
    }

    /// The row of each line, lines from the top.
    func rows(of lines: [Double]) -> [Int] {
        isCentred(lines) ? centred(lines) : hanging(lines)
    }

    /// Cells of two lines lie half a line above and below the middle of the row.
    private func isCentred(_ lines: [Double]) -> Bool {
        lines.contains { line in
            let nearest = anchors.map { abs($0 - line) }.min() ?? 0
            return nearest > 0.35 * step && nearest < 0.65 * step
        }
    }

    private func hanging(_ lines: [Double]) -> [Int] {
        lines.map { line in max(0, anchors.prefix { $0 <= line + 0.35 * step }.count - 1) }
    }

    /// To each row as many lines as bring their middle closest to its own.
    private func centred(_ lines: [Double]) -> [Int] {
        var places: [Int] = []
        for (row, anchor) in anchors.enumerated() {
            let first = places.count
            let isLast = row == anchors.count - 1
            var best = (count: 0, distance: 0.6 * step)
            var sum = 0.0
            for index in first..<max(first, lines.count) {
                if !isLast, lines[index] >= anchors[row + 1] { break }
                sum += lines[index]
                let distance = abs(sum / Double(index - first + 1) - anchor)
                if distance < best.distance { best = (index - first + 1, distance) }
            }
            places += [Int](repeating: row, count: best.count)
            // Lines that no row claims stay with the row above them.
            while !isLast, places.count < lines.count,
                lines[places.count] < anchors[row + 1] - 1.6 * step
            {
                places.append(row)
            }
        }
        let rest = [Int](repeating: anchors.count - 1, count: lines.count - places.count)
        return places + rest
    }
}

/// Words that name columns.
private enum TableWords {
    private static let headers: Set<String> = [
        "问题", "答案", "项目", "参数", "名称", "型号", "内容", "说明", "数值", "规格", "序号",
        "描述", "单位", "功能", "备注", "类别", "类型", "编号", "原因", "解决方法", "处理方法",
        "故障现象", "故障代码", "软件包", "命令", "item", "value", "name", "question", "answer",
        "description", "parameter", "option", "command", "model", "meaning", "package", "type",
        "unit", "no.", "cause", "solution", "code", "field",
    ]

    static func isHeader(_ text: String) -> Bool { headers.contains(text.lowercased()) }
}
