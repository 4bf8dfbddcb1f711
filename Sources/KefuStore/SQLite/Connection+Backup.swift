import CSQLite
import Glibc
import KefuDomain

extension Connection {
    /// Copies the whole database into a new file, page by page, from one state of it.
    func copy(to target: String) throws {
        guard access(target, F_OK) != 0 else {
            throw KefuError(
                .conflict, .fileExists, why: .backupExistsWhy, hint: .backupExistsHint)
        }
        let partial = target + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        try transaction(.reading) {
            // The first read fixes the state; later writes then never restart the copying.
            _ = try schemaVersion()
            try copyPages(to: partial)
        }
        guard rename(partial, target) == 0 else { throw SQLiteFailure.error(for: SQLITE_CANTOPEN) }
    }

    private func copyPages(to path: String) throws {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw SQLiteFailure.error(for: SQLITE_CANTOPEN) }
        Glibc.close(descriptor)
        let copy = try Connection(path: path, analysis: analysis, log: log)
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw SQLiteFailure.error(for: sqlite3_extended_errcode(copy.handle))
        }
        var code = SQLITE_OK
        repeat { code = sqlite3_backup_step(backup, 1000) } while code == SQLITE_OK
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            try copy.check(end == SQLITE_OK ? code : end, "sqlite3_backup_step")
            return
        }
        // One file is all there is to a backup.
        try copy.run("PRAGMA journal_mode = DELETE")
    }
}

extension Connection {
    /// What SQLite finds wrong, one line each; empty when all is well.
    func problems() throws -> [String] {
        var found = try all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
        found += try all("PRAGMA foreign_key_check") { "foreign key: row of \($0.text(0))" }
        for table in ["unit_trigram", "unit_terms"] {
            do {
                try run("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
            } catch {
                found.append("\(table) differs from the texts it indexes")
            }
        }
        if try !isTallyRight() { found.append("the counts of rows are wrong") }
        if try !areThreadCountsRight() { found.append("the counts of threads are wrong") }
        if try !areTagsRight() { found.append("the tags differ from those of the entries") }
        return found
    }
}
