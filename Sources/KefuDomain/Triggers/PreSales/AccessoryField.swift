/// 附件: what comes with the pile or must not, installation among it.
enum AccessoryField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        reading.joined(
            table.mentions(in: reading).compactMap { finding($0, reading, amounts) },
            glue: glue, atMost: 8)
    }

    private static let glue = WordTable<Void>("和|跟|及|与|以及|+|and|带")

    private enum Kind: Sendable {
        case thing
        /// 安装: only where it is included or refused.
        case service
        /// Words that are accessories only where they are asked for.
        case loose
    }

    private static let table = WordTable<Kind>([
        (.thing, "立柱|底座|防护罩|雨棚|雨篷|支架|遮阳棚|挂钩|读卡器|刷卡器|充电卡|4g模块|通讯模块|网关|漏保|漏电保护器|断路器|空开|安装辅料|辅材|备件"),
        (.thing, "枪线|充电线|线缆|电缆|延长线|车位锁|地锁|灭火器|摄像头|挡车器|限位器|广告屏|触摸屏|显示屏|计费模块|防撞柱|防撞栏|收枪器|理线架"),
        (
            .thing,
            """
            pedestal|mounting bracket|wall bracket|rfid reader|rfid cards|rfid card|rfid
            cable|cables|canopy|stand|spare parts
            """
        ),
        (.service, "安装|上门安装|安装调试|调试|运费|installation"),
        (.loose, "刷卡|扫码|线|监控|屏幕|即插即用|4g|ocpp"),
    ])

    private static func finding(
        _ mention: WordTable<Kind>.Mention, _ reading: Reading, _ amounts: [Amount]
    ) -> Finding? {
        let range = mention.range
        let clause = reading.clause(at: range.lowerBound)
        if reading.begins(otherUse, at: range.upperBound) { return nil }
        if let end = reading.negation(after: range.upperBound) {
            return Finding(range.lowerBound..<end)
        }
        if let start = reading.negation(before: range.lowerBound) {
            return isWanting(start, reading) ? Finding(start..<range.upperBound) : nil
        }
        guard !reading.asks(reading.piece(around: range)) else { return nil }
        let start = lengthStart(range.lowerBound, clause, reading)
        let isWanted = wanted(before: start, clause, reading)
        switch mention.tag {
        case .thing:
            return Finding(start..<range.upperBound)
        case .service:
            guard let verb = included(before: range.lowerBound, clause, reading) else { return nil }
            return Finding(verb..<range.upperBound)
        case .loose:
            guard isWanted != nil || start < range.lowerBound else { return nil }
            return Finding(start..<range.upperBound)
        }
    }

    private static let otherUse = WordTable<Void>(
        "没反应|失败|不了|充电多少|费用|视频|说明|图纸|手册|师傅|位置|人员|上|下|路|索|在|好|完|地点|地址|于|环境|条件|费|多少")

    /// 不要 and 不用 refuse; 没有 only tells.
    private static func isWanting(_ place: Int, _ reading: Reading) -> Bool {
        refusals.match(in: reading, at: place) != nil
    }

    private static let refusals = WordTable<Void>(
        "不要|不用|不需要|不需|无需|不必|不含|不带|不包|免|别|no|without|don't need|do not need|no need for|not need")

    private static func wanted(before place: Int, _ clause: Range<Int>, _ reading: Reading) -> Int?
    {
        wanting.match(in: reading, endingAt: place, after: clause.lowerBound)?.range.lowerBound
    }

    private static let wanting = WordTable<Void>(
        "要|带|配|含|送|加|需要|另配|要带|支持|能|可以|要能|配上|加装|需|with|including|include|plus|need")

    private static func included(before place: Int, _ clause: Range<Int>, _ reading: Reading)
        -> Int?
    {
        including.match(in: reading, endingAt: place, after: clause.lowerBound)?.range.lowerBound
    }

    private static let including = WordTable<Void>(
        "包|含|带|负责|要包|需要包|包含|包括|需要|including|include|with|need")

    /// 7米 before 枪线.
    private static func lengthStart(_ place: Int, _ clause: Range<Int>, _ reading: Reading) -> Int {
        var start = place
        while start > clause.lowerBound, place - start < 8 {
            let scalar = reading.folded[start - 1]
            let isLength =
                Sign.isDigit(scalar) || scalar == 0x7C73 || scalar == 0x6D
                || scalar == Sign.point || scalar == 0x7684 && start == place
            guard isLength else { break }
            start -= 1
        }
        return start < place && Sign.isDigit(reading.folded[start]) ? start : place
    }
}
