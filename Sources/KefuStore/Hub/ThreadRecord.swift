public import KefuDomain

/// A conversation, as the hub keeps it.
///
/// A group chat is one thread, whoever writes in it. Its contact is the member by whom it came to
/// the hub, and what the operator decides about that contact holds for the whole group; each of its
/// messages knows its own sender.
public struct ThreadRecord: Sendable, Hashable {
    public let row: Int64
    public let contact: Int64
    public let channel: Int64
    public let channelName: String
    /// Of a group chat; empty for a private one.
    public let chatID: String
    public var name: String
    public var facts: ThreadFacts
    /// What followed from the facts when they last changed or fell due, with the three times below.
    public var status: ThreadStatus
    /// When the status changes by itself; `nil`: never.
    public var dueAt: Timestamp?
    public var slaAt: Timestamp?
    public var followUpAt: Timestamp?
    /// The best of the messages in the 30 days before the newest, and when that one came; without a
    /// time the customer has not written yet.
    public var score: Int
    public var scoreAt: Timestamp?
    public var bucket: Bucket
    public var triggerType: TriggerType?
    /// At most 200 characters.
    public var topic: String
    public var tags: [String]
    /// The message since which the bot sends nothing by itself; `nil` when it may speak.
    public var silencedBy: Int64?
    public var outcome: Outcome?
    public var satisfaction: Int?
    /// The contact's.
    public var kCode: String?
    public let createdAt: Timestamp

    public var isSilent: Bool { silencedBy != nil }
    public var isGroup: Bool { !chatID.isEmpty }
}

/// What makes a new thread.
public struct ThreadDraft: Sendable, Hashable {
    public var contact: Int64
    public var channel: Int64
    /// Of a group chat; empty for a private one.
    public var chatID: String
    public var name: String
    public var at: Timestamp

    public init(contact: Int64, channel: Int64, chatID: String, name: String, at: Timestamp) {
        self.contact = contact
        self.channel = channel
        self.chatID = chatID
        self.name = name
        self.at = at
    }
}
