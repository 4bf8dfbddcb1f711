public import KefuDomain

extension Connection {
    /// A live entry; `nil` when there is none with that row, or it was removed.
    public func entry(_ row: Int64) throws -> Entry? {
        try record(row).flatMap { $0.content.removedAt == nil ? $0.entry : nil }
    }

    /// The live entries among some rows, in two queries however many they are.
    public func entries(_ rows: some Sequence<Int64>) throws -> [Int64: Entry] {
        var found: [Int64: Entry] = [:]
        for record in try records(rows) where record.content.removedAt == nil {
            found[record.row] = record.entry
        }
        return found
    }

    /// The live entry whose question normalises to a key.
    public func entryRow(questionKey key: String) throws -> Int64? {
        try first("SELECT entry FROM wording WHERE key = ? AND kind = 0", key) { $0.integer(0) }
    }

    /// The live entry whose question normalises to the same text as another question.
    public func entryRow(question: String) throws -> Int64? {
        try entryRow(questionKey: indexed(question).key)
    }

    /// The live entry that came from a row of an imported file.
    public func entryRow(externalID: String, path: String) throws -> Int64? {
        let sql = """
            SELECT id FROM entry
            WHERE document = (SELECT id FROM document WHERE path = ?1)
                AND external_id = ?2 AND removed_at IS NULL
            ORDER BY id LIMIT 1
            """
        return try first(sql, path, externalID) { $0.integer(0) }
    }

    /// Live entries in the order in which they were made.
    /// - Parameter cursor: what the page before gave; `nil` for the first.
    public func listEntries(
        _ filter: EntryFilter = EntryFilter(), limit: Int, after cursor: String? = nil
    ) throws -> Page<Entry> {
        let list = filter.list
        let start = try list.start(cursor, else: [0])[0]
        let sql = filter.query
        let rows = try all(
            sql, start, filter.category, filter.status?.rawValue, filter.tag, limit + 1
        ) { row in row.integer(0) }
        let found = try entries(rows.prefix(limit))
        return Page(rows, limit: limit) { list.cursor($0) }.compactMap { found[$0] }
    }

    /// Other live entries with the same answer as one of some entries, by row.
    public func entriesSharingAnswer(of rows: some Sequence<Int64>) throws -> [Int64: [Int64]] {
        let sql = """
            SELECT one.id, other.id
            FROM json_each(?) AS wanted
            JOIN entry AS one ON one.id = wanted.value
            JOIN entry AS other ON other.answer_digest = one.answer_digest
                AND other.removed_at IS NULL AND other.id <> one.id
            ORDER BY one.id, other.id
            """
        var sharing: [Int64: [Int64]] = [:]
        let pairs = try all(sql, JSONText.rows(rows)) { ($0.integer(0), $0.integer(1)) }
        for (row, other) in pairs { sharing[row, default: []].append(other) }
        return sharing
    }
}

extension EntryFilter {
    /// The list of these entries, whose cursors fit no other.
    fileprivate var list: CursorList {
        CursorList("entries", category, status?.rawValue, tag)
    }

    /// The rows behind the parameter 1, in their order, at most as many as the parameter 5 says.
    /// With a tag the table of tags leads, which holds them in that order.
    var query: String {
        let (source, row) =
            tag == nil
            ? ("entry", "id")
            : ("entry_tag CROSS JOIN entry ON entry.id = entry_tag.entry", "entry_tag.entry")
        return """
            SELECT \(row) FROM \(source)
            WHERE \(row) > ?1 AND removed_at IS NULL AND \(conditions)
            ORDER BY \(row) LIMIT ?5
            """
    }

    /// On the parameters 2 (category), 3 (status) and 4 (tag); written so that the partial indexes
    /// serve them.
    private var conditions: String {
        let byCategory =
            switch category {
            case nil: "?2 IS NULL"
            case "": "category = ?2 AND category = ''"
            default: "category = ?2 AND category <> ''"
            }
        let byStatus =
            switch status {
            case nil: "?3 IS NULL"
            case .active: "status = ?3"
            default: "status = ?3 AND status <> 'active'"
            }
        let byTag = tag == nil ? "?4 IS NULL" : "entry_tag.tag = ?4"
        return "\(byCategory) AND \(byStatus) AND \(byTag)"
    }
}

