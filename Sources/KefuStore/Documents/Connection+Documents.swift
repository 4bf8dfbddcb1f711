import KefuDomain

extension Connection {
    private static let documentColumns =
        "id, path, name, version, format, content_hash, category, imported_at"

    public func document(path: String) throws -> Document? {
        try first(
            "SELECT \(Self.documentColumns) FROM document WHERE path = ?", path,
            read: Self.readDocument)
    }

    public func document(_ row: Int64) throws -> Document? {
        try first(
            "SELECT \(Self.documentColumns) FROM document WHERE id = ?", row,
            read: Self.readDocument)
    }

    /// Imported files, first imported first.
    public func listDocuments(limit: Int, after cursor: String? = nil) throws -> Page<Document> {
        let list = CursorList("documents")
        let start = try list.start(cursor, else: [0])[0]
        let sql = """
            SELECT \(Self.documentColumns) FROM document WHERE id > ? ORDER BY id LIMIT ?
            """
        let rows = try all(sql, start, limit + 1, read: Self.readDocument)
        return Page(rows, limit: limit) { list.cursor($0.row) }
    }

    /// How many passages a file has, those of a version under way included.
    public func passageCount(ofDocument row: Int64) throws -> Int {
        try first("SELECT count(*) FROM passage WHERE document = ?", row) { $0.int(0) } ?? 0
    }

    /// How many live entries came from a file.
    public func entryCount(ofDocument row: Int64) throws -> Int {
        try entryCount(ofDocument: row, in: "main")
    }

    func entryCount(ofDocument row: Int64, in schema: String) throws -> Int {
        let sql = """
            SELECT count(*) FROM \(schema).entry WHERE document = ? AND removed_at IS NULL
            """
        return try first(sql, row) { $0.int(0) } ?? 0
    }

    /// Takes a file's passages out of the base, and the file itself where no entry came from it.
    /// - Throws: `ErrorCode.notFound`; `ErrorCode.busy` while the file is being imported.
    public func removeDocument(_ row: Int64) throws {
        guard let known = try document(row) else { throw KefuError.notFound(.document) }
        try refuseOpenImport(of: known.path)
        for passage in try all(
            "SELECT id FROM passage WHERE document = ?", row, read: { $0.integer(0) })
        {
            try deletePassage(passage)
        }
        let hasEntries = "SELECT 1 FROM entry WHERE document = ? AND removed_at IS NULL LIMIT 1"
        if try first(hasEntries, row, read: { _ in true }) == nil {
            try run("DELETE FROM document WHERE id = ?", row)
            try count(-1, .document)
        } else {
            // Without a hash the same file counts as changed and comes back when imported again.
            try run("UPDATE document SET content_hash = '' WHERE id = ?", row)
        }
    }

    private static func readDocument(_ row: Row) -> Document {
        Document(
            row: row.integer(0), path: row.text(1), name: row.text(2), version: row.int(3),
            format: row.text(4), contentHash: row.text(5), category: row.text(6),
            importedAt: row.time(7))
    }
}
