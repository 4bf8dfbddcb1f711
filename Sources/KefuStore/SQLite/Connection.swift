import CSQLite
import KefuDomain

/// One SQLite connection with its prepared statements.
///
/// It belongs to one thread at a time: `Store` lends it for the length of a closure, and it must not
/// be kept beyond. The queries are extensions, one file a topic.
public final class Connection {
    let handle: OpaquePointer
    let analysis: any TextAnalysis
    let log: Log
    /// Whether the indexes and the change log follow the texts; a rehearsal has no use for them.
    let keepsIndexes: Bool
    /// Statements that nobody runs now. One in use is taken out, so that a query may run inside
    /// the loop of another with the same text.
    private var idle: [String: Statement] = [:]
    private var statementUse = CacheTally()
    /// The text that was analysed last: looking for a question and then storing it costs one
    /// analysis.
    var lastAnalysis: (text: String, indexed: IndexedText)?

    /// - Parameters:
    ///   - path: the database file, which exists; `:memory:`; or nothing, for a file of its own
    ///     that nobody else sees and that goes with the connection.
    ///   - isReader: refuses writes.
    init(
        path: String, isReader: Bool = false, keepsIndexes: Bool = true,
        analysis: any TextAnalysis, log: Log
    ) throws {
        var handle: OpaquePointer?
        // Each connection has one thread at a time, so SQLite's own mutexes are not needed.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw SQLiteFailure.error(for: code)
        }
        sqlite3_extended_result_codes(handle, 1)
        self.handle = handle
        self.analysis = analysis
        self.log = log
        self.keepsIndexes = keepsIndexes
        try harden()
        if isReader { try run("PRAGMA query_only = ON") }
    }

    deinit {
        idle.removeAll()
        sqlite3_close_v2(handle)
    }

    /// How long a lock that somebody else holds is waited for.
    static let usualPatience = Duration.seconds(5)

    func setBusyTimeout(_ patience: Duration) throws {
        let milliseconds =
            patience.components.seconds * 1000
            + patience.components.attoseconds / 1_000_000_000_000_000
        try check(sqlite3_busy_timeout(handle, Int32(milliseconds)), "sqlite3_busy_timeout")
    }

    /// Settings that hold for every connection and write nothing.
    private func harden() throws {
        for (flag, isOn) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
        ] as [(Int32, Int32)] {
            try check(kefu_sqlite_set_flag(handle, flag, isOn), "sqlite3_db_config")
        }
        try setBusyTimeout(Self.usualPatience)
        for pragma in ["cell_size_check = ON", "mmap_size = 0", "cache_size = -4096"] {
            try run("PRAGMA \(pragma)")
        }
    }
}

extension Connection {
    /// - Throws: the failure behind a result code, after a log line with the SQL text. The text has
    ///   placeholders only; SQLite's message is left out because it may quote a value.
    func check(_ code: Int32, _ sql: String) throws {
        guard code != SQLITE_OK else { return }
        let error = SQLiteFailure.error(for: code)
        // A full disk fails every write; the store says it once.
        let level: LogLevel = error.isOfStorage ? .debug : .error
        log.write(level, "sqlite \(code) (\(SQLiteFailure.name(of: code))) in: \(sql)")
        throw error
    }

    /// Runs a statement to its end and ignores its rows.
    func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws {
        let statement = try take(sql)
        defer { giveBack(statement) }
        try statement.bind(repeat each values)
        while try statement.step() {}
    }

    /// Every row, in the statement's order.
    func all<T, each Value: Bindable>(
        _ sql: String, _ values: repeat each Value, read: (Row) throws -> T
    ) throws -> [T] {
        let statement = try take(sql)
        defer { giveBack(statement) }
        try statement.bind(repeat each values)
        var rows: [T] = []
        while try statement.step() { rows.append(try read(statement.row)) }
        return rows
    }

    /// The first row; `nil` when there is none.
    func first<T, each Value: Bindable>(
        _ sql: String, _ values: repeat each Value, read: (Row) throws -> T
    ) throws -> T? {
        let statement = try take(sql)
        defer { giveBack(statement) }
        try statement.bind(repeat each values)
        return try statement.step() ? try read(statement.row) : nil
    }

    /// The row number that the last INSERT gave.
    var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

    /// How many rows the last INSERT, UPDATE or DELETE touched.
    var changedRows: Int { Int(sqlite3_changes64(handle)) }

    /// Runs several statements that take no values, as in a migration step.
    func runScript(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), sql)
    }

    private func take(_ sql: String) throws -> Statement {
        if let statement = idle.removeValue(forKey: sql) {
            statementUse.hits += 1
            return statement
        }
        statementUse.misses += 1
        return try Statement(sql, on: self)
    }

    /// How the caches were used since this was last asked.
    func takeCacheUse() -> DatabaseCaches {
        defer { statementUse = CacheTally() }
        return DatabaseCaches(
            statements: statementUse,
            pages: CacheTally(
                hits: take(SQLITE_DBSTATUS_CACHE_HIT), misses: take(SQLITE_DBSTATUS_CACHE_MISS)))
    }

    private func take(_ counter: Int32) -> Int {
        var (current, highest) = (Int32(0), Int32(0))
        sqlite3_db_status(handle, counter, &current, &highest, 1)
        return Int(current)
    }

    private func giveBack(_ statement: Statement) {
        statement.reset()
        idle[statement.sql] = statement
    }
}

extension Connection {
    /// When a transaction takes its locks.
    enum TransactionKind: String {
        /// At the first read; it sees one state of the database to its end.
        case reading = "BEGIN DEFERRED"
        /// At once, so that it never fails half-way because another writes.
        case writing = "BEGIN IMMEDIATE"
    }

    /// Runs a body in a transaction: all of it is stored, or nothing when anything throws, the
    /// commit itself included.
    func transaction<T>(_ kind: TransactionKind, _ body: () throws -> T) throws -> T {
        try run(kind.rawValue)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func rollBack() {
        // A full disk or an I/O error may have ended the transaction already.
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }
}
