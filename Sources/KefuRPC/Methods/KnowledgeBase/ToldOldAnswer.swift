public import KefuDomain

/// Who was given the text that an entry had before its answer changed.
public struct ToldOldAnswer: Documented {
    public let total: Int
    public let since: Timestamp
    public let answers: [ToldCustomer]

    /// How far back it looks.
    public static let days = 30
    /// The most answers that it names.
    public static let listed = 100

    static let doc = "Who was given the old answer in the last 30 days; absent where it stays."

    public init(total: Int, since: Timestamp, answers: [ToldCustomer]) {
        self.total = total
        self.since = since
        self.answers = answers
    }

    public enum CodingKeys: String, FieldKey {
        case total, since, answers

        public var doc: Field {
            switch self {
            case .total: Field(.integer(0...Int.max), "How many answers gave the old text.")
            case .since: Field(.time, "Since when it was looked for: 30 days, or less.")
            case .answers:
                Field(.list(.object(ToldCustomer.self)), "The newest of them, up to 100.")
            }
        }
    }
}

/// One answer that gave a text that is no longer right.
public struct ToldCustomer: Documented {
    public let answerID: String
    public let at: Timestamp
    public let session: String?
    public let channel: String?
    public let threadID: String?
    public let contactID: String?
    public let name: String?

    public init(
        answerID: String, at: Timestamp, session: String?, channel: String?, threadID: String?,
        contactID: String?, name: String?
    ) {
        self.answerID = answerID
        self.at = at
        self.session = session
        self.channel = channel
        self.threadID = threadID
        self.contactID = contactID
        self.name = name
    }

    public enum CodingKeys: String, FieldKey {
        case answerID = "answer_id"
        case at, session, channel
        case threadID = "thread_id"
        case contactID = "contact_id"
        case name

        public var doc: Field {
            switch self {
            case .answerID: Field(.text, "The answer.")
            case .at: Field(.time, "When it was given, or sent.")
            case .session: .optional(.text, "The session in which it was asked for.")
            case .channel: .optional(.text, "The channel, where one was named.")
            case .threadID: .optional(.text, "The thread in which it was sent.")
            case .contactID: .optional(.text, "Whom that thread is with.")
            case .name: .optional(.text, "The thread's name.")
            }
        }
    }
}

/// An entry after a change, and who knows it as it was before.
public struct ChangedEntry: Documented {
    public let entry: Entry
    public let told: ToldOldAnswer?

    public init(entry: Entry, told: ToldOldAnswer?) {
        self.entry = entry
        self.told = told
    }

    /// The entry's own members, and `told` beside them.
    public enum CodingKeys: FieldKey {
        case entry(Entry.CodingKeys)
        case told

        public static var allCases: [CodingKeys] {
            Entry.CodingKeys.allCases.map { .entry($0) } + [.told]
        }

        public var stringValue: String {
            switch self {
            case .entry(let key): key.stringValue
            case .told: "told"
            }
        }

        public var intValue: Int? { nil }

        public init?(stringValue: String) {
            if stringValue == "told" {
                self = .told
            } else if let key = Entry.CodingKeys(stringValue: stringValue) {
                self = .entry(key)
            } else {
                return nil
            }
        }

        public init?(intValue: Int) { nil }

        public var doc: Field {
            switch self {
            case .entry(let key): key.doc
            case .told: .optional(.object(ToldOldAnswer.self), ToldOldAnswer.doc)
            }
        }
    }

    public init(from decoder: any Decoder) throws {
        entry = try Entry(from: decoder)
        let members = try decoder.container(keyedBy: CodingKeys.self)
        told = try members.decodeIfPresent(ToldOldAnswer.self, forKey: .told)
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try entry.encode(into: &members) { .entry($0) }
        try members.encodeIfPresent(told, forKey: .told)
    }
}
