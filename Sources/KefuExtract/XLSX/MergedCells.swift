/// Carries the text of merged cells into every cell that they cover.
struct MergedCells {
    /// By their first row.
    private let ranges: [CellRange]
    private var next = 0
    /// Those that cover the present row, with their text.
    private var open: [(range: CellRange, text: String)] = []

    private static let maxWidth = 64
    private static let maxColumn = 512

    init(_ ranges: [CellRange]) {
        self.ranges = ranges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    }

    /// Fills the covered cells of a row; rows come in their order. A row that has nothing of its own
    /// stays empty.
    /// - Returns: the cells, by index, that only continue one to the left of them.
    mutating func fill(_ cells: inout [String], row: Int) -> [Int] {
        open.removeAll { $0.range.rows.upperBound < row }
        begin(cells, row: row)
        let hasOwn = cells.contains { !$0.isEmpty }
        guard hasOwn, !open.isEmpty else {
            if !hasOwn { cells.removeAll(keepingCapacity: true) }
            return []
        }
        var continued: [Int] = []
        let width = cells.count
        for (range, text) in open where !text.isEmpty {
            // Whole rows are merged by the careless: that goes as far as the cells in use do.
            let isWide = range.columns.count > Self.maxWidth
            let last = isWide ? max(width, range.columns.lowerBound) : range.columns.upperBound
            guard last <= Self.maxColumn else { continue }
            while cells.count < last { cells.append("") }
            for column in range.columns.lowerBound...last {
                cells[column - 1] = text
                if column > range.columns.lowerBound { continued.append(column - 1) }
            }
        }
        return continued.sorted()
    }

    /// Takes up the ranges that begin here.
    private mutating func begin(_ cells: [String], row: Int) {
        while next < ranges.count, ranges[next].rows.lowerBound <= row {
            let range = ranges[next]
            next += 1
            guard range.rows.contains(row) else { continue }
            let index = range.columns.lowerBound - 1
            let isFirst = range.rows.lowerBound == row
            open.append((range, isFirst && index < cells.count ? cells[index] : ""))
        }
    }
}
