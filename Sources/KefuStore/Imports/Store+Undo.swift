import KefuDomain

extension Store {
    /// How many rows one transaction undoes: other writers get in between.
    private static let undoBatch = 300

    /// Takes back everything that an import did, in as many transactions as it needs. It can be
    /// called again after it was interrupted. What somebody changed since stays as they left it.
    /// An import that has ended is left alone.
    public func undoImport(_ run: ImportRun) throws {
        guard try read({ try $0.isOpen(run) }) else { return }
        var last: Connection.UndoMark?
        repeat {
            last = try write { try $0.undoSome(of: run, after: last, limit: Self.undoBatch) }
        } while last != nil
        try write { try $0.endUndo(of: run) }
        log.write(.info, "import \(run.row) undone")
    }

    /// Undoes what was under way when the daemon was killed.
    func undoInterruptedImports() throws {
        for run in try read({ try $0.openImports() }) { try undoImport(run) }
    }
}

extension Connection {
    /// How far an undo has come, going down through each table.
    struct UndoMark {
        enum Table { case entry, revision, passage }

        let table: Table
        let row: Int64
    }

    func isOpen(_ run: ImportRun) throws -> Bool {
        let sql = "SELECT 1 FROM import_run WHERE id = ? AND state = 'open'"
        return try first(sql, run.row) { _ in true } ?? false
    }

    /// Undoes some rows of an import, newest first: new entries, whose questions older ones may get
    /// back, then changed entries, then new passages.
    /// - Returns: how far it came; `nil` when nothing is left.
    func undoSome(of run: ImportRun, after mark: UndoMark?, limit: Int) throws -> UndoMark? {
        let mark = mark ?? UndoMark(table: .entry, row: .max)
        switch mark.table {
        case .entry:
            let row = try undoEntries(of: run, below: mark.row, limit)
            return row.map { UndoMark(table: .entry, row: $0) }
                ?? UndoMark(table: .revision, row: .max)
        case .revision:
            let row = try undoRevisions(of: run, below: mark.row, limit)
            return row.map { UndoMark(table: .revision, row: $0) }
                ?? UndoMark(table: .passage, row: .max)
        case .passage:
            let row = try undoPassages(of: run, below: mark.row, limit)
            return row.map { UndoMark(table: .passage, row: $0) }
        }
    }

    func endUndo(of run: ImportRun) throws {
        try self.run(
            """
            DELETE FROM document WHERE import_run = ?1
                AND id > (SELECT last_document FROM import_run WHERE id = ?1)
                AND NOT EXISTS (SELECT 1 FROM passage WHERE document = document.id)
            """, run.row)
        try count(-changedRows, .document)
        try self.run(
            "UPDATE import_run SET state = 'undone' WHERE id = ?", run.row)
    }

    /// Brings back the states that the import ended, where its own are still the present ones.
    private func undoRevisions(of run: ImportRun, below: Int64, _ limit: Int) throws -> Int64? {
        let sql = """
            SELECT id, entry, revision, snapshot FROM revision
            WHERE import_run = ?1 AND id < ?2
                AND id > (SELECT last_revision FROM import_run WHERE id = ?1)
            ORDER BY id DESC LIMIT ?3
            """
        let states = try all(sql, run.row, below, limit) { row in
            (
                id: row.integer(0), entry: row.integer(1), number: row.int(2),
                snapshot: row.text(3)
            )
        }
        for state in states {
            guard let present = try record(state.entry), present.content.importRun == run.row,
                present.revision == state.number + 1
            else { continue }
            let former = try present.inState(state.number, state.snapshot)
            guard try isFree(former) else { continue }
            try replace(present, by: former)
            try self.run("DELETE FROM revision WHERE id = ?", state.id)
        }
        return states.last?.id
    }

    /// Whether no other live entry took the question meanwhile.
    private func isFree(_ record: EntryRecord) throws -> Bool {
        guard let question = record.content.texts(.question).first else { return true }
        let holder = try entryRow(question: question)
        return holder == nil || holder == record.row
    }

    /// Deletes the entries that the import made and nobody else changed since.
    private func undoEntries(of run: ImportRun, below: Int64, _ limit: Int) throws -> Int64? {
        let sql = """
            SELECT id FROM entry
            WHERE import_run = ?1 AND id < ?2
                AND id > (SELECT last_entry FROM import_run WHERE id = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM revision
                    WHERE revision.entry = entry.id AND revision.import_run IS NOT ?1)
            ORDER BY id DESC LIMIT ?3
            """
        let rows = try all(sql, run.row, below, limit) { $0.integer(0) }
        for row in rows {
            guard let old = try record(row) else { continue }
            var gone = old
            gone.content.texts = []
            gone.content.removedAt = old.content.updatedAt
            try replace(old, by: gone)
            try self.run("DELETE FROM revision WHERE entry = ?", row)
            try self.run("DELETE FROM entry WHERE id = ?", row)
        }
        return rows.last
    }

    private func undoPassages(of run: ImportRun, below: Int64, _ limit: Int) throws -> Int64? {
        let sql = """
            SELECT id FROM passage
            WHERE import_run = ?1 AND id < ?2
                AND id > (SELECT last_passage FROM import_run WHERE id = ?1)
            ORDER BY id DESC LIMIT ?3
            """
        let rows = try all(sql, run.row, below, limit) { $0.integer(0) }
        try self.run("DELETE FROM staged_passage WHERE import_run = ?", run.row)
        for row in rows { try deletePassage(row) }
        return rows.last
    }
}
