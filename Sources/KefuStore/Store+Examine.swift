public import KefuDomain

/// Looking at database files that no store has open.
extension Store {
    /// Opens a copy of a database, brings it up to date, and looks for anything wrong with it.
    /// - Returns: how much it holds.
    /// - Throws: `ErrorCode.unreadable` for a file that is damaged, another program's or a newer
    ///   kefu's.
    public static func examine(
        _ copy: String, analysis: any TextAnalysis, log: Log
    ) throws -> BaseCounts {
        do {
            try refuseEmpty(copy, analysis, log)
            let store = try Store(path: copy, analysis: analysis, log: log)
            defer { store.close() }
            if let problem = try store.problems().first {
                throw KefuError(
                    .unreadable, .backupUnsound, why: .backupProblem(problem),
                    hint: .otherBackupHint)
            }
            return try store.counts()
        } catch let error as KefuError
            where error.what == .baseDamaged || error.what == .baseForeign
        {
            throw KefuError(
                .unreadable, .backupUnsound, why: error.why, hint: .otherBackupHint)
        }
    }

    /// Brings what lies in a database's write-ahead log into its file.
    /// - Throws: `ErrorCode.unreadable` for a file that is no database.
    public static func settle(_ path: String) throws {
        let connection = try Connection(path: path, analysis: NoAnalysis(), log: .silent)
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// A store takes an empty file for a new base; a backup is none.
    private static func refuseEmpty(
        _ path: String, _ analysis: any TextAnalysis, _ log: Log
    ) throws {
        let connection = try Connection(path: path, analysis: analysis, log: log)
        guard try connection.schemaVersion() > 0 else {
            throw KefuError(.unreadable, .baseForeign, why: .baseForeignWhy, hint: .baseForeignHint)
        }
    }
}

/// For work that meets no text.
private struct NoAnalysis: TextAnalysis {
    let version = 0

    func indexed(_ text: String) -> IndexedText { IndexedText(key: "", terms: "") }
}
