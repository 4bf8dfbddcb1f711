public import KefuDomain

/// A message, not stored yet.
public struct MessageDraft: Sendable, Hashable {
    public var thread: Int64
    public var channel: Int64
    public var messageID: String
    public var speaker: Speaker
    public var kind: MessageKind
    /// `nil` where it is the thread's name.
    public var senderName: String?
    /// The contact that wrote it, in a group chat.
    public var sender: Int64?
    public var at: Timestamp
    public var receivedAt: Timestamp
    /// `nil` when it is not kept.
    public var text: String?
    public var fileTypes: [String]
    /// Counts neither in states nor in times.
    public var isCourtesy: Bool
    public var isReplay: Bool
    /// Of the bot itself, come back as an echo.
    public var isBots: Bool
    /// `nil` for messages of ours.
    public var signal: Signal?
    public var outcome: MessageOutcome

    public init(
        thread: Int64, channel: Int64, messageID: String, speaker: Speaker, kind: MessageKind,
        senderName: String? = nil, sender: Int64? = nil, at: Timestamp, receivedAt: Timestamp,
        text: String?, fileTypes: [String] = [], isCourtesy: Bool = false, isReplay: Bool = false,
        isBots: Bool = false, signal: Signal? = nil, outcome: MessageOutcome
    ) {
        self.thread = thread
        self.channel = channel
        self.messageID = messageID
        self.speaker = speaker
        self.kind = kind
        self.senderName = senderName
        self.sender = sender
        self.at = at
        self.receivedAt = receivedAt
        self.text = text
        self.fileTypes = fileTypes
        self.isCourtesy = isCourtesy
        self.isReplay = isReplay
        self.isBots = isBots
        self.signal = signal
        self.outcome = outcome
    }
}

/// What the hub said to a message. The same message coming again gets the same.
public struct MessageOutcome: Sendable, Hashable {
    /// `nil`: ignored.
    public var action: Action?
    /// Whether the bot was to send it by itself.
    public var sends: Bool
    /// The thread's after the message.
    public var score: Int
    public var bucket: Bucket
    public var status: ThreadStatus
    /// The rows of earlier answers that this one makes up for.
    public var supersedes: [Int64]
    /// The answer's row; its words are there.
    public var answer: Int64?

    public init(
        action: Action? = nil, sends: Bool = false, score: Int, bucket: Bucket,
        status: ThreadStatus, supersedes: [Int64] = [], answer: Int64? = nil
    ) {
        self.action = action
        self.sends = sends
        self.score = score
        self.bucket = bucket
        self.status = status
        self.supersedes = supersedes
        self.answer = answer
    }
}

/// A stored message.
public struct MessageRecord: Sendable, Hashable {
    public let row: Int64
    public let draft: MessageDraft

    public init(row: Int64, draft: MessageDraft) {
        self.row = row
        self.draft = draft
    }
}
