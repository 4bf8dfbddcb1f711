import CSQLite

/// One compiled SQL statement. It stays with its connection's thread.
final class Statement {
    let sql: String
    private let handle: OpaquePointer
    private unowned let connection: Connection

    /// - Throws: a `KefuError` that names neither the SQL nor a value; the log has the SQL.
    init(_ sql: String, on connection: Connection) throws {
        var handle: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        try connection.check(
            sqlite3_prepare_v3(connection.handle, sql, -1, flags, &handle, nil), sql)
        guard let handle else { throw SQLiteFailure.error(for: SQLITE_MISUSE) }
        self.sql = sql
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// The current row, after `step` returned true.
    var row: Row { Row(handle) }

    func bind<each Value: Bindable>(_ values: repeat each Value) throws {
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            try connection.check(value.bind(to: handle, at: index), sql)
        }
    }

    /// Runs to the next row.
    /// - Returns: false when there is none.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        try connection.check(code, sql)
        return false
    }

    /// Makes the statement ready to run again and lets go of its values.
    func reset() {
        // The code repeats the failure of the last step, which was thrown already.
        _ = sqlite3_reset(handle)
        _ = sqlite3_clear_bindings(handle)
    }
}
