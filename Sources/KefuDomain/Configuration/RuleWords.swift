/// The words by which messages are recognised beside retrieval.
public struct RuleWords: Documented, Equatable {
    /// Somewhere in a message: it asks for a person.
    public var person = [
        "人工", "真人", "转客服", "找客服", "叫经理", "找经理", "找你们经理", "找你们领导", "找老板",
        "human agent", "real person", "speak to a person", "talk to a person", "talk to a human",
        "speak to someone", "talk to someone", "live agent", "representative",
    ]
    /// Somewhere in a message: it complains.
    public var complaint = [
        "投诉", "举报", "12315", "消协", "工商局", "曝光你们", "起诉", "律师函", "骗子", "退一赔三",
        "complaint", "complain", "lawyer", "sue you", "scam",
    ]
    /// Words that hold one of the above and mean something else.
    public var harmless = ["人工智能", "人工湖", "人工草坪", "artificial"]
    /// Somewhere in a message: the answer is only a draft for a person, and flagged.
    public var sensitive = [
        "起火", "爆炸", "触电", "漏电伤人", "自燃", "受伤", "死亡", "赔偿", "法院", "媒体", "记者",
        "electric shock", "caught fire", "explosion", "injured", "compensation", "lawsuit",
    ]
    /// A whole message: a greeting.
    public var greetings = [
        "你好", "您好", "你好啊", "您好啊", "哈喽", "哈啰", "嗨", "在吗", "在么", "在不在", "有人吗",
        "有人在吗", "早", "早上好", "上午好", "中午好", "下午好", "晚上好", "亲", "亲在吗", "客服在吗",
        "hi", "hello", "hey", "good morning", "good afternoon", "good evening", "hi there",
        "hello there", "anyone there",
    ]
    /// A whole message, alone or several together: a courtesy.
    public var courtesies = [
        "好", "好的", "好滴", "好哒", "好吧", "好嘞", "嗯", "嗯嗯", "嗯好", "哦", "哦哦", "噢", "行", "行吧",
        "可以", "收到", "知道了", "明白", "明白了", "了解", "了解了", "谢谢", "谢谢你", "谢谢您", "谢谢了",
        "多谢", "感谢", "非常感谢", "谢啦", "辛苦了", "麻烦了", "没事了", "没问题", "再见", "拜拜", "晚安",
        "ok", "okay", "okk", "k", "thanks", "thank you", "thank you very much", "thx", "got it",
        "great", "fine", "cool", "no problem", "bye", "goodbye", "all right", "alright",
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        person = try values.value(.person, else: person)
        complaint = try values.value(.complaint, else: complaint)
        harmless = try values.value(.harmless, else: harmless)
        sensitive = try values.value(.sensitive, else: sensitive)
        greetings = try values.value(.greetings, else: greetings)
        courtesies = try values.value(.courtesies, else: courtesies)
    }

    public enum CodingKeys: String, FieldKey {
        case person, complaint, harmless, sensitive, greetings, courtesies

        public var doc: Field {
            .optional(.list(.text), summary)
        }

        private var summary: Phrase {
            switch self {
            case .person: .settingPerson
            case .complaint: .settingComplaint
            case .harmless: .settingHarmless
            case .sensitive: .settingSensitive
            case .greetings: .settingGreetings
            case .courtesies: .settingCourtesies
            }
        }
    }
}
