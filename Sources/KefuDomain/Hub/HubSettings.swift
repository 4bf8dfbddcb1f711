/// What the operator can set of the customer hub.
public struct HubSettings: Documented, Equatable {
    public var sla = SLA()
    public var scoring = ScoringRules()
    /// Lines of one customer within so many seconds are one burst.
    public var burstSeconds = 3
    /// How long the text of messages is kept; 0: not at all.
    public var textDays = 30
    /// How far back a thread's best score may lie.
    public var scoreDays = 30
    /// The hour at which the day's figures are closed, in 0...23.
    public var closeHour = 20
    /// How often every thread's status is worked out anew, beside the moments at which it changes.
    public var recalculateMinutes = 60
    /// What a K code calls a channel; others go by their own name.
    public var channelNames = ChannelNames.chinese
    /// Channels on which replies are sent without asking, until `channel.set` says otherwise.
    public var autoSend: [String] = []
    /// What the bot is called in group chats; after `@` it is addressed.
    public var addressedAs = ["客服", "小助手", "助手", "机器人", "kefu", "bot", "assistant"]

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        sla = try values.value(.sla, else: sla)
        scoring = try values.value(.scoring, else: scoring)
        burstSeconds = try values.number(.burstSeconds, else: burstSeconds, in: Self.seconds)
        textDays = try values.number(.textDays, else: textDays, in: Self.days)
        scoreDays = try values.number(.scoreDays, else: scoreDays, in: Self.scoredDays)
        closeHour = try values.number(.closeHour, else: closeHour, in: Self.hours)
        recalculateMinutes = try values.number(
            .recalculateMinutes, else: recalculateMinutes, in: Self.minutes)
        for (channel, name) in try values.value(.channelNames, else: [String: String]()) {
            guard KCode.part(name) != nil else {
                throw DecodingError.refused(
                    values.codingPath + [CodingKeys.channelNames, ConfiguredName(channel)],
                    .notACodePart)
            }
            channelNames[channel] = name
        }
        autoSend = try values.value(.autoSend, else: autoSend)
        addressedAs = try values.value(.addressedAs, else: addressedAs)
    }

    private static let seconds = 0...300
    private static let days = 0...36_500
    private static let scoredDays = 1...3_650
    private static let hours = 0...23
    private static let minutes = 1...1_440

    public enum CodingKeys: String, FieldKey {
        case sla, scoring
        case burstSeconds = "burst_s"
        case textDays = "text_days"
        case scoreDays = "score_days"
        case closeHour = "close_hour"
        case recalculateMinutes = "recalculate_minutes"
        case channelNames = "channel_names"
        case autoSend = "auto_send"
        case addressedAs = "addressed_as"

        public var doc: Field {
            switch self {
            case .sla: .optional(.object(SLA.self), .settingSLA)
            case .scoring: .optional(.object(ScoringRules.self), .settingScoring)
            case .burstSeconds: .optional(.integer(seconds), .settingBurst)
            case .textDays: .optional(.integer(days), .settingTextDays)
            case .scoreDays: .optional(.integer(scoredDays), .settingScoreDays)
            case .closeHour: .optional(.integer(hours), .settingCloseHour)
            case .recalculateMinutes: .optional(.integer(minutes), .settingRecalculate)
            case .channelNames: .optional(.map(.text), .settingChannelNames)
            case .autoSend: .optional(.list(.text), .settingAutoSend)
            case .addressedAs: .optional(.list(.text), .settingAddressedAs)
            }
        }
    }
}
