import KefuDomain
import Testing

/// When alerts begin and end, from readings a few seconds apart.
struct AlertMonitorTests {
    private var monitor = AlertMonitor()
    private var settings = AlertSettings()
    private let start = Timestamp(seconds: 1_800_000_000)

    init() { settings.holdSeconds = 10 }

    /// The changes of one kind that readings lead to, as `+second` and `-second`.
    private mutating func changes(
        _ kind: AlertKind, _ values: [(Int64, Double?)], _ read: (Double?) -> LoadReading
    ) -> [String] {
        values.flatMap { second, value in
            monitor.take(read(value), settings, at: start.adding(.seconds(second)))
                .filter { $0.kind == kind }.map { ($0.isRaised ? "+" : "-") + "\(second)" }
        }
    }

    @Test mutating func aMachineMustBeBusyForAWhile() {
        let found = changes(
            .cpu, [(0, 95), (5, 95), (9, 79), (14, 81), (23, 99), (24, 99), (30, 99)]
        ) { LoadReading(cpuPercent: $0) }
        #expect(found == ["+24"])
        #expect(monitor.active.map(\.kind) == [.cpu])
        #expect(monitor.active.first?.since == start.adding(.seconds(14)))
    }

    @Test mutating func aValueThatSwingsAroundItsLimitIsOneAlert() {
        let swings = (0...20).map { (Int64($0 * 5), $0.isMultiple(of: 2) ? 81.0 : 75.0) }
        settings.holdSeconds = 0
        #expect(changes(.cpu, swings) { LoadReading(cpuPercent: $0) } == ["+0"])
        settings.holdSeconds = 10
        let calm: [(Int64, Double?)] = [(105, 71), (110, 73), (112, 72), (120, 70), (123, 70)]
        #expect(changes(.cpu, calm) { LoadReading(cpuPercent: $0) } == ["-123"])
        #expect(monitor.active.isEmpty)
    }

    @Test mutating func oneSlowAnswerIsOneTooMany() {
        let found = changes(.response, [(0, 5), (5, 5.1), (10, 0.1), (15, 6), (20, 0), (30, 0)]) {
            LoadReading(slowestSeconds: $0)
        }
        #expect(found == ["+5", "-30"])
    }

    @Test mutating func ofSpaceTooLittleIsBad() {
        let found = changes(.disk, [(0, 199), (10, 199), (20, 210), (40, 221), (50, 221)]) {
            LoadReading(freeMegabytes: $0)
        }
        #expect(found == ["+10", "-50"])
    }

    @Test mutating func whatCannotBeFoundOutChangesNothing() {
        let found = changes(.memory, [(0, 90), (5, nil), (10, 90), (15, nil), (60, nil)]) {
            LoadReading(memoryPercent: $0)
        }
        #expect(found == ["+10"])
    }

    @Test mutating func zeroSwitchesAnAlertOffAtOnce() {
        settings.holdSeconds = 0
        #expect(changes(.memory, [(0, 99)]) { LoadReading(memoryPercent: $0) } == ["+0"])
        settings.memoryPercent = 0
        let found = changes(.memory, [(1, 99), (2, 99)]) { LoadReading(memoryPercent: $0) }
        #expect(found == ["-1"])
    }

    @Test mutating func aClockThatIsSetBackBeginsTheWaitAnew() {
        let found = changes(.cpu, [(100, 99), (0, 99), (5, 99), (10, 99)]) {
            LoadReading(cpuPercent: $0)
        }
        #expect(found == ["+10"])
    }

    @Test func theDefaultsAreThoseOfTheContract() {
        let settings = AlertSettings()
        #expect(settings.cpuPercent == 80)
        #expect(settings.memoryPercent == 85)
        #expect(settings.responseSeconds == 5)
    }
}
