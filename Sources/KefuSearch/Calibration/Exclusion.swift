import KefuDomain

/// What a self-test holds out of a search.
struct Exclusion: Sendable {
    /// Entries that are not there at all.
    var entries: Set<Int64> = []
    /// A wording that its entry does not have.
    var wording: String?

    static let nothing = Exclusion()

    var isEmpty: Bool { entries.isEmpty && wording == nil }

    func covers(_ contender: Contender) -> Bool {
        if contender.item.kind == .entry, entries.contains(contender.item.row) { return true }
        return wording != nil && contender.wording == wording
    }
}
