/// Measures how long something took.
struct Stopwatch {
    private let start = ContinuousClock.now

    /// Time since it was made.
    var elapsed: Duration { ContinuousClock.now - start }

    /// Time since it was made, in milliseconds.
    var milliseconds: Double { elapsed.inMilliseconds }

    /// Time since it was made, in whole microseconds.
    var microseconds: Int { Int(elapsed / .microseconds(1)) }
}

extension Duration {
    /// In milliseconds, to the microsecond.
    var inMilliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
    }
}
