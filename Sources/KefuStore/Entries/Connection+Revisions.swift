public import KefuDomain

extension Connection {
    /// Every state of an entry, removed or not, oldest first; the last is the present one.
    /// - Throws: `ErrorCode.notFound`.
    public func revisions(_ row: Int64) throws -> [EntryRevision] {
        guard let present = try record(row) else { throw KefuError.notFound(.entry) }
        var states = try all(
            "SELECT revision, snapshot FROM revision WHERE entry = ? ORDER BY revision", row
        ) { (number: $0.int(0), snapshot: $0.text(1)) }.map { state in
            try present.inState(state.number, state.snapshot)
        }
        var last = present
        if last.content.removedAt != nil { last.content.texts = states.last?.content.texts ?? [] }
        states.append(last)
        return states.map { record in
            EntryRevision(
                number: record.revision, at: Timestamp(milliseconds: record.content.updatedAt),
                cause: record.content.cause, entry: record.entry)
        }
    }

    /// Makes a former state of an entry the present one, as a new revision; a removed entry lives
    /// again.
    /// - Throws: `ErrorCode.notFound` for an entry or revision that is not there;
    ///   `ErrorCode.conflict` when another live entry has the question by now.
    @discardableResult
    public func revert(_ row: Int64, toRevision number: Int, at: Timestamp) throws -> Entry {
        guard let old = try record(row),
            let state = try revisions(row).first(where: { $0.number == number })
        else {
            guard try record(row) != nil else { throw KefuError.notFound(.entry) }
            throw KefuError(
                .notFound, .noSuchRevision, why: .noSuchRevision, hint: .listRevisions,
                field: "revision")
        }
        if state.number == old.revision && old.content.removedAt == nil { return old.entry }
        try refuseTaken(indexed(state.entry.question).key, by: row)
        var new = old
        new.content.texts = try lastTexts(of: old)
        new.content.take(state.entry)
        new.content.removedAt = nil
        try forgetMerge(of: row)
        return try supersede(old, by: &new, ChangeOrigin(.reverted, at: at))
    }

    /// How many states an entry has had; `nil` where there is no such entry.
    public func revisionNumber(_ row: Int64) throws -> Int? {
        try first("SELECT revision FROM entry WHERE id = ?", row) { $0.int(0) }
    }

    /// The texts of an entry, for a removed one those that it had, so that they keep their rows.
    private func lastTexts(of record: EntryRecord) throws -> [EntryRecord.Text] {
        guard record.content.removedAt != nil else { return record.content.texts }
        let sql = "SELECT snapshot FROM revision WHERE entry = ? ORDER BY revision DESC LIMIT 1"
        let snapshot = try first(sql, record.row) { $0.text(0) }
        return try snapshot.map { try record.inState(0, $0).content.texts } ?? []
    }
}

extension EntryRecord {
    /// The entry as a snapshot has it.
    func inState(_ revision: Int, _ snapshot: String) throws -> EntryRecord {
        let content = try JSONText.decode(Content.self, from: snapshot)
        return EntryRecord(
            row: row, content: content, hits: hits, createdAt: createdAt, revision: revision)
    }
}
