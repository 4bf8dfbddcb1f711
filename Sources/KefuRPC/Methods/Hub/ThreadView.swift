public import KefuDomain

/// A conversation with a contact, as every method of the hub gives it.
public struct ThreadView: Documented {
    public let id: String
    public let contactID: String
    public let channel: String
    @OrNull public var chatID: String?
    public let name: String
    public let status: ThreadStatus
    public let bucket: Bucket
    public let score: Int
    @OrNull public var lastSpeaker: Speaker?
    @OrNull public var lastMessageAt: Timestamp?
    @OrNull public var slaAt: Timestamp?
    @OrNull public var followUpAt: Timestamp?
    @OrNull public var snoozedUntil: Timestamp?
    @OrNull public var kCode: String?
    public let topic: String
    @OrNull public var triggerType: TriggerType?
    public let tags: [String]
    public let isSilent: Bool
    @OrNull public var outcome: Outcome?
    @OrNull public var satisfaction: Int?

    public init(
        id: String, contactID: String, channel: String, chatID: String?, name: String,
        status: ThreadStatus, bucket: Bucket, score: Int, lastSpeaker: Speaker?,
        lastMessageAt: Timestamp?, slaAt: Timestamp?, followUpAt: Timestamp?,
        snoozedUntil: Timestamp?, kCode: String?, topic: String, triggerType: TriggerType?,
        tags: [String], isSilent: Bool, outcome: Outcome?, satisfaction: Int?
    ) {
        self.id = id
        self.contactID = contactID
        self.channel = channel
        self.chatID = chatID
        self.name = name
        self.status = status
        self.bucket = bucket
        self.score = score
        self.lastSpeaker = lastSpeaker
        self.lastMessageAt = lastMessageAt
        self.slaAt = slaAt
        self.followUpAt = followUpAt
        self.snoozedUntil = snoozedUntil
        self.kCode = kCode
        self.topic = topic
        self.triggerType = triggerType
        self.tags = tags
        self.isSilent = isSilent
        self.outcome = outcome
        self.satisfaction = satisfaction
    }

    public enum CodingKeys: String, FieldKey {
        case id
        case contactID = "contact_id"
        case channel
        case chatID = "chat_id"
        case name, status, bucket, score
        case lastSpeaker = "last_speaker"
        case lastMessageAt = "last_msg_at"
        case slaAt = "sla_at"
        case followUpAt = "follow_up_at"
        case snoozedUntil = "snoozed_until"
        case kCode = "k_code"
        case topic
        case triggerType = "trigger_type"
        case tags
        case isSilent = "silent"
        case outcome, satisfaction

        public var doc: Field {
            switch self {
            case .id: Field(.text, "Its id.")
            case .contactID: Field(.text, "The contact.")
            case .channel: Field(.text, "Where it is held.")
            case .chatID: .optional(.text, "The group chat; null for a private one.")
            case .name: Field(.text, "What the contact or the group is called.")
            case .status: Field(.choice(of: ThreadStatus.self), "The stored status.")
            case .bucket: Field(.choice(of: Bucket.self), "How the hub treats it.")
            case .score:
                Field(.integer(0...100), "The best of the 30 days before its newest message.")
            case .lastSpeaker:
                .optional(
                    .choice(of: Speaker.self),
                    "Who spoke last, courtesies left out; null before that.")
            case .lastMessageAt: .optional(.time, "When; null before the first message.")
            case .slaAt:
                .optional(.time, "By when we must answer; null where nothing waits for us.")
            case .followUpAt:
                .optional(.time, "When it comes back to us; null where we do not wait.")
            case .snoozedUntil:
                .optional(
                    .time, "When its sleep ends, or ended with nothing said since; else null.")
            case .kCode: .optional(.text, "The contact's K code; null for strangers.")
            case .topic: Field(.text(maxLength: 200), "What it is about; empty where unknown.")
            case .triggerType:
                .optional(.choice(of: TriggerType.self), "What kind of business; null for none.")
            case .tags:
                Field(
                    .list(.text),
                    "Why a person is wanted, until it is resolved or released: person, complaint, sensitive."
                )
            case .isSilent: Field(.flag, "Whether the bot sends nothing by itself.")
            case .outcome:
                .optional(.choice(of: Outcome.self), "How it ended; null where that was not said.")
            case .satisfaction:
                .optional(.integer(1...5), "The customer's rating; null without one.")
            }
        }
    }
}
