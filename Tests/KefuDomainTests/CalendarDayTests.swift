import Testing

@testable import KefuDomain

@Test(
    arguments: [
        ("1970-01-01", 0, .thursday), ("2000-02-29", 11_016, .tuesday),
        ("2025-10-18", 20_379, .saturday), ("1969-12-31", -1, .wednesday),
        ("0000-01-01", -719_528, .saturday), ("9999-12-31", 2_932_896, .friday),
    ] as [(String, Int, Weekday)])
func datesCountDays(text: String, days: Int, weekday: Weekday) {
    #expect(CalendarDay(text)?.days == days)
    #expect(CalendarDay(days: days).description == text)
    #expect(CalendarDay(days: days).weekday == weekday)
}

@Test(arguments: [
    "", "2025-02-29", "2025-13-01", "2025-00-01", "2025-01-00", "2025-1-01", "20250101",
    "2025-01-01 ", "+025-01-01", "２０２５-01-01",
])
func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDay(text) == nil)
}

@Test func theNumberOfADayReadsBack() {
    for days in stride(from: -700_000, to: 2_900_000, by: 997) {
        let day = CalendarDay(days: days)
        #expect(CalendarDay(number: day.number) == day)
        #expect(CalendarDay(day.description) == day)
    }
    #expect(CalendarDay(number: 20_250_229) == nil)
}

@Test func aDaysMomentsAreOfThatDay() {
    let day = CalendarDay(days: 20_379)
    #expect(CalendarDay(day.time()) == day)
    #expect(day.time(minute: 754).minuteOfDay == 754)
    #expect(day.time(minute: 1440) == day.adding(days: 1).time())
    #expect(CalendarDay(day.time().adding(.milliseconds(-1))) == day.adding(days: -1))
}
