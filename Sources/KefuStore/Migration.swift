import KefuDomain

/// One frozen step of the schema.
struct Migration {
    /// The schema version that the step leads to.
    let id: Int
    let sql: String

    init(id: Int, _ sql: String) {
        self.id = id
        self.sql = sql
    }
}

extension Connection {
    /// Marks a file as kefu's: the bytes of "kefu". `file` and `sqlite3` show it.
    static let applicationID: Int64 = 0x6B65_6675

    /// The id of the last step that was applied; 0 for an empty file.
    func schemaVersion() throws -> Int {
        try first("PRAGMA user_version") { $0.int(0) } ?? 0
    }

    /// Refuses a file that is another program's or a newer kefu's, before anything writes to it.
    func refuseForeignSchema() throws {
        let version = try schemaVersion()
        let owner = try first("PRAGMA application_id") { $0.integer(0) } ?? 0
        let tables = try first("SELECT count(*) FROM sqlite_schema") { $0.int(0) } ?? 0
        guard owner == Self.applicationID || (owner == 0 && tables == 0) else {
            throw KefuError(.unreadable, .baseForeign, why: .baseForeignWhy, hint: .baseForeignHint)
        }
        guard version <= Migration.newest else {
            throw KefuError(
                .unreadable, .baseNewer, why: .baseNewerWhy(version, known: Migration.newest),
                hint: .baseNewerHint)
        }
    }

    /// Applies the steps that are still missing, each in a transaction of its own.
    func migrate(_ steps: [Migration] = Migration.all) throws {
        let version = try schemaVersion()
        for step in steps where step.id > version {
            try transaction(.writing) {
                try runScript(step.sql)
                // PRAGMA takes no parameters; both numbers are ours.
                try runScript(
                    "PRAGMA user_version = \(step.id); PRAGMA application_id = \(Self.applicationID)"
                )
            }
            log.write(.info, "database schema \(step.id) applied")
        }
    }
}
