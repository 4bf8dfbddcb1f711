import Glibc
public import KefuDomain
import Synchronization

/// The database of the desk: one writer, several readers, every write durable when it returns.
///
/// Closures run on the caller's thread. A closure must not call `write` again (it would wait for
/// itself), nor keep the connection. A read sees one state of the database from its first query
/// to its end, and every write that returned before.
public final class Store: Sendable {
    private let writer: ConnectionPool
    private let queue = WriteQueue()
    private let readers: ConnectionPool
    /// For what must not wait behind long reads.
    private let monitor: ConnectionPool
    let openReader: @Sendable () throws -> Connection
    let openCopy: @Sendable (String) throws -> Connection
    private let openRehearsal: @Sendable () throws -> Connection
    private let path: String
    private let storageFails = Mutex(false)
    let isLogHeld = Mutex(false)
    let log: Log

    /// How many reads run at once; further ones wait their turn.
    private static let readerCount = 4

    /// Opens the database, brings its schema up to date, and undoes imports that never finished.
    /// - Parameters:
    ///   - path: the file; it is made, readable by its owner only, when there is none.
    ///   - analysis: how texts are normalised. When its version is not that of the stored texts,
    ///     everything that depends on it is computed anew before this returns.
    /// - Throws: `ErrorCode.unreadable` for a file that is damaged, another program's, or a newer
    ///   kefu's, which stays as it was.
    public init(path: String, analysis: any TextAnalysis, log: Log) throws {
        self.path = path
        self.log = log
        Self.reserve(path)
        openReader = {
            try Connection(path: path, isReader: true, analysis: analysis, log: log)
        }
        openCopy = { try Connection(path: $0, analysis: analysis, log: log) }
        openRehearsal = {
            try Connection(path: "", keepsIndexes: false, analysis: analysis, log: .silent)
        }
        writer = ConnectionPool(limit: 1) {
            try Connection(path: path, analysis: analysis, log: log)
        }
        readers = ConnectionPool(limit: Self.readerCount, open: openReader)
        monitor = ConnectionPool(limit: 1, open: openReader)
        try writer.lend { connection in
            try connection.refuseForeignSchema()
            try connection.useWriteAheadLog()
            try connection.migrate()
        }
        try refreshIndexedText()
        try undoInterruptedImports()
    }

    /// Runs queries that see one state of the database.
    public func read<T>(_ body: (Connection) throws -> T) throws -> T {
        try readers.lend { connection in
            try connection.transaction(.reading) { try body(connection) }
        }
    }

    /// Runs one durable transaction: stored as a whole when this returns, not at all when it throws.
    /// - Throws: what `body` throws; `ErrorCode.limit` when the disk is full. The store stays usable.
    public func write<T>(_ body: (Connection) throws -> T) throws -> T {
        do {
            let result = try writer.lend { connection in
                try connection.transaction(.writing) { try body(connection) }
            }
            noteStorage(fails: false, nil)
            return result
        } catch let error as KefuError where error.isOfStorage {
            noteStorage(fails: true, error)
            throw error
        }
    }

    /// Like `write`, for small writes of which many come at once: those that wait for each other
    /// share a commit.
    /// - Parameter body: may run on another thread while the caller waits, and more than once: all
    ///   that it does, it does to the connection.
    public func writeTogether<T>(_ body: (Connection) throws -> T) throws -> T {
        var result: T?
        let failure = withoutActuallyEscaping(body) { body in
            let pending = PendingWrite { result = try body($0) }
            queue.perform(pending, lead: commit)
            return pending.failure
        }
        guard failure == nil, let result else { throw failure ?? KefuError.storeClosed }
        return result
    }

    /// Does some writes in one transaction. Where one of them fails, each gets a transaction of its
    /// own, so that none suffers for another.
    private func commit(_ group: [PendingWrite]) {
        if group.count > 1, isStored(group) { return }
        for one in group {
            do {
                try write { try one.run($0) }
            } catch {
                one.fail(error)
            }
        }
    }

    private func isStored(_ group: [PendingWrite]) -> Bool {
        do {
            try write { connection in
                for one in group { try one.run(connection) }
            }
            return true
        } catch {
            return false
        }
    }

    /// Lends the writer outside a transaction, for what SQLite does in none.
    func writeAlone<T>(_ body: (Connection) throws -> T) throws -> T {
        try writer.lend(body)
    }

    /// Lends a private copy of the base as it is at this moment, in which imports can be tried out.
    /// Nobody waits for it, and it waits for nobody.
    public func rehearse<T>(_ body: (Rehearsal) throws -> T) throws -> T {
        try Rehearsal(openRehearsal(), base: path).run(body)
    }

    /// Whether writes fail because of the disk: from one that did to the next that succeeds.
    public var isStorageFailing: Bool { storageFails.withLock { $0 } }

    /// Logs when storage begins to fail and when it works again, not every write in between.
    private func noteStorage(fails: Bool, _ error: KefuError?) {
        let isNews = storageFails.withLock { known in
            defer { known = fails }
            return known != fails
        }
        guard isNews else { return }
        if let error {
            log.write(.error, "storing fails: \(error.what.english): \(error.why.english)")
        } else {
            log.write(.info, "storing works again")
        }
    }

    /// Waits for the closures under way and closes the file. Later calls throw `cancelled`.
    public func close() {
        monitor.close()
        readers.close()
        writer.close()
    }

    /// Makes a new file private before SQLite makes it for everybody; its helpers inherit the mode.
    private static func reserve(_ path: String) {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o600)
        if descriptor >= 0 { Glibc.close(descriptor) }
    }
}

extension Store {
    /// The number of the newest change; quick at any size and under any load.
    public func lastSequence() throws -> Int64 {
        try monitor.lend { try $0.lastSequence() }
    }

    /// How much the base holds; at once, however busy the store is.
    public func counts() throws -> BaseCounts {
        try monitor.lend { try $0.counts() }
    }

    /// What SQLite finds wrong with the file; empty when all is well. Reads everything.
    public func problems() throws -> [String] {
        try writer.lend { try $0.problems() }
    }

    /// How the caches of all connections were used since the start.
    public var cacheUse: DatabaseCaches {
        var use = writer.cacheUse
        use += readers.cacheUse
        use += monitor.cacheUse
        return use
    }

    /// The size on disk in bytes, the write-ahead log included.
    public var bytes: Int64 {
        var total: Int64 = 0
        for suffix in ["", "-wal"] {
            var status = stat()
            if stat(path + suffix, &status) == 0 { total += Int64(status.st_size) }
        }
        return total
    }
}

extension Connection {
    /// Settings of the writer. A commit is on the disk when it returns (`synchronous = FULL`).
    fileprivate func useWriteAheadLog() throws {
        let mode = try first("PRAGMA journal_mode = WAL") { $0.text(0) } ?? ""
        if mode != "wal" && mode != "memory" {
            log.write(.warning, "the database runs without a write-ahead log (\(mode))")
        }
        for pragma in [
            "synchronous = FULL", "wal_autocheckpoint = 8000", "journal_size_limit = 16777216",
            "cache_size = -16384",
            // What is deleted is overwritten: a customer's words must not outlive their row.
            "secure_delete = ON",
        ] {
            try run("PRAGMA \(pragma)")
        }
    }
}
