public import KefuDomain

/// Something that learning does to the base, and where it comes from.
public struct Lesson: Sendable {
    /// What it does.
    public enum Change: Sendable {
        /// Makes an entry.
        case add(EntryDraft)
        /// Gives an entry another wording; a negative that reads the same goes.
        case addVariant(String, to: Int64)
        /// Takes a wording from an entry, because it is answered otherwise.
        case dropVariant(String, from: Int64)
        /// Gives an entry a look-alike that it must not answer; a variant that reads the same goes.
        case addNegative(String, to: Int64)
        /// Gives an entry another answer, or its words; from then on it answers.
        case replace(question: String?, answer: String, expiresAt: Timestamp?, in: Int64)
        /// Lets an entry out of the shadow.
        case promote(Int64)
        /// Takes an entry out of the shadow, back to review.
        case withdraw(Int64)
    }

    public var change: Change
    public var by: LearnedBy
    public var source: Source
    public var at: Timestamp

    /// Whose words it is made of; `nil` where that is not known.
    public struct Source: Sendable, Hashable {
        public var candidate: Int64?
        public var answer: Int64?
        public var gap: Int64?
        public var thread: Int64?
        /// Whose question it was: an erasure of them takes their words out of the base.
        public var contact: Int64?
        /// Whether the wording is the customer's own, and not the operator's for it.
        public var isTheirs = true
        public var quality: Double?
        public var askedAt: Timestamp?
        /// When a person said what is learned.
        public var answeredAt: Timestamp

        public init(answeredAt: Timestamp) { self.answeredAt = answeredAt }
    }

    public init(_ change: Change, by: LearnedBy, from source: Source, at: Timestamp) {
        (self.change, self.by, self.source, self.at) = (change, by, source, at)
    }
}

/// What became of a lesson.
public struct Learned: Sendable {
    /// The entry that was made or changed.
    public let entry: Entry
    /// The row of the event; `nil` when the base said so already.
    public let event: Int64?

    public init(entry: Entry, event: Int64?) {
        (self.entry, self.event) = (entry, event)
    }
}
