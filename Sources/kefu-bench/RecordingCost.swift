import KefuRPC

/// What the daemon's counters cost, which are never switched off.
enum RecordingCost {
    private static let rounds = 1_000_000

    /// Microseconds to record one request, methods in turn.
    static func microseconds() -> Double {
        let names = Catalogue.methods.map { $0.name }
        let statistics = Statistics(methods: names)
        let start = ContinuousClock.now
        for round in 0..<rounds {
            statistics.record(
                names[round % names.count], took: Int64(round), isError: false, isLong: false)
        }
        return (ContinuousClock.now - start) / .microseconds(rounds)
    }
}
