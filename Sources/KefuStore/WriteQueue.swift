import Glibc
import KefuDomain

/// Writes that wait for the writer, so that those that came meanwhile share one commit.
///
/// A commit costs as much as many small writes. Whoever comes first while nobody leads does the
/// writes of all who have come by then, and hands the lead to the next who waits; each write is
/// still all or nothing, and durable when its caller goes on.
///
/// `@unchecked Sendable`: `lock` guards every member that changes.
final class WriteQueue: @unchecked Sendable {
    /// More writes than this do not share a commit: the first of them waits for the last.
    private static let largestGroup = 64

    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var waiting: [PendingWrite] = []
    private var isLed = false

    init() {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    /// Waits until a write is done, by this thread or another.
    /// - Parameter lead: does some writes; called on this thread when it leads.
    func perform(_ write: PendingWrite, lead: ([PendingWrite]) -> Void) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        waiting.append(write)
        if isLed {
            write.wait(lock)
            // Done by another, or handed the lead.
            guard !write.isSettled else { return }
        }
        isLed = true
        while !write.isSettled {
            let group = Array(waiting.prefix(Self.largestGroup))
            waiting.removeFirst(group.count)
            pthread_mutex_unlock(lock)
            lead(group)
            pthread_mutex_lock(lock)
            for done in group { done.settle() }
        }
        if let next = waiting.first { next.wake() } else { isLed = false }
    }
}

/// One write on its way.
///
/// `@unchecked Sendable`: its caller waits while another thread runs it, and looks at it again only
/// after `WriteQueue`'s lock said that it is settled.
final class PendingWrite: @unchecked Sendable {
    /// Given up when it is settled: nobody may hold it when the caller goes on.
    private var body: ((Connection) throws -> Void)?
    private(set) var failure: (any Error)?
    private(set) var isSettled = false
    /// Whether its caller is to go on waiting no longer; guarded by the queue's lock.
    private var isAwake = false
    private let woken: UnsafeMutablePointer<pthread_cond_t>

    init(_ body: @escaping (Connection) throws -> Void) {
        self.body = body
        woken = .allocate(capacity: 1)
        pthread_cond_init(woken, nil)
    }

    deinit {
        pthread_cond_destroy(woken)
        woken.deallocate()
    }

    func run(_ connection: Connection) throws { try body?(connection) }

    func fail(_ error: any Error) { failure = error }

    // The rest is called under the queue's lock.

    fileprivate func settle() {
        body = nil
        isSettled = true
        wake()
    }

    fileprivate func wake() {
        isAwake = true
        pthread_cond_signal(woken)
    }

    fileprivate func wait(_ lock: UnsafeMutablePointer<pthread_mutex_t>) {
        while !isAwake { pthread_cond_wait(woken, lock) }
    }
}
