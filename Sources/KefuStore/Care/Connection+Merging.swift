public import KefuDomain

extension Connection {
    /// Puts an entry into another: its question and variants become variants there, and it goes.
    /// Reverting both brings them back.
    ///
    /// Wordings that one of them must not answer (negatives) are kept, unless the other answers them.
    /// - Throws: `ErrorCode.notFound`.
    @discardableResult
    public func merge(_ merged: Int64, into kept: Int64, at: Timestamp) throws -> Entry {
        let gone = try liveRecord(merged).entry
        let entry = try liveRecord(kept).entry
        let known = ([entry.question] + entry.variants).map { indexed($0).key }
        var variants = entry.variants
        var keys = Set(known)
        for wording in [gone.question] + gone.variants
        where keys.insert(indexed(wording).key).inserted {
            variants.append(wording)
        }
        var negatives: [String] = []
        for wording in entry.negatives + gone.negatives
        where keys.insert(indexed(wording).key).inserted {
            negatives.append(wording)
        }
        var patch = EntryPatch()
        patch.variants = variants
        patch.negatives = negatives
        patch.tags = entry.tags + gone.tags.filter { !entry.tags.contains($0) }
        if entry.category.isEmpty { patch.category = gone.category }
        let origin = ChangeOrigin(.merged, at: at)
        try removeEntry(merged, origin)
        try run(
            "INSERT OR REPLACE INTO merge (merged, kept, at) VALUES (?, ?, ?)", merged, kept, at)
        return try update(kept, patch, origin)
    }

    /// Whether the operator ever merged entries.
    public func hasMerges() throws -> Bool {
        try first("SELECT 1 FROM merge LIMIT 1") { _ in true } ?? false
    }

    /// Whether a question is one that the operator put into another entry, which has it as a variant
    /// since: a file that still holds it brings nothing new.
    public func isMerged(questionKey key: String) throws -> Bool {
        let sql = """
            SELECT 1 FROM wording JOIN merge ON merge.kept = wording.entry
            WHERE wording.key = ? AND wording.kind = 1 LIMIT 1
            """
        return try first(sql, key) { _ in true } ?? false
    }

    /// The entry that a removed one went into.
    public func mergedInto(_ row: Int64) throws -> Int64? {
        try first("SELECT kept FROM merge WHERE merged = ?", row) { $0.integer(0) }
    }

    /// Forgets that an entry went into another; it lives again.
    func forgetMerge(of row: Int64) throws {
        try run("DELETE FROM merge WHERE merged = ?", row)
    }
}
