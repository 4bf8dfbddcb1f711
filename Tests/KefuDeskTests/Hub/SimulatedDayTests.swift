import KefuDomain
import KefuRPC
import Testing

@testable import KefuDesk

/// A day in the life of the hub, and what its figures say of it.
@Suite struct SimulatedDayTests {
    @Test func theFiguresAreRightToTheMinute() throws {
        let office = try Office()
        office.now = office.time(9)
        let first = try office.hear("320kW充电桩报价", from: "a")
        office.now = office.time(9, 5)
        let second = try office.hear("充电桩报故障E103怎么办", from: "b")
        office.now = office.time(9, 10)
        let third = try office.hear("想做区域代理合作", from: "c")
        office.now = office.time(9, 12)
        try office.hear("晚上一起喝酒撸串", from: "d")
        // Answered after 12 minutes, after another line that restarts no clock.
        try office.hear("还要 2 台", from: "a")
        try office.desk.tick(now: office.now)
        try office.hear("好的，稍后发您报价单", from: "a", by: .me)
        // Answered after 40 minutes: it was overdue for ten of them.
        office.now = office.time(9, 45)
        try office.desk.tick(now: office.now)
        #expect(try office.thread(second.threadID).status == .overdue)
        var today = try office.today()
        #expect(today.overdueCount == 2)
        #expect(today.total == 3)
        #expect(today.unknownPoolCount == 2)
        try office.hear("请重启看看", from: "b", by: .me)
        try office.promote(third.contactID)
        today = try office.today()
        #expect(today.promotedCount == 1)
        #expect(today.averageResponse == 26)
        #expect(today.clearRate == 1)
        // One more comes before the close and stays.
        office.now = office.time(19, 50)
        let late = try office.hear("功率和价格参数", from: "e")
        office.now = office.time(20, 1)
        try office.desk.tick(now: office.now)
        today = try office.today()
        #expect(today.clearRate == 0.75)
        // The evening: answered after the close, promoted after the close.
        office.now = office.time(21)
        try office.hear("已回复", from: "e", by: .me)
        try office.promote(late.contactID, "李四")
        let evening = try office.hear("招标资质样板", from: "f")
        office.now = office.time(8, daysLater: 1)
        try office.desk.tick(now: office.now)
        let days = try office.desk.metrics(HubMetrics.Params(from: "2026-11-20")).days
        let closed = try #require(days.first)
        #expect(closed.date == "2026-11-20")
        #expect(closed.total == 4)
        #expect(closed.promotedCount == 2)
        #expect(closed.clearRate == 0.75)
        #expect(closed.unknownPoolCount == 1)
        #expect(abs((closed.averageResponse ?? 0) - (12.0 + 40 + 70) / 3) < 1e-9)
        // At the close the promoted customer was still waiting.
        #expect(closed.overdueCount == 1)
        #expect(closed.overdueShare == 0.25)
        // Who came in the evening is the next day's.
        #expect(days.last?.clearRate == 0)
        _ = try office.desk.resolve(ResolveThread.Params(id: evening.threadID))
        #expect(try office.today().clearRate == 1)
        #expect(first.bucket != .black)
    }

    @Test func erasingACustomerLeavesClosedDaysAsTheyWere() throws {
        let office = try Office()
        let heard = try office.hear("320kW充电桩报价", from: "a")
        try office.promote(heard.contactID)
        office.now = office.time(8, daysLater: 1)
        try office.desk.tick(now: office.now)
        let before = try office.desk.metrics(HubMetrics.Params(to: "2026-11-20"))
        _ = try office.desk.erase(EraseContact.Params(id: heard.contactID, isConfirmed: true))
        let after = try office.desk.metrics(HubMetrics.Params(to: "2026-11-20"))
        #expect(after.days.map(\.promotedCount) == [1])
        #expect(after.days.map(\.date) == before.days.map(\.date))
    }

    @Test func daysAreNamedByDateOrByAMoment() throws {
        let office = try Office()
        try office.hear("320kW充电桩报价", from: "a")
        let moment = office.now.rfc3339
        let days = try office.desk.metrics(HubMetrics.Params(from: moment, to: moment)).days
        #expect(days.map(\.date) == ["2026-11-20"])
        for (from, to, field) in [
            ("gestern", "2026-11-20", "from"), ("2026-11-20", "2026-13-01", "to"),
            ("2026-11-21", "2026-11-20", "from"), ("1900-01-01", "2026-11-20", "from"),
        ] {
            let failure = #expect(throws: KefuError.self) {
                try office.desk.metrics(HubMetrics.Params(from: from, to: to))
            }
            #expect(failure?.code == .invalidParams)
            #expect(failure?.field == field)
        }
    }
}
