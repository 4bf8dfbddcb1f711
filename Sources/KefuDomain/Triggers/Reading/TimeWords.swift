/// The words by which customers name times.
enum TimeWords {
    enum Tag: Sendable {
        case past, future, open, today, partOfDay, urgent
        case week(TimeMention.Kind)
        case weekday
        /// An English month.
        case month
    }

    static let table = WordTable<Tag>([
        (
            .past,
            """
            昨天|昨日|昨晚|昨夜|前天|前晚|大前天|刚才|刚刚|方才|今早|今晨|上个月|上月|上月底|去年|前几天|前两天|前些天|前阵子|最近|这几天|这两天
            近期|以前|早就
            """
        ),
        (
            .past,
            """
            yesterday|last night|last week|last month|last year|this morning|just now
            recently|earlier today|the day before yesterday
            """
        ),
        (
            .future,
            "明天|明日|明晚|后天|大后天|明早|下个月底|下个月初|下个月|下月底|下月初|下月中旬|下月|月底|月末|本月底|这个月底|年底|年内|年前|春节|过年|国庆|元旦"
        ),
        (.future, "下季度|季度末|双十一|明年初|明年|开春|年后|下半年|五一|中秋|端午"),
        (
            .future,
            """
            tomorrow|the day after tomorrow|next week|next month|next year
            end of the month|end of month|the end of the month|end of this month
            end of the year|year end|next quarter
            """
        ),
        (
            .future,
            """
            next monday|next tuesday|next wednesday|next thursday|next friday
            next saturday|next sunday|chinese new year|christmas|the end of|end of
            """
        ),
        (.open, "月初|月中|本月|这个月|this month|this week"),
        (.today, "今天|今日|今晚|当天|today|tonight"),
        (
            .partOfDay,
            """
            早上|上午|中午|下午|傍晚|晚上|凌晨|半夜|夜里|清晨|早晨|morning|afternoon|evening|this afternoon
            this evening|noon|midnight|night
            """
        ),
        (.urgent, "尽快|越快越好|马上要|加急|急用|急需|急要|赶紧|立刻|立即|asap|as soon as possible|urgently|rush"),
        (.week(.future), "下下周|下周|下星期|下礼拜|下个星期|下个礼拜"),
        (.week(.past), "上周|上上周|上星期|上礼拜|上个星期|上个礼拜"),
        (.week(.open), "本周|这周|这星期|这个星期|周|星期|礼拜"),
        (.weekday, "monday|tuesday|wednesday|thursday|friday|saturday|sunday"),
        (
            .month,
            """
            january|february|march|april|may|june|july|august|september|october|november
            december
            """
        ),
        (.month, "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"),
    ])

    static let weekdays = Set("一二三四五六日天末123456".unicodeScalars.map(\.value))
    static let ordinals = WordTable<Void>("st|nd|rd|th")
    static let monthParts = WordTable<Void>("底|初|中旬|上旬|下旬|份|末|中")
    static let before = WordTable<Void>("之前|以前|前|内|以内|之内|截止")
    static let about = WordTable<Void>("左右|前后|的时候|开始|起|那会|那会儿|到现在")
    static let ago = WordTable<Void>("之前|以前|前|ago|earlier")
    static let within = WordTable<Void>("以内|之内|内|左右|后|之后|以后|里")
    static let withinBefore = WordTable<Void>("within|in|in about|within about|no later than")
    static let numbered = WordTable<Void>("桩|枪|机|站|楼|线|店|门|库|车|仓|充电|电表|终端|位")
    static let joints = WordTable<Void>("的|在|,|, |at|the|on|of")
    static let leading = WordTable<TimeMention.Kind>([
        (.past, "从|自从|自|打从|since|since about"),
        (.future, "by|before|no later than|by the|before the|not later than|until|最迟|最晚|赶在"),
        (.open, "on|at|around|大概|大约"),
    ])
}
