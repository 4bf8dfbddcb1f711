public import KefuDomain

/// `message.receive`
public enum ReceiveMessage: Method {
    public static let name = "message.receive"
    public static let summary = "Takes in a message, files it, scores it, and drafts the answer."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let channel: String
        public let peerID: String
        public let messageID: String
        public let text: String?
        public let kind: MessageKind?
        public let fileTypes: [String]?
        public let senderName: String?
        public let chatID: String?
        public let speaker: Speaker?
        public let timestamp: Timestamp?
        public let isMatch: Bool?
        public let isReplay: Bool?

        public init(
            channel: String, peerID: String, messageID: String, text: String? = nil,
            kind: MessageKind? = nil, fileTypes: [String]? = nil, senderName: String? = nil,
            chatID: String? = nil, speaker: Speaker? = nil, timestamp: Timestamp? = nil,
            isMatch: Bool? = nil, isReplay: Bool? = nil
        ) {
            self.channel = channel
            self.peerID = peerID
            self.messageID = messageID
            self.text = text
            self.kind = kind
            self.fileTypes = fileTypes
            self.senderName = senderName
            self.chatID = chatID
            self.speaker = speaker
            self.timestamp = timestamp
            self.isMatch = isMatch
            self.isReplay = isReplay
        }

        public enum CodingKeys: String, FieldKey {
            case channel
            case peerID = "peer_id"
            case wxID = "wx_id"
            case messageID = "message_id"
            case id, text
            case kind = "type"
            case fileTypes = "file_types"
            case senderName = "sender_name"
            case chatID = "chat_id"
            case speaker
            case lastSpeaker = "last_speaker"
            case timestamp
            case isMatch = "kb_matched"
            case isReplay = "replay"

