public import KefuDomain

/// The formats in which entries leave the base; each imports again to the same base.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// One JSON object a line.
    case jsonl
    /// UTF-8 with byte-order mark, for spreadsheets; formulas are defused (`FormulaGuard`).
    case csv

    /// What stands before the first entry.
    public var header: [UInt8] {
        switch self {
        case .jsonl: []
        case .csv:
            [0xEF, 0xBB, 0xBF] + ExportRow.fields.map(\.name).joined(separator: ",").utf8
                + CSVLine.end
        }
    }

    /// One entry with its line end. The id is the one that the imported row had, if any; hits and
    /// times belong to this base and stay here.
    public func line(for entry: Entry) -> [UInt8] {
        line(for: ExportRow(entry))
    }

    /// A passage that came from a FAQ row without question, as such a row.
    public func line(for passage: Passage) -> [UInt8] {
        line(for: ExportRow(passage))
    }

    private func line(for row: ExportRow) -> [UInt8] {
        switch self {
        case .jsonl: row.json
        case .csv: row.csv
        }
    }
}

/// Writes whole exports.
public enum Exporters {
    /// Streams entries: `write` gets the header and then each entry's line.
    /// - Returns: how many entries were written.
    @discardableResult
    public static func write(
        _ entries: some Sequence<Entry>, as format: ExportFormat,
        to write: ([UInt8]) throws -> Void
    ) rethrows -> Int {
        try write(format.header)
        var count = 0
        for entry in entries {
            try write(format.line(for: entry))
            count += 1
        }
        return count
    }
}
