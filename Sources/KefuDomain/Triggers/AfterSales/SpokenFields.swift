/// The 售后 fields that are phrases: 运行环境, 发生时间, 频率, 已尝试步骤, 现场照片数量.
enum SpokenFields {
    // MARK: - 运行环境

    static func surroundings(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        let named = environments.mentions(in: reading).map { mention -> Finding in
            var end = mention.range.upperBound
            if let place = sites.match(in: reading, at: end) { end = place.range.upperBound }
            return Finding(mention.range.lowerBound..<end)
        }
        let measured = amounts.compactMap { temperature($0, reading) }
        let all = (named + measured).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return reading.joined(all.filter { !reading.isNegated($0.range) }, atMost: 4)
    }

    private static let environments = WordTable<Void>(
        """
        室外|户外|室内|露天|地下车库|地下停车场|地库|地下二层|地下一层|负一楼|负二楼|停车场|高温|低温|潮湿|回南天|暴雨|雷雨|大雨|下雨|雨天|下雪|大雪|打雷|台风
        零下|海边|沿海|高原|服务区|工地|矿区|矿山|港口|码头|灰尘大|粉尘|暴晒|太阳直晒|车间|厂区|公交场站|物流园|小区车库|车棚|加油站|医院停车场|学校|商场
        outdoors|outdoor|indoors|indoor|underground garage|underground parking|underground
        basement|parking lot|in the rain|heavy rain|rain|humid|high temperature|hot weather
        cold weather|seaside|coastal|service station
        """)
    private static let sites = WordTable<Void>(
        "停车场|车库|车位|场站|充电站|环境|天气|天|停车位|车棚|工地|parking lot|parking|garage")

    /// 零下20度, 室外温度40℃.
    private static func temperature(_ amount: Amount, _ reading: Reading) -> Finding? {
        let start = amount.range.lowerBound
        let isDegrees = amount.unit == .degree
        let isSaid =
            amount.unit == .energy
            && reading.folded[amount.range.upperBound - 1] == 0x5EA6
            && reading.has(weather, before: start, within: 5)
        guard isDegrees || isSaid else { return nil }
        let label = weather.match(
            in: reading, endingAt: start, after: reading.clause(at: start).lowerBound)
        return Finding((label?.range.lowerBound ?? start)..<amount.range.upperBound)
    }

    private static let weather = WordTable<Void>("零下|气温|温度|室外温度|室温|环境温度|室外|外面|-")

    // MARK: - 发生时间

    static func time(_ reading: Reading, _ times: [TimeMention]) -> FormValue {
        let all = times.filter { isOfFault($0, reading) }
        let past = all.filter { $0.kind == .past }
        let chosen = past.isEmpty ? all : past
        return reading.first(chosen.map { Finding($0.range) })
    }

    /// Not when it was bought, nor when somebody is to come.
    private static func isOfFault(_ time: TimeMention, _ reading: Reading) -> Bool {
        let clause = reading.clause(at: time.range.lowerBound)
        switch time.kind {
        case .future, .urgent, .span: return false
        case .past: return !bought.contains(in: reading, clause)
        case .open:
            return !bought.contains(in: reading, clause) && !coming.contains(in: reading, clause)
                && !habits.contains(in: reading, time.range)
                && !reading.has(every, before: time.range.lowerBound, within: 3)
        }
    }

    private static let every = WordTable<Void>("每天|每|每周|every|一到|一")
    private static let habits = WordTable<Void>("本月|这个月")
    private static let bought = WordTable<Void>(
        """
        买的|购买|下单|装的|安装的|才装|验收|投运|发货|签收|到货|保养过|修过|报修过|报的修|联系过|打过电话|维修过|bought|purchased
        installed|ordered
        """
    )
    private static let coming = WordTable<Void>(
        "过来|上门|派人|来人|能来|安排|有空|处理完|修好|解决|到现场|什么时候|come|send|visit|fix it|repair")

    // MARK: - 频率

    static func frequency(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        let counted = amounts.compactMap { rate($0, reading) }
        if !counted.isEmpty { return reading.first(counted) }
        let named = frequencies.mentions(in: reading).filter {
            !reading.begins(firstUse, at: $0.range.upperBound)
                && !reading.asks(reading.clause(at: $0.range.lowerBound))
        }
        let strong = named.filter { $0.tag }
        return reading.first((strong.isEmpty ? named : strong).map { Finding($0.range) })
    }

    private static let firstUse = WordTable<Void>("用|买|安装|使用|接触|在用|都很好|都好|没问题|正常|挺好|联系|打不通")

