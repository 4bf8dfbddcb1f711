import KefuDomain
import KefuImport

/// A workbook of Excel 97 to 2003. Each sheet that people see becomes a table.
///
/// Source: [MS-XLS].
struct BinaryWorkbook {
    private let bytes: [UInt8]
    private var sheets: [Sheet] = []
    private var texts: [String] = []
    private var styles = BinaryStyles()

    private struct Sheet {
        let name: String
        let place: Int
        let isHidden: Bool
        let isTable: Bool
    }

    /// - Throws: `ErrorCode.unreadable` for one that needs a password or is of Excel 95.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        var records = BinaryRecords(bytes)
        guard let start = records.next(), start.kind == .start, start.body.word(0) == 0x0600 else {
            throw KefuError.broken("XLS")
        }
        while let record = records.next(), record.kind != .end {
            switch record.kind {
            case .password: throw KefuError.encrypted("XLS")
            case .sheet: take(sheet: record.body)
            case .texts:
                var reader = BinaryTexts([record.body] + records.continuations())
                texts = reader.all()
            case .dates: styles.is1904 = record.body.word(0) == 1
            case .format: styles.add(style: record.body)
            case .formatCode: styles.add(code: record.body)
            default: break
            }
        }
    }

    func read(into sink: @escaping EventSink) throws {
        for sheet in sheets where sheet.isTable {
            if sheet.isHidden {
                try sink(
                    .note(
                        ExtractionNote(place: sheet.name, why: .sheetHidden, hint: .sheetUnhide)))
                continue
            }
            try sink(.table(ExtractedTable(name: sheet.name, isSheet: true)))
            var reader = BinarySheet(texts: texts, styles: styles)
            reader.read(BinaryRecords(bytes, from: sheet.place))
            for row in reader.rows(of: sheet.name) { try sink(.row(row)) }
            try sink(.endTable)
        }
    }

    private mutating func take(sheet body: ArraySlice<UInt8>) {
        guard let place = body.long(0), let state = body.byte(4), let kind = body.byte(5) else {
            return
        }
        var name = BinaryTexts([body.dropFirst(6)])
        sheets.append(
            Sheet(
                name: name.next(lengthBytes: 1) ?? "", place: place, isHidden: state & 3 != 0,
                isTable: kind == 0))
    }
}

/// The number formats of a workbook.
struct BinaryStyles {
    var is1904 = false
    private var ids: [Int] = []
    private var codes: [Int: String] = [:]

    mutating func add(style body: ArraySlice<UInt8>) { ids.append(body.word(2) ?? 0) }

    mutating func add(code body: ArraySlice<UInt8>) {
        var text = BinaryTexts([body.dropFirst(2)])
        if let id = body.word(0), let code = text.next() { codes[id] = code }
    }

    /// A number as a cell of a style shows it.
    func text(of value: Double, style: Int) -> String {
        let id = ids.indices.contains(style) ? ids[style] : 0
        if id == 0 { return NumberFormat.general.text(of: value, is1904: is1904) }
        let code = codes[id] ?? NumberFormat.builtIn(id) ?? "General"
        return NumberFormat(code).text(of: value, is1904: is1904)
    }
}
