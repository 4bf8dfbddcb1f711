/// What a thread waits for.
public enum ThreadStatus: String, Codable, CaseIterable, Sendable {
    case unseen = "UNSEEN"
    case needReply = "NEED_REPLY"
    case waitingThem = "WAITING_THEM"
    case overdue = "OVERDUE"
    case resolved = "RESOLVED"
    case snoozed = "SNOOZED"
}

/// What the operator decided about a thread; the latest decision replaces the others, and a newer
/// customer message ends it.
public enum ThreadCall: Sendable, Hashable {
    case resolved(at: Timestamp)
    case snoozed(until: Timestamp, at: Timestamp)
    /// Told to wait for the customer until then.
    case waiting(until: Timestamp, at: Timestamp)
}

/// All that a thread's status follows from, beside the present moment and the rules (SPEC 7).
public struct ThreadFacts: Sendable, Hashable {
    /// Author of the latest message that is no courtesy; `nil` before the first message.
    public var lastSpeaker: Speaker?
    /// Of the newest message, courtesies left out.
    public var lastMessageAt: Timestamp?
    /// The first customer message that neither we nor a resolve has answered yet.
    public var firstUnansweredAt: Timestamp?
    /// Our latest message; texts by which the bot only hands over, asks back or greets are none.
    public var lastOursAt: Timestamp?
    public var call: ThreadCall?
    /// Whether the operator ever looked at the thread.
    public var isLookedAt: Bool

    public init(
        lastSpeaker: Speaker? = nil, lastMessageAt: Timestamp? = nil,
        firstUnansweredAt: Timestamp? = nil, lastOursAt: Timestamp? = nil,
        call: ThreadCall? = nil, isLookedAt: Bool = false
    ) {
        self.lastSpeaker = lastSpeaker
        self.lastMessageAt = lastMessageAt
        self.firstUnansweredAt = firstUnansweredAt
        self.lastOursAt = lastOursAt
        self.call = call
        self.isLookedAt = isLookedAt
    }
}
