/// A set of terms that keeps their order and counts them: open addressing over their scalars.
struct TermTable {
    private struct Entry {
        let start: Int
        let length: Int
        let kind: TermKind
        var count: Int
    }

    /// The scalars of all terms, one after the other.
    private var storage: [UInt32] = []
    private var entries: [Entry] = []
    /// Places in `entries` plus one; zero is free. Its size is a power of two.
    private var slots: [Int32]

    /// - Parameter capacity: how many distinct terms are likely; there may be more.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        entries.reserveCapacity(capacity)
        storage.reserveCapacity(capacity * 2)
    }

    /// Counts a term; an empty one is none.
    mutating func add(_ term: ArraySlice<UInt32>, _ kind: TermKind) {
        guard !term.isEmpty else { return }
        let slot = slot(of: term, kind)
        if slots[slot] != 0 {
            entries[Int(slots[slot]) - 1].count += 1
            return
        }
        entries.append(Entry(start: storage.count, length: term.count, kind: kind, count: 1))
        storage += term
        slots[slot] = Int32(entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    /// The terms in the order in which they came.
    var terms: [Term] {
        entries.map { entry in
            Term(text: String(scalars: scalars(of: entry)), kind: entry.kind, count: entry.count)
        }
    }

    private func scalars(of entry: Entry) -> ArraySlice<UInt32> {
        storage[entry.start..<entry.start + entry.length]
    }

    /// Where a term is, or where it would go.
    private func slot(of term: ArraySlice<UInt32>, _ kind: TermKind) -> Int {
        var slot = Self.digest(term, kind) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.kind == kind, entry.length == term.count, scalars(of: entry) == term { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for place in entries.indices {
            let slot = slot(of: scalars(of: entries[place]), entries[place].kind)
            slots[slot] = Int32(place + 1)
        }
    }

    /// Fibonacci hashing of each scalar in turn.
    private static func digest(_ term: ArraySlice<UInt32>, _ kind: TermKind) -> Int {
        var state = UInt64(kind.hashTag)
        for scalar in term {
            state = (state ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
            state ^= state >> 32
        }
        return Int(truncatingIfNeeded: state >> 1)
    }
}

extension TermKind {
    fileprivate var hashTag: UInt8 {
        switch self {
        case .unigram: 1
        case .bigram: 2
        case .word: 3
        case .latin: 4
        case .code: 5
        }
    }
}
