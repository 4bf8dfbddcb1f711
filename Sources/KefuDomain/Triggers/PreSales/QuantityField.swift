/// 数量: how many charging piles, or guns.
enum QuantityField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        reading.joined(findings(reading, amounts), atMost: 5)
    }

    static func findings(_ reading: Reading, _ amounts: [Amount]) -> [Finding] {
        amounts.compactMap { amount in
            guard !amount.isPartOfCode, !isOther(amount, reading),
                !reading.isNegated(amount.range)
            else { return nil }
            return finding(amount, reading)
        }
    }

    private static func finding(_ amount: Amount, _ reading: Reading) -> Finding? {
        let range = amount.range
        switch amount.unit {
        case .machine: return isPlain(amount, reading) ? Finding(range) : nil
        case .handle: return guns(amount, reading)
        case .piece: return isPile(behind: amount, reading) ? Finding(range) : nil
        case .gun:
            return nil
        case nil:
            if isLabelled(amount, reading) || isBeforePiles(amount, reading)
                || isMultiple(amount, reading)
            {
                return Finding(range)
            }
            return nil
        default: return nil
        }
    }

    /// 要两把枪: but 每台两把枪 is a kind of pile.
    private static func guns(_ amount: Amount, _ reading: Reading) -> Finding? {
        let end = amount.range.upperBound
        guard end < reading.count, reading.folded[end] == 0x67AA else { return nil }
        guard !ConnectorField.isOfOnePile(amount.range.lowerBound, end + 1, reading) else {
            return nil
        }
        return Finding(amount.range.lowerBound..<end + 1)
    }

    /// Cars, transformers, what the customer already has, 第3台, 一台多少钱.
    private static func isOther(_ amount: Amount, _ reading: Reading) -> Bool {
        let start = amount.range.lowerBound
        let end = amount.range.upperBound
        if start > 0, reading.folded[start - 1] == 0x7B2C { return true }
        if reading.begins(otherThings, at: end) { return true }
        if reading.has(owned, before: start, within: 6) { return true }
        if isSupply(behind: amount, reading) { return true }
        return amount.low == 1 && amount.high == 1
            && (reading.begins(prices, at: end)
                || reading.has(pricesBefore, before: start, within: 4))
    }

    private static let otherThings = WordTable<Void>(
        "车|变压器|电动车|箱变|服务器|电脑|空调|叉车|大巴|公交|物流车|出租车|网约车|新能源车|电表|配电柜|发电机|起订|起批|以上|新车|旧车"
            + "|cars|vehicles|buses|trucks|transformers|evs|of your competitors")
    private static let owned = WordTable<Void>(
        "买过|上次|之前|去年|以前|已经有|现有|已有|上回|用过|最少|至少|起订|bought|already have|have")
    private static let pricesBefore = WordTable<Void>("多少|多少钱|什么价|价格|几钱|怎么卖|单价")
    private static let prices = WordTable<Void>(
        "多少|什么价|怎么卖|价格|报价|大概|几钱|要多少|的价格|的报价|单价|是多少|得多少|卖多少|costs|price")

    /// 一台800kVA箱变.
    private static func isSupply(behind amount: Amount, _ reading: Reading) -> Bool {
        let end = amount.range.upperBound
        guard end < reading.count, !Sign.isSpace(reading.folded[end]) else { return false }
        return reading.has(supplies, after: end, within: 9)
            && !reading.has(piles, after: end, within: 9)
    }

    private static let supplies = WordTable<Void>("箱变|变压器|kva|配电柜|配电箱|千伏安")

    /// 几台 only where it is no question.
    private static func isPlain(_ amount: Amount, _ reading: Reading) -> Bool {
        guard amount.high == 0 else { return true }
        return reading.has(wanting, before: amount.range.lowerBound, within: 3)
            && !reading.asks(reading.clause(at: amount.range.lowerBound))
    }

    private static let wanting = WordTable<Void>("要|买|订|采购|来|拿|上")

    /// 5个充电桩, 要5个.
    private static func isPile(behind amount: Amount, _ reading: Reading) -> Bool {
        let end = amount.range.upperBound
        if reading.has(piles, after: end, within: 8), !reading.begins(places, at: end) {
            return true
        }
        guard reading.has(wanting, before: amount.range.lowerBound, within: 3) else { return false }
        let clause = reading.clause(at: amount.range.lowerBound)
        let next = reading.skippingSpaces(from: end)
        return amount.high >= 1 && (next >= clause.upperBound || reading.begins(particles, at: end))
    }

    private static let piles = WordTable<Void>(
        """
        桩|充电|kw|千瓦|快充|超充|直流|交流|双枪|单枪|充电机|charger|chargers
        """)
    private static let places = WordTable<Void>("充电站|场站|站|车位|小区|地方|停车场|项目|充电车位|点|人|月")
    private static let particles = WordTable<Void>("吧|就|左右|先|的话|。")

    private static func isLabelled(_ amount: Amount, _ reading: Reading) -> Bool {
        let start = amount.range.lowerBound
        return labels.match(
            in: reading, endingAt: start, after: reading.clause(at: start).lowerBound) != nil
    }

    private static let labels = WordTable<Void>(
        "数量|数量:|数量是|数量为|数量改成|数量改为|台数|台数:|共|qty|qty:|quantity|quantity:|quantity is")

    /// `ten 120kW chargers`: up to five words between.
    private static func isBeforePiles(_ amount: Amount, _ reading: Reading) -> Bool {
        let end = amount.range.upperBound
        guard end < reading.count, Sign.isSpace(reading.folded[end]), amount.high < 100_000,
            let noun = nouns.mentions(
                in: reading, end..<min(reading.clause(at: end).upperBound, end + 40)
            ).first
        else { return false }
        let between = end..<noun.range.lowerBound
        return between.allSatisfy { reading.folded[$0] < 0x80 }
            && !stops.contains(in: reading, between)
    }

    private static let nouns = WordTable<Void>(
        "chargers|units|charging stations|charging piles|charge points|dispensers|stations")
    private static let stops = WordTable<Void>("for|and|with|to|in|per|each|the|a|is|by|or|sites")

    /// `120kW*3`, `3x 60kW`.
    private static func isMultiple(_ amount: Amount, _ reading: Reading) -> Bool {
        guard amount.high <= 9999, amount.high == amount.high.rounded() else { return false }
        let start = amount.range.lowerBound
        let end = amount.range.upperBound
        if start > 2, isTimes(reading.folded[start - 1]), isUnitLetter(reading.folded[start - 2]) {
            return true
        }
        guard end + 1 < reading.count, isTimes(reading.folded[end]) else { return false }
        let next = reading.skippingSpaces(from: end + 1)
        return next < reading.count && Sign.isDigit(reading.folded[next])
            && reading.has(piles, after: next, within: 8)
    }

    private static func isTimes(_ scalar: UInt32) -> Bool {
        scalar == 0x78 || scalar == 0x2A || scalar == 0xD7
    }

    private static func isUnitLetter(_ scalar: UInt32) -> Bool {
        scalar == 0x77 || scalar == 0x74E6 || Sign.isSpace(scalar)
    }
}
