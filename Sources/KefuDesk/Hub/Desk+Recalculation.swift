import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// Threads that one transaction looks at, so that writers are soon free again.
    private static let batch = 500

    /// Works every thread's status out as of a moment, and stores those that changed.
    func recalculate(_ params: RecalculateHub.Params) throws -> RecalculateHub.Result {
        let now = now
        return try recalculateAll(asOf: params.at ?? now, now: now)
    }

    /// - Parameter mayGoOn: asked after every batch; false ends the work.
    func recalculateAll(
        asOf moment: Timestamp, now: Timestamp, while mayGoOn: () -> Bool = { true }
    ) throws -> RecalculateHub.Result {
        let hub = current.hub
        var (checked, changed) = (0, 0)
        var last: Int64 = 0
        while mayGoOn() {
            let threads = try store.read { try $0.threads(after: last, limit: Self.batch) }
            guard let end = threads.last?.row else { break }
            last = end
            checked += threads.count
            let outdated = threads.filter {
                $0.isOutdated($0.settled(by: hub.sla, asOf: moment, now: now))
            }
            changed += try settle(outdated, asOf: moment, now: now)
        }
        return RecalculateHub.Result(checked: checked, changed: changed)
    }

    /// Stores what the facts of some threads come to, as they are by now.
    /// - Returns: how many have another status than before.
    private func settle(
        _ threads: [ThreadRecord], asOf moment: Timestamp, now: Timestamp
    ) throws -> Int {
        guard !threads.isEmpty else { return 0 }
        let hub = current.hub
        let changes = try store.write { connection in
            try threads.compactMap { thread -> StatusChange? in
                guard let fresh = try connection.thread(thread.row) else { return nil }
                let settled = fresh.settled(by: hub.sla, asOf: moment, now: now)
                guard fresh.isOutdated(settled) else { return nil }
                try connection.keepStatus(
                    settled, before: fresh, hub, at: fresh.changeTime(before: moment))
                return StatusChange(settled, before: fresh.status)
            }
        }
        tell(changes, at: now)
        return changes.count
    }

    /// Stores the statuses that have changed by themselves up to a moment, the earliest first.
    /// - Returns: how many.
    @discardableResult
    func settleDue(through moment: Timestamp, now: Timestamp) throws -> Int {
        let hub = current.hub
        var count = 0
        while let due = try store.read({ try $0.nextDue() }), due <= moment {
            let changes = try store.write { connection in
                try connection.dueThreads(through: moment, limit: Self.batch).map { thread in
                    let settled = thread.settled(by: hub.sla, at: moment)
                    try connection.keepStatus(
                        settled, before: thread, hub, at: thread.changeTime(before: moment))
                    return StatusChange(settled, before: thread.status)
                }
            }
            tell(changes.compactMap(\.self), at: now)
            count += changes.count
        }
        return count
    }
}

extension ThreadRecord {
    /// Whether another status, or another time, follows from its facts than those that are stored.
    fileprivate func isOutdated(_ settled: ThreadRecord) -> Bool {
        (status, dueAt, slaAt, followUpAt)
            != (settled.status, settled.dueAt, settled.slaAt, settled.followUpAt)
    }

    /// When its status changed by itself: at the stored time, if that has come.
    fileprivate func changeTime(before moment: Timestamp) -> Timestamp {
        dueAt.map { min($0, moment) } ?? moment
    }
}
