/// One message of a thread, as far as learning from it needs it.
public struct LearningTurn: Sendable, Hashable {
    /// Who wrote it: only a person's words ever become knowledge.
    public enum Speaker: String, CaseIterable, Sendable {
        case customer, person, bot
    }

    /// The message's row.
    public let message: Int64
    public let speaker: Speaker
    public let text: String
    public let kind: MessageKind
    public let at: Timestamp
    /// The whole message is a greeting or a courtesy, by the operator's own word lists.
    public let isCourtesy: Bool
    /// The message that it was written in reply to, where the channel says so.
    public let repliesTo: Int64?

    public init(
        message: Int64, speaker: Speaker, text: String, kind: MessageKind = .text, at: Timestamp,
        isCourtesy: Bool = false, repliesTo: Int64? = nil
    ) {
        self.message = message
        self.speaker = speaker
        self.text = text
        self.kind = kind
        self.at = at
        self.isCourtesy = isCourtesy
        self.repliesTo = repliesTo
    }
}
