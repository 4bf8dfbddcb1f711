import Synchronization

/// Counts of the requests answered, by method. Its size is fixed: names that clients make up are
/// counted together. To record a request takes about a fifth of a microsecond, and no two methods
/// wait for each other.
package final class Statistics: Sendable {
    private final class Slot: Sendable {
        let histogram = Mutex(Histogram())
    }

    private let methods: [String: Slot]
    private let unknown = Atomic(0)
    private let longest = Atomic<Nanoseconds>(0)
    private let connections = Mutex((open: 0, accepted: 0, refused: 0))

    /// - Parameter methods: the names of the methods that there are.
    package init(methods: [String]) {
        self.methods = Dictionary(methods.map { ($0, Slot()) }) { first, _ in first }
    }

    /// - Parameter isLong: whether it may take its time.
    package func record(_ method: String, took: Nanoseconds, isError: Bool, isLong: Bool) {
        if !isLong { longest.max(took, ordering: .relaxed) }
        guard let slot = methods[method] else {
            unknown.add(1, ordering: .relaxed)
            return
        }
        slot.histogram.withLock { $0.add(took, isError: isError) }
    }

    /// The longest request since this was last asked, those that may take their time left out.
    func takeLongest() -> Nanoseconds {
        longest.exchange(0, ordering: .relaxed)
    }

    /// Requests for methods that there are not.
    var unknownMethods: Int { unknown.load(ordering: .relaxed) }

    func accepted() {
        connections.withLock { ($0.open, $0.accepted) = ($0.open + 1, $0.accepted + 1) }
    }

    func refused() {
        connections.withLock { $0.refused += 1 }
    }

    func closed() {
        connections.withLock { $0.open -= 1 }
    }

    var connectionCounts: ConnectionCounts {
        let counts = connections.withLock { $0 }
        return ConnectionCounts(
            open: counts.open, accepted: counts.accepted, refused: counts.refused)
    }

    /// The methods called so far, by name.
    package var timings: [MethodTiming] {
        methods.sorted { $0.key < $1.key }.compactMap { name, slot in
            let histogram = slot.histogram.withLock { $0 }
            return histogram.count == 0 ? nil : histogram.timing(of: name)
        }
    }
}

/// Durations in four buckets to the octave: each reading is at most a quarter too high.
struct Histogram: Sendable {
    private var buckets = [Int](repeating: 0, count: Self.bucketCount)
    private(set) var count = 0
    private var errors = 0
    private var sum = 0.0
    private var longest = 0.0

    /// The first bucket ends at one microsecond, the last one holds all beyond a quarter of an hour.
    private static let bucketCount = 120

    mutating func add(_ took: Nanoseconds, isError: Bool) {
        let milliseconds = Double(took) / 1e6
        count += 1
        errors += isError ? 1 : 0
        sum += milliseconds
        longest = max(longest, milliseconds)
        buckets[Self.bucket(of: took)] += 1
    }

    /// Quarters of an octave, from the position of the highest bit and the two below it.
    private static func bucket(of took: Nanoseconds) -> Int {
        guard took >= 1024 else { return 0 }
        let octave = 63 - took.leadingZeroBitCount
        let quarter = Int(took >> (octave - 2)) & 3
        return min(1 + (octave - 10) * 4 + quarter, bucketCount - 1)
    }

    /// Where a bucket ends, in milliseconds.
    private static func upperBound(of bucket: Int) -> Double {
        guard bucket > 0 else { return 0.001024 }
        let (octave, quarter) = (10 + (bucket - 1) / 4, (bucket - 1) % 4)
        return Double(UInt64(1) << octave) * (1 + Double(quarter + 1) / 4) / 1e6
    }

    /// The duration that so large a share did not exceed, in milliseconds.
    func quantile(_ share: Double) -> Double {
        let rank = Double(count) * share
        var seen = 0
        for (bucket, number) in buckets.enumerated() where number > 0 {
            seen += number
            if Double(seen) >= rank { return min(Self.upperBound(of: bucket), longest) }
        }
        return longest
    }

    func timing(of method: String) -> MethodTiming {
        MethodTiming(
            method: method, count: count, errors: errors,
            mean: count == 0 ? 0 : sum / Double(count), median: quantile(0.5),
            p95: quantile(0.95), p99: quantile(0.99), max: longest)
    }
}