extension Page {
    /// The same page without the items that have nothing to show.
    fileprivate func compactMap<Other: Sendable>(_ change: (Item) -> Other?) -> Page<Other> {
        Page<Other>(items: items.compactMap(change), nextCursor: nextCursor)
    }
}

extension Connection {
    private static let recordColumns = """
        id, external_id, document, answer, category, tags, status, source, review, expires_at,
        hits, created_at, updated_at, revision, cause, import_run, removed_at
        """

    /// An entry, removed or not, with its wordings.
    func record(_ row: Int64) throws -> EntryRecord? {
        let sql = "SELECT \(Self.recordColumns) FROM entry WHERE id = ?"
        guard var record = try first(sql, row, read: Self.readRecord) else { return nil }
        record.content.texts = try texts(of: row)
        return record
    }

    /// Entries, removed or not, with their wordings, in no order.
    func records(_ rows: some Sequence<Int64>) throws -> [EntryRecord] {
        let list = JSONText.rows(rows)
        let sql = """
            SELECT \(Self.recordColumns) FROM entry
            WHERE id IN (SELECT value FROM json_each(?))
            """
        var records = try all(sql, list, read: Self.readRecord)
        var texts: [Int64: [EntryRecord.Text]] = [:]
        for wording in try wordings(ofList: list) {
            texts[wording.entry, default: []].append(
                EntryRecord.Text(row: wording.row, kind: wording.kind.rawValue, text: wording.text))
        }
        for index in records.indices {
            records[index].content.texts = texts[records[index].row] ?? []
        }
        return records
    }

    private func texts(of entry: Int64) throws -> [EntryRecord.Text] {
        try all(
            "SELECT id, kind, text FROM wording WHERE entry = ? ORDER BY kind, position", entry
        ) { EntryRecord.Text(row: $0.integer(0), kind: $0.int(1), text: $0.text(2)) }
    }

    private static func readRecord(_ row: Row) throws -> EntryRecord {
        let content = EntryRecord.Content(
            externalID: row.optionalText(1), document: row.optionalInteger(2), answer: row.text(3),
            category: row.text(4), tags: try JSONText.decode(list: row.text(5)),
            status: EntryStatus(rawValue: row.text(6)) ?? .disabled,
            source: EntrySource(rawValue: row.text(7)) ?? .manual,
            review: Review(rawValue: row.text(8)) ?? .always, expiresAt: row.optionalInteger(9),
            updatedAt: row.integer(12), cause: RevisionCause(rawValue: row.text(14)) ?? .updated,
            importRun: row.optionalInteger(15), removedAt: row.optionalInteger(16), texts: [])
        return EntryRecord(
            row: row.integer(0), content: content, hits: row.int(10), createdAt: row.time(11),
            revision: row.int(13))
    }
}

extension Connection {
    /// Every question, variant and negative of some entries; questions first, each kind in its order.
    public func wordings(
        ofEntries rows: some Sequence<Int64>
    ) throws -> [Int64: [Wording]] {
        var found: [Int64: [Wording]] = [:]
        for wording in try wordings(ofList: JSONText.rows(rows)) {
            found[wording.entry, default: []].append(wording)
        }
        return found
    }

    private func wordings(ofList list: String) throws -> [Wording] {
        let sql = """
            SELECT id, entry, kind, text, key FROM wording
            WHERE entry IN (SELECT value FROM json_each(?))
            ORDER BY entry, kind, position
            """
        return try all(sql, list) { row in
            Wording(
                row: row.integer(0), entry: row.integer(1),
                kind: WordingKind(rawValue: row.int(2)) ?? .negative, text: row.text(3),
                key: row.text(4))
        }
    }
}
