/// An entry that is not stored yet: from `kb.add`, a row of a file, or a person's correction.
public struct EntryDraft: Sendable, Hashable {
    public var externalID: String?
    public var question: String
    public var answer: String
    public var variants: [String]
    public var negatives: [String]
    public var category: String
    public var tags: [String]
    public var status: EntryStatus
    public var source: EntrySource
    public var review: Review
    public var expiresAt: Timestamp?

    public init(
        externalID: String? = nil, question: String, answer: String, variants: [String] = [],
        negatives: [String] = [], category: String = "", tags: [String] = [],
        status: EntryStatus = .active, source: EntrySource = .manual, review: Review = .auto,
        expiresAt: Timestamp? = nil
    ) {
        self.externalID = externalID
        self.question = question
        self.answer = answer
        self.variants = variants
        self.negatives = negatives
        self.category = category
        self.tags = tags
        self.status = status
        self.source = source
        self.review = review
        self.expiresAt = expiresAt
    }
}

/// The changes that one `kb.update` asks for; `nil` leaves a member as it is.
public struct EntryPatch: Sendable {
    public var question: String?
    public var answer: String?
    public var variants: [String]?
    public var negatives: [String]?
    public var category: String?
    public var tags: [String]?
    public var status: EntryStatus?
    public var review: Review?
    /// `.some(nil)` takes the expiry away.
    public var expiresAt: Timestamp??

    public init() {}

    /// The entry with the changes made; times and hits stay as they are.
    public func applied(to entry: Entry) -> Entry {
        var changed = entry
        changed.question = question ?? entry.question
        changed.answer = answer ?? entry.answer
        changed.variants = variants ?? entry.variants
        changed.negatives = negatives ?? entry.negatives
        changed.category = category ?? entry.category
        changed.tags = tags ?? entry.tags
        changed.status = status ?? entry.status
        changed.review = review ?? entry.review
        if let expiresAt { changed.expiresAt = expiresAt }
        return changed
    }
}
