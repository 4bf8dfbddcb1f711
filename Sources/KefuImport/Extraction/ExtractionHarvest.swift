import KefuDomain

/// Turns what a reading process tells into entries and passages.
public struct ExtractionHarvest {
    /// What the file turned out to be; empty before it said so.
    public private(set) var format = ""
    /// Whether the process has said its last word.
    public private(set) var hasEnded = false

    private var title = ""
    private var outline: Outline?
    private var table: TableHarvest?
    /// The sheet whose name has not been told yet.
    private var pendingSheet: String?
    private var hasSheetHeading = false
    private var hasItems = false

    public init() {}

    /// Takes one event.
    /// - Throws: the failure of the file, when the event is one, and whatever the sink throws.
    public mutating func take(_ event: ExtractionEvent, into sink: HarvestSink) throws {
        guard !hasEnded else { return }
        switch event {
        case .format(let name): format = String(Clean.line(name).prefix(20))
        case .title(let text):
            if outline == nil, title.isEmpty { title = Clean.line(text) }
        case .block(let block): try take(Block(block), into: sink)
        case .table(let next): try begin(next, into: sink)
        case .row(let row):
            for yield in table?.take(Clean.row(row)) ?? [] { try take(yield, into: sink) }
        case .endTable: try endTable(into: sink)
        case .note(let note):
            hasItems = true
            try sink(
                .refused(
                    Refusal(
                        place: Clean.line(note.place), why: note.why.phrase, hint: note.hint.phrase)
                ))
        case .failure(let failure): throw failure.error
        case .end:
            try endTable(into: sink)
            try outline?.finish(into: sink)
            hasEnded = true
        }
    }

    /// - Throws: `ErrorCode.unreadable` for a file that brought nothing at all.
    public func requireContent() throws {
        if !hasItems, outline?.isEmpty ?? true { throw KefuError.emptyFile }
    }

    private mutating func take(_ block: Block, into sink: HarvestSink) throws {
        var outline = self.outline ?? Outline(title: title)
        try outline.take(block, into: sink)
        self.outline = outline
    }

    private mutating func begin(_ next: ExtractedTable, into sink: HarvestSink) throws {
        try endTable(into: sink)
        let name = Clean.line(next.name)
        if next.isSheet {
            pendingSheet = name
        } else if !name.isEmpty {
            try take(Block(kind: .paragraph, text: name, line: 0), into: sink)
        }
        table = TableHarvest(next)
    }

    private mutating func endTable(into sink: HarvestSink) throws {
        for yield in table?.finish() ?? [] { try take(yield, into: sink) }
        table = nil
    }

    private mutating func take(_ yield: TableHarvest.Yield, into sink: HarvestSink) throws {
        switch yield {
        case .item(let item):
            hasItems = true
            try sink(item)
        case .block(let block):
            if let sheet = pendingSheet, hasSheetHeading || !Self.isDefault(sheet) {
                try take(
                    Block(kind: .heading(level: 1), text: sheet, line: 0, place: block.place),
                    into: sink)
                hasSheetHeading = true
            }
            pendingSheet = nil
            try take(block, into: sink)
        }
    }

    /// Whether a spreadsheet program gave the name: it says nothing.
    private static func isDefault(_ sheet: String) -> Bool {
        let stem =
            sheet.lowercased().drop { !$0.isNumber }.allSatisfy(\.isNumber)
            ? sheet.lowercased().prefix { !$0.isNumber } : ""
        return ["sheet", "工作表", "table", "feuil", "tabelle"].contains { $0 == stem }
    }
}

extension Block {
    /// A block as a reading process told it.
    fileprivate init(_ block: ExtractedBlock) {
        let kind: Kind =
            switch block.kind {
            case .heading: .heading(level: min(max(block.level, 0), 99))
            case .paragraph, .note: .paragraph
            case .item: .item
            case .code: .code
            }
        self.init(
            kind: kind, text: Clean.text(block.text), line: 0, page: Clean.page(block.page),
            place: Clean.line(block.place))
    }
}

/// Bounds and cleans what another process sent.
private enum Clean {
    /// Longest text of one block or cell; what a sentence splitter can digest.
    private static let maxText = 1 << 20

    /// Text without control characters but tabs and line feeds.
    static func text(_ text: String) -> String {
        var text = text
        let isClean =
            text.utf8.count <= maxText
            && text.utf8.allSatisfy {
                $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09
            }
        if !isClean {
            var kept = String.UnicodeScalarView()
            for scalar in text.unicodeScalars.prefix(maxText) where isText(scalar) {
                kept.append(scalar)
            }
            text = String(kept)
        }
        return text
    }

    static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : $0 }
        return trimmed(String(String.UnicodeScalarView(scalars)))
    }

    static func row(_ row: ExtractedRow) -> ExtractedRow {
        ExtractedRow(
            row.cells.map(text), continued: row.continued, page: page(row.page),
            place: line(row.place))
    }

    static func page(_ page: Int?) -> Int? {
        page.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n" || scalar == "\t"
    }
}
