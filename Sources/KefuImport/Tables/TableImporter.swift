import KefuDomain

/// FAQ rows in a table of separated values, with a header or by position.
struct TableImporter: Importer {
    let format: String
    let endings: Set<String>
    private let separators: [[UInt8]]

    static let csv = TableImporter(
        format: "csv", endings: ["csv"],
        separators: [",", ";", "，", "|"].map { Array($0.utf8) })
    static let tsv = TableImporter(
        format: "tsv", endings: ["tsv", "tab"], separators: [[UInt8(ascii: "\t")]])

    func claim(on source: Source) -> Claim {
        let isNamedTable = Self.tableEndings.contains(source.ending)
        if Self.proseEndings.contains(source.ending) { return .none }
        let profile = TableProfile(of: source.text.bytes, separators: separators)
        if let header = profile.header, header.known >= 2 { return .certain }
        guard isNamedTable else { return .none }
        if profile.width > 1, profile.agreement >= 0.5 { return .likely }
        return endings.contains(source.ending) ? .ending : .none
    }

    func harvest(_ source: Source, into sink: HarvestSink) throws {
        let bytes = source.text.bytes
        let profile = TableProfile(of: bytes, separators: separators)
        let header = try profile.header ?? TableHeader(width: profile.width)
        try header.requireAnswer()
        var reader = TableReader(
            bytes, separator: profile.separator, from: profile.start, line: profile.startLine)
        var isHeaderAhead = profile.header != nil
        while let row = reader.next() {
            if row.fault == nil, row.isBlank { continue }
            if isHeaderAhead {
                isHeaderAhead = false
            } else {
                try sink(item(from: row, under: header, in: source.text))
            }
        }
    }

    private static let tableEndings: Set<String> = ["csv", "tsv", "tab"]
    private static let proseEndings: Set<String> = ["md", "markdown", "json", "jsonl", "ndjson"]

    private func item(
        from row: TableRow, under header: TableHeader, in text: DecodedText
    ) -> HarvestItem {
        do throws(RowFailure) {
            switch row.fault {
            case .unclosedQuote:
                throw RowFailure(
                    .importUnclosedQuote(at: row.lines.lowerBound), hint: .importDoubleQuotes)
            case .strayQuote: throw RowFailure(.importStrayQuote, hint: .importDoubleQuotes)
            case .tooLong: throw RowFailure(.importRowTooLong, hint: .importDoubleQuotes)
            case nil: break
            }
            if let bad = text.damage(in: row.lines) {
                throw RowFailure(.importUndecodableAt("\(bad)"), hint: .importSaveAsUTF8)
            }
            return try FAQRow(row, under: header).item(at: row.place)
        } catch {
            return .refused(error.refusal(at: row.place))
        }
    }
}

extension FAQRow {
    /// Gathers a row from the cells of a table.
    init(_ row: TableRow, under header: TableHeader) throws(RowFailure) {
        for (index, cell) in row.cells.enumerated() where !cell.bytes.isEmpty {
            guard let raw = String(validating: cell.bytes, as: UTF8.self) else {
                throw RowFailure(.importUndecodableRow, hint: .importSaveAsUTF8)
            }
            let text = FormulaGuard.open(raw)
            if index < header.columns.count {
                take(text, from: header.columns[index])
            } else if header.isOpen {
                take(text, from: TableHeader.Column(field: .variants))
            } else if !isBlank(text) {
                throw RowFailure(
                    .importExtraCells(row.cells.count, header.columns.count),
                    hint: .importQuoteCells)
            }
        }
    }

    private mutating func take(_ text: String, from column: TableHeader.Column) {
        guard let field = column.field, !isBlank(text) else { return }
        if column.isQuestionALine {
            self[field] += ListCell.lines(of: text)
        } else if column.hasHashes {
            self[field] += text.split(separator: "##").map(trimmed)
        } else if field.isList {
            self[field] += ListCell.read(text, of: field)
        } else {
            self[field].append(text)
        }
    }
}
