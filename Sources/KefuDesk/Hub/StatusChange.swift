import KefuDomain
import KefuRPC
import KefuStore

/// A stored thread whose status is another one than before.
struct StatusChange: Sendable {
    let thread: ThreadRecord
    /// `nil` for a new thread.
    let before: ThreadStatus?

    /// - Returns: `nil` when the status stayed.
    init?(_ thread: ThreadRecord, before: ThreadStatus?) {
        guard thread.status != before else { return nil }
        self.thread = thread
        self.before = before
    }
}

extension Desk {
    /// Tells subscribers of changed statuses, by ids alone, and the scheduler that something else
    /// may fall due next. Nothing is told of private threads.
    func tell(_ changes: [StatusChange], at now: Timestamp) {
        for change in changes where change.thread.bucket != .black {
            let id = RecordID(.thread, change.thread.row).description
            events.publish(
                .status, at: now,
                [
                    "thread_id": .text(id), "status": .text(change.thread.status.rawValue),
                    "before": change.before.map { .text($0.rawValue) } ?? .null,
                ])
            if change.thread.status == .overdue {
                events.publish(.overdue, at: now, ["thread_id": .text(id)])
            }
        }
        scheduler.wake()
    }
}

extension ThreadRecord {
    /// The thread with the status that holds at a moment.
    /// - Parameter now: what changes by itself between the two never does: it was past when it was
    ///   stored.
    func settled(by sla: SLA, asOf moment: Timestamp, now: Timestamp) -> ThreadRecord {
        var thread = settled(by: sla, at: moment)
        if now > moment { thread.dueAt = facts.nextChange(sla, after: now) }
        return thread
    }
}

extension Connection {
    /// Stores a thread with the status that holds at a moment, and whether it is in the pool.
    /// - Parameters:
    ///   - moment: as of when the status is stored; see `settled(by:asOf:now:)`.
    ///   - at: when what happened to the thread happened.
    func keep(
        _ thread: ThreadRecord, _ hub: HubSettings, asOf moment: Timestamp, now: Timestamp,
        at: Timestamp
    ) throws -> ThreadRecord {
        let settled = thread.settled(by: hub.sla, asOf: moment, now: now)
        try save(settled)
        try notePool(thread: settled.row, isIn: settled.isInPool(by: hub.scoring), at: at)
        return settled
    }

    /// Stores what time alone did to a thread since it was stored.
    /// - Parameter settled: the thread as it is stored, but for its status and times.
    func keepStatus(
        _ settled: ThreadRecord, before: ThreadRecord, _ hub: HubSettings, at: Timestamp
    ) throws {
        try saveStatus(settled)
        guard settled.status != before.status else { return }
        try notePool(thread: settled.row, isIn: settled.isInPool(by: hub.scoring), at: at)
    }
}
