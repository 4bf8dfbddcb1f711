/// A text for customers in each language they may write in.
public struct CustomerText: Documented, Hashable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording in the customer's language.
    public func text(_ language: Language) -> String {
        language == .chinese ? zh : en
    }

    public enum CodingKeys: String, FieldKey {
        case zh, en

        public var doc: Field {
            switch self {
            case .zh: Field(.text, .settingChinese)
            case .en: Field(.text, .settingEnglish)
            }
        }
    }
}

/// What customers are told when no stored answer is given.
public struct CustomerTexts: Documented, Equatable {
    public var handoff = CustomerText(
        zh: "这个问题我为您转接人工客服，请稍等，我们会尽快回复您。",
        en: "I am passing this on to a colleague, who will get back to you shortly.")
    /// `{opens}` stands for the time at which a person answers again.
    public var outOfHours = CustomerText(
        zh: "您的问题已转给人工客服。现在是非工作时间，我们会在{opens}上班后第一时间回复您。",
        en: "I have passed this on. Our team is away right now and will answer after {opens}.")
    public var clarify = CustomerText(
        zh: "请问您想了解的是下面哪一个？回复序号即可：",
        en: "Did you mean one of these? Just reply with its number:")
    public var greeting = CustomerText(
        zh: "您好！请问有什么可以帮您？", en: "Hello! How can I help you?")
    public var courtesy = CustomerText(
        zh: "不客气，有问题随时联系我们。", en: "You're welcome. Get in touch any time.")

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        handoff = try values.value(.handoff, else: handoff)
        outOfHours = try values.value(.outOfHours, else: outOfHours)
        clarify = try values.value(.clarify, else: clarify)
        greeting = try values.value(.greeting, else: greeting)
        courtesy = try values.value(.courtesy, else: courtesy)
    }

    public enum CodingKeys: String, FieldKey {
        case handoff
        case outOfHours = "out_of_hours"
        case clarify, greeting, courtesy

        public var doc: Field {
            .optional(.object(CustomerText.self), summary)
        }

        private var summary: Phrase {
            switch self {
            case .handoff: .settingHandoff
            case .outOfHours: .settingOutOfHours
            case .clarify: .settingClarifyText
            case .greeting: .settingGreeting
            case .courtesy: .settingCourtesy
            }
        }
    }
}
