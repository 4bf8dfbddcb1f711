import KefuDomain
import KefuRPC
import KefuStore

/// What the operator does with one thread.
extension Desk {
    func thread(_ params: ThreadID) throws -> ThreadView {
        let row = try RecordID.row(of: params.id, as: .thread)
        return try store.read { ThreadView(try $0.knownThread(row)) }
    }

    /// Works the status out as of a moment, and stores it.
    func recalculate(_ params: RecalculateThread.Params) throws -> ThreadView {
        let now = now
        let at = params.at ?? now
        return try change(params.id, at: at, asOf: at, now: now) { _ in }
    }

    func snooze(_ params: SnoozeThread.Params) throws -> ThreadView {
        let now = now
        let at = params.at ?? now
        let until = try Self.end(of: params, from: at)
        return try call(.snoozed(until: until, at: at), params.id, at: at, now: now)
    }

    func wait(_ params: WaitThread.Params) throws -> ThreadView {
        let now = now
        let at = params.at ?? now
        let until =
            params.followUpHours.map { at.adding(.seconds($0 * 3600)) }
            ?? usualFollowUp(after: at)
        return try call(.waiting(until: until, at: at), params.id, at: at, now: now)
    }

    /// Marks a thread as done; the bot may speak in it again.
    func resolve(_ params: ResolveThread.Params) throws -> ThreadView {
        let now = now
        let at = params.at ?? now
        return try call(.resolved(at: at), params.id, at: at, now: now) { thread in
            thread.outcome = params.outcome
            thread.silencedBy = nil
            thread.unflag()
        }
    }

    func rate(_ params: RateThread.Params) throws -> ThreadView {
        let now = now
        return try change(params.id, at: now, asOf: now, now: now) { thread in
            thread.satisfaction = params.satisfaction
        }
    }

    func release(_ params: ThreadID) throws -> ThreadView {
        let now = now
        return try change(params.id, at: now, asOf: now, now: now) { thread in
            thread.silencedBy = nil
            thread.unflag()
        }
    }
}

extension Desk {
    /// When a sleep ends.
    /// - Throws: `ErrorCode.invalidParams` where it would end before it began, or ends twice.
    private static func end(of params: SnoozeThread.Params, from at: Timestamp) throws -> Timestamp
    {
        let field = SnoozeThread.Params.CodingKeys.until.rawValue
        guard let until = params.until else {
            return at.adding(.seconds(60 * (params.minutes ?? 60)))
        }
        guard params.minutes == nil else {
            throw KefuError.invalid(
                field, .snoozeTwice, why: .snoozeTwiceWhy, hint: .snoozeTwiceHint)
        }
        guard until > at else {
            throw KefuError.invalid(
                field, .snoozeBackwards, why: .snoozeBackwardsWhy, hint: .snoozeBackwardsHint)
        }
        return until
    }

    /// Business hours stop the clock of the configured time, not of one that the operator names.
    private func usualFollowUp(after at: Timestamp) -> Timestamp {
        let sla = current.hub.sla
        return sla.limit(sla.followUpHours * 60, after: at)
            ?? at.adding(.seconds(3600 * sla.followUpHours))
    }

    /// Puts a decision of the operator in force, in place of the one before. The status is stored
    /// as of now, or as of the decision where that is still to come.
    private func call(
        _ call: ThreadCall, _ id: String, at: Timestamp, now: Timestamp,
        _ also: (inout ThreadRecord) -> Void = { _ in }
    ) throws -> ThreadView {
        try change(id, at: at, asOf: max(at, now), now: now) { thread in
            thread.facts.apply(call)
            also(&thread)
        }
    }

    private func change(
        _ id: String, at: Timestamp, asOf moment: Timestamp, now: Timestamp,
        _ body: (inout ThreadRecord) -> Void
    ) throws -> ThreadView {
        let row = try RecordID.row(of: id, as: .thread)
        let hub = current.hub
        let (thread, before) = try store.write { connection in
            var thread = try connection.knownThread(row)
            let before = thread.status
            body(&thread)
            return (
                try connection.keep(thread, hub, asOf: moment, now: now, at: at), before
            )
        }
        tell([StatusChange(thread, before: before)].compactMap(\.self), at: now)
        return ThreadView(thread)
    }
}

extension Connection {
    /// - Throws: `ErrorCode.notFound`.
    func knownThread(_ row: Int64) throws -> ThreadRecord {
        guard let thread = try thread(row) else { throw KefuError.notFound(.thread) }
        return thread
    }

    /// - Throws: `ErrorCode.notFound`.
    func knownContact(_ row: Int64) throws -> ContactRecord {
        guard let contact = try contact(row) else { throw KefuError.notFound(.contact) }
        return contact
    }
}
