import KefuDomain
import KefuImport

/// Follows the body of a Word document: paragraphs, lists, tables, text boxes. What was deleted, what
/// is hidden, field codes and tables of contents are passed over.
final class WordBody: XMLListener {
    /// Whether anything was sent.
    private(set) var hasBlocks = false

    private let context: WordContext
    private let sink: EventSink
    /// Open paragraphs: a text box stands within one.
    private var paragraphs: [WordParagraph] = []
    private var tables: [WordTable] = []
    /// How deep within an element that is passed over.
    private var skipped = 0
    /// The content controls around, and which of them holds a table of contents.
    private var controls: [Bool] = []
    private var run = Run()
    private var isInRun = false
    private var isText = false
    private var isInParagraphProperties = false
    private var isInRowProperties = false
    private var fields = FieldNesting()
    /// What text boxes say, sent behind the paragraph that they hang on.
    private var behind: [ExtractedBlock] = []
    private var paragraphCount = 0
    private var tableCount = 0
    private var noteCount = 0

    private struct Run {
        var isBold: Bool?
        var isHidden = false
    }

    init(_ context: WordContext, _ sink: @escaping EventSink) {
        self.context = context
        self.sink = sink
    }

    var place: String { "paragraph \(max(paragraphCount, 1))" }

    /// Elements whose content is not, or no longer, part of the text.
    private static let passedOver: Set<String> = [
        "del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "sectPrChange", "Fallback", "instrText", "delText", "delInstrText", "fldData", "rubyPr",
        "rt",
        "docDefaults",
    ]

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        if skipped > 0 {
            skipped += 1
        } else if name == "del", isInRowProperties {
            tables[tables.count - 1].row.isDeleted = true
        } else if Self.passedOver.contains(name) {
            skipped = 1
        } else if !openStructure(name, attributes), !openProperty(name, attributes) {
            openContent(name, attributes)
        }
    }

    func close(_ name: String) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "p": try endParagraph()
        case "pPr": isInParagraphProperties = false
        case "r": isInRun = false
        case "t": isText = false
        case "trPr": isInRowProperties = false
        case "tc": if !tables.isEmpty { tables[tables.count - 1].endCell() }
        case "tr": if !tables.isEmpty { tables[tables.count - 1].endRow() }
        case "tbl": try endTable()
        case "sdt": _ = controls.popLast()
        default: break
        }
    }

    func text(_ text: String) throws {
        if isText, skipped == 0 { append(text) }
    }

    private func append(_ text: String) {
        guard !paragraphs.isEmpty, !run.isHidden, !isInContents, !fields.isInCode else { return }
        let bold = run.isBold ?? context.styles.isBold(paragraphs[paragraphs.count - 1].style)
        paragraphs[paragraphs.count - 1].append(text, isBold: bold)
    }

    private var isInContents: Bool { controls.contains(true) }
}

// What opens.
extension WordBody {
    private func openStructure(_ name: String, _ attributes: XMLAttributes) -> Bool {
        switch name {
        case "p": paragraphs.append(WordParagraph())
        case "pPr": isInParagraphProperties = true
        case "r":
            isInRun = true
            run = Run()
        case "tbl": tables.append(WordTable())
        case "tr", "tc": break
        case "trPr": isInRowProperties = !tables.isEmpty
        case "sdt": controls.append(false)
        case "docPartGallery":
            let isContents = attributes["val"]?.lowercased().contains("table of contents") ?? false
            if isContents, !controls.isEmpty { controls[controls.count - 1] = true }
        default: return false
        }
        return true
    }

    private func openProperty(_ name: String, _ attributes: XMLAttributes) -> Bool {
        let value = attributes["val"]
        switch name {
        case "pStyle": changeParagraph { $0.style = value }
        case "outlineLvl": changeParagraph { $0.outlineLevel = value.flatMap { Int($0) } }
        case "numPr": changeParagraph { $0.numbering = ListReference() }
        case "numId": changeParagraph { $0.numbering?.list = value }
        case "ilvl": changeParagraph { $0.numbering?.level = value.flatMap { Int($0) } ?? 0 }
        case "b": if isRunProperty { run.isBold = value == nil || attributes.isOn("val") }
        case "vanish": if isRunProperty { run.isHidden = value == nil || attributes.isOn("val") }
        case "gridSpan": changeCell { $0.span = value.flatMap { Int($0) } ?? 1 }
        case "vMerge": changeCell { $0.continues = value != "restart" }
        case "tblHeader":
            let isOn = value == nil || attributes.isOn("val")
            if !tables.isEmpty, isOn { tables[tables.count - 1].row.isHeader = true }
        default: return false
        }
        return true
    }

