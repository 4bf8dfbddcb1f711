/// A customer's question with what a person answered to it.
public struct LearnedPair: Sendable, Hashable {
    /// The customer's words; a follow-up that cannot stand alone is completed where that is safe.
    public let question: String
    /// The person's words: several messages joined by line feeds, slips of the pen mended.
    public let answer: String
    /// Rows of the messages that make up the question, oldest first; never empty.
    public let questionMessages: [Int64]
    /// Rows of the messages that make up the answer, those corrected later included, oldest first.
    public let answerMessages: [Int64]
    public let askedAt: Timestamp
    /// When the last message of the answer was written.
    public let answeredAt: Timestamp
    /// What the customer wrote next, oldest first; a few messages at most.
    public let aftermath: [LearningTurn]
    /// The question leans on what was said before it, or the answer on what was asked in between.
    public let needsContext: Bool
    /// A picture, voice message, file or link stands among the messages, whosever.
    public let hasAttachment: Bool
    /// The person took something back in a way that could not be put into the answer's text.
    public let isUnsettled: Bool

    public init(
        question: String, answer: String, questionMessages: [Int64] = [],
        answerMessages: [Int64] = [], askedAt: Timestamp, answeredAt: Timestamp,
        aftermath: [LearningTurn] = [], needsContext: Bool = false, hasAttachment: Bool = false,
        isUnsettled: Bool = false
    ) {
        self.question = question
        self.answer = answer
        self.questionMessages = questionMessages
        self.answerMessages = answerMessages
        self.askedAt = askedAt
        self.answeredAt = answeredAt
        self.aftermath = aftermath
        self.needsContext = needsContext
        self.hasAttachment = hasAttachment
        self.isUnsettled = isUnsettled
    }
}
