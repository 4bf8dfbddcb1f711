import KefuDomain
import KefuImport

/// Reads the cells of one sheet, row by row.
final class Worksheet: XMLListener {
    /// What was left out, once the sheet is read.
    var notes: [ExtractionNote] { oversights.notes(in: name) }
    /// Where reading stands.
    var place: String { Self.place(name, row: max(row, 1)) }

    private let name: String
    private let texts: [String]
    private let styles: CellStyles
    private let sink: EventSink
    private var merged = MergedCells([])
    private var hiddenColumns: Set<Int> = []
    private var oversights = Oversights()
    private var row = 0
    private var cells: [String] = []
    private var cell = RawCell()
    /// What the text at hand belongs to.
    private var isValue = false
    private var inlineText: RichText?

    /// Cells further right are left out: nobody reads them.
    private static let maxColumns = 512

    init(
        _ name: String, texts: [String], styles: CellStyles, _ sink: @escaping EventSink
    ) {
        self.name = name
        self.texts = texts
        self.styles = styles
        self.sink = sink
    }

    /// Says which cells are merged, before any is read.
    func carry(_ merges: [CellRange]) { merged = MergedCells(merges) }

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "c": beginCell(attributes)
        case "v": isValue = true
        case "is": inlineText = RichText()
        case "f": cell.hasFormula = true
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            cells.removeAll(keepingCapacity: true)
            cell.column = 0
        case "col": hide(attributes)
        default: inlineText?.open(name)
        }
    }

    func close(_ name: String) throws {
        switch name {
        case "c": endCell()
        case "v": isValue = false
        case "is":
            cell.value = inlineText?.text ?? ""
            inlineText = nil
        case "row": try endRow()
        default: inlineText?.close(name)
        }
    }

    func text(_ text: String) throws {
        if isValue { cell.value += text } else { inlineText?.take(text) }
    }

    private static func place(_ sheet: String, row: Int) -> String { "\(sheet)!A\(row)" }
}

extension Worksheet {
    /// A cell as the file has it.
    private struct RawCell {
        var column = 0
        var kind = "n"
        var style: Int?
        var value = ""
        var hasFormula = false
    }

    private func beginCell(_ attributes: XMLAttributes) {
        let place = attributes["r"].flatMap { CellPlace($0) }
        cell = RawCell(
            column: place?.column ?? cell.column + 1, kind: attributes["t"] ?? "n",
            style: attributes["s"].flatMap { Int($0) })
    }

    private func endCell() {
        guard cell.column <= Self.maxColumns else {
            if !cell.value.isEmpty { oversights.note(.farColumn, at: cell.column, row) }
            return
        }
        let text = shownText()
        if text.isEmpty { return }
        while cells.count < cell.column { cells.append("") }
        cells[cell.column - 1] = text
    }

    /// The cell's text as the sheet shows it.
    private func shownText() -> String {
        if cell.value.isEmpty {
            if cell.hasFormula { oversights.note(.uncalculated, at: cell.column, row) }
            return ""
        }
        switch cell.kind {
        case "s":
            return Int(cell.value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
        case "str", "inlineStr": return cell.value
        case "b": return cell.value == "1" ? "TRUE" : "FALSE"
        case "e":
            oversights.note(.error, at: cell.column, row)
            return ""
        case "d": return cell.value
        default:
            guard let number = Double(cell.value) else { return cell.value }
            return styles.text(of: number, style: cell.style)
        }
    }

    private func hide(_ attributes: XMLAttributes) {
        guard attributes.isOn("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
        else { return }
        for column in first...min(last, Self.maxColumns) where first <= Self.maxColumns {
            hiddenColumns.insert(column)
        }
    }

    private func endRow() throws {
        var continued = merged.fill(&cells, row: row)
        if cells.isEmpty { return }
        if !hiddenColumns.isEmpty { continued = leaveOutHidden(continued) }
        try sink(
            .row(ExtractedRow(cells, continued: continued, place: Self.place(name, row: row))))
    }

    /// Columns that the file's owner hid are not for customers.
    private func leaveOutHidden(_ continued: [Int]) -> [Int] {
        var kept: [String] = []
        var continues: [Int] = []
        for (index, text) in cells.enumerated() {
            if hiddenColumns.contains(index + 1) {
                if !text.isEmpty { oversights.note(.hiddenColumn, at: index + 1, row) }
                continue
            }
            if continued.contains(index) { continues.append(kept.count) }
            kept.append(text)
        }
        cells = kept
        return continues
    }
}

/// What was left out of a sheet, each kind told once.
private struct Oversights {
    enum Kind: CaseIterable {
        case hiddenColumn, uncalculated, error, farColumn
    }

    private var first: [Kind: String] = [:]
    private var counts: [Kind: Int] = [:]

    mutating func note(_ kind: Kind, at column: Int, _ row: Int) {
        if first[kind] == nil { first[kind] = CellPlace.letters(column) + String(row) }
        counts[kind, default: 0] += 1
    }

    func notes(in sheet: String) -> [ExtractionNote] {
        Kind.allCases.compactMap { kind in
            guard let place = first[kind], let count = counts[kind] else { return nil }
            let (why, hint): (Phrase, Phrase) =
                switch kind {
                case .hiddenColumn: (.sheetHiddenColumns(count), .sheetUnhideColumns)
                case .uncalculated: (.sheetUncalculated(count), .sheetCalculate)
                case .error: (.sheetErrors(count), .sheetMendFormulas)
                case .farColumn: (.sheetFarColumns(count), .sheetMoveColumns)
                }
            return ExtractionNote(place: "\(sheet)!\(place)", why: why, hint: hint)
        }
    }
}
