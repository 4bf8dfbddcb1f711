/// People's names: before 先生 and its like, behind 我叫, 我姓 and 收货人.
extension PersonalScan {
    var names: [Place] {
        folded.indices.compactMap { place in
            (titled(at: place) ?? introduced(at: place) ?? called(at: place)
                ?? englishName(at: place))
                .map { Place(.name, $0) }
        }
    }

    // MARK: - Before a title

    private func titled(at place: Int) -> Range<Int>? {
        guard let title = Self.titles.match(in: reading, at: place) else { return nil }
        let end = title.range.upperBound
        if title.tag == .plain {
            guard let start = nameBefore(place, longest: 3),
                Self.noNames.match(in: reading, at: start) == nil
            else { return nil }
            return start..<end
        }
        guard let start = nameBefore(place, longest: 1), isBounded(start) || isStaff(start),
            Self.noNames.match(in: reading, at: start) == nil,
            title.tag == .work || endsTitle(end)
        else { return nil }
        return start..<end
    }

    /// Where a name begins that ends right before a place: a surname with up to two more
    /// characters.
    private func nameBefore(_ place: Int, longest: Int) -> Int? {
        let lengths = longest > 1 ? [1, 2, 3, 4] : [1, 2]
        for length in lengths where place >= length {
            let start = place - length
            guard let surname = surname(at: start), surname <= length,
                longest > 1 || surname == length
            else { continue }
            let isPlain = length == 1 && !Self.everyday.contains(folded[start])
            if isPlain || isBounded(start) { return start }
        }
        return nil
    }

    /// Nothing that could be the beginning of a longer word stands before.
    private func isBounded(_ place: Int) -> Bool {
        !isHan(place - 1) || Self.leaders.contains(folded[place - 1])
    }

    /// 技术支持赵工: behind the word for what the person does.
    private func isStaff(_ place: Int) -> Bool {
        Self.callers.match(in: reading, endingAt: place, after: max(0, place - 4)) != nil
    }

    /// 总 and 工 end many words; as titles they end the phrase, or begin what is said.
    private func endsTitle(_ place: Int) -> Bool {
        !isHan(place) || Self.followers.contains(folded[place])
    }

    // MARK: - Behind an introduction

    private func introduced(at place: Int) -> Range<Int>? {
        guard let opening = Self.introductions.match(in: reading, at: place) else { return nil }
        var start = opening.range.upperBound
        while start < folded.count, start - opening.range.upperBound < 4,
            Self.links.contains(folded[start])
        {
            start += 1
        }
        guard let surname = surname(at: start) else { return nil }
        if opening.tag == .surname {
            return isGuess(at: start) ? nil : start..<start + surname
        }
        guard let end = nameEnd(from: start, surname: surname, opening.tag) else { return nil }
        return start..<end
    }

    /// 我姓什么, 姓和名.
    private func isGuess(at place: Int) -> Bool {
        place + 1 < folded.count && folded[place + 1] == 0x540D
    }

    private func nameEnd(from start: Int, surname: Int, _ opening: Opening) -> Int? {
        var end = start
        while isHan(end), end - start < surname + 3, !Self.behindNames.contains(folded[end]) {
            end += 1
        }
        let length = end - start
        guard length > surname, length <= surname + 2 else { return nil }
        if opening == .iAm {
            guard !isHan(end), Regions.table.match(in: reading, at: start) == nil,
                Self.trades.match(in: reading, endingAt: end, after: start) == nil
            else { return nil }
        }
        return end
    }

    // MARK: - 小王, 老李

    private func called(at place: Int) -> Range<Int>? {
        guard Self.nicknames.contains(folded[place]), surname(at: place + 1) == 1,
            Self.callers.match(in: reading, endingAt: place, after: max(0, place - 4)) != nil,
            !isHan(place + 2) || Self.afterNicknames.contains(folded[place + 2])
        else { return nil }
        return place..<place + 2
    }

    // MARK: - English

    /// `Mr. Smith`, `my name is Anna`.
    private func englishName(at place: Int) -> Range<Int>? {
        guard let title = Self.englishTitles.match(in: reading, at: place) else { return nil }
        var start = title.range.upperBound
        if start < folded.count, folded[start] == Sign.point { start += 1 }
        start = reading.skippingSpaces(from: start)
        guard start < folded.count, start > title.range.upperBound, Sign.isLetter(folded[start]),
            reading.words(start..<start + 1).first?.isUppercase ?? false
        else { return nil }
        var end = start
        while end < folded.count, Sign.isLetter(folded[end]) { end += 1 }
        return (title.tag ? title.range.lowerBound : start)..<end
    }

