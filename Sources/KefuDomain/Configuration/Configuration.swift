/// Everything the operator can set, with its defaults. One value is in force at a time.
public struct Configuration: Documented, Equatable {
    /// A name such as `Asia/Shanghai`; empty for `$TZ`, else the system's.
    public var timeZone = ""
    public var logLevel = LogLevel.info
    public var thresholds = Thresholds()
    /// When people answer; `nil` when they always may.
    public var operatorHours: DailyHours?
    public var texts = CustomerTexts()
    public var rules = RuleWords()
    public var hub = HubSettings()
    public var alerts = AlertSettings()
    public var learning = LearningSettings()
    public var importing = ImportSettings()

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        timeZone = try values.value(.timeZone, else: timeZone)
        logLevel = try values.value(.logLevel, else: logLevel)
        thresholds = try values.value(.thresholds, else: thresholds)
        operatorHours = try values.decodeIfPresent(DailyHours.self, forKey: .operatorHours)
        texts = try values.value(.texts, else: texts)
        rules = try values.value(.rules, else: rules)
        hub = try values.value(.hub, else: hub)
        alerts = try values.value(.alerts, else: alerts)
        learning = try values.value(.learning, else: learning)
        importing = try values.value(.importing, else: importing)
    }

    public enum CodingKeys: String, FieldKey {
        case timeZone = "time_zone"
        case logLevel = "log_level"
        case thresholds
        case operatorHours = "operator_hours"
        case texts, rules, hub, alerts, learning
        case importing = "import"

        public var doc: Field {
            switch self {
            case .timeZone:
                .optional(.text, .settingTimeZone)
            case .logLevel:
                .optional(.choice(of: LogLevel.self), .settingLogLevel)
            case .thresholds: .optional(.object(Thresholds.self), .settingThresholds)
            case .operatorHours:
                .optional(.text, .settingOperatorHours)
            case .texts: .optional(.object(CustomerTexts.self), .settingTexts)
            case .rules: .optional(.object(RuleWords.self), .settingRules)
            case .hub: .optional(.object(HubSettings.self), .settingHub)
            case .alerts: .optional(.object(AlertSettings.self), .settingAlerts)
            case .learning: .optional(.object(LearningSettings.self), .settingLearning)
            case .importing: .optional(.object(ImportSettings.self), .settingImport)
            }
        }
    }
}

extension KeyedDecodingContainer {
    /// The value under a key; the fallback where it is absent or null.
    func value<T: Decodable>(_ key: Key, else fallback: T) throws -> T {
        try decodeIfPresent(T.self, forKey: key) ?? fallback
    }
}
