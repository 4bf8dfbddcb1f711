/// Which conversation each recent answer belongs to, so that `sent` lines keep its order.
struct AnswerBook {
    /// A conversation and its channel.
    struct Origin: Equatable {
        let lane: String
        let channel: String?
    }

    private var origins: [String: Origin] = [:]
    private var ids = Line<String>()
    private let capacity: Int

    init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    subscript(id: String) -> Origin? { origins[id] }

    mutating func note(_ id: String, _ origin: Origin) {
        if origins.updateValue(origin, forKey: id) == nil { ids.append(id) }
        if origins.count > capacity, let oldest = ids.popFirst() { origins[oldest] = nil }
    }
}
