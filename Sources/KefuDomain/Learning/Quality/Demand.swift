/// What kind of thing a question asks for.
enum Demand: CaseIterable, Sendable {
    case price, time, place, stock, way, number, reason

    /// What a question asks for; `nil` where its words do not tell.
    static func of(_ question: String) -> Demand? {
        let reading = Reading(question)
        return table.mentions(in: reading).map(\.tag).max { $0.rank < $1.rank }
    }

    /// Of several the more telling one.
    private var rank: Int { Self.allCases.count - (Self.allCases.firstIndex(of: self) ?? 0) }

    /// Whether a reply holds such a thing.
    func isMet(by answer: Reading) -> Bool {
        let all = 0..<answer.count
        let units = Set(Amount.all(in: answer).compactMap(\.unit))
        switch self {
        case .price: return units.contains(.money) || Self.prices.contains(in: answer, all)
        case .time:
            return !units.isDisjoint(with: Self.spans) || Self.times.contains(in: answer, all)
        case .place:
            return Self.places.contains(in: answer, all)
                || Regions.table.contains(in: answer, all)
        case .stock:
            return Self.stocks.contains(in: answer, all) || !units.isDisjoint(with: Self.spans)
        case .number:
            return answer.folded.contains(where: Sign.isDigit) || !units.isEmpty
                || Numeral.first(in: answer) != nil
        case .way, .reason: return AnswerReading.content(of: answer) >= 5
        }
    }

    /// Whether a reply of the kind can hardly be about anything else.
    var isTelling: Bool {
        switch self {
        case .price, .time, .number: true
        case .place, .stock, .way, .reason: false
        }
    }

    private static let spans: Set<AmountUnit> = [
        .month, .day, .week, .year, .workday, .hour, .minute,
    ]

    private static let table = WordTable<Demand>([
        (
            .price,

            """
            多少钱|什么价|价格|价钱|报价|怎么卖|收费吗|怎么收费|收多少|费用|运费|贵不贵|多少元|几块|how much is|how much are
            how much does|how much do|price|cost|fee
            """
        ),
        (
            .time,

            """
            多久|多长时间|几天|几年|什么时候|何时|几点|几个月|多少天|多少年|几小时|多少小时|交期|货期|保质期多|how long|when do
            when does|when is|when are|when will|when can|what time|how many days|lead time
            """
        ),
        (.place, "哪里|在哪|什么地方|哪儿|地址|where do|where is|where are|where can"),
        (.stock, "有货|现货|有没有货|in stock"),
        (.way, "怎么|如何|怎样|咋|how do|how can|how to|what should"),
        (.number, "多少|几个|几台|多大|多重|多高|多宽|多长|几寸|几米|how many|how big|how heavy|what size"),
        (.reason, "为什么|为啥|为何|什么原因|怎么回事|why"),
    ])
    private static let prices = WordTable<Void>(
        "价|免费|元|块|钱|费|包邮|优惠|不收|不另收|free|price|cost|charge|usd|eur|$|€|£|per|included|rmb|cny|yuan")
    private static let times = WordTable<Void>(

        """
        天|年|月|周|小时|分钟|点|日|号|随时|当天|次日|马上|立即|终身|全年|24|即时|节假日|工作日|day|days|week|weeks|month
        months|year|years|hour|hours|minutes|immediately|anytime|monday|am|pm|lifetime
        """
    )
    private static let places = WordTable<Void>(

        """
        在|省|市|区|县|路|街|楼|店|页|侧|面|上|下|里|边|处|菜单|设置|我的|首页|全国|at|in|on|under|menu|page|store
        street|behind|side
        """
    )
    private static let stocks = WordTable<Void>(
        "有货|现货|有|没货|缺货|无货|售罄|断货|补货|预订|预售|停产|in stock|out of stock|available|sold out|back order")
}

extension Numeral {
    /// The first number of a text, in digits, in Chinese or in English.
    static func first(in reading: Reading) -> Numeral? {
        for place in reading.folded.indices {
            if let number = read(in: reading, at: place) { return number }
        }
        return nil
    }
}
