public import KefuDomain

extension Connection {
    public func passage(_ row: Int64) throws -> Passage? {
        try passages([row])[row]
    }

    /// The passages among some rows, with what a citation needs.
    public func passages(_ rows: some Sequence<Int64>) throws -> [Int64: Passage] {
        let sql = """
            SELECT passage.id, passage.external_id, document.name, document.version, passage.title,
                passage.section, passage.page, passage.text, document.category
            FROM passage JOIN document ON document.id = passage.document
            WHERE passage.id IN (SELECT value FROM json_each(?))
            """
        var found: [Int64: Passage] = [:]
        for item in try all(sql, JSONText.rows(rows), read: Self.readPassage) {
            found[item.row] = item.passage
        }
        return found
    }

    /// A file's passages in their order.
    public func listPassages(
        ofDocument document: Int64, limit: Int, after cursor: String? = nil
    ) throws -> Page<Passage> {
        let list = CursorList("passages", String(document))
        let start = try list.start(cursor, else: [-1, 0])
        let sql = """
            SELECT id, position FROM passage
            WHERE document = ?1 AND (position, id) > (?2, ?3)
            ORDER BY position, id LIMIT ?4
            """
        let rows = try all(sql, document, start[0], start[1], limit + 1) { row in
            (row: row.integer(0), position: row.integer(1))
        }
        let found = try passages(rows.prefix(limit).lazy.map(\.row))
        let page = Page(rows, limit: limit) { list.cursor($0.position, $0.row) }
        return Page(items: page.items.compactMap { found[$0.row] }, nextCursor: page.nextCursor)
    }

    private static func readPassage(_ row: Row) throws -> (row: Int64, passage: Passage) {
        let id = row.integer(0)
        let passage = Passage(
            id: RecordID(.passage, id).description, externalID: row.optionalText(1),
            document: row.text(2), version: row.int(3), title: row.text(4),
            section: try JSONText.decode(list: row.text(5)),
            page: row.optionalInteger(6).map(Int.init), text: row.text(7), category: row.text(8))
        return (id, passage)
    }
}

extension Connection {
    /// Stores a passage and its index unit.
    func insertPassage(
        _ draft: PassageDraft, document: Int64, position: Int, importRun: Int64
    ) throws -> Int64 {
        let indexed = indexed(draft.indexText)
        let sql = """
            INSERT INTO passage (document, position, external_id, title, section, page, text, key,
                digest, import_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try run(
            sql, document, position, draft.externalID, draft.title,
            try JSONText.encode(list: draft.section), draft.page, draft.text, indexed.key,
            draft.digest, importRun)
        let row = lastRow
        try index(UnitID(.passage, row), indexed)
        try count(1, .passage)
        return row
    }

    func deletePassage(_ row: Int64) throws {
        let sql = "SELECT title, section, text, key FROM passage WHERE id = ?"
        let stored = try first(sql, row) { row in
            (
                text: PassageDraft.indexText(
                    title: row.text(0), section: try JSONText.decode(list: row.text(1)),
                    text: row.text(2)),
                key: row.text(3)
            )
        }
        guard let stored else { return }
        let terms = indexed(stored.text).terms
        try unindex(UnitID(.passage, row), IndexedText(key: stored.key, terms: terms))
        try run("DELETE FROM passage WHERE id = ?", row)
        try count(-1, .passage)
    }
}

extension PassageDraft {
    /// What a passage is found by: its headings, then its text.
    var indexText: String {
        Self.indexText(title: title, section: section, text: text)
    }

    static func indexText(title: String, section: [String], text: String) -> String {
        var lines = section
        if !title.isEmpty && !section.contains(title) { lines.append(title) }
        lines.append(text)
        return lines.joined(separator: "\n")
    }

    /// Of everything but the place in the file: equal for a passage that a new version left as it
    /// was, even where what was put before it moved it to another page.
    var digest: Int64 {
        var digest = Digest()
        digest.add(externalID ?? "")
        digest.add(title)
        digest.add(text)
        // Where the page stood that was part of it once.
        digest.add("")
        for heading in section { digest.add(heading) }
        return digest.value
    }
}
