import Support
import Testing

@testable import KefuDomain

/// That the scheduler's times are exactly those at which a status changes by itself.
struct NextChangeTests {
    private let start = CalendarDay(days: 20_000).time(minute: 0)

    private func at(_ minutes: Int) -> Timestamp { start.adding(.seconds(60 * minutes)) }

    private func sla(_ random: inout SeededGenerator, hours: BusinessHours? = nil) -> SLA {
        var sla = SLA()
        sla.needReplyMinutes = Int.random(in: 0...60, using: &random)
        sla.unseenMinutes = Int.random(in: 0...20, using: &random)
        sla.followUpHours = Int.random(in: 0...4, using: &random)
        sla.businessHours = hours
        return sla
    }

    /// A short history: messages, some of them late, and calls.
    private func facts(_ random: inout SeededGenerator) -> ThreadFacts {
        var facts = ThreadFacts(isLookedAt: Bool.random(using: &random))
        for step in 0..<Int.random(in: 1...6, using: &random) {
            let minute = step * 20 + Int.random(in: -15...15, using: &random)
            let until = at(minute + Int.random(in: -10...200, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0...2: facts.hear(.them, at: at(minute), counts: true)
            case 3: facts.hear(.me, at: at(minute), counts: true)
            case 4: facts.apply(.snoozed(until: until, at: at(minute)))
            case 5: facts.apply(.waiting(until: until, at: at(minute)))
            default: facts.apply(.resolved(at: at(minute)))
            }
        }
        return facts
    }

    /// Steps from a moment to the next change, or a horizon, and looks at every minute and the
    /// millisecond after it.
    private func check(_ facts: ThreadFacts, _ sla: SLA, now: Timestamp, minutes: Int, by step: Int)
    {
        let status = ThreadStatus.of(facts, sla: sla, now: now)
        let next = facts.nextChange(sla, after: now)
        for minute in stride(from: 0, through: minutes, by: step) {
            let moment = now.adding(.seconds(60 * minute))
            for moment in [moment, moment.adding(.milliseconds(1))] {
                if let next, moment >= next { break }
                #expect(ThreadStatus.of(facts, sla: sla, now: moment) == status)
            }
        }
        guard let next else { return }
        #expect(next > now)
        #expect(ThreadStatus.of(facts, sla: sla, now: next) != status)
        let before = next.adding(.milliseconds(-1))
        #expect(ThreadStatus.of(facts, sla: sla, now: before) == status)
    }

    @Test func theNextChangeIsWhenTheStatusDiffers() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<400 {
            let facts = facts(&random)
            let now = at(Int.random(in: -30...400, using: &random))
            check(facts, sla(&random), now: now, minutes: 600, by: 1)
        }
    }

    @Test func itIsSoWithBusinessHours() throws {
        let hours = BusinessHours(
            hours: try #require(DailyHours("00:30-02:00")), weekdays: [.monday, .wednesday],
            lunch: DailyHours("01:00-01:20"))
        var random = SeededGenerator(seed: 2)
        for _ in 0..<60 {
            let facts = facts(&random)
            let now = at(Int.random(in: -30...400, using: &random))
            check(facts, sla(&random, hours: hours), now: now, minutes: 9 * 1440, by: 10)
        }
    }

    @Test func everyStatusIsLeftInTheEnd() {
        // Follow the changes of a thread from its message on: unseen, to reply, overdue, no more.
        var facts = ThreadFacts()
        facts.hear(.them, at: at(0), counts: true)
        var seen: [ThreadStatus] = []
        var now: Timestamp? = at(0)
        while let moment = now {
            seen.append(.of(facts, sla: SLA(), now: moment))
            now = facts.nextChange(SLA(), after: moment)
        }
        #expect(seen == [.unseen, .needReply, .overdue])
    }
}
