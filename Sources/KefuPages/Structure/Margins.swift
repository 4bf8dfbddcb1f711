/// The margins of each line of a column: those of its block where that is set narrower.
struct Margins {
    private let column: ColumnShape
    private var shapes: [Int: ColumnShape] = [:]

    init(_ parts: [Part], column: ColumnShape) {
        self.column = column
        var block: [(index: Int, row: Row)] = []
        for (index, part) in parts.enumerated() {
            guard case .line(let row) = part else {
                close(&block)
                continue
            }
            if let last = block.last?.row, !Self.isBeside(row, last) { close(&block) }
            block.append((index, row))
        }
        close(&block)
    }

    func shape(at index: Int) -> ColumnShape { shapes[index] ?? column }

    private static func isBeside(_ row: Row, _ last: Row) -> Bool {
        abs(row.box.left - last.box.left) <= 0.6 * row.size && row.size == last.size
    }

    /// Narrower lines count as a block of their own when most of them are full.
    private mutating func close(_ block: inout [(index: Int, row: Row)]) {
        defer { block = [] }
        guard block.count >= 3 else { return }
        let rows = block.map(\.row)
        let right = rows.map(\.box.right).max() ?? column.right
        let size = rows[0].size
        let full = rows.filter { $0.box.right >= right - 2.5 * size }.count
        let left = rows.map(\.box.left).min() ?? column.left
        guard right < column.right - 2 * size, full * 5 >= rows.count * 3,
            right - left >= 10 * size
        else { return }
        for (index, _) in block {
            shapes[index] = ColumnShape(left: left, right: right, step: column.step)
        }
    }
}
