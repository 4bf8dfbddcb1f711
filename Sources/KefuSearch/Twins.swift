public import KefuDomain
import KefuStore

/// An entry that would answer another's question.
public struct Twin: Sendable, Hashable {
    /// Its row.
    public let entry: Int64
    /// The lower of the two confidences with which each answers the other's question.
    public let confidence: Double

    /// From so sure on, two entries count as near duplicates: each would be the reply to the other's
    /// question if that were not in the base (SPEC 4's threshold for a reply).
    public static let threshold = 0.75
}

extension SearchEngine {
    /// The active entries that mean the same as one of them: asked its question, the base without it
    /// would reply with them, and asked theirs, the base without them would reply with it.
    /// - Throws: a failure of the database.
    public func twins(of row: Int64, now: Timestamp) throws -> [Twin] {
        var twins: [Twin] = []
        for candidate in try answerers(besides: row, now: now) {
            let back = try answerers(besides: candidate.entry, now: now)
            guard let other = back.first(where: { $0.entry == row }) else { continue }
            twins.append(
                Twin(
                    entry: candidate.entry,
                    confidence: min(candidate.confidence, other.confidence)))
        }
        return twins
    }

    /// So many candidates are looked at: a question has few twins.
    private static var twinCandidates: Int { 4 }

    /// Who would answer an entry's question if the base did not hold it.
    private func answerers(besides row: Int64, now: Timestamp) throws -> [Twin] {
        guard let entry = try storedEntry(row), entry.status == .active else { return [] }
        // What the base learned of its intents, it learned with this entry in it.
        let found = try run(
            entry.question, limit: Self.twinCandidates, now: now, intents: .some(nil),
            heldOut: { run in
                HeldOut(
                    try run.connection.units(ofEntries: [row]),
                    model: RarityModel(
                        try run.connection.counts(), documents: run.loan?.documents ?? 0),
                    frequencies: run.frequencies)
            }
        ) { try $0.candidates() }
        return found.compactMap { candidate in
            guard candidate.confidence >= Twin.threshold, case .entry(let other) = candidate.item,
                other.status == .active, let id = RecordID(other.id), id.row != row
            else { return nil }
            return Twin(entry: id.row, confidence: candidate.confidence)
        }
    }
}
