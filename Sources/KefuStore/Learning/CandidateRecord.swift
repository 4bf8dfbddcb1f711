public import KefuDomain

/// What became of a candidate. The raw values are stored.
public enum CandidateState: String, Codable, CaseIterable, Sendable {
    /// A person is to decide.
    case waiting
    /// It entered the base by itself.
    case entered
    /// The operator let it in, or kept it out.
    case approved, rejected
    /// Its quality was too low.
    case dropped
    /// The base said so already.
    case known
    /// It was in the base, and was taken back.
    case undone
    /// Nobody decided while its words were kept.
    case forgotten

    /// Whether it is decided for good, whatever is said in the thread afterwards.
    public var isFinal: Bool {
        switch self {
        case .approved, .rejected, .undone, .forgotten: true
        case .waiting, .entered, .dropped, .known: false
        }
    }
}

/// What the shadow would have said to a candidate's question.
public struct SilentPrediction: Sendable, Hashable {
    /// The row of the entry.
    public let entry: Int64
    public let agreement: AnswerAgreement

    public init(entry: Int64, agreement: AnswerAgreement) {
        (self.entry, self.agreement) = (entry, agreement)
    }
}

/// A customer's question with a person's answer, not stored yet.
public struct CandidateDraft: Sendable {
    /// Where it came from. The raw values are stored.
    public enum Source: String, Codable, CaseIterable, Sendable {
        case conversation, correction
    }

    public var source = Source.conversation
    public var thread: Int64?
    public var contact: Int64?
    public var answerRow: Int64?
    /// Names the question by its message: one candidate each; `nil` for one of no message.
    public var anchor: Int64?
    public var question: String
    public var answer: String
    /// In 0...1.
    public var quality: Double
    /// A JSON text of the desk's own.
    public var findings: String
    public var state: CandidateState
    /// Why it is not in the base.
    public var obstacle: String?
    public var timesAsked = 1
    public var askedAt: Timestamp
    public var answeredAt: Timestamp
    public var prediction: SilentPrediction?
    public var questionMessages: [Int64] = []
    public var answerMessages: [Int64] = []

    public init(
        question: String, answer: String, quality: Double, findings: String,
        state: CandidateState, obstacle: String? = nil, askedAt: Timestamp, answeredAt: Timestamp
    ) {
        self.question = question
        self.answer = answer
        self.quality = quality
        self.findings = findings
        self.state = state
        self.obstacle = obstacle
        self.askedAt = askedAt
        self.answeredAt = answeredAt
    }
}

/// A stored candidate.
public struct CandidateRecord: Sendable {
    public let row: Int64
    public let draft: CandidateDraft
    public let madeAt: Timestamp
    public let decidedAt: Timestamp?

    /// Where a lesson of it comes from.
    public var lessonSource: Lesson.Source {
        var source = Lesson.Source(answeredAt: draft.answeredAt)
        source.candidate = row
        source.answer = draft.answerRow
        source.thread = draft.thread
        source.contact = draft.contact
        source.quality = draft.quality
        source.askedAt = draft.askedAt
        return source
    }
}
