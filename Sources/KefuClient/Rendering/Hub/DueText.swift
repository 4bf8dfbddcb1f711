import KefuDomain
import KefuRPC

/// What a thread waits for, said as a span from now: what is left, or by how much it is late.
enum DueText {
    /// - Returns: `nil` where nothing is due and nothing was said.
    static func phrase(_ thread: ThreadView, now: Timestamp) -> Phrase? {
        switch thread.status {
        case .overdue, .needReply, .unseen: reply(thread, now)
        case .waitingThem:
            thread.followUpAt.map { ahead($0, now, Phrase.followUpIn, late: Phrase.followUpSince) }
        case .snoozed: thread.snoozedUntil.map { ahead($0, now, Phrase.wakesIn, late: Phrase.ago) }
        case .resolved: age(thread, now)
        }
    }

    /// How long ago its newest message was.
    static func age(_ thread: ThreadView, _ now: Timestamp) -> Phrase? {
        thread.lastMessageAt.map { .ago(.span(now.since($0))) }
    }

    private static func reply(_ thread: ThreadView, _ now: Timestamp) -> Phrase? {
        if let due = thread.slaAt {
            return ahead(due, now, Phrase.timeLeft, late: Phrase.overdueBy)
        }
        if let due = thread.followUpAt, due <= now { return .followUpSince(.span(now.since(due))) }
        return age(thread, now)
    }

    private static func ahead(
        _ due: Timestamp, _ now: Timestamp, _ before: (Phrase) -> Phrase,
        late: (Phrase) -> Phrase
    ) -> Phrase {
        due > now ? before(.span(due.since(now))) : late(.span(now.since(due)))
    }
}

extension Tone {
    /// Red for what is late, yellow for what waits for us.
    init(_ status: ThreadStatus) {
        switch status {
        case .overdue: self = .bad
        case .needReply, .unseen: self = .unsure
        case .resolved: self = .good
        case .waitingThem, .snoozed: self = .faint
        }
    }
}
