import KefuImport

/// The cells of one sheet.
struct BinarySheet {
    private let texts: [String]
    private let styles: BinaryStyles
    private var cells: [Int: [Int: String]] = [:]
    private var merged: [CellRange] = []
    private var hidden: Set<Int> = []
    /// The cell whose formula gives a text, which comes in the record that follows.
    private var waiting: (row: Int, column: Int)?
    private var depth = 0

    init(texts: [String], styles: BinaryStyles) {
        self.texts = texts
        self.styles = styles
    }

    mutating func read(_ records: BinaryRecords) {
        var records = records
        while let record = records.next() {
            switch record.kind {
            case .start: depth += 1
            // A chart within the sheet has an end of its own.
            case .end:
                depth -= 1
                if depth <= 0 { return }
            default: if depth == 1 { take(record) }
            }
        }
    }

    /// The rows with text, from the top.
    func rows(of sheet: String) -> [ExtractedRow] {
        var merged = MergedCells(
            self.merged.sorted { $0.rows.lowerBound < $1.rows.lowerBound })
        return cells.keys.sorted().compactMap { row in
            let found = cells[row] ?? [:]
            var line = [String](repeating: "", count: (found.keys.max() ?? -1) + 1)
            for (column, text) in found { line[column] = text }
            let continued = merged.fill(&line, row: row + 1)
            guard !line.isEmpty else { return nil }
            return ExtractedRow(line, continued: continued, place: "\(sheet)!A\(row + 1)")
        }
    }

    private mutating func take(_ record: BinaryRecords.Record) {
        let body = record.body
        switch record.kind {
        case .textCell:
            if let index = body.long(6), texts.indices.contains(index) { set(body, texts[index]) }
        case .label:
            var text = BinaryTexts([body.dropFirst(6)])
            set(body, text.next() ?? "")
        case .number: set(body, number: body.double(6))
        case .shortNumber: set(body, number: body.long(6).map(Self.number))
        case .manyNumbers: take(numbers: body)
        case .truth: if body.byte(7) == 0 { set(body, body.byte(6) == 1 ? "TRUE" : "FALSE") }
        case .formula: take(formula: body)
        case .formulaText:
            var text = BinaryTexts([body])
            if let (row, column) = waiting { set(row, column, text.next() ?? "") }
            waiting = nil
        case .merged: take(merged: body)
        case .column: hide(body)
        default: break
        }
    }

    private mutating func set(_ body: ArraySlice<UInt8>, _ text: String) {
        if let row = body.word(0), let column = body.word(2) { set(row, column, text) }
    }

    private mutating func set(_ body: ArraySlice<UInt8>, number: Double?) {
        guard let number, let style = body.word(4) else { return }
        set(body, styles.text(of: number, style: style))
    }

    private mutating func set(_ row: Int, _ column: Int, _ text: String) {
        // Columns that the file's owner hid are not for customers.
        guard column < 256, !text.isEmpty, !hidden.contains(column) else { return }
        cells[row, default: [:]][column] = text
    }

    private mutating func take(numbers body: ArraySlice<UInt8>) {
        guard let row = body.word(0), let first = body.word(2) else { return }
        for index in 0..<max(0, (body.count - 6) / 6) {
            guard let style = body.word(4 + 6 * index), let packed = body.long(6 + 6 * index) else {
                return
            }
            set(row, first + index, styles.text(of: Self.number(packed), style: style))
        }
    }

    private mutating func take(formula body: ArraySlice<UInt8>) {
        guard let row = body.word(0), let column = body.word(2) else { return }
        guard body.word(12) == 0xFFFF else {
            set(body, number: body.double(6))
            return
        }
        switch body.byte(6) {
        case 0: waiting = (row, column)
        case 1: set(row, column, body.byte(8) == 1 ? "TRUE" : "FALSE")
        default: break
        }
    }

    private mutating func take(merged body: ArraySlice<UInt8>) {
        for index in 0..<(body.word(0) ?? 0) {
            let places = (0..<4).compactMap { body.word(2 + 8 * index + 2 * $0) }
            guard places.count == 4 else { return }
            let first = CellPlace.letters(places[2] + 1) + String(places[0] + 1)
            let last = CellPlace.letters(places[3] + 1) + String(places[1] + 1)
            if let range = CellRange("\(first):\(last)") { merged.append(range) }
        }
    }

    private mutating func hide(_ body: ArraySlice<UInt8>) {
        guard let first = body.word(0), let last = body.word(2), let flags = body.word(8),
            flags & 1 != 0, first <= last
        else { return }
        for column in first...min(last, max(first, 255)) { hidden.insert(column) }
    }

    /// A number in 30 bits: whole or the upper half of a double, maybe in hundredths.
    private static func number(_ packed: Int) -> Double {
        let value =
            packed & 2 != 0
            ? Double(Int32(truncatingIfNeeded: packed) >> 2)
            : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
        return packed & 1 != 0 ? value / 100 : value
    }
}
