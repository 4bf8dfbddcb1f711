public import KefuDomain

/// A message of a thread.
public struct MessageView: Documented {
    public let id: String
    public let threadID: String
    public let messageID: String
    public let speaker: Speaker
    public let kind: MessageKind
    @OrNull public var text: String?
    public let fileTypes: [String]
    @OrNull public var senderName: String?
    public let at: Timestamp
    public let receivedAt: Timestamp
    public let isCourtesy: Bool
    public let isBots: Bool
    public let isReplay: Bool
    public let score: Int
    @OrNull public var signal: SignalView?
    @OrNull public var answerID: String?

    public init(
        id: String, threadID: String, messageID: String, speaker: Speaker, kind: MessageKind,
        text: String?, fileTypes: [String], senderName: String?, at: Timestamp,
        receivedAt: Timestamp, isCourtesy: Bool, isBots: Bool, isReplay: Bool, score: Int,
        signal: SignalView?, answerID: String?
    ) {
        self.id = id
        self.threadID = threadID
        self.messageID = messageID
        self.speaker = speaker
        self.kind = kind
        self.text = text
        self.fileTypes = fileTypes
        self.senderName = senderName
        self.at = at
        self.receivedAt = receivedAt
        self.isCourtesy = isCourtesy
        self.isBots = isBots
        self.isReplay = isReplay
        self.score = score
        self.signal = signal
        self.answerID = answerID
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case threadID = "thread_id"
        case messageID = "message_id"
        case speaker
        case kind = "type"
        case text
        case fileTypes = "file_types"
        case senderName = "sender_name"
        case at
        case receivedAt = "received_at"
        case isCourtesy = "courtesy"
        case isBots = "bot"
        case isReplay = "replay"
        case score, signal
        case answerID = "answer_id"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The message's id here.")
            case .threadID: Field(.text, "The thread.")
            case .messageID: Field(.text, "Its id on the channel.")
            case .speaker: Field(.choice(of: Speaker.self), "Which side wrote it.")
            case .kind: Field(.choice(of: MessageKind.self), "What it is made of.")
            case .text: .optional(.text, "Its words; null where they are not kept.")
            case .fileTypes: Field(.list(.text), "The endings of its files.")
            case .senderName: .optional(.text, "Who wrote it, by name; null where unknown.")
            case .at: Field(.time, "When it was written.")
            case .receivedAt: Field(.time, "When it came in.")
            case .isCourtesy: Field(.flag, "Whether it is a courtesy, which counts for nothing.")
            case .isBots: Field(.flag, "Whether the bot's own draft was sent.")
            case .isReplay: Field(.flag, "Whether it came as history.")
            case .score: Field(.integer(0...100), "Its own score.")
            case .signal:
                .optional(.object(SignalView.self), "What the score is made of; null for ours.")
            case .answerID:
                .optional(.text, "The answer drafted for it, or that it sent; null without.")
            }
        }
    }
}

/// How much a message looks like business, and why.
public struct SignalView: Documented {
    public let score: Int
    public let parts: [SignalPart]

    public init(score: Int, parts: [SignalPart]) {
        self.score = score
        self.parts = parts
    }

    public enum CodingKeys: String, FieldKey {
        case score, parts

        public var doc: Field {
            switch self {
            case .score: Field(.integer(0...100), "The score.")
            case .parts: Field(.list(.object(SignalPart.self)), "What earned points.")
            }
        }
    }

    /// A signal as it goes over the wire; the trigger stands beside it there.
    public init(_ signal: Signal) {
        self.init(score: signal.score, parts: signal.parts)
    }
}
