public import KefuDomain

/// Whose words something learned is made of.
public struct Provenance: Documented, Hashable {
    public let threadID: String?
    public let messageIDs: [String]
    public let answerID: String?
    public let gapID: String?
    public let askedAt: Timestamp?
    public let answeredAt: Timestamp
    public let timesAsked: Int

    public init(
        threadID: String? = nil, messageIDs: [String] = [], answerID: String? = nil,
        gapID: String? = nil, askedAt: Timestamp? = nil, answeredAt: Timestamp, timesAsked: Int = 1
    ) {
        self.threadID = threadID
        self.messageIDs = messageIDs
        self.answerID = answerID
        self.gapID = gapID
        self.askedAt = askedAt
        self.answeredAt = answeredAt
        self.timesAsked = timesAsked
    }

    public enum CodingKeys: String, FieldKey {
        case threadID = "thread_id"
        case messageIDs = "message_ids"
        case answerID = "answer_id"
        case gapID = "gap_id"
        case askedAt = "asked_at"
        case answeredAt = "answered_at"
        case timesAsked = "times_asked"

        public var doc: Field {
            switch self {
            case .threadID: .optional(.text, "The thread it was said in.")
            case .messageIDs: Field(.list(.text), "Ids of its messages, question and answer.")
            case .answerID: .optional(.text, "The answer that was judged.")
            case .gapID: .optional(.text, "The gap that was answered.")
            case .askedAt: .optional(.time, "When it was asked.")
            case .answeredAt: Field(.time, "When a person answered.")
            case .timesAsked: Field(.integer(0...Int.max), "How often it was asked.")
            }
        }
    }
}

/// A message of the conversation that a candidate came from.
public struct EvidenceTurn: Documented {
    /// What a message is to the candidate.
    public enum Part: String, Codable, CaseIterable, Sendable {
        case question, answer, aftermath, around
    }

    /// Who said it.
    public enum Speaker: String, Codable, CaseIterable, Sendable {
        case customer, person, bot
    }

    public let messageID: String
    public let speaker: Speaker
    @OrNull public var text: String?
    public let at: Timestamp
    public let part: Part

    public init(messageID: String, speaker: Speaker, text: String?, at: Timestamp, part: Part) {
        self.messageID = messageID
        self.speaker = speaker
        self.text = text
        self.at = at
        self.part = part
    }

    public enum CodingKeys: String, FieldKey {
        case messageID = "message_id"
        case speaker, text, at, part

        public var doc: Field {
            switch self {
            case .messageID: Field(.text, "The message's id here.")
            case .speaker: Field(.choice(of: Speaker.self), "Who wrote it.")
            case .text: .optional(.text, "Its words; null where they are not kept.")
            case .at: Field(.time, "When it was written.")
            case .part: Field(.choice(of: Part.self), "What it is to the candidate.")
            }
        }
    }
}
