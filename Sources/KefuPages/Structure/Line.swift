/// A line of running text with what its column tells of it.
struct Line: Sendable {
    let text: String
    let box: Box
    let style: LineStyle
    let isCode: Bool
    let page: Int
    let column: ColumnShape

    init(_ row: Row, page: Int, column: ColumnShape) {
        text = row.text
        box = row.box
        style = LineStyle(row)
        isCode = row.isCode
        self.page = page
        self.column = column
    }

    var size: Double { max(style.size, 1) }

    /// Whether the first word of the next line would have fit on this one: it was ended on purpose.
    func hasRoom(for next: Line) -> Bool {
        box.right + next.firstWordWidth + 1.2 * size < column.right
    }

    private var firstWordWidth: Double {
        var width = 0.0
        for scalar in text.unicodeScalars {
            if scalar == " " { break }
            if Script.isWide(scalar) { return width + (width == 0 ? size : 0) }
            width += 0.5 * size
        }
        return width
    }

    var endsSentence: Bool {
        guard let last = text.last(where: { !"”’」』）)】\"'".contains($0) }) else { return false }
        return "。！？；：….!?;:".contains(last)
    }

    /// Whether something that ends so is no heading.
    var endsLikeProse: Bool {
        guard let last = text.last else { return true }
        return "。；，：,;:、…！".contains(last) || last == "." && !text.hasSuffix("etc.")
    }
}

/// The margins of a column and the usual distance between its lines.
struct ColumnShape: Sendable {
    let left: Double
    let right: Double
    /// From the middle of one line to that of the next.
    let step: Double

    init(left: Double, right: Double, step: Double) {
        self.left = left
        self.right = right
        self.step = step
    }

    init(_ rows: [Row]) {
        let lefts = rows.map(\.box.left).sorted()
        let rights = rows.map(\.box.right).sorted()
        left = lefts.isEmpty ? 0 : lefts[lefts.count / 5]
        right = rights.isEmpty ? 0 : rights[rights.count * 9 / 10]
        var steps: [Double] = []
        for (upper, lower) in zip(rows, rows.dropFirst()) where upper.size == lower.size {
            let step = lower.box.middle - upper.box.middle
            if step > 0.5 * upper.size, step < 2.2 * upper.size { steps.append(step) }
        }
        steps.sort()
        let size = rows.isEmpty ? 10 : rows[rows.count / 2].size
        step = steps.isEmpty ? 1.7 * size : steps[steps.count / 2]
    }
}
