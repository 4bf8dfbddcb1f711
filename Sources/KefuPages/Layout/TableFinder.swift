/// A part of a column: a line of text, or a table.
enum Part: Sendable {
    case line(Row)
    case table(Table)
}

/// Finds the tables in a column of text: rows whose fragments leave the same gutters free.
enum TableFinder {
    /// Rows that lie further apart, in font sizes, are not of one table.
    private static let widestStep = 2.4
    /// What the rows of a table leave free between its columns, in font sizes.
    private static let narrowestGutter = 0.6

    static func parts(of rows: [Row]) -> [Part] {
        var parts: [Part] = []
        var index = 0
        while index < rows.count {
            if let (table, end) = table(from: index, in: rows) {
                parts.append(.table(table))
                index = end
            } else {
                parts.append(.line(rows[index]))
                index += 1
            }
        }
        return parts
    }

    private static func table(from start: Int, in rows: [Row]) -> (Table, end: Int)? {
        guard isCellRow(rows[start]) else { return nil }
        // The fullest of the first rows shows the columns best: a header may span several.
        let head = rows[start..<min(rows.count, start + 4)].prefix(while: isCellRow)
        let fullest = head.indices.max { one, other in
            (rows[one].fragments.count, other) < (rows[other].fragments.count, one)
        }
        guard let fullest else { return nil }
        var gutters = gaps(of: rows[fullest])
        if fullest > start {
            for row in rows[start..<fullest] {
                let kept = narrowed(gutters, by: row)
                if kept.count == gutters.count { gutters = kept }
            }
        }
        let end = extend(from: fullest, in: rows, &gutters, start: start)
        let run = Array(rows[start..<end])
        let cellRows = run.filter { $0.fragments.count > 1 }.count
        guard cellRows >= 2, run.filter(\.isCode).count * 2 < run.count else { return nil }
        guard let table = TableBuilder(run, gutters: gutters).table() else { return nil }
        return (table, end)
    }

    private static func isCellRow(_ row: Row) -> Bool {
        row.fragments.count > 1 && !ContentsLine.matches(row.text)
    }

    /// Takes rows as long as they leave the gutters free; behind the last one.
    private static func extend(
        from seed: Int, in rows: [Row], _ gutters: inout [ClosedRange<Double>], start: Int
    ) -> Int {
        var end = seed + 1
        var cellRows = rows[start..<end].count
        while end < rows.count {
            let row = rows[end]
            let step = row.box.top - rows[end - 1].box.bottom
            guard step <= widestStep * max(row.size, 1), !ContentsLine.matches(row.text) else {
                break
            }
            let kept = narrowed(gutters, by: row)
            if kept.isEmpty || (kept.count < gutters.count && cellRows >= 3) { break }
            gutters = kept
            cellRows += row.fragments.count > 1 ? 1 : 0
            end += 1
        }
        // Text below the table that is shorter than its first column.
        while end > seed + 1, rows[end - 1].fragments.count == 1,
            rows[end - 1].box.left < gutters[0].lowerBound
        {
            end -= 1
        }
        return end
    }

    private static func gaps(of row: Row) -> [ClosedRange<Double>] {
        var gaps: [ClosedRange<Double>] = []
        for (left, right) in zip(row.fragments, row.fragments.dropFirst())
        where left.box.right < right.box.left {
            gaps.append(left.box.right...right.box.left)
        }
        return gaps
    }

    /// The gutters as far as a row leaves them free.
    private static func narrowed(
        _ gutters: [ClosedRange<Double>], by row: Row
    ) -> [ClosedRange<Double>] {
        gutters.compactMap { gutter in
            var free = [gutter]
            for fragment in row.fragments {
                free = free.flatMap { cut($0, by: fragment.box) }
            }
            let widest = free.max { width(of: $0) < width(of: $1) }
            guard let widest, width(of: widest) >= narrowestGutter * row.size else { return nil }
            return widest
        }
    }

    private static func width(of range: ClosedRange<Double>) -> Double {
        range.upperBound - range.lowerBound
    }

    private static func cut(
        _ range: ClosedRange<Double>, by box: Box
    ) -> [ClosedRange<Double>] {
        if box.right <= range.lowerBound || box.left >= range.upperBound { return [range] }
        var rest: [ClosedRange<Double>] = []
        if box.left > range.lowerBound { rest.append(range.lowerBound...box.left) }
        if box.right < range.upperBound { rest.append(box.right...range.upperBound) }
        return rest
    }
}
