public import KefuDomain
import Synchronization

extension Store {
    /// Empties the write-ahead log, in which deleted words lie until it is written over.
    /// - Parameter patience: how long readers that hold it are waited for; writes wait meanwhile.
    /// - Returns: false when they held it for longer: `mustTruncateLog` then says so until it is done.
    @discardableResult
    public func truncateLog(patience: Duration = .seconds(2)) throws -> Bool {
        let isEmpty = try writeAlone { try $0.truncateLog(patience: patience) }
        let isNews = isLogHeld.withLock { held in
            defer { held = !isEmpty }
            return held == isEmpty
        }
        if isNews, !isEmpty {
            log.write(.warning, "the write-ahead log is in use and will be emptied later")
        } else if isNews {
            log.write(.info, "the write-ahead log was emptied")
        }
        return isEmpty
    }

    /// Whether deleted words lie in the log for as long as somebody reads it.
    public var mustTruncateLog: Bool { isLogHeld.withLock { $0 } }

    /// Writes the whole file anew and empties the log, so that nothing of what was deleted is left
    /// on the disk. Reads go on; writes wait, about a second for 100 MB.
    /// - Returns: whether the log was emptied as well.
    @discardableResult
    public func scrub() throws -> Bool {
        try writeAlone { try $0.run("VACUUM") }
        return try truncateLog()
    }

    /// Takes deleted texts out of the full-text indexes, where they stay until the segments that
    /// hold them are merged.
    public func scrubFullText() throws {
        try write { connection in
            for table in ["unit_trigram", "unit_terms", "shadow_terms"] {
                try connection.run("INSERT INTO \(table) (\(table)) VALUES ('optimize')")
            }
        }
    }
}

extension Store {
    /// Has a backup obey the erasures of the base whose place it is to take, and its own: whoever
    /// was erased since it was made is erased from it.
    /// - Parameters:
    ///   - copy: a sound base that no store has open.
    ///   - present: the base that it replaces; one that is missing or cannot be read asks nothing.
    /// - Returns: how many contacts were erased.
    public static func obeyErasures(
        of present: String, in copy: String, analysis: any TextAnalysis, log: Log
    ) throws -> Int {
        let known = try? Self.tombstones(of: present, analysis)
        let store = try Store(path: copy, analysis: analysis, log: log)
        defer { store.close() }
        let erased = try store.write { connection in
            if let known { try connection.adopt(known) }
            return try connection.contactsToErase().map {
                try connection.erase(contact: $0.row, at: $0.erasedAt)
            }
        }
        if erased.contains(where: { $0.wordings > 0 }) { try store.scrubFullText() }
        if !erased.isEmpty { try store.scrub() }
        return erased.count
    }

    private static func tombstones(
        of path: String, _ analysis: any TextAnalysis
    ) throws -> Tombstones? {
        let connection = try Connection(
            path: path, isReader: true, analysis: analysis, log: .silent)
        guard try connection.schemaVersion() >= Migration.hub.id else { return nil }
        return try connection.tombstones()
    }
}

extension Connection {
    /// - Returns: whether all of the log was written into the file and the log cut to nothing.
    fileprivate func truncateLog(patience: Duration) throws -> Bool {
        try setBusyTimeout(patience)
        defer { try? setBusyTimeout(Self.usualPatience) }
        return try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) == 0 } ?? true
    }
}
