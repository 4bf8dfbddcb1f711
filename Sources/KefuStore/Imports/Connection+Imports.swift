public import KefuDomain

/// An import is a series of ordinary transactions under one run, so that other writers get in
/// between, and yet wholly in or wholly out: until `finishImport` is stored, `Store.undoImport`
/// takes everything back, at the next start at the latest.
///
/// New rows carry the run; the former state of a changed entry lies in `revision` under the run;
/// the passages of a file's new version are staged, and its old ones go only at the end.
extension Connection {
    /// Begins an import.
    /// - Throws: `ErrorCode.busy` while the same file is being imported.
    public func beginImport(path: String, at: Timestamp) throws -> ImportRun {
        try refuseOpenImport(of: path)
        let sql = """
            INSERT INTO import_run (path, state, started_at, last_entry, last_revision,
                last_document, last_passage)
            VALUES (?, 'open', ?, ?, ?, ?, ?)
            """
        try run(
            sql, path, at, try lastRow(ever: "entry"), try lastRow(ever: "revision"),
            try lastRow(ever: "document"), try lastRow(ever: "passage"))
        return ImportRun(row: lastRow)
    }

    /// The document row for the file; a file that is known already stays as it is until the end.
    public func stageDocument(
        _ draft: DocumentDraft, _ run: ImportRun, at: Timestamp
    ) throws -> Int64 {
        if let known = try document(path: draft.path) { return known.row }
        let sql = """
            INSERT INTO document (path, name, version, format, content_hash, category, imported_at,
                import_run)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?)
            """
        try self.run(
            sql, draft.path, draft.name, draft.format, draft.contentHash, draft.category, at,
            run.row)
        let row = lastRow
        try count(1, .document)
        return row
    }

    /// Adds the next passage of the file's new version, or recognises it in the old one, where it
    /// keeps its id.
    /// - Parameter position: its place in the file, growing.
    @discardableResult
    public func stagePassage(
        _ draft: PassageDraft, document: Int64, position: Int, _ run: ImportRun
    ) throws -> PassageFate {
        if let same = try unstagedPassage(like: draft, of: document) {
            try stage(same, document, position, run)
            return .unchanged
        }
        if try isStaged(draft, of: document) { return .duplicate }
        let isKnown = try draft.externalID.map { try hasPassage(externalID: $0, document) } ?? false
        let row = try insertPassage(
            draft, document: document, position: position, importRun: run.row)
        try stage(row, document, position, run)
        return isKnown ? .updated : .added
    }

    /// Makes the staged passages the file's passages: those of its old version that were not met
    /// again go, and the document gets its new hash and, where it was known before, version.
    /// - Parameter pages: the pages of passages that were there before, by position.
    /// - Returns: how many passages the file has now.
    public func finishDocument(
        _ row: Int64, _ draft: DocumentDraft, _ run: ImportRun, pages: [Int: Int] = [:],
        at: Timestamp
    ) throws -> Int {
        let gone = try all(
            """
            SELECT id FROM passage WHERE document = ?
                AND id NOT IN (SELECT passage FROM staged_passage WHERE import_run = ?)
            """, row, run.row
        ) { $0.integer(0) }
        for passage in gone { try deletePassage(passage) }
        try self.run(
            """
            UPDATE passage SET position = staged_passage.position FROM staged_passage
            WHERE passage.id = staged_passage.passage AND staged_passage.import_run = ?
                AND staged_passage.document = ? AND passage.position <> staged_passage.position
            """, run.row, row)
        try self.run(
            "DELETE FROM staged_passage WHERE import_run = ? AND document = ?", run.row, row)
        for (position, page) in pages { try setPage(page, at: position, of: row) }
        try self.run(
            """
            UPDATE document SET version = version + (import_run IS NOT ?1
                    AND content_hash IS NOT ?2),
                name = ?3, format = ?4, content_hash = ?2, category = ?5, imported_at = ?6
            WHERE id = ?7
            """, run.row, draft.contentHash, draft.name, draft.format, draft.category, at, row)
        return try passageCount(ofDocument: row)
    }

    /// Ends an import: from this transaction on it is wholly in.
    public func finishImport(_ run: ImportRun, at: Timestamp) throws {
        try self.run("DELETE FROM staged_passage WHERE import_run = ?", run.row)
        try self.run(
            "UPDATE import_run SET state = 'done', ended_at = ? WHERE id = ? AND state = 'open'",
            at, run.row)
    }

    func refuseOpenImport(of path: String) throws {
        let sql = "SELECT 1 FROM import_run WHERE path = ? AND state = 'open'"
        if try first(sql, path, read: { _ in true }) != nil {
            throw KefuError(.busy, .documentBusy, why: .documentBusyWhy, hint: .documentBusyHint)
        }
    }

    /// The imports that have begun and not ended.
    func openImports() throws -> [ImportRun] {
        try all("SELECT id FROM import_run WHERE state = 'open' ORDER BY id DESC") {
            ImportRun(row: $0.integer(0))
        }
    }

    /// The highest row that a table ever had.
    private func lastRow(ever table: String) throws -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = ?", table) { $0.integer(0) } ?? 0
    }
}

extension Connection {
    private func stage(
        _ passage: Int64, _ document: Int64, _ position: Int, _ run: ImportRun
    ) throws {
        try self.run(
            """
            INSERT INTO staged_passage (passage, document, import_run, position) VALUES (?, ?, ?, ?)
            """, passage, document, run.row, position)
    }

    private func setPage(_ page: Int, at position: Int, of document: Int64) throws {
        try self.run(
            """
            UPDATE passage SET page = ?1
            WHERE document = ?2 AND position = ?3 AND page IS NOT ?1
            """, page, document, position)
    }

    /// A passage of the old version with the same content that the new version has not used yet.
    private func unstagedPassage(like draft: PassageDraft, of document: Int64) throws -> Int64? {
        let sql = """
            SELECT id FROM passage WHERE document = ?1 AND digest = ?2 AND text = ?3
                AND id NOT IN (SELECT passage FROM staged_passage)
            ORDER BY position, id LIMIT 1
            """
        return try first(sql, document, draft.digest, draft.text) { $0.integer(0) }
    }

    /// Whether a row with an id came twice in one file. Pieces of a document may well repeat.
    private func isStaged(_ draft: PassageDraft, of document: Int64) throws -> Bool {
        guard draft.externalID != nil else { return false }
        let sql = """
            SELECT 1 FROM passage JOIN staged_passage ON staged_passage.passage = passage.id
            WHERE passage.document = ? AND digest = ? AND text = ?
            """
        return try first(sql, document, draft.digest, draft.text) { _ in true } ?? false
    }

    private func hasPassage(externalID: String, _ document: Int64) throws -> Bool {
        let sql = "SELECT 1 FROM passage WHERE document = ? AND external_id = ? LIMIT 1"
        return try first(sql, document, externalID) { _ in true } ?? false
    }
}
