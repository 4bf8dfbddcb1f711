/// What a wording is to its entry. The raw value is stored.
public enum WordingKind: Int, CaseIterable, Sendable {
    case question = 0
    case variant = 1
    /// A look-alike question that the entry must not answer; never an index unit.
    case negative = 2
}

/// One question text of an entry.
public struct Wording: Sendable, Hashable {
    /// The row of the wording: `UnitID(.wording, row)` finds it, unless it is a negative.
    public let row: Int64
    public let entry: Int64
    public let kind: WordingKind
    public let text: String
    /// The normalised text.
    public let key: String
}
