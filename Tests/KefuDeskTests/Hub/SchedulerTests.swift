import KefuDomain
import KefuRPC
import Testing

@testable import KefuDesk

/// What the hub does by itself as time goes by.
@Suite struct SchedulerTests {
    @Test func eachStatusIsStoredWhenItFallsDue() throws {
        let office = try Office()
        let thread = try office.hear("320kW充电桩报价").threadID
        #expect(try office.thread(thread).status == .unseen)
        try office.wait(minutes: 0.1)
        #expect(try office.thread(thread).status == .needReply)
        try office.wait(minutes: 29.9)
        #expect(try office.thread(thread).status == .needReply)
        try office.wait(minutes: 0.01)
        #expect(try office.thread(thread).status == .overdue)
        try office.hear("报价单已发您邮箱", by: .me)
        #expect(try office.thread(thread).status == .waitingThem)
        try office.wait(minutes: 48 * 60)
        #expect(try office.thread(thread).status == .waitingThem)
        try office.wait(minutes: 0.01)
        #expect(try office.thread(thread).status == .needReply)
        try office.wait(minutes: 100 * 24 * 60)
        #expect(try office.thread(thread).status == .needReply)
    }

    @Test func itSaysHowLongThereIsNothingToDo() throws {
        let office = try Office()
        try office.desk.tick(now: office.now)
        try office.hear("320kW充电桩报价")
        try office.wait(minutes: 1)
        let rest = try office.desk.tick(now: office.now)
        #expect(rest > .seconds(29 * 60 - 1) && rest <= .seconds(29 * 60 + 1))
        #expect(try office.wait(minutes: 60 * 24) <= .seconds(24 * 3600))
    }

    @Test func aSleepEndsWhenItIsDueAndNotBefore() throws {
        let office = try Office()
        let thread = try office.hear("320kW充电桩报价").threadID
        _ = try office.desk.snooze(SnoozeThread.Params(id: thread, minutes: 90))
        try office.wait(minutes: 89)
        _ = try office.desk.recalculate(RecalculateHub.Params())
        #expect(try office.thread(thread).status == .snoozed)
        try office.wait(minutes: 1)
        #expect(try office.thread(thread).status == .needReply)
        try office.wait(minutes: 31)
        #expect(try office.thread(thread).status == .overdue)
    }

    @Test func recalculationNeverReopensWhatIsResolved() throws {
        let office = try Office()
        let thread = try office.hear("320kW充电桩报价").threadID
        _ = try office.desk.resolve(ResolveThread.Params(id: thread, outcome: .solved))
        try office.wait(minutes: 400 * 24 * 60)
        _ = try office.desk.recalculate(RecalculateHub.Params())
        #expect(try office.thread(thread).status == .resolved)
        #expect(try office.thread(thread).outcome == .solved)
    }

    @Test func aComputerThatSleptCatchesUp() throws {
        let office = try Office()
        let thread = try office.hear("320kW充电桩报价").threadID
        try office.wait(minutes: 3 * 24 * 60)
        #expect(try office.thread(thread).status == .overdue)
        let days = try office.desk.metrics(HubMetrics.Params()).days
        #expect(days.map(\.date) == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"])
        #expect(days.map(\.overdueCount) == [1, 1, 1, 1])
    }

    @Test func whatWasPastWhenItWasStoredNeverFires() throws {
        let office = try Office()
        let hub = office.desk.events
        let before = hub.latest
        let old = try office.hear("320kW充电桩报价", at: office.time(7), isReplay: true)
        #expect(old.status == .overdue)
        let told = hub.latest
        try office.desk.tick(now: office.now)
        try office.wait(minutes: 1)
        #expect(hub.latest == told)
        #expect(told >= before)
        let thread = old.threadID
        let past = try office.desk.recalculate(
            RecalculateThread.Params(id: thread, at: office.time(7, 20)))
        #expect(past.status == .needReply)
        try office.wait(minutes: 1)
        #expect(try office.thread(thread).status == .needReply)
        try office.wait(minutes: 60)
        #expect(try office.thread(thread).status == .overdue)
    }

    @Test func aClockThatJumpsDoesNoHarm() throws {
        let office = try Office()
        let thread = try office.hear("320kW充电桩报价").threadID
        try office.wait(minutes: 10)
        let day = office.now
        office.now = day.adding(.seconds(86_400 * 365))
        try office.desk.tick(now: office.now)
        #expect(try office.thread(thread).status == .overdue)
        office.now = day
        try office.desk.tick(now: office.now)
        #expect(try office.thread(thread).status == .needReply)
        let last = try office.desk.metrics(HubMetrics.Params(from: "2026-01-01")).days.last
        #expect(last?.date == "2026-11-20")
        try office.wait(minutes: 25)
        #expect(try office.thread(thread).status == .overdue)
        try office.wait(minutes: 24 * 60)
        let days = try office.desk.metrics(HubMetrics.Params(from: "2026-01-01")).days
        #expect(days.map(\.date) == ["2026-11-20", "2026-11-21"])
    }

    @Test func subscribersLearnOfStatusesByIdsAlone() throws {
        let office = try Office()
        let before = office.desk.events.latest
        try office.hear("320kW充电桩报价")
        try office.wait(minutes: 31)
        // message, handoff, status; then the status and the overdue event
        #expect(office.desk.events.latest - before >= 4)
    }

    @Test func wordsGoWhenTheirTimeIsOver() throws {
        let office = try Office(#"{"hub": {"text_days": 2}}"#)
        // Behind the 200 characters that the topic keeps.
        let text = "320kW充电桩报价" + String(repeating: "，详情", count: 80) + "暗号甲乙"
        let heard = try office.hear(text)
        _ = try office.desk.trigger(TriggerThread.Params(id: heard.threadID))
        try office.wait(minutes: 47 * 60)
        #expect(try office.texts(heard.threadID) == [text])
        try office.wait(minutes: 2 * 60)
        #expect(try office.texts(heard.threadID) == [nil])
        let kept = try office.desk.messages(ListMessages.Params(threadID: heard.threadID))
        #expect(kept.messages.first?.signal?.score == heard.signal.score)
        let answer = try office.desk.answer(GetAnswer.Params(id: heard.answerID ?? ""))
        #expect(answer.question == "" && answer.content == "")
        #expect(try office.files(holding: "暗号甲乙") == [])
    }
}
