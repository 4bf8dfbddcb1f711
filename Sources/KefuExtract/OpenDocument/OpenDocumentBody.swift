import KefuDomain
import KefuImport

/// Follows the content of an OpenDocument file: headings, paragraphs, lists, tables, notes.
final class OpenDocumentBody: XMLListener {
    /// Whether anything was sent.
    private(set) var hasBlocks = false

    private let sink: EventSink
    private var isSpreadsheet = false
    private var skipped = 0
    /// Open paragraphs: a note stands within one.
    private var paragraphs: [Paragraph] = []
    private var tables: [OpenTable] = []
    private var rows: [ExtractedRow] = []
    private var listDepth = 0
    private var isItemAhead = false
    private var notes: [ExtractedBlock] = []
    private var noteCount = 0
    private var paragraphCount = 0
    private var hiddenStyles: Set<String> = []
    private var style = ""

    private struct Paragraph {
        var text = ""
        var level: Int?
    }

    init(_ sink: @escaping EventSink) {
        self.sink = sink
    }

    var place: String { "paragraph \(max(paragraphCount, 1))" }

    private static let passedOver: Set<String> = [
        "tracked-changes", "annotation", "table-of-content", "alphabetical-index", "note-citation",
        "forms", "scripts", "font-face-decls", "shapes", "named-expressions", "database-ranges",
    ]

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        if skipped > 0 || Self.passedOver.contains(name) {
            skipped += 1
            return
        }
        switch name {
        case "spreadsheet": isSpreadsheet = true
        case "style": style = attributes["name"] ?? ""
        case "table-properties": if attributes["display"] == "false" { hiddenStyles.insert(style) }
        case "h":
            paragraphs.append(
                Paragraph(level: attributes["outline-level"].flatMap { Int($0) } ?? 1))
        case "p":
            let isTitle = attributes["style-name"] == "Title"
            paragraphs.append(Paragraph(level: isTitle ? 0 : nil))
        case "s":
            append(String(repeating: " ", count: min(attributes["c"].flatMap { Int($0) } ?? 1, 8)))
        case "tab": append("\t")
        case "line-break": append("\n")
        case "list": listDepth += 1
        case "list-item": isItemAhead = true
        case "note":
            noteCount += 1
            append("[\(noteCount)]")
        default: try openTable(name, attributes)
        }
    }

    private func openTable(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "table":
            let isHidden = hiddenStyles.contains(attributes["style-name"] ?? "")
            let name = isSpreadsheet ? attributes["name"] ?? "" : ""
            tables.append(OpenTable(name: name, isHidden: isHidden))
            if isSpreadsheet, tables.count == 1, !isHidden {
                try sink(.table(ExtractedTable(name: name, isSheet: true)))
            }
        case "table-column": changeTable { $0.column(attributes) }
        case "table-header-rows": changeTable { $0.isInHeader = true }
        case "table-row": changeTable { $0.beginRow(attributes) }
        case "table-cell", "covered-table-cell":
            changeTable { $0.beginCell(attributes, isCovered: name != "table-cell") }
        default: break
        }
    }

    func close(_ name: String) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "h", "p": try endParagraph()
        case "list": listDepth -= 1
        case "table-header-rows": changeTable { $0.isInHeader = false }
        case "table-cell", "covered-table-cell": changeTable { $0.endCell() }
        case "table-row": try endRow()
        case "table": try endTable()
        default: break
        }
    }

    func text(_ text: String) throws {
        // Line ends and runs of space in the file are layout of the file.
        guard skipped == 0, !paragraphs.isEmpty else { return }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let head = text.first.map(\.isWhitespace) ?? false ? " " : ""
        let tail = text.last.map(\.isWhitespace) ?? false && !words.isEmpty ? " " : ""
        append(head + words + tail)
    }

    private func append(_ text: String) {
        if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += text }
    }

    private func changeTable(_ body: (inout OpenTable) -> Void) {
        if !tables.isEmpty { body(&tables[tables.count - 1]) }
    }
}

// What ends.
extension OpenDocumentBody {
    private func endParagraph() throws {
        guard let paragraph = paragraphs.popLast() else { return }
        let text = paragraph.text.trimmedLines
        if !paragraphs.isEmpty {
            if !text.isEmpty {
                notes.append(ExtractedBlock(.note, "[\(noteCount)] \(text)", place: place))
            }
        } else if !tables.isEmpty {
            if !text.isEmpty { changeTable { $0.append(text) } }
        } else {
            try endBlock(text, level: paragraph.level)
        }
    }

    private func endBlock(_ text: String, level: Int?) throws {
        paragraphCount += 1
        if !text.isEmpty {
            if let level {
                try send(ExtractedBlock(.heading, level: level, text.joinedLines, place: place))
            } else if listDepth > 0, isItemAhead {
                try send(ExtractedBlock(.item, "- " + text, place: place))
            } else {
                try send(ExtractedBlock(.paragraph, text, place: place))
            }
            isItemAhead = false
        }
        for note in notes { try send(note) }
        notes = []
    }

    private func endRow() throws {
        var row: ExtractedRow?
        changeTable { row = $0.endRow() }
        guard let row, tables.count == 1, let table = tables.last, !table.isHidden else { return }
        if isSpreadsheet {
            hasBlocks = true
            try sink(.row(row))
        } else {
            rows.append(row)
        }
    }

    private func endTable() throws {
        guard let table = tables.popLast(), tables.isEmpty else { return }
        if table.isHidden {
            return try sink(
                .note(ExtractionNote(place: table.name, why: .sheetHidden, hint: .sheetUnhide)))
        }
        if isSpreadsheet { return try sink(.endTable) }
        let marked = table.headerRows > 0 ? table.headerRows : nil
        try sink(.table(ExtractedTable(headerRows: marked)))
        for row in rows { try sink(.row(row)) }
        try sink(.endTable)
        hasBlocks = hasBlocks || !rows.isEmpty
        rows = []
        for note in notes { try send(note) }
        notes = []
    }

    private func send(_ block: ExtractedBlock) throws {
        hasBlocks = true
        try sink(.block(block))
    }
}
