public import KefuDomain

/// What a change of the base belongs to.
public struct ChangeOrigin: Sendable {
    public var cause: RevisionCause
    public var at: Timestamp
    /// The import that makes it, which can be undone as a whole.
    public var importRun: ImportRun?
    /// The file that the entry comes from; `nil` leaves it as it is.
    public var document: Int64?

    public init(
        _ cause: RevisionCause, at: Timestamp, importRun: ImportRun? = nil, document: Int64? = nil
    ) {
        self.cause = cause
        self.at = at
        self.importRun = importRun
        self.document = document
    }
}

extension Connection {
    /// Stores a new entry.
    /// - Throws: `ErrorCode.conflict` when a live entry has the same normalised question.
    @discardableResult
    public func insert(_ draft: EntryDraft, _ origin: ChangeOrigin) throws -> Entry {
        let question = indexed(draft.question)
        try refuseTaken(question.key, by: nil)
        var content = EntryRecord.Content(
            externalID: draft.externalID, document: origin.document, answer: draft.answer,
            category: draft.category, tags: draft.tags, status: draft.status,
            source: draft.source, review: draft.review,
            expiresAt: draft.expiresAt?.milliseconds, updatedAt: origin.at.milliseconds,
            cause: origin.cause, importRun: origin.importRun?.row, removedAt: nil, texts: [])
        content.setTexts(
            question: draft.question, variants: draft.variants, negatives: draft.negatives)
        var record = EntryRecord(
            row: 0, content: content, hits: 0, createdAt: origin.at, revision: 1)
        try insertRow(of: &record)
        try insertTexts(of: record, known: (draft.question, question))
        try insertTags(of: record)
        if content.place == .answering { try noteChange(of: UnitID(.answer, record.row)) }
        return record.entry
    }

    /// Changes a live entry to what `entry` says; its id, hits and times are not taken from there.
    /// Nothing is written when nothing differs.
    /// - Throws: `ErrorCode.notFound`; `ErrorCode.conflict` when another live entry has the same
    ///   normalised question.
    @discardableResult
    public func update(
        _ row: Int64, to entry: Entry, _ origin: ChangeOrigin
    ) throws -> Entry {
        let old = try liveRecord(row)
        var new = old
        new.content.take(entry)
        if let document = origin.document { new.content.document = document }
        guard entry != old.entry || new.content.document != old.content.document else {
            return old.entry
        }
        if entry.question != old.entry.question {
            try refuseTaken(indexed(entry.question).key, by: row)
        }
        return try supersede(old, by: &new, origin)
    }

    /// Changes some members of a live entry.
    @discardableResult
    public func update(
        _ row: Int64, _ patch: EntryPatch, _ origin: ChangeOrigin
    ) throws -> Entry {
        try update(row, to: patch.applied(to: liveRecord(row).entry), origin)
    }

    /// Takes a live entry out of the base; its revisions stay, so that `revert` brings it back.
    public func removeEntry(_ row: Int64, at: Timestamp) throws {
        try removeEntry(row, ChangeOrigin(.removed, at: at))
    }

    func removeEntry(_ row: Int64, _ origin: ChangeOrigin) throws {
        let old = try liveRecord(row)
        var new = old
        new.content.removedAt = origin.at.milliseconds
        new.content.texts = []
        try supersede(old, by: &new, origin)
    }

    /// Counts that entries were the answer. Not a revision.
    public func addHits(_ rows: some Sequence<Int64>) throws {
        for row in rows { try run("UPDATE entry SET hits = hits + 1 WHERE id = ?", row) }
    }
}

extension Connection {
    func liveRecord(_ row: Int64) throws -> EntryRecord {
        guard let record = try record(row), record.content.removedAt == nil else {
            throw KefuError.notFound(.entry)
        }
        return record
    }

    /// Refuses a question that a live entry has already.
    func refuseTaken(_ key: String, by owner: Int64?) throws {
        guard let holder = try entryRow(questionKey: key), holder != owner else { return }
        let other = try record(holder)?.entry
        throw KefuError(
            .conflict, .questionTaken, why: .questionTakenWhy, hint: .questionTakenHint,
            conflicts: [
                Reference(
                    id: RecordID(.entry, holder).description, question: other?.question,
                    answer: other?.answer)
            ])
    }

    /// Keeps the old state as a revision and stores the new one under the next number.
    @discardableResult
    func supersede(
        _ old: EntryRecord, by new: inout EntryRecord, _ origin: ChangeOrigin
    ) throws -> Entry {
        new.revision = old.revision + 1
        new.content.updatedAt = origin.at.milliseconds
        new.content.cause = origin.cause
        new.content.importRun = origin.importRun?.row
        try run(
            "INSERT INTO revision (entry, revision, snapshot, import_run) VALUES (?, ?, ?, ?)",
            old.row, old.revision, try JSONText.encode(old.content), origin.importRun?.row)
        try replace(old, by: new)
        return new.entry
    }

    /// Makes the rows and indexes say what `new` says; touches only what differs.
    func replace(_ old: EntryRecord, by new: EntryRecord) throws {
        try updateRow(of: new)
        if old.content.status != new.content.status
            || old.content.removedAt != new.content.removedAt
        {
            try count(-1, old.content)
            try count(1, new.content)
        }
        try replaceTexts(of: old, by: new)
        try replaceTags(of: old, by: new)
        let wasFound = old.content.place == .answering
        let isFound = new.content.place == .answering
        if wasFound != isFound || (isFound && old.content.answer != new.content.answer) {
            try noteChange(of: UnitID(.answer, new.row))
        }
    }

    private func insertRow(of record: inout EntryRecord) throws {
        let content = record.content
        let sql = """
            INSERT INTO entry (external_id, document, answer, answer_digest, category, tags, status,
                source, review, expires_at, created_at, updated_at, revision, cause, import_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try run(
            sql, content.externalID, content.document, content.answer,
            Digest.ofAnswer(content.answer), content.category,
            try JSONText.encode(list: content.tags), content.status.rawValue,
            content.source.rawValue, content.review.rawValue, content.expiresAt, record.createdAt,
            content.updatedAt, record.revision, content.cause.rawValue, content.importRun)
        record.row = lastRow
        try count(1, content)
    }

    private func updateRow(of record: EntryRecord) throws {
        let content = record.content
        let sql = """
            UPDATE entry SET external_id = ?, document = ?, answer = ?, answer_digest = ?,
                category = ?, tags = ?, status = ?, source = ?, review = ?, expires_at = ?,
                updated_at = ?, revision = ?, cause = ?, import_run = ?, removed_at = ?
            WHERE id = ?
            """
        try run(
            sql, content.externalID, content.document, content.answer,
            Digest.ofAnswer(content.answer), content.category,
            try JSONText.encode(list: content.tags), content.status.rawValue,
            content.source.rawValue, content.review.rawValue, content.expiresAt,
            content.updatedAt, record.revision, content.cause.rawValue, content.importRun,
            content.removedAt, record.row)
    }
}
