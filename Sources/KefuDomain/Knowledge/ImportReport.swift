/// A row or place of a file that was not taken, with what to do about it.
public struct Refusal: Sendable, Hashable {
    /// Where: `line 12`, `row 3`, `$.faq[4]`.
    public let place: String
    public let why: Phrase
    public let hint: Phrase

    public init(place: String, why: Phrase, hint: Phrase) {
        self.place = place
        self.why = why
        self.hint = hint
    }
}

/// What one file brought in; every row is counted in exactly one of the fields.
public struct FileReport: Sendable {
    /// The path or name as the caller gave it.
    public var path: String
    public var format: String
    public var added = 0
    public var updated = 0
    public var unchanged = 0
    public var duplicates = 0
    public var refused: [Refusal] = []
    /// Passages that the base holds of this file after the import.
    public var passages = 0

    public init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}
