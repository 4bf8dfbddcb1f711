import KefuDomain
import KefuImport
import KefuRPC
import KefuSearch
import KefuStore

extension Desk {
    /// Writes every entry, and the passages that came from FAQ rows, to a file that imports again
    /// to the same base.
    func export(_ params: ExportEntries.Params, _ call: Call) throws -> ExportEntries.Result {
        try PathCheck.requireAbsolute(params.path, ExportEntries.Params.CodingKeys.path.rawValue)
        try PathCheck.requireWritable(params.path, of: paths)
        guard let format = ExportFormat(rawValue: params.format.rawValue) else {
            throw KefuError.invalid(
                ExportEntries.Params.CodingKeys.format.rawValue, .exportFormat,
                why: .exportFormat, hint: .exportFormat)
        }
        let file = try ExportFile(path: params.path, overwrites: params.overwrite ?? true)
        // One snapshot: the file shows the base as it was at one moment.
        let count = try store.read { connection in
            try file.write(format.header)
            let count = try connection.eachEntry { entry in
                try file.write(format.line(for: entry))
            } check: {
                try call.checkCancelled()
            }
            try connection.eachRowPassage { try file.write(format.line(for: $0)) }
            return count
        }
        try file.finish()
        return ExportEntries.Result(entries: count)
    }
}

extension Connection {
    private static var pageSize: Int { 500 }

    /// Hands over every live entry, oldest first.
    /// - Returns: how many there were.
    fileprivate func eachEntry(
        _ use: (Entry) throws -> Void, check: () throws -> Void
    ) throws -> Int {
        var count = 0
        var cursor: String?
        repeat {
            try check()
            let page = try listEntries(limit: Self.pageSize, after: cursor)
            for entry in page.items { try use(entry) }
            count += page.items.count
            cursor = page.nextCursor
        } while cursor != nil
        return count
    }

    /// Hands over the passages of tables and lists: rows that had an answer and no question.
    fileprivate func eachRowPassage(_ use: (Passage) throws -> Void) throws {
        var cursor: String?
        repeat {
            let page = try listDocuments(limit: Self.pageSize, after: cursor)
            for document in page.items where Importers.rowFormats.contains(document.format) {
                try eachPassage(of: document.row, use)
            }
            cursor = page.nextCursor
        } while cursor != nil
    }

    private func eachPassage(of document: Int64, _ use: (Passage) throws -> Void) throws {
        var cursor: String?
        repeat {
            let page = try listPassages(
                ofDocument: document, limit: Self.pageSize, after: cursor)
            for passage in page.items { try use(passage) }
            cursor = page.nextCursor
        } while cursor != nil
    }
}

extension Importers {
    /// The formats whose pieces are rows rather than parts of a text.
    fileprivate static let rowFormats: Set<String> = ["json", "jsonl", "csv", "tsv"]
}
