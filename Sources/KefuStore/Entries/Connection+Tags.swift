import KefuDomain

/// Keeps `entry_tag` in step with the tags of the live entries, in the same transaction.
extension Connection {
    func insertTags(of record: EntryRecord) throws {
        for tag in record.content.liveTags { try insertTag(tag, record.row) }
    }

    /// Touches only the tags that came or went.
    func replaceTags(of old: EntryRecord, by new: EntryRecord) throws {
        let (before, after) = (old.content.liveTags, new.content.liveTags)
        guard before != after else { return }
        for tag in before.subtracting(after) {
            try run("DELETE FROM entry_tag WHERE tag = ? AND entry = ?", tag, old.row)
        }
        for tag in after.subtracting(before) { try insertTag(tag, new.row) }
    }

    private func insertTag(_ tag: String, _ entry: Int64) throws {
        try run("INSERT INTO entry_tag (tag, entry) VALUES (?, ?)", tag, entry)
    }

    /// Whether the table says what the entries say.
    func areTagsRight() throws -> Bool {
        let said = """
            SELECT json_each.value, entry.id FROM entry, json_each(entry.tags)
            WHERE entry.removed_at IS NULL
            """
        let kept = "SELECT tag, entry FROM entry_tag"
        let sql =
            "SELECT * FROM (\(said) EXCEPT \(kept)) UNION ALL SELECT * FROM (\(kept) EXCEPT \(said))"
        return try first(sql) { _ in false } ?? true
    }
}

extension EntryRecord.Content {
    /// The tags that it can be found by, each once; a removed entry has none.
    fileprivate var liveTags: Set<String> { removedAt == nil ? Set(tags) : [] }
}
