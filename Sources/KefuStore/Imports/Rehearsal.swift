import KefuDomain

/// A private copy of the base, in which imports are tried out and leave no trace.
///
/// It has the base's schema and fetches from a snapshot of the base what an import comes upon: the
/// documents, what came from the file at hand, and the entries that have a row's question. So an
/// import runs the very statements that it runs on the base, and costs what its own rows cost.
/// It belongs to one thread.
public final class Rehearsal {
    private let connection: Connection

    /// - Parameters:
    ///   - connection: an empty database of its own.
    ///   - base: the base's file, which is only read.
    init(_ connection: Connection, base: String) throws {
        self.connection = connection
        try connection.migrate()
        try connection.run("ATTACH ? AS base", base)
    }

    /// Runs imports in one transaction, whose first read fixes what they see of the base.
    func run<T>(_ body: (Rehearsal) throws -> T) throws -> T {
        try connection.transaction(.reading) {
            try fetchFrame()
            return try body(self)
        }
    }

    /// Runs what the import of one file does; when it throws, the copy is as it was before.
    public func file<T>(_ path: String, _ body: (Connection) throws -> T) throws -> T {
        try connection.run("SAVEPOINT file")
        do {
            try fetchFile(path)
            let result = try body(connection)
            try connection.run("RELEASE file")
            return result
        } catch {
            try connection.run("ROLLBACK TO file")
            try connection.run("RELEASE file")
            throw error
        }
    }

    /// How many live entries of the base came from a file.
    public func entryCount(ofDocument row: Int64) throws -> Int {
        try connection.entryCount(ofDocument: row, in: "base")
    }

    /// Fetches the entry that has a question, which a row of the file is about to meet.
    public func fetch(question: String) throws {
        let sql = """
            SELECT entry FROM base.wording WHERE key = ?1 AND kind = 0
                AND entry NOT IN (SELECT id FROM main.entry)
            """
        let key = connection.indexed(question).key
        if let holder = try connection.first(sql, key, read: { $0.integer(0) }) {
            return try fetch(entry: holder)
        }
        guard try connection.hasMerges() else { return }
        let merged = """
            SELECT entry FROM base.wording JOIN base.merge ON kept = entry
            WHERE key = ?1 AND kind = 1 AND entry NOT IN (SELECT id FROM main.entry)
            """
        let kept = try connection.first(merged, key) { $0.integer(0) }
        if let kept { try fetch(entry: kept) }
    }
}

extension Rehearsal {
    /// What every import looks at: the documents, the imports under way, and the numbers that rows
    /// have reached, so that new rows get the numbers that they would get in the base.
    private func fetchFrame() throws {
        try connection.runScript(
            """
            INSERT INTO main.document SELECT * FROM base.document;
            INSERT INTO main.import_run SELECT * FROM base.import_run WHERE state = 'open';
            INSERT INTO main.merge SELECT * FROM base.merge;
            DELETE FROM main.sqlite_sequence;
            INSERT INTO main.sqlite_sequence (name, seq)
                SELECT name, seq FROM base.sqlite_sequence;
            """)
    }

    /// What came from a file: its passages, and the entries that its rows may name by an id.
    private func fetchFile(_ path: String) throws {
        let document = "SELECT id FROM base.document WHERE path = ?"
        try connection.run(
            """
            INSERT OR IGNORE INTO main.passage
                SELECT * FROM base.passage WHERE document = (\(document))
            """, path)
        let sql = """
            SELECT id FROM base.entry WHERE document = (\(document)) AND external_id IS NOT NULL
                AND removed_at IS NULL AND id NOT IN (SELECT id FROM main.entry)
            """
        for row in try connection.all(sql, path, read: { $0.integer(0) }) { try fetch(entry: row) }
    }

    /// An entry comes once: what an import has made of it since stays.
    private func fetch(entry row: Int64) throws {
        try connection.run("INSERT INTO main.entry SELECT * FROM base.entry WHERE id = ?", row)
        try connection.run(
            "INSERT INTO main.wording SELECT * FROM base.wording WHERE entry = ?", row)
    }
}