    /// Whether the word says by itself how often.
    private static let frequencies = WordTable<Bool>([
        (
            true,
            """
            每次|每回|每天|天天|每隔几天|隔三差五|隔几天|偶尔|偶发|经常|时不时|有时候|有时|间歇性|间歇|频繁|反复|老是|总是|三天两头|第一次|首次
            头一回|好几次|多次
            """
        ),
        (
            true,
            """
            every time|each time|always|every day|daily|sometimes|occasionally
            intermittently|intermittent|often|frequently|once in a while|from time to time
            first time|now and then
            """
        ),
        (false, "一直|始终|持续|不停|constantly|all the time|keeps"),
    ])

    /// 一天两三次, 每周2次, twice a day; not 试了三次.
    private static func rate(_ amount: Amount, _ reading: Reading) -> Finding? {
        guard amount.unit == .times else { return nil }
        let start = amount.range.lowerBound
        guard
            let period = periods.match(
                in: reading, endingAt: start, after: reading.clause(at: start).lowerBound)
        else {
            guard
                let behind = periodsBehind.match(
                    in: reading, at: reading.skippingSpaces(from: amount.range.upperBound))
            else { return nil }
            return Finding(start..<behind.range.upperBound)
        }
        return Finding(period.range.lowerBound..<amount.range.upperBound)
    }

    private static let periods = WordTable<Void>(
        """
        一天|每天|一天要要|每天有|一周|每周|一个星期|每个月|一个月|一小时|每小时|一晚上|一天就|一天大概|每天大概|今天|一上午|平均每天|一天能|一天得
        一天会|每天会|每天要
        """
    )
    private static let periodsBehind = WordTable<Void>(
        "a day|per day|a week|per week|every day|a month|an hour|per month")

    // MARK: - 已尝试步骤

    static func tried(_ reading: Reading) -> FormValue {
        var found: [Finding] = []
        for mention in attempts.mentions(in: reading) {
            let clause = reading.piece(around: mention.range)
            guard found.last?.range != clause, isDone(mention, clause, reading) else { continue }
            found.append(Finding(clause))
        }
        return reading.joined(found, atMost: 4)
    }

    private static func isDone(
        _ mention: WordTable<Bool>.Mention, _ clause: Range<Int>, _ reading: Reading
    ) -> Bool {
        if questions.contains(in: reading, clause)
            || clause.upperBound < reading.count
                && reading.folded[clause.upperBound] == Sign.questionMark
        {
            return false
        }
        if plans.contains(in: reading, clause) { return false }
        return mention.tag || done.contains(in: reading, clause)
    }

    /// Whether the word itself says that it was done.
    private static let attempts = WordTable<Bool>([
        (
            true,
            """
            重启过|重启了|试过|试了|复位过|复位了|断过电|换过|换了|拔插过|重新插过|重插过|断电重启|重启两次|重启三次|重启好几次|拔了重插|升级过|升级了
            清理过|擦过|擦了|检查过|检查了|拉了|关了|断开了|断了电|拉闸|测过|测了|量过|重装过
            """
        ),
        (
            false,
            "重启|复位|断电|断开|拔插|插拔|重新插|重插|换枪|换车|换一辆|换个|换卡|重新上电|重新扫码|恢复出厂|清洁|升级|重新接线|紧固|按急停|旋开急停|拉总闸"
        ),
        (
            true,
            """
            rebooted|restarted|tried|have reset|already reset|i reset|we reset|unplugged
            replugged|power cycled|replaced|swapped|cleaned|checked|switched off
            turned off|turned it off
            """
        ),
    ])
    private static let done = WordTable<Void>(
        "过|了|已经|已|都|也|后还|后仍|之后还|还是|依然|仍然|还不行|没用|无效|不行|already|still")
    private static let questions = WordTable<Void>(
        "吗|么|要不要|需不需要|是不是|能不能|可以|怎么|需要|还是说|should i|do i need|how")
    private static let plans = WordTable<Void>(
        "准备|打算|等会|待会|帮我换|给我换|给换|要求换|想换|请帮|换新|换货|才能|就好了|就能|就可以|自动重启|自己重启|突然断电|经常断电|总是断电|会重启|会断电")

    // MARK: - 现场照片数量

    static func pictures(_ reading: Reading, _ amounts: [Amount], sent: Int) -> FormValue {
        let counted = amounts.filter { isPictures($0, reading) }.map { Finding($0.range) }
        let said = reading.first(counted)
        return said.isNull && sent > 0 ? .text("\(sent)") : said
    }

    private static func isPictures(_ amount: Amount, _ reading: Reading) -> Bool {
        guard amount.unit == .picture, !amount.isPartOfCode else { return false }
        let last = reading.folded[amount.range.upperBound - 1]
        guard last == 0x5F20 else { return true }
        return reading.begins(pictureWords, at: amount.range.upperBound)
            || reading.has(sending, before: amount.range.lowerBound, within: 6)
    }

    private static let pictureWords = WordTable<Void>("照片|相片|图|图片|截图|现场|现场图|现场照片|照")
    private static let sending = WordTable<Void>("拍|发|照片|图片|图|附|传|截图|截")
}
