/// Who wrote a message of a conversation.
public enum Speaker: String, Codable, CaseIterable, Sendable {
    /// The customer.
    case them
    /// Our side: a person, or the bot in our name.
    case me
}

/// What a message is made of.
public enum MessageKind: String, Codable, CaseIterable, Sendable {
    case text, image, voice, video, file, link, location
}

/// How the hub treats a thread.
public enum Bucket: String, Codable, CaseIterable, Sendable {
    case white = "WHITE"
    case gray = "GRAY"
    /// Private: no text of it is kept.
    case black = "BLACK"
}

/// What kind of business a message is about.
public enum TriggerType: String, Codable, CaseIterable, Sendable {
    case preSales = "售前"
    case afterSales = "售后"
    case development = "客户开发"
}

/// How a conversation ended.
public enum Outcome: String, Codable, CaseIterable, Sendable {
    case solved, unsolved, transferred
}

/// Whether a contact is known.
public enum ContactType: String, Codable, CaseIterable, Sendable {
    case stranger
    /// Promoted: has a K code.
    case customer
}
