import Testing

@testable import KefuDomain

private let day = CalendarDay(days: 20_379)

/// So many minutes after midnight of the tests' day, local time.
private func at(_ hour: Int, _ minute: Int = 0, ms: Int64 = 0) -> Timestamp {
    day.time().adding(.seconds(3600 * hour + 60 * minute)).adding(.milliseconds(ms))
}

private func visit(_ thread: Int64, _ enteredAt: Timestamp, _ leftAt: Timestamp?) -> PoolVisit {
    PoolVisit(thread: thread, enteredAt: enteredAt, leftAt: leftAt)
}

private func pool(_ visits: PoolVisit...) -> PoolDay {
    PoolDay(visits, day: day, closeHour: 20)
}

/// The daily figures, right to the minute.
struct DayArithmeticTests {
    @Test(
        arguments: [
            (at(20), 1.0), (at(20, ms: 1), 0.0), (at(19, 59), 1.0), (at(21), 0.0), (nil, 0.0),
        ] as [(Timestamp?, Double)])
    func aThreadIsClearedUntilTheClose(leftAt: Timestamp?, rate: Double) {
        #expect(pool(visit(1, at(10), leftAt)).clearRate == rate)
    }

    @Test(arguments: [
        (at(-4), 1), (at(-4, ms: -1), 0), (at(19, 59, ms: 59_999), 1), (at(20), 0), (at(10), 1),
    ])
    func aDayLastsFromCloseToClose(enteredAt: Timestamp, entered: Int) {
        #expect(pool(visit(1, enteredAt, nil)).entered == entered)
        let isToday = PoolDay.day(of: enteredAt, closeHour: 20) == day
        #expect(isToday == (entered == 1))
    }

    @Test func threadsCountOnceHoweverOftenTheyCome() {
        let pool = pool(
            visit(1, at(8), at(9)), visit(1, at(10), at(11)),
            visit(2, at(8), at(9)), visit(2, at(10), nil), visit(3, at(12), at(19)))
        #expect(pool.entered == 3 && pool.cleared == 2)
        #expect(pool.clearRate == 2.0 / 3)
    }

    @Test func nothingHasNoRate() {
        #expect(pool().clearRate == nil)
        #expect(share(of: 0, in: 0) == nil)
        #expect(share(of: 1, in: 20) == 0.05)
    }

    @Test func responsesAverageInMinutes() throws {
        let responses = [
            FirstResponse(askedAt: at(9), answeredAt: at(9, 30)),
            FirstResponse(askedAt: at(10), answeredAt: at(10, 1)),
            FirstResponse(askedAt: at(17, 50), answeredAt: at(18, 20)),
        ]
        #expect(FirstResponse.averageMinutes([], sla: SLA()) == nil)
        #expect(FirstResponse.averageMinutes(responses, sla: SLA()) == 61.0 / 3)
        var sla = SLA()
        sla.businessHours = BusinessHours(weekdays: Weekday.allCases)
        #expect(FirstResponse.averageMinutes(responses, sla: sla) == 41.0 / 3)
    }
}
