/// How far the index is behind the database, as `system.health` tells it.
public struct IndexState: Sendable, Hashable {
    public enum Phase: String, Sendable, CaseIterable {
        /// The index serves. Ordinary lag is covered by the database.
        case ready
        /// There is no index to serve yet: the database answers alone.
        case building
    }

    public let phase: Phase
    /// Changes that the index does not hold yet.
    public let behind: Int
    /// Why the last attempt to write the index failed, in English; `nil` when it did not.
    public let failure: String?
}

/// What a rebuild has done.
public struct RebuildReport: Sendable, Hashable {
    /// Searchable units (wordings, passages, answers) that the index now holds.
    public let units: Int
}
