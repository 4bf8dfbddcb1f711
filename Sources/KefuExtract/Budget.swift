import Glibc

/// The time that a reader may use: what takes longest ends itself before the system ends it all.
struct Budget {
    private let seconds: Double
    private let start = ContinuousClock.now

    /// - Parameter seconds: after which the system ends the process.
    init(seconds: Int) {
        self.seconds = Double(seconds)
    }

    /// Seconds that are left for optional work; a fifth is kept for the rest.
    var left: Double {
        var spent = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
        let computed = Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
        let waited = (ContinuousClock.now - start) / .seconds(1)
        return seconds * 0.8 - max(computed, waited)
    }
}