    // MARK: - Surnames

    /// How many characters the surname at a place has.
    private func surname(at place: Int) -> Int? {
        guard isHan(place) else { return nil }
        if Self.doubleSurnames.match(in: reading, at: place) != nil { return 2 }
        return Self.surnames.contains(folded[place]) ? 1 : nil
    }
}

extension PersonalScan {
    private enum Title: Sendable {
        /// Nobody but a person is called so.
        case plain
        /// A trade, too.
        case work
        /// One character, which ends many words.
        case short
    }

    private enum Opening: Sendable {
        case name, surname, iAm
    }

    private static let titles = WordTable<Title>([
        (.plain, "先生|女士|小姐|太太|小姐姐|大哥|大姐|阿姨"),
        (.work, "老师|师傅|经理|主任|店长|老板|医生|大夫|律师|会计|教授|校长|工程师|队长|站长|院长|局长|处长|科长|总监|总经理|秘书"),
        (.short, "总|工|哥|姐|叔|董"),
    ])
    /// Words that look like a surname with a title.
    private static let noNames = WordTable<Void>("施工|包工|高工|全工|于是|方便|高兴|常见|常用")
    private static let introductions = WordTable<Opening>([
        (
            .name,
            """
            我叫|名叫|名字叫|名字是|姓名|收货人|收件人|联系人|收款人|开户人|户主|车主|持卡人|客户姓名|负责人|叫做|寄件人|本人
            业主|用户名
            """
        ),
        (.surname, "我姓|免贵姓|客户姓|老板姓|师傅姓|他姓|她姓|经理姓|本人姓"),
        (.iAm, "我是|这里是|这边是|我这边是|销售经理|客户经理|项目经理|工程师|业务员"),
    ])
    /// With a name behind; `true` where the title belongs to it.
    private static let englishTitles = WordTable<Bool>([
        (true, "mr|mrs|ms|miss|dr"), (false, "my name is|my name's|ask for|attention of"),
    ])

    /// The hundred and fifty commonest, without those that are everyday words before a title.
    private static let surnames = Set(
        """
        李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜
        范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍
        韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏
        宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻
        揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺
        """.unicodeScalars.map(\.value).filter { Sign.isHan($0) }
    ).subtracting(
        "时能全都来明应台原官和保解强连计单费路华车边房包党商木练衣银花成于关谈阳乐米古盖管项游左安常万方文白高金易"
            .unicodeScalars.map(\.value)
    ).union("于高方万安文金白易常".unicodeScalars.map(\.value))
    private static let doubleSurnames = WordTable<Void>(
        "欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|长孙")

    /// Surnames that are everyday words: nothing may touch them from the left.
    private static let everyday = Set("于高方万安文金白易常武江石龙".unicodeScalars.map(\.value))

    /// What may stand before a name without being part of a longer word.
    private static let leaders = Set(
        "找叫是请问跟给让由的系好谢您你们烦了我姓与及被向加约派托该位那这亲，尊敬对和".unicodeScalars.map(\.value))
    private static let followers = Set("好您说在来帮会给的那这吗呢啊早晚，和跟已".unicodeScalars.map(\.value))
    private static let links = Set(" :：=是为叫".unicodeScalars.map(\.value))
    private static let behindNames = Set("的电手联，地收是在也要想买家有了先女说和".unicodeScalars.map(\.value))
    private static let trades = WordTable<Void>("人|工|商|户|店|厂|的|区|市|县|客户|公司|老板|代理|业主|用户")
    private static let nicknames = Set("小老阿".unicodeScalars.map(\.value))
    private static let callers = WordTable<Void>(
        "找|联系|我是|叫我|加|问|客服|支持|这边是|工程师|销售|技术|售后|顾问|同事|师傅|专员|跟|让|由|派|请|是|和|给|经理")
    private static let afterNicknames = Set("的，说帮给会来在处联对微为您加哦啊吧去跟和师".unicodeScalars.map(\.value))
}
