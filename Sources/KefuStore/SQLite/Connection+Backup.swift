import CSQLite
import KefuDomain

extension Connection {
    /// Copies every page into an empty database, from one state of this one.
    /// - Parameter check: asked now and then; what it throws ends the copying.
    func copyPages(into copy: Connection, check: () throws -> Void) throws {
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw SQLiteFailure.error(for: sqlite3_extended_errcode(copy.handle))
        }
        var code = SQLITE_OK
        do {
            repeat {
                try check()
                code = sqlite3_backup_step(backup, 2000)
            } while code == SQLITE_OK
        } catch {
            sqlite3_backup_finish(backup)
            throw error
        }
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            return try copy.check(end == SQLITE_OK ? code : end, "sqlite3_backup_step")
        }
        // One file is all there is to a backup.
        try copy.run("PRAGMA journal_mode = DELETE")
    }

    /// All that was ever changed through this connection, as a number that only grows.
    var totalChanges: Int64 { sqlite3_total_changes64(handle) }
}
