extension ThreadStatus {
    /// The status that follows from the facts: the first row that fits of SPEC 7's table.
    ///
    /// It depends on nothing else, so that working it out again changes nothing by itself. A thread
    /// in which nobody spoke yet waits for the customer.
    public static func of(_ facts: ThreadFacts, sla: SLA, now: Timestamp) -> ThreadStatus {
        if let status = facts.call.flatMap({ called($0, facts, sla, now) }) { return status }
        switch facts.lastSpeaker {
        case .them: return asked(facts, sla, now)
        case .me:
            guard let ours = facts.lastOursAt else { return .waitingThem }
            return sla.isOlder(ours, than: sla.followUpHours * 60, at: now)
                ? .needReply : .waitingThem
        case nil: return .waitingThem
        }
    }

    /// The rows of the operator's calls, which hold until a newer customer message ends them.
    private static func called(
        _ call: ThreadCall, _ facts: ThreadFacts, _ sla: SLA, _ now: Timestamp
    ) -> ThreadStatus? {
        switch call {
        case .resolved: .resolved
        case .snoozed(let until, _): until > now ? .snoozed : due(until, facts, sla, now)
        case .waiting(let until, _): until > now ? .waitingThem : due(until, facts, sla, now)
        }
    }

    private static func due(
        _ until: Timestamp, _ facts: ThreadFacts, _ sla: SLA, _ now: Timestamp
    ) -> ThreadStatus? {
        if facts.wroteSince(until) { return nil }
        guard facts.lastSpeaker == .them, let limit = sla.limit(sla.needReplyMinutes, after: until)
        else { return .needReply }
        return now >= limit ? .overdue : .needReply
    }

    private static func asked(_ facts: ThreadFacts, _ sla: SLA, _ now: Timestamp) -> ThreadStatus {
        guard let asked = facts.openSince else { return .needReply }
        if !facts.isLookedAt, !sla.isOlder(asked, than: sla.unseenMinutes, at: now) {
            return .unseen
        }
        return sla.isOlder(asked, than: sla.needReplyMinutes, at: now) ? .overdue : .needReply
    }
}

extension ThreadFacts {
    /// By when we should have answered: the end of the time that the first unanswered message may
    /// wait; `nil` where none does.
    public func slaAt(_ sla: SLA) -> Timestamp? {
        firstUnansweredAt.flatMap { sla.limit(sla.needReplyMinutes, after: $0) }
    }

    /// When the thread comes back to us by itself while the customer says nothing: as the operator
    /// said, else `follow_up_hours` after our message; `nil` when it is not the customer's turn.
    public func followUpAt(_ sla: SLA) -> Timestamp? {
        switch call {
        case .resolved: return nil
        case .waiting(let until, _) where !wroteSince(until): return until
        default: break
        }
        guard lastSpeaker == .me, let ours = lastOursAt else { return nil }
        return sla.limit(sla.followUpHours * 60, after: ours)
    }

    /// The next moment at which the status is another one, if nothing is said or called meanwhile.
    /// - Returns: `nil` when it stays what it is.
    public func nextChange(_ sla: SLA, after now: Timestamp) -> Timestamp? {
        let status = ThreadStatus.of(self, sla: sla, now: now)
        return edges(sla).filter { $0 > now }.sorted()
            .first { ThreadStatus.of(self, sla: sla, now: $0) != status }
    }

    /// Every moment at which the status may change by itself.
    private func edges(_ sla: SLA) -> [Timestamp] {
        var edges: [Timestamp?] = []
        switch call {
        case .resolved: return []
        case .snoozed(let until, _), .waiting(let until, _):
            edges = [until, sla.limit(sla.needReplyMinutes, after: until)]
        case nil: break
        }
        if let asked = openSince {
            edges.append(sla.passing(sla.unseenMinutes, after: asked))
            edges.append(sla.passing(sla.needReplyMinutes, after: asked))
        }
        if let ours = lastOursAt { edges.append(sla.passing(sla.followUpHours * 60, after: ours)) }
        return edges.compactMap(\.self)
    }

    fileprivate func wroteSince(_ due: Timestamp) -> Bool { lastOursAt.map { $0 >= due } ?? false }

    /// From when the age of what the customer said counts.
    fileprivate var openSince: Timestamp? { firstUnansweredAt ?? lastMessageAt }
}
