import Testing

@testable import KefuDomain

private func at(_ minutes: Int) -> Timestamp {
    Timestamp(seconds: 1_760_000_000 + 60 * Int64(minutes))
}

private func facts(_ heard: (Speaker, Int)...) -> ThreadFacts {
    var facts = ThreadFacts()
    for (speaker, minute) in heard { facts.hear(speaker, at: at(minute), counts: true) }
    return facts
}

/// How messages and calls change what a status follows from.
struct ThreadFactsTests {
    @Test func whoKeepsWritingDoesNotRestartTheClock() {
        let facts = facts((.them, 0), (.them, 10), (.them, 29))
        #expect(facts.firstUnansweredAt == at(0))
        #expect(facts.lastMessageAt == at(29))
        #expect(ThreadStatus.of(facts, sla: SLA(), now: at(31)) == .overdue)
    }

    @Test func ourMessageAnswersEverythingBeforeIt() {
        let facts = facts((.them, 0), (.them, 10), (.me, 20), (.them, 50))
        #expect(facts.firstUnansweredAt == at(50))
        #expect(facts.lastOursAt == at(20))
    }

    @Test func whatCountsForNothingChangesNothing() {
        var heard = facts((.them, 0), (.me, 5))
        let before = heard
        heard.hear(.them, at: at(10), counts: false)
        heard.hear(.me, at: at(11), counts: false)
        #expect(heard == before)
        heard.apply(.resolved(at: at(12)))
        heard.hear(.them, at: at(13), counts: false)
        #expect(ThreadStatus.of(heard, sla: SLA(), now: at(14)) == .resolved)
    }

    @Test func aCourtesyCanBeginAThread() {
        var facts = ThreadFacts()
        facts.hear(.me, at: at(0), counts: false)
        #expect(facts == ThreadFacts())
        facts.hear(.them, at: at(1), counts: false)
        #expect(facts.lastSpeaker == .them && facts.firstUnansweredAt == at(1))
    }

    @Test(arguments: [
        ThreadCall.resolved(at: at(20)), .snoozed(until: at(500), at: at(20)),
        .waiting(until: at(500), at: at(20)),
    ])
    func aNewerCustomerMessageEndsACall(call: ThreadCall) {
        var late = facts((.them, 0), (.them, 10))
        late.apply(call)
        let called = late
        late.hear(.them, at: at(5), counts: true)
        #expect(late == called, "older than the thread's last message")
        late.hear(.me, at: at(21), counts: true)
        #expect(late.call == call, "ours ends none")
        late.hear(.them, at: at(22), counts: true)
        #expect(late.call == nil)
    }

    @Test func aMessageWrittenBeforeACallAndReceivedAfterItIsNewer() {
        var heard = facts((.them, 0))
        heard.apply(.resolved(at: at(20)))
        heard.hear(.them, at: at(19), counts: true)
        #expect(heard.call == nil)
        #expect(heard.firstUnansweredAt == at(19))
        heard.apply(.resolved(at: at(21)))
        heard.hear(.them, at: at(19), counts: true)
        #expect(heard.call == nil, "as old as the last one is not older")
    }

    @Test func theLatestCallReplacesTheOthers() {
        var heard = facts((.them, 0))
        heard.apply(.resolved(at: at(1)))
        heard.apply(.snoozed(until: at(60), at: at(2)))
        #expect(ThreadStatus.of(heard, sla: SLA(), now: at(3)) == .snoozed)
        heard.apply(.waiting(until: at(60), at: at(3)))
        #expect(ThreadStatus.of(heard, sla: SLA(), now: at(4)) == .waitingThem)
        heard.apply(.resolved(at: at(4)))
        #expect(ThreadStatus.of(heard, sla: SLA(), now: at(500)) == .resolved)
    }

    @Test func afterAResolveTheClockBeginsAnew() {
        var heard = facts((.them, 0))
        heard.apply(.resolved(at: at(1)))
        #expect(heard.firstUnansweredAt == nil)
        heard.hear(.them, at: at(100), counts: true)
        #expect(heard.firstUnansweredAt == at(100))
    }

    @Test func asleepTheClockGoesOn() {
        var heard = facts((.them, 0))
        heard.apply(.snoozed(until: at(500), at: at(1)))
        heard.hear(.them, at: at(100), counts: true)
        #expect(heard.firstUnansweredAt == at(0))
    }

    @Test func lateMessagesNeverMoveTheClockBack() {
        var asked = facts((.them, 10), (.them, 20))
        let before = asked
        asked.hear(.them, at: at(5), counts: true)
        asked.hear(.them, at: at(15), counts: true)
        #expect(asked == before)
        asked.hear(.me, at: at(8), counts: true)
        #expect(asked.firstUnansweredAt == at(10) && asked.lastSpeaker == .them)
        #expect(asked.lastOursAt == at(8))

        var answered = facts((.them, 10), (.me, 20))
        let settled = answered
        answered.hear(.them, at: at(15), counts: true)
        answered.hear(.me, at: at(12), counts: true)
        #expect(answered == settled)
    }

    @Test func ourLateMessageAnswersWhatCameBeforeIt() {
        var known = facts((.them, 10), (.them, 20), (.them, 30))
        var guessed = known
        known.hear(.me, at: at(15), counts: true, next: at(20))
        #expect(known.firstUnansweredAt == at(20) && known.lastSpeaker == .them)
        guessed.hear(.me, at: at(15), counts: true)
        #expect(guessed.firstUnansweredAt == at(30))
    }

    @Test func ofTheSameMomentTheLaterOneIsNewer() {
        #expect(facts((.them, 0), (.me, 0)).firstUnansweredAt == nil)
        #expect(facts((.me, 0), (.them, 0)).firstUnansweredAt == at(0))
    }
}
