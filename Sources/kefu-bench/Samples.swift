/// Durations of one thing done many times.
struct Samples {
    private var milliseconds: [Double] = []

    /// Runs and times a body.
    mutating func time<T>(_ body: () throws -> T) rethrows -> T {
        let start = ContinuousClock.now
        defer { milliseconds.append((ContinuousClock.now - start).inMilliseconds) }
        return try body()
    }

    /// The duration in milliseconds that a share of the samples does not exceed.
    func percentile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}

extension Duration {
    var inMilliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }

    var inSeconds: Double { inMilliseconds / 1_000 }
}
