/// In which order deliveries go to the daemon: those of one lane one after another, as they came;
/// lanes beside each other, the one that has waited longest first.
struct Lanes {
    private var lanes: [String: Lane] = [:]
    /// Lanes whose first delivery may go, longest wait first.
    private var ready = Line<String>()
    /// Lanes whose first delivery was put off, and until when.
    private var resting: [String: ContinuousClock.Instant] = [:]
    private(set) var underWay = 0
    private(set) var count = 0

    private struct Lane {
        var numbers = Line<Int>()
        var isUnderWay = false
        /// How often in a row its first delivery was put off.
        var failures = 0
    }

    var isEmpty: Bool { count == 0 }

    func isEmpty(_ lane: String) -> Bool { lanes[lane] == nil }

    /// The first of a lane, `nil` where it is empty.
    func first(of lane: String) -> Int? { lanes[lane]?.numbers.first }

    /// All of a lane, in order.
    func numbers(of lane: String) -> [Int] { lanes[lane]?.numbers.all ?? [] }

    mutating func append(_ number: Int, to lane: String) {
        count += 1
        if lanes[lane] == nil { ready.append(lane) }
        lanes[lane, default: Lane()].numbers.append(number)
    }

    /// The next delivery to send; its lane waits until it is settled.
    mutating func next(at now: ContinuousClock.Instant) -> (number: Int, lane: String)? {
        wake(at: now)
        guard let name = ready.popFirst(), let number = lanes[name]?.numbers.first else {
            return nil
        }
        lanes[name]?.isUnderWay = true
        underWay += 1
        return (number, name)
    }

    /// Takes the first of a lane off: it was answered.
    mutating func settle(_ name: String) {
        guard var lane = lanes[name] else { return }
        if lane.isUnderWay { underWay -= 1 }
        count -= 1
        _ = lane.numbers.popFirst()
        guard lane.numbers.first != nil else {
            lanes[name] = nil
            return
        }
        lane.isUnderWay = false
        lane.failures = 0
        lanes[name] = lane
        ready.append(name)
    }

    /// How often in a row the first of a lane was put off.
    func failures(of lane: String) -> Int { lanes[lane]?.failures ?? 0 }

    /// Lets a lane rest before its first delivery is tried again.
    mutating func postpone(_ name: String, from now: ContinuousClock.Instant) {
        guard var lane = lanes[name] else { return }
        if lane.isUnderWay { underWay -= 1 }
        lane.isUnderWay = false
        lane.failures += 1
        resting[name] = now + Backoff.busy.wait(after: lane.failures)
        lanes[name] = lane
    }

    /// The connection is gone: what was under way is to be sent again.
    mutating func recall() {
        for (name, lane) in lanes where lane.isUnderWay {
            lanes[name]?.isUnderWay = false
            ready.append(name)
        }
        underWay = 0
    }

    /// Takes one delivery out that need not be sent; it must not be under way.
    mutating func drop(_ number: Int, from name: String) {
        guard var lane = lanes[name], lane.numbers.remove(number) else { return }
        count -= 1
        if lane.numbers.first == nil {
            ready.remove(name)
            resting[name] = nil
            lanes[name] = nil
        } else {
            lanes[name] = lane
        }
    }

    /// When the next rest ends.
    var wake: ContinuousClock.Instant? { resting.values.min() }

    private mutating func wake(at now: ContinuousClock.Instant) {
        for (name, until) in resting where until <= now {
            resting[name] = nil
            ready.append(name)
        }
    }
}

/// A line of people at a counter: in at the back, out at the front.
struct Line<Element: Hashable> {
    private var elements: [Element] = []
    private var start = 0

    var first: Element? { start < elements.count ? elements[start] : nil }
    var all: [Element] { Array(elements[start...]) }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard let first else { return nil }
        start += 1
        if start > 64, start > elements.count / 2 {
            elements.removeSubrange(..<start)
            start = 0
        }
        return first
    }

    /// - Returns: whether it was there.
    @discardableResult
    mutating func remove(_ element: Element) -> Bool {
        guard let position = elements[start...].firstIndex(of: element) else { return false }
        elements.remove(at: position)
        return true
    }
}
