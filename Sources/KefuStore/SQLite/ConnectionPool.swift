import Glibc
import KefuDomain

/// Lends connections, each to one thread at a time, in the order in which threads asked.
///
/// A pool of one is a writer's lock: its users come one by one and none is passed over.
/// `@unchecked Sendable`: `lock` guards every member that changes.
final class ConnectionPool: @unchecked Sendable {
    private let open: @Sendable () throws -> Connection
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private let limit: Int
    private var idle: [Connection] = []
    private var lent = 0
    /// Tickets: the next to give out, and the one whose turn it is.
    private var nextTicket: UInt64 = 0
    private var turn: UInt64 = 0
    private var isClosed = false
    private var use = DatabaseCaches()

    /// - Parameters:
    ///   - limit: the most connections that exist at once; they are opened when first needed.
    ///   - open: makes a connection; may throw.
    init(limit: Int, open: @escaping @Sendable () throws -> Connection) {
        self.limit = limit
        self.open = open
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Waits for a connection, lends it for the length of `body`, and takes it back.
    /// - Throws: `ErrorCode.cancelled` once the pool is closed; what `open` or `body` throws.
    func lend<T>(_ body: (Connection) throws -> T) throws -> T {
        let connection = try acquire()
        defer { release(connection) }
        return try body(connection)
    }

    /// Refuses new users, waits for those under way, and closes every connection.
    func close() {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        isClosed = true
        pthread_cond_broadcast(changed)
        while lent > 0 { pthread_cond_wait(changed, lock) }
        idle.removeAll()
    }

    /// How the caches of its connections were used so far.
    var cacheUse: DatabaseCaches {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return use
    }

    private func acquire() throws -> Connection {
        pthread_mutex_lock(lock)
        let ticket = nextTicket
        nextTicket += 1
        while !isClosed && (ticket != turn || lent == limit) { pthread_cond_wait(changed, lock) }
        turn += 1
        pthread_cond_broadcast(changed)
        guard !isClosed else {
            pthread_mutex_unlock(lock)
            throw KefuError.storeClosed
        }
        lent += 1
        let connection = idle.popLast()
        pthread_mutex_unlock(lock)
        if let connection { return connection }
        do {
            return try open()
        } catch {
            release(nil)
            throw error
        }
    }

    private func release(_ connection: Connection?) {
        let latest = connection?.takeCacheUse() ?? DatabaseCaches()
        pthread_mutex_lock(lock)
        use += latest
        if let connection { idle.append(connection) }
        lent -= 1
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }
}

extension KefuError {
    static let storeClosed = KefuError(
        .cancelled, .storeClosed, why: .storeClosedWhy, hint: .storeClosedHint)
}
