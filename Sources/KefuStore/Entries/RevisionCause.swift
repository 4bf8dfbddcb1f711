public import KefuDomain

/// How an entry came into a state.
public enum RevisionCause: String, Codable, CaseIterable, Sendable {
    case created, updated, imported, learned, corrected, removed, reverted, merged
}

/// One state of an entry.
public struct EntryRevision: Sendable, Hashable {
    /// Counted from 1.
    public let number: Int
    public let at: Timestamp
    public let cause: RevisionCause
    /// The entry in that state; for `removed`, as it last was.
    public let entry: Entry
}
