import Testing

@testable import KefuDomain

/// Minutes and milliseconds from the moment at which the tests' threads begin.
private func at(_ minutes: Int, ms: Int64 = 0) -> Timestamp {
    Timestamp(milliseconds: 1_760_000_000_000 + Int64(minutes) * 60_000 + ms)
}

private func them(_ minutes: Int, seen: Bool = false) -> ThreadFacts {
    ThreadFacts(
        lastSpeaker: .them, lastMessageAt: at(minutes), firstUnansweredAt: at(minutes),
        isLookedAt: seen)
}

private func us(_ minutes: Int) -> ThreadFacts {
    ThreadFacts(lastSpeaker: .me, lastMessageAt: at(minutes), lastOursAt: at(minutes))
}

/// Each row of SPEC 7's table, at its edges.
struct ThreadStatusTests {
    private func status(_ facts: ThreadFacts, _ now: Timestamp, sla: SLA = SLA()) -> ThreadStatus {
        .of(facts, sla: sla, now: now)
    }

    @Test(
        arguments: [
            (at(0), .unseen), (at(0, ms: 1), .needReply), (at(30), .needReply),
            (at(30, ms: 1), .overdue), (at(100_000), .overdue), (at(-5), .unseen),
        ] as [(Timestamp, ThreadStatus)])
    func theCustomerSpokeLastAndNobodyLooked(now: Timestamp, expected: ThreadStatus) {
        #expect(status(them(0), now) == expected)
    }

    @Test(
        arguments: [
            (at(0), .needReply), (at(30), .needReply), (at(30, ms: 1), .overdue),
        ] as [(Timestamp, ThreadStatus)])
    func theCustomerSpokeLastAndSomebodyLooked(now: Timestamp, expected: ThreadStatus) {
        #expect(status(them(0, seen: true), now) == expected)
    }

    @Test func unseenLastsAsLongAsConfigured() {
        var sla = SLA()
        sla.unseenMinutes = 10
        #expect(status(them(0), at(10), sla: sla) == .unseen)
        #expect(status(them(0), at(10, ms: 1), sla: sla) == .needReply)
        sla.unseenMinutes = 60
        #expect(status(them(0), at(60), sla: sla) == .unseen)
        #expect(status(them(0), at(60, ms: 1), sla: sla) == .overdue)
        #expect(status(them(0, seen: true), at(31), sla: sla) == .overdue)
    }

    @Test(
        arguments: [
            (at(0), .waitingThem), (at(48 * 60), .waitingThem), (at(48 * 60, ms: 1), .needReply),
            (at(1_000_000), .needReply),
        ] as [(Timestamp, ThreadStatus)])
    func weSpokeLast(now: Timestamp, expected: ThreadStatus) {
        #expect(status(us(0), now) == expected)
    }

    @Test(arguments: [them(0), us(0)])
    func aResolvedThreadStaysSo(facts: ThreadFacts) {
        var facts = facts
        facts.apply(.resolved(at: at(5)))
        for now in [at(5), at(31), at(3000), at(1_000_000)] {
            #expect(status(facts, now) == .resolved)
        }
        #expect(facts.nextChange(SLA(), after: at(5)) == nil)
    }

    @Test(
        arguments: [
            (at(59, ms: 59_999), .snoozed), (at(60), .needReply), (at(89, ms: 59_999), .needReply),
            (at(90), .overdue), (at(100_000), .overdue),
        ] as [(Timestamp, ThreadStatus)])
    func aSnoozeOfACustomersMessageComesDue(now: Timestamp, expected: ThreadStatus) {
        var facts = them(0, seen: true)
        facts.apply(.snoozed(until: at(60), at: at(1)))
        #expect(status(facts, now) == expected)
    }

    @Test(
        arguments: [
            (at(59, ms: 59_999), .waitingThem), (at(60), .needReply), (at(90), .overdue),
        ] as [(Timestamp, ThreadStatus)])
    func aWaitComesDue(now: Timestamp, expected: ThreadStatus) {
        var facts = them(0, seen: true)
        facts.apply(.waiting(until: at(60), at: at(1)))
        #expect(status(facts, now) == expected)
    }

    @Test func aSnoozeAfterOurWordsBouncesBackAndIsNeverOverdue() {
        var facts = us(0)
        facts.apply(.snoozed(until: at(60), at: at(1)))
        #expect(status(facts, at(59)) == .snoozed)
        for now in [at(60), at(90), at(10_000)] { #expect(status(facts, now) == .needReply) }
    }

    @Test func whatWeWriteAfterADueTimeAnswersIt() {
        var facts = them(0, seen: true)
        facts.apply(.snoozed(until: at(60), at: at(1)))
        facts.hear(.me, at: at(70), counts: true)
        #expect(status(facts, at(70)) == .waitingThem)
        #expect(status(facts, at(70 + 48 * 60)) == .waitingThem)
        #expect(status(facts, at(70 + 48 * 60, ms: 1)) == .needReply)
    }

    @Test func whatWeWriteWhileItSleepsDoesNotKeepItFromWaking() {
        var facts = them(0, seen: true)
        facts.apply(.snoozed(until: at(60), at: at(1)))
        facts.hear(.me, at: at(30), counts: true)
        #expect(status(facts, at(59)) == .snoozed)
        #expect(status(facts, at(60)) == .needReply)
        #expect(status(facts, at(200)) == .needReply)
    }

    @Test func aThreadThatNobodySpokeInWaits() {
        #expect(status(ThreadFacts(), at(0)) == .waitingThem)
    }

    @Test func workingItOutAgainWakesAndReopensNothing() {
        var sleeping = them(0)
        sleeping.apply(.snoozed(until: at(10_000), at: at(1)))
        for minute in stride(from: 1, to: 10_000, by: 37) {
            #expect(status(sleeping, at(minute)) == .snoozed)
        }
    }

    @Test func theTimesFollowFromTheMessages() {
        let sla = SLA()
        #expect(them(0).slaAt(sla) == at(30))
        #expect(them(0).followUpAt(sla) == nil)
        #expect(us(0).slaAt(sla) == nil)
        #expect(us(0).followUpAt(sla) == at(48 * 60))
        var told = us(0)
        told.apply(.waiting(until: at(600), at: at(1)))
        #expect(told.followUpAt(sla) == at(600))
        told.hear(.me, at: at(601), counts: true)
        #expect(told.followUpAt(sla) == at(601 + 48 * 60))
        told.apply(.resolved(at: at(602)))
        #expect(told.followUpAt(sla) == nil && told.slaAt(sla) == nil)
    }
}
