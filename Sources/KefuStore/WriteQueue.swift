import Glibc
import KefuDomain

/// Writes that wait for the writer, so that those that came meanwhile share one commit.
///
/// A commit costs as much as many small writes. Whoever comes first while nobody leads does the
/// writes of all who have come by then, for some rounds, and hands the lead to the next who waits;
/// each write is still all or nothing, and durable when its caller goes on.
///
/// `@unchecked Sendable`: `lock` guards every member that changes.
final class WriteQueue: @unchecked Sendable {
    /// More writes than this do not share a commit: the first of them waits for the last.
    private static let largestGroup = 64
    /// So many groups a leader does while others wait: each change of the lead costs a change of
    /// threads during which nothing is written, and the leader's own caller waits for the end.
    private static let mostRounds = 4

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
        if mustWait(write) {
            write.wait()
            // Done by another, or handed the lead.
            guard !write.isSettled else { return }
        }
        for round in 1... {
            let group = nextGroup()
            lead(group)
            for done in group { done.settle(wakes: done !== write) }
            guard round < Self.mostRounds || !write.isSettled, isAnybodyWaiting else { break }
        }
        handOver()
    }

    /// - Returns: false for the one who leads from now on.
    private func mustWait(_ write: PendingWrite) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        waiting.append(write)
        defer { isLed = true }
        return isLed
    }

    private func nextGroup() -> [PendingWrite] {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let group = Array(waiting.prefix(Self.largestGroup))
        waiting.removeFirst(group.count)
        return group
    }

    private var isAnybodyWaiting: Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return !waiting.isEmpty
    }

    private func handOver() {
        pthread_mutex_lock(lock)
        let next = waiting.first
        if next == nil { isLed = false }
        pthread_mutex_unlock(lock)
        next?.wake()
    }
}

/// One write on its way.
///
/// `@unchecked Sendable`: its caller waits while another thread runs it, and looks at it again only
/// after the semaphore said that it is settled, or that its caller leads.
final class PendingWrite: @unchecked Sendable {
    /// Given up when it is settled: nobody may hold it when the caller goes on.
    private var body: ((Connection) throws -> Void)?
    private(set) var failure: (any Error)?
    private(set) var isSettled = false
    /// A semaphore of its own: who is woken needs no lock that all others want as well.
    private let woken: UnsafeMutablePointer<sem_t>

    init(_ body: @escaping (Connection) throws -> Void) {
        self.body = body
        woken = .allocate(capacity: 1)
        sem_init(woken, 0, 0)
    }

    deinit {
        sem_destroy(woken)
        woken.deallocate()
    }

    func run(_ connection: Connection) throws { try body?(connection) }

    func fail(_ error: any Error) { failure = error }

    /// - Parameter wakes: whether its caller waits.
    fileprivate func settle(wakes: Bool) {
        body = nil
        isSettled = true
        if wakes { wake() }
    }

    fileprivate func wake() { sem_post(woken) }

    fileprivate func wait() {
        // A signal interrupts the wait.
        while sem_wait(woken) != 0 {}
    }
}
