public import KefuDomain

/// Questions of one meaning that the base does not answer.
public struct GapRecord: Sendable, Hashable {
    /// What became of it.
    public enum State: String, Sendable {
        case open
        /// A person answered it.
        case answered
        /// The base answers all of it.
        case closed
    }

    public let row: Int64
    public let state: State
    /// How often its open questions were asked.
    public let count: Int
    /// As `GapWeight` stores it.
    public let weight: Double
    public let openedAt: Timestamp
    public let entry: Int64?
}

/// One wording of a gap.
public struct GapQuestion: Sendable, Hashable {
    public let row: Int64
    public let gap: Int64
    public let text: String
    public let count: Int
    public let lastAskedAt: Timestamp
    /// Whether the base answers it by now.
    public let isAnswered: Bool
}

/// A wording of an open gap that shares words with a question.
public struct GapNeighbour: Sendable, Hashable {
    public let question: Int64
    public let gap: Int64
    public let text: String
    /// Whether both normalise to the same text.
    public let isSame: Bool
}

/// An answer in which a gap may lie, with the message that it was to.
public struct GapSource: Sendable, Hashable {
    public let answer: AnswerRecord
    public let isOfThread: Bool
    /// Whether its thread keeps no words.
    public let isPrivate: Bool
    /// The message's score and its parts; `nil` for a question that came by itself.
    public let score: Int?
    public let signal: [SignalPart]
    /// Answers to earlier lines that this one takes the place of.
    public let supersedes: [Int64]
}
