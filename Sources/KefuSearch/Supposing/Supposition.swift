public import KefuDomain
public import KefuStore

/// Wordings that a search takes for part of the base though customers cannot find them: of an entry
/// in the shadow, or of one that is only proposed.
public struct Supposition: Sendable {
    /// What a customer would get.
    let entry: Entry
    let row: Int64
    let wordings: [Unit]

    /// - Parameters:
    ///   - row: of the entry, or a negative number for one that there is not.
    ///   - wordings: those that it has or would get beside what the base holds.
    public init(_ entry: Entry, row: Int64, wordings: [Unit]) {
        (self.entry, self.row, self.wordings) = (entry, row, wordings)
    }
}

extension SearchEngine {
    /// What would be found if some wordings were in the base; like `search` in everything else.
    ///
    /// How rare words are stays what it is without them: in a base of N texts that moves a weight by
    /// less than 1/N.
    public func search(
        _ query: String, supposing suppositions: [Supposition], limit: Int, now: Timestamp
    ) throws -> [Candidate] {
        try run(query, limit: limit, now: now, supposing: { _ in suppositions }) {
            try $0.candidates()
        }
    }

    /// What would be found if the entries in the shadow answered.
    /// - Parameter excluded: entries that are left out all the same.
    public func searchWithShadows(
        _ query: String, except excluded: Set<Int64> = [], limit: Int, now: Timestamp
    ) throws -> [Candidate] {
        try run(
            query, limit: limit, now: now,
            supposing: { try $0.shadows().filter { !excluded.contains($0.row) } }
        ) { try $0.candidates() }
    }
}

extension SearchRun {
    /// Wordings in the shadow that are looked at.
    private static let shadowLimit = 40

    /// The entries in the shadow that share some of the question's rarest terms.
    fileprivate func shadows() throws -> [Supposition] {
        guard try connection.hasShadows() else { return [] }
        let units = try connection.shadowMatches(asked.rarestTerms(8), limit: Self.shadowLimit)
        let entries = try connection.entries(Set(units.map(\.owner)))
        return entries.sorted { $0.key < $1.key }.map { row, entry in
            Supposition(entry, row: row, wordings: units.filter { $0.owner == row })
        }
    }
}
