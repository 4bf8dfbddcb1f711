import KefuDomain

/// One row of an export, by field.
struct ExportRow {
    /// The columns of an export, in order.
    static let fields: [FAQField] = [
        .externalID, .question, .answer, .variants, .negatives, .category, .tags, .title, .section,
        .status,
        .source, .review, .expiresAt,
    ]

    private var texts: [FAQField: [String]] = [:]

    init(_ entry: Entry) {
        texts[.externalID] = entry.externalID.map { [$0] }
        texts[.question] = [entry.question]
        texts[.answer] = [entry.answer]
        texts[.variants] = entry.variants
        texts[.negatives] = entry.negatives
        texts[.category] = [entry.category]
        texts[.tags] = entry.tags
        texts[.status] = [entry.status.rawValue]
        texts[.source] = [entry.source.rawValue]
        texts[.review] = [entry.review.rawValue]
        texts[.expiresAt] = entry.expiresAt.map { [$0.rfc3339] }
    }

    init(_ passage: Passage) {
        texts[.externalID] = passage.externalID.map { [$0] }
        texts[.title] = [passage.title]
        texts[.answer] = [passage.text]
        if !passage.section.isEmpty {
            texts[.section] = [passage.section.joined(separator: PassageDraft.sectionSeparator)]
        }
    }

    /// A JSON object with the members that say something, and a line feed.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            for field in Self.fields {
                let values = texts[field] ?? []
                if field.isList {
                    if values.isEmpty { continue }
                    writer.name(field.name)
                    writer.list(values)
                } else if let value = values.first, !value.isEmpty {
                    writer.name(field.name)
                    writer.text(value)
                }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// A record with a cell for every column.
    var csv: [UInt8] {
        var line = CSVLine()
        for field in Self.fields {
            let values = texts[field] ?? []
            line.append(field.isList ? ListCell.write(values, of: field) : values.first ?? "")
        }
        return line.bytes + CSVLine.end
    }
}

/// Writes the cells of one record (RFC 4180).
struct CSVLine {
    static let end = Array("\r\n".utf8)

    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func append(_ text: String) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        let cell = FormulaGuard.close(text)
        guard Self.needsQuotes(cell) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Also for the separators of other countries' spreadsheets, and for spaces at the ends.
    private static func needsQuotes(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, let last = cell.utf8.last else { return false }
        if first <= 0x20 || last <= 0x20 { return true }
        return cell.utf8.contains { byte in
            switch byte {
            case 0x09, 0x0A, 0x0D: true
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""): true
            default: false
            }
        }
    }
}
