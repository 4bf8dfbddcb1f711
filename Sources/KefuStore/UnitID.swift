/// What can be found. The raw value is part of a stored number.
public enum UnitKind: Int64, CaseIterable, Sendable {
    /// A question or a variant of an entry that answers; the row is the wording's.
    case wording = 0
    /// The row is the passage's.
    case passage = 1
    /// The beginning of an entry's answer; the row is the entry's.
    case answer = 2
}

/// The one number space of everything that can be found: FTS5 rowids and Xapian docids alike.
public struct UnitID: Hashable, Sendable, Comparable {
    public let kind: UnitKind
    public let row: Int64

    public init(_ kind: UnitKind, _ row: Int64) {
        self.kind = kind
        self.row = row
    }

    /// The unit behind a number; `nil` for a number that `number` never gives.
    public init?(number: Int64) {
        guard number >= 4, let kind = UnitKind(rawValue: number % 4) else { return nil }
        self.init(kind, number / 4)
    }

    /// At least 4, and within 32 bits up to a row of about a thousand million.
    public var number: Int64 { row * 4 + kind.rawValue }

    public static func < (one: UnitID, other: UnitID) -> Bool { one.number < other.number }
}

/// A thing that can be found, with the text that an index holds of it.
public struct Unit: Sendable, Hashable {
    public let id: UnitID
    /// The row of the entry, or of the passage itself.
    public let owner: Int64
    /// The wording; a passage's headings and text; the first `Unit.answerLength` characters of an
    /// answer.
    public let text: String
    /// The normalised `text`; empty for an answer, for which it is not stored.
    public let key: String
    /// Equal for entries with the same answer; 0 for a passage.
    public let answer: Int64

    /// How much of an answer is worth finding it by, in Unicode scalars.
    public static let answerLength = 600
}
