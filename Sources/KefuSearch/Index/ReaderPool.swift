import KefuDomain
import Synchronization

/// Read handles of the serving index, lent to one thread at a time and moved to the newest commit
/// when they are lent.
final class ReaderPool: Sendable {
    /// A read handle with what it knows of its own snapshot.
    final class Loan {
        let index: IndexReader
        fileprivate var served: IndexFollower.Served
        /// Another number means another index.
        var generation: Int { served.generation }
        /// The last change that this snapshot holds.
        fileprivate(set) var sequence: Int64
        fileprivate(set) var documents: Int

        fileprivate init(_ served: IndexFollower.Served) throws {
            index = try IndexReader(path: served.path)
            self.served = served
            (sequence, documents) = (0, 0)
            try read()
        }

        fileprivate func move(to newest: IndexFollower.Served) throws {
            guard served != newest else { return }
            try index.reopen()
            served = newest
            try read()
        }

        private func read() throws {
            sequence = Int64(try index.metadata(IndexFormat.sequenceKey)) ?? 0
            documents = try index.documentCount()
        }
    }

    /// Handles kept for the next search; more threads than this at once open their own.
    private static let maxIdle = 8

    private let follower: IndexFollower
    private let log: Log
    /// Each idle handle belongs to nobody; it leaves the list before anyone uses it.
    private let idle = Mutex<[Idle]>([])

    private struct Idle: @unchecked Sendable {
        // Guarded by `idle`: a loan in the list is used by no thread.
        let loan: Loan
    }

    init(follower: IndexFollower, log: Log) {
        self.follower = follower
        self.log = log
    }

    /// Runs a search with the index.
    /// - Returns: `nil` when no index serves, or when it fails: the database answers alone then.
    /// - Throws: what `body` throws besides failures of the index.
    func withReader<T>(_ body: (Loan) throws -> T) throws -> T? {
        for _ in 0..<2 {
            guard let served = follower.served else { return nil }
            do {
                let loan = try borrow(served)
                let result = try body(loan)
                giveBack(loan)
                return result
            } catch let failure as IndexFailure {
                if failure.kind == .corrupt {
                    follower.reportDamage(of: served, failure)
                    return nil
                }
                log.write(.warning, "index: a search failed: \(failure.text)")
                // The follower looks whether the files are still there.
                if failure.kind == .unavailable { follower.wake() }
            }
        }
        return nil
    }

    /// Closes the idle handles.
    func drain() {
        idle.withLock { $0.removeAll() }
    }

    private func borrow(_ served: IndexFollower.Served) throws -> Loan {
        let waiting = idle.withLock { idle in
            idle.removeAll { $0.loan.served.generation != served.generation }
            return idle.popLast()
        }
        guard let loan = waiting?.loan else { return try Loan(served) }
        try loan.move(to: served)
        return loan
    }

    private func giveBack(_ loan: Loan) {
        let kept = Idle(loan: loan)
        idle.withLock { idle in
            if idle.count < Self.maxIdle { idle.append(kept) }
        }
    }
}