            public var doc: Field {
                switch self {
                case .channel: Field(.text(maxLength: 200), "Where it came from: `wechat`.")
                case .peerID: Field(.text(maxLength: 200), "The customer's id there.")
                case .wxID: .alias(of: Self.peerID)
                case .messageID: Field(.text(maxLength: 200), "The message's id there.")
                case .id: .alias(of: Self.messageID)
                case .text: .optional(.text, "Its words; none when absent.")
                case .kind:
                    .optional(
                        .choice(of: MessageKind.self), "What it is made of; text when absent.")
                case .fileTypes:
                    .optional(.list(.text(maxLength: 40)), "The endings of its files.")
                case .senderName: .optional(.text(maxLength: 200), "Who wrote it, by name.")
                case .chatID: .optional(.text(maxLength: 200), "The group chat it was written in.")
                case .speaker:
                    .optional(.choice(of: Speaker.self), "Which side wrote it; them when absent.")
                case .lastSpeaker: .alias(of: Self.speaker)
                case .timestamp: .optional(.time, "When it was written; now when absent.")
                case .isMatch:
                    .optional(.flag, "Whether the base has an answer; looked for when absent.")
                case .isReplay:
                    .optional(.flag, "Whether it is history, which nobody answers.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let isDuplicate: Bool
        public let action: MessageAction
        public let isSending: Bool
        public let content: String
        public let confidence: Double
        public let answerID: String?
        public let citations: [Citation]
        public let supersedes: [String]
        public let contactID: String
        public let threadID: String
        public let score: Int
        public let bucket: Bucket
        public let status: ThreadStatus
        @OrNull public var triggerType: TriggerType?
        public let signal: SignalView

        public init(
            isDuplicate: Bool, action: MessageAction, isSending: Bool, content: String,
            confidence: Double, answerID: String? = nil, citations: [Citation],
            supersedes: [String], contactID: String, threadID: String, score: Int, bucket: Bucket,
            status: ThreadStatus, triggerType: TriggerType?, signal: SignalView
        ) {
            self.isDuplicate = isDuplicate
            self.action = action
            self.isSending = isSending
            self.content = content
            self.confidence = confidence
            self.answerID = answerID
            self.citations = citations
            self.supersedes = supersedes
            self.contactID = contactID
            self.threadID = threadID
            self.score = score
            self.bucket = bucket
            self.status = status
            self.triggerType = triggerType
            self.signal = signal
        }

        public enum CodingKeys: String, FieldKey {
            case isDuplicate = "duplicate"
            case action
            case isSending = "send"
            case content, confidence
            case answerID = "answer_id"
            case citations, supersedes
            case contactID = "contact_id"
            case threadID = "thread_id"
            case score, bucket, status
            case triggerType = "trigger_type"
            case signal

            public var doc: Field {
                switch self {
                case .isDuplicate:
                    Field(.flag, "Whether the message was known; the rest is the first result.")
                case .action: Field(.choice(of: MessageAction.self), "What was decided.")
                case .isSending: Field(.flag, "Whether to send `content` now; else it is a draft.")
                case .content:
                    Field(.text, "What the customer gets; empty where there is nothing to say.")
                case .confidence:
                    Field(.probability, "The probability that the best candidate is right.")
                case .answerID: .optional(.text, "The answer's id; absent where nothing was asked.")
                case .citations: Field(.list(.object(Citation.self)), "What a reply came from.")
                case .supersedes:
                    Field(.list(.text), "Answers of the same burst that this one replaces.")
                case .contactID: Field(.text, "The contact.")
                case .threadID: Field(.text, "The thread.")
                case .score: Field(.integer(0...100), "The thread's score after this message.")
                case .bucket:
                    Field(.choice(of: Bucket.self), "The thread's bucket after this message.")
                case .status: Field(.choice(of: ThreadStatus.self), "The thread's status now.")
                case .triggerType:
                    .optional(
                        .choice(of: TriggerType.self), "What kind of business; null for none.")
                case .signal: Field(.object(SignalView.self), "The message's own score.")
                }
            }
        }
    }
}

/// What the daemon does with a message.
public enum MessageAction: String, Codable, CaseIterable, Sendable {
    case reply, clarify, handoff
    /// Nothing is to be said.
    case ignore

    public init(_ action: Action) {
        switch action {
        case .reply: self = .reply
        case .clarify: self = .clarify
        case .handoff: self = .handoff
        }
    }
}

extension ReceiveMessage.Params {
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            channel: members.decode(String.self, forKey: .channel),
            peerID: members.decode(String.self, forKey: .peerID, or: .wxID),
            messageID: members.decode(String.self, forKey: .messageID, or: .id),
            text: members.decodeIfPresent(String.self, forKey: .text),
            kind: members.decodeIfPresent(MessageKind.self, forKey: .kind),
            fileTypes: members.decodeIfPresent([String].self, forKey: .fileTypes),
            senderName: members.decodeIfPresent(String.self, forKey: .senderName),
            chatID: members.decodeIfPresent(String.self, forKey: .chatID),
            speaker: members.decodeIfPresent(Speaker.self, forKey: .speaker, or: .lastSpeaker),
            timestamp: members.decodeIfPresent(Timestamp.self, forKey: .timestamp),
            isMatch: members.decodeIfPresent(Bool.self, forKey: .isMatch),
            isReplay: members.decodeIfPresent(Bool.self, forKey: .isReplay))
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(channel, forKey: .channel)
        try members.encode(peerID, forKey: .peerID)
        try members.encode(messageID, forKey: .messageID)
        try members.encodeIfPresent(text, forKey: .text)
        try members.encodeIfPresent(kind, forKey: .kind)
        try members.encodeIfPresent(fileTypes, forKey: .fileTypes)
        try members.encodeIfPresent(senderName, forKey: .senderName)
        try members.encodeIfPresent(chatID, forKey: .chatID)
        try members.encodeIfPresent(speaker, forKey: .speaker)
        try members.encodeIfPresent(timestamp, forKey: .timestamp)
        try members.encodeIfPresent(isMatch, forKey: .isMatch)
        try members.encodeIfPresent(isReplay, forKey: .isReplay)
    }
}

extension ReceiveMessage.Result {
    /// The same result for the same message that came again.
    public var repeated: Self {
        Self(
            isDuplicate: true, action: action, isSending: isSending, content: content,
            confidence: confidence, answerID: answerID, citations: citations,
            supersedes: supersedes, contactID: contactID, threadID: threadID, score: score,
            bucket: bucket, status: status, triggerType: triggerType, signal: signal)
    }
}
