import KefuDomain
import KefuStore

extension ThreadRecord {
    /// The thread with the status, and the times, that follow from its facts at a moment. To be
    /// called before it is saved, whenever a fact changed or a time fell due.
    func settled(by sla: SLA, at now: Timestamp) -> ThreadRecord {
        var thread = self
        thread.status = ThreadStatus.of(facts, sla: sla, now: now)
        thread.slaAt = facts.slaAt(sla)
        thread.followUpAt = facts.followUpAt(sla)
        thread.dueAt = facts.nextChange(sla, after: now)
        return thread
    }

    /// Whether it belongs to the unknown pool, as of its stored status.
    func isInPool(by rules: ScoringRules) -> Bool {
        guard kCode == nil, bucket != .black, score >= rules.gray else { return false }
        switch status {
        case .unseen, .needReply, .overdue: return true
        case .waitingThem, .resolved, .snoozed: return false
        }
    }
}

extension ContactRecord {
    /// What the operator decided about a contact's threads; a customer with a K code is WHITE.
    var decidedBucket: Bucket? { bucket ?? (kCode == nil ? nil : .white) }
}