    private func openContent(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "t": isText = true
        case "tab", "ptab": if isRunProperty { append("\t") }
        case "br", "cr": if isRunProperty { append("\n") }
        case "noBreakHyphen": append("-")
        case "fldChar": fields.take(attributes["fldCharType"] ?? "")
        case "footnoteReference": refer(to: context.footnotes, attributes["id"])
        case "endnoteReference": refer(to: context.endnotes, attributes["id"])
        default: break
        }
    }

    /// Within a run, not the properties of a paragraph.
    private var isRunProperty: Bool { isInRun && !isInParagraphProperties }

    private func changeParagraph(_ body: (inout WordParagraph) -> Void) {
        if !paragraphs.isEmpty { body(&paragraphs[paragraphs.count - 1]) }
    }

    private func changeCell(_ body: (inout WordTable.Cell) -> Void) {
        if !tables.isEmpty { body(&tables[tables.count - 1].cell) }
    }

    private func refer(to notes: WordNotes, _ id: String?) {
        guard let id, let text = notes.texts[id], !text.isEmpty, !paragraphs.isEmpty else { return }
        noteCount += 1
        let sign = "[\(noteCount)]"
        append(sign)
        changeParagraph { $0.notes.append((sign, text)) }
    }
}

// What ends.
extension WordBody {
    private func endParagraph() throws {
        guard let paragraph = paragraphs.popLast() else { return }
        if tables.isEmpty, paragraphs.isEmpty { paragraphCount += 1 }
        let blocks = isInContents ? [] : self.blocks(of: paragraph)
        if !tables.isEmpty {
            addToCell(blocks)
        } else if !paragraphs.isEmpty {
            behind += blocks
        } else {
            for block in blocks + behind { try send(block) }
            behind = []
        }
    }

    private func blocks(of paragraph: WordParagraph) -> [ExtractedBlock] {
        if context.styles.isContents(paragraph.style) { return [] }
        let text = paragraph.text.trimmedLines
        let reference = paragraph.numbering ?? context.styles.numbering(paragraph.style)
        // An empty paragraph takes no number, as in Word.
        if text.isEmpty { return [] }
        let mark = reference.flatMap { context.numbering.mark(of: $0) }
        let notes = paragraph.notes.map {
            ExtractedBlock(.note, "\($0.sign) \($0.text)", place: place)
        }
        let marked = mark.map { $0.isEmpty ? text : $0 + " " + text } ?? text
        if let level = headingLevel(of: paragraph, text: marked, isItem: mark != nil) {
            let shown = mark == "-" ? text : marked
            return [ExtractedBlock(.heading, level: level, shown.joinedLines, place: place)] + notes
        }
        return [ExtractedBlock(mark == nil ? .paragraph : .item, marked, place: place)] + notes
    }

    private func headingLevel(of paragraph: WordParagraph, text: String, isItem: Bool) -> Int? {
        if !tables.isEmpty { return nil }
        if let own = paragraph.outlineLevel { return own < 9 ? own + 1 : nil }
        if let level = context.styles.headingLevel(paragraph.style) {
            return text.unicodeScalars.count <= 200 ? level : nil
        }
        // Bold lines of their own below the marked headings.
        guard paragraph.isBold, !isItem || !text.hasPrefix("- ") else { return nil }
        return HeadingSigns.level(of: text)
    }

    private func addToCell(_ blocks: [ExtractedBlock]) {
        changeCell { cell in
            for block in blocks { cell.text += (cell.text.isEmpty ? "" : "\n") + block.text }
        }
    }

    private func endTable() throws {
        guard let table = tables.popLast() else { return }
        if !tables.isEmpty {
            changeCell { $0.text += ($0.text.isEmpty ? "" : "\n") + table.flat }
            return
        }
        if isInContents || table.rows.isEmpty { return }
        tableCount += 1
        let grid = table.grid()
        if grid.allSatisfy({ $0.texts.count - $0.continued.count <= 1 }) {
            // A frame around text.
            for row in grid where row.texts.first?.isEmpty == false {
                try send(ExtractedBlock(.paragraph, row.texts[0], place: "table \(tableCount)"))
            }
            return
        }
        try send(grid, headerRows: table.rows.prefix(while: \.isHeader).count)
    }

    private func send(
        _ grid: [(texts: [String], continued: [Int])], headerRows: Int
    ) throws {
        hasBlocks = true
        try sink(.table(ExtractedTable(headerRows: headerRows > 0 ? headerRows : nil)))
        for (index, row) in grid.enumerated() {
            let place = "table \(tableCount), row \(index + 1)"
            try sink(.row(ExtractedRow(row.texts, continued: row.continued, place: place)))
        }
        try sink(.endTable)
    }

    private func send(_ block: ExtractedBlock) throws {
        hasBlocks = true
        try sink(.block(block))
    }
}

/// Complex fields: their codes stand between `begin` and `separate`, their results behind.
private struct FieldNesting {
    /// Whether each open field is still in its code.
    private var open: [Bool] = []

    var isInCode: Bool { open.contains(true) }

    mutating func take(_ kind: String) {
        switch kind {
        case "begin": open.append(true)
        case "separate": if !open.isEmpty { open[open.count - 1] = false }
        case "end": _ = open.popLast()
        default: break
        }
    }
}

extension String {
    /// Each line without white space around it, blank lines at both ends left out.
    var trimmedLines: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
        let start = lines.firstIndex { !$0.isEmpty } ?? lines.count
        let end = lines.lastIndex { !$0.isEmpty } ?? start - 1
        return start > end ? "" : lines[start...end].joined(separator: "\n")
    }

    var joinedLines: String { split(separator: "\n").joined(separator: " ") }
}

extension StringProtocol {
    /// Without white space around it.
    var trimmed: String {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}
