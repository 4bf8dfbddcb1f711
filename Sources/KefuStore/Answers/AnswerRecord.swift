public import KefuDomain

/// What a person said about an answer.
public enum FeedbackKind: String, Codable, CaseIterable, Sendable {
    case approved, corrected, rejected
}

/// What a person said about an answer, and when.
public struct Feedback: Sendable, Hashable {
    public let kind: FeedbackKind
    public let at: Timestamp
    public let reason: String?

    public init(_ kind: FeedbackKind, at: Timestamp, reason: String? = nil) {
        self.kind = kind
        self.at = at
        self.reason = reason
    }
}

/// What the daemon said to one question, not stored yet.
public struct AnswerDraft: Sendable, Hashable {
    public var at: Timestamp
    public var question: String
    public var session: String?
    public var channel: String?
    public var action: Action
    /// What was or would be sent.
    public var content: String
    public var confidence: Double
    public var reason: String
    public var tookMicroseconds: Int
    /// Citations, alternatives and features, as a JSON text of the desk's own.
    public var evidence: String
    /// The entry of the first citation.
    public var entry: Int64?
    /// The thread that it drafts a reply in; not read back.
    public var thread: Int64?

    public init(
        at: Timestamp, question: String, session: String? = nil, channel: String? = nil,
        action: Action, content: String, confidence: Double, reason: String,
        tookMicroseconds: Int, evidence: String, entry: Int64? = nil,
        thread: Int64? = nil
    ) {
        self.at = at
        self.question = question
        self.session = session
        self.channel = channel
        self.action = action
        self.content = content
        self.confidence = confidence
        self.reason = reason
        self.tookMicroseconds = tookMicroseconds
        self.evidence = evidence
        self.entry = entry
        self.thread = thread
    }
}

/// A stored answer.
public struct AnswerRecord: Sendable, Hashable {
    public let row: Int64
    public let said: AnswerDraft
    public let feedback: Feedback?

    public init(row: Int64, said: AnswerDraft, feedback: Feedback? = nil) {
        self.row = row
        self.said = said
        self.feedback = feedback
    }
}

/// A score that turned out right or wrong.
public struct CalibrationLabel: Sendable, Hashable {
    /// The answer that it is about; `nil` for one that is no longer kept.
    public let answer: Int64?
    public let score: Double
    public let confidence: Double
    public let isCorrect: Bool
    public let at: Timestamp

    public init(
        answer: Int64?, score: Double, confidence: Double, isCorrect: Bool, at: Timestamp
    ) {
        self.answer = answer
        self.score = score
        self.confidence = confidence
        self.isCorrect = isCorrect
        self.at = at
    }
}

/// Which answers a list shows; `nil` means all.
public struct AnswerFilter: Sendable {
    public var since: Timestamp?
    public var action: Action?
    public var verdict: VerdictFilter?

    public init(
        since: Timestamp? = nil, action: Action? = nil, verdict: VerdictFilter? = nil
    ) {
        self.since = since
        self.action = action
        self.verdict = verdict
    }
}
