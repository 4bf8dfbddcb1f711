import Foundation
import Support
import Testing

@testable import KefuDomain

/// The clock that stops outside business hours. Moments are made from local dates, so that the
/// machine's zone does not matter.
struct BusinessHoursTests {
    private let office = BusinessHours()

    /// Of the week of Monday, 2026-03-02.
    private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) throws -> Timestamp {
        try #require(CalendarDay(year: 2026, month: 3, day: day)).time(minute: hour * 60 + minute)
    }

    private func sla(_ hours: BusinessHours) -> SLA {
        var sla = SLA()
        sla.businessHours = hours
        return sla
    }

    @Test func theClockStopsAtNightAndOnWeekends() throws {
        let sla = sla(office)
        // Friday 17:50: ten minutes, then twenty on Monday.
        #expect(sla.limit(30, after: try at(6, 17, 50)) == (try at(9, 9, 20)))
        #expect(sla.limit(30, after: try at(7, 12)) == (try at(9, 9, 30)))
        #expect(sla.limit(10, after: try at(6, 17, 50)) == (try at(6, 18)))
        #expect(sla.age(of: try at(6, 17, 50), at: try at(9, 9, 20)) == 30 * 60_000)
        #expect(sla.age(of: try at(7, 3), at: try at(8, 22)) == 0)
    }

    @Test func aThreadIsOverdueOnlyByOpenTime() throws {
        var facts = ThreadFacts(isLookedAt: true)
        facts.hear(.them, at: try at(6, 17, 30), counts: true)
        let sla = sla(office)
        // Thirty minutes are over when the doors close, more than thirty when they open again.
        #expect(facts.slaAt(sla) == (try at(6, 18)))
        #expect(ThreadStatus.of(facts, sla: sla, now: try at(8, 23)) == .needReply)
        #expect(ThreadStatus.of(facts, sla: sla, now: try at(9, 9)) == .needReply)
        let opened = try at(9, 9).adding(.milliseconds(1))
        #expect(ThreadStatus.of(facts, sla: sla, now: opened) == .overdue)
        #expect(facts.nextChange(sla, after: try at(6, 17, 40)) == opened)
    }

    @Test func lunchStopsTheClock() throws {
        let hours = BusinessHours(lunch: DailyHours("12:00-13:30"))
        #expect(sla(hours).limit(30, after: try at(2, 11, 45)) == (try at(2, 13, 45)))
        #expect(sla(hours).limit(30, after: try at(2, 12, 10)) == (try at(2, 14)))
        #expect(hours.openTime(from: try at(2, 0), to: try at(3, 0)) == 450 * 60_000)
    }

    @Test func holidaysAreClosedAndMadeUpDaysAreOpen() throws {
        let monday = try #require(CalendarDay("2026-03-02"))
        let hours = BusinessHours(
            holidays: [monday, monday.adding(days: 1)], workdays: [monday.adding(days: 5)])
        #expect(sla(hours).limit(30, after: try at(2, 10)) == (try at(4, 9, 30)))
        #expect(sla(hours).limit(30, after: try at(6, 17, 45)) == (try at(7, 9, 15)))
        let both = BusinessHours(holidays: [monday], workdays: [monday])
        #expect(both.isOpen(on: monday))
    }

    @Test func aSpanPastMidnightBelongsToTheDayItOpens() throws {
        let night = BusinessHours(
            hours: try #require(DailyHours("20:00-04:00")), weekdays: [.friday],
            lunch: DailyHours("00:30-01:00"))
        #expect(sla(night).limit(60, after: try at(6, 23, 50)) == (try at(7, 1, 20)))
        #expect(sla(night).limit(60, after: try at(7, 3, 30)) == (try at(13, 20, 30)))
        #expect(night.openTime(from: try at(6, 0), to: try at(8, 0)) == 450 * 60_000)
    }

    @Test func theArithmeticAgreesWithCountingMinutes() throws {
        let hours = BusinessHours(
            hours: try #require(DailyHours("21:30-06:15")), weekdays: [.monday, .thursday],
            lunch: DailyHours("23:50-00:20"), holidays: [try #require(CalendarDay("2026-03-09"))])
        let first = try at(1, 0)
        let isOpen = (0..<20 * 1440).map { runs(hours, first.adding(.seconds(60 * $0))) }
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let start = Int.random(in: 0..<isOpen.count, using: &random)
            let end = Int.random(in: start..<isOpen.count, using: &random)
            let counted = isOpen[start..<end].count { $0 }
            let from = first.adding(.seconds(60 * start))
            let to = first.adding(.seconds(60 * end))
            #expect(hours.openTime(from: from, to: to) == Int64(counted) * 60_000)
            let reached = try #require(hours.moment(Int64(counted) * 60_000, after: from))
            #expect(reached <= to)
            #expect(hours.openTime(from: from, to: reached) == Int64(counted) * 60_000)
        }
    }

    /// The same question asked of one minute: its clock, its date, and yesterday's for the night.
    private func runs(_ hours: BusinessHours, _ time: Timestamp) -> Bool {
        let minute = time.minuteOfDay
        guard hours.hours.contains(minuteOfDay: minute),
            hours.lunch.map({ !$0.contains(minuteOfDay: minute) }) ?? true
        else { return false }
        let date = CalendarDay(time)
        return hours.isOpen(on: minute < hours.hours.opens ? date.adding(days: -1) : date)
    }

    @Test func manyYearsCostLittle() throws {
        let rare = BusinessHours(
            hours: try #require(DailyHours("09:00-09:01")), weekdays: [.monday])
        let began = ContinuousClock.now
        #expect(rare.moment(1_000_000 * 60_000, after: try at(2, 0)) == nil)
        let first = Timestamp(milliseconds: Timestamp.range.lowerBound)
        let last = Timestamp(milliseconds: Timestamp.range.upperBound)
        #expect(office.openTime(from: first, to: last) > 0)
        var facts = ThreadFacts()
        facts.hear(.them, at: first, counts: true)
        #expect(ThreadStatus.of(facts, sla: sla(office), now: last) == .overdue)
        #expect(ContinuousClock.now - began < .seconds(20))
    }

    @Test func theClockRunsOnWhenClocksAreChanged() async {
        await #expect(processExitsWith: .success) {
            setenv("TZ", "America/New_York", 1)
            tzset()
            let allDay = BusinessHours(
                hours: DailyHours(opens: 0, closes: 1440), weekdays: Weekday.allCases)
            // 2026-03-08 has 23 hours there, 2026-11-01 has 25.
            for (date, hours) in [("2026-03-08", 23), ("2026-11-01", 25), ("2026-06-01", 24)] {
                let day = try #require(CalendarDay(date))
                let next = day.adding(days: 1).time()
                #expect(allDay.openTime(from: day.time(), to: next) == Int64(hours) * 3_600_000)
                #expect(CalendarDay(day.time(minute: 720)) == day)
            }
            // A night of 22:00 to 06:00 has an hour less in spring.
            let night = BusinessHours(
                hours: DailyHours(opens: 1320, closes: 360), weekdays: [.saturday])
            let saturday = try #require(CalendarDay("2026-03-07"))
            let end = saturday.adding(days: 2).time()
            #expect(night.openTime(from: saturday.time(), to: end) == 7 * 3_600_000)
        }
    }
}
