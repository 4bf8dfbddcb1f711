/// A number with its unit in an answer, and what it is said of.
struct Measure {
    enum Dimension: Sendable, Hashable {
        case power, energy, voltage, current, length, area, mass, volume, time, months, workdays,
            percent
        case discount, money, temperature, clock, date
        /// With what is counted: 3 users, 5盒.
        case count(UInt32), things(String)

        /// Whether it counts people or pieces.
        var isCount: Bool {
            switch self {
            case .count, .things: true
            default: false
            }
        }
    }

    let dimension: Dimension
    /// In the dimension's base unit.
    let low: Double
    let high: Double
    /// The pieces of its clause, the number left out.
    let subject: Set<String>

    func equals(_ other: Measure) -> Bool {
        let slack = max(abs(high), abs(other.high)) / 1000
        return dimension == other.dimension && low <= other.high + slack
            && other.low <= high + slack
    }

    /// Whether both are said of one thing and differ.
    func isRival(of other: Measure, alone: Bool, otherAlone: Bool) -> Bool {
        guard dimension == other.dimension else { return false }
        if dimension == .clock { return alone == otherAlone }
        if dimension == .temperature, !alone, !otherAlone { return true }
        if subject.isEmpty || other.subject.isEmpty { return alone && otherAlone }
        let common = Double(subject.intersection(other.subject).count)
        let isCount = alone && otherAlone && dimension.isCount
        return common / Double(min(subject.count, other.subject.count)) >= (isCount ? 0.3 : 0.5)
    }

    /// Those of an answer, from left to right.
    static func all(in reading: Reading) -> [Measure] {
        let amounts = Amount.all(in: reading).filter { !$0.isPartOfCode && !$0.isVague }
        let found = amounts.flatMap { MeasureReader(reading: reading).measures($0) }
        return found + MeasureReader(reading: reading).clocks
    }
}

/// Gives amounts their dimension.
private struct MeasureReader {
    let reading: Reading

    /// One measure; of a span of temperatures its two ends: they are limits, and nothing between
    /// them is meant.
    func measures(_ amount: Amount) -> [Measure] {
        guard !isOrdinal(amount), let (dimension, factor) = scale(of: amount) else { return [] }
        let subject = subject(of: amount.range)
        func measure(_ low: Double, _ high: Double) -> Measure {
            Measure(
                dimension: dimension, low: low * factor, high: high * factor, subject: subject)
        }
        guard dimension == .temperature else { return [measure(amount.low, amount.high)] }
        let low = isBelowZero(amount) ? -amount.low : amount.low
        if amount.low == amount.high { return [measure(low, low)] }
        return [measure(low, low), measure(amount.high, amount.high)]
    }

    private func isBelowZero(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        return Self.minus.match(in: reading, endingAt: start, after: max(0, start - 3)) != nil
    }

    private static let minus = WordTable<Void>("零下|负|-|minus")

    /// 第3步, 步骤2.
    private func isOrdinal(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        return start > 0 && [0x7B2C, 0x9AA4].contains(reading.folded[start - 1])
    }

    private func scale(of amount: Amount) -> (Measure.Dimension, Double)? {
        let place = reading.skippingSpaces(from: amount.number.upperBound)
        let behind = Self.fillers.match(in: reading, at: place)
        let start = reading.skippingSpaces(from: behind?.range.upperBound ?? place)
        if let unit = Self.units.match(in: reading, at: start) {
            return Self.noUnits.match(in: reading, at: start) == nil ? unit.tag : nil
        }
        if let thing = thing(behind: start) { return (thing, 1) }
        let before = amount.range.lowerBound - 1
        let isMoney = before >= 0 && Self.currencies.contains(reading.folded[before])
        return isMoney ? (.money, 1) : nil
    }

    /// What is counted where no unit is known.
    private func thing(behind place: Int) -> Measure.Dimension? {
        guard place < reading.count else { return nil }
        if Sign.isHan(reading.folded[place]) { return .count(reading.folded[place]) }
        var end = place
        while end < reading.count, Sign.isLetter(reading.folded[end]) { end += 1 }
        guard end - place > 2 else { return nil }
        return .things(String(reading.foldedWords(place..<end).prefix(5)))
    }

    /// The pieces of the clause and, where that says nothing, of the one before.
    private func subject(of range: Range<Int>) -> Set<String> {
        let clause = reading.clause(at: range.lowerBound)
        let before = reading.words(clause.lowerBound..<range.lowerBound)
        let after = reading.words(range.upperBound..<max(range.upperBound, clause.upperBound))
        return Synonyms.pieces(before + "|" + after)
    }

    /// 9:00, 18:30.
    var clocks: [Measure] {
        reading.folded.indices.compactMap { place in
            guard reading.folded[place] == Sign.colon, let hour = number(before: place),
                let minute = number(behind: place), hour.value < 25, minute < 60
            else { return nil }
            let time = Double(hour.value * 60 + minute)
            return Measure(
                dimension: .clock, low: time, high: time,
                subject: subject(of: hour.start..<place + 3))
        }
    }

    private func number(before place: Int) -> (value: Int, start: Int)? {
        var start = place
        while start > 0, place - start < 3, Sign.isDigit(reading.folded[start - 1]) { start -= 1 }
        guard (1...2).contains(place - start), let value = Int(reading.foldedWords(start..<place))
        else {
            return nil
        }
        return (value, start)
    }

    private func number(behind place: Int) -> Int? {
        let end = place + 3
        guard end <= reading.count,
            (place + 1..<end).allSatisfy({ Sign.isDigit(reading.folded[$0]) }),
            end == reading.count || !Sign.isDigit(reading.folded[end])
        else { return nil }
        return Int(reading.foldedWords(place + 1..<end))
    }

    private static let currencies = Set("¥￥$€£".unicodeScalars.map(\.value))
    private static let fillers = WordTable<Void>("多|来|余|几|左右|多个")
    private static let noUnits = WordTable<Void>(

        """
        天猫|天气|天线|年轻|月光|号码|号线|号楼|号桩|号枪|路由|分钟内|分体|分期|分享|点击|点赞|米白|台阶|台州|台湾|套餐|个人|人工|次日|次品|升级|度假
        安装|安全|安卓|安徽|安心|瓦楞|伏特加|元器件|元素|块状|折叠|折旧|成品|成功|成本|倍感
        """
    )

    private static let units = WordTable<(Measure.Dimension, Double)>([
        ((.power, 1), "w|瓦|watt|watts"), ((.power, 1e3), "kw|千瓦|kilowatt|kilowatts|kva|千伏安"),
        ((.power, 1e6), "mw|兆瓦"), ((.energy, 1), "kwh|度电|千瓦时"),
        ((.voltage, 1), "v|伏|伏特|volt|volts|vac|vdc"), ((.voltage, 1e3), "kv|千伏"),
        ((.current, 1), "a|安|安培|amp|amps"), ((.current, 1e-3), "ma|毫安|mah"),
        ((.length, 1), "米|m|公尺|metre|metres|meter|meters"), ((.length, 1e3), "km|公里|千米"),
        ((.length, 1e-2), "cm|厘米|公分"), ((.length, 1e-3), "mm|毫米"),
        ((.length, 0.0254), "寸|英寸|inch|inches"), ((.area, 1), "平方|平米|平方米|㎡|平|m2"),
        ((.area, 1e-6), "mm2|平方毫米"), ((.mass, 1), "kg|公斤|千克|kilos"), ((.mass, 0.5), "斤"),
        ((.mass, 1e-3), "g|克"), ((.mass, 1e3), "吨|t|tons"), ((.volume, 1), "升|l|liters|litres"),
        ((.volume, 1e-3), "ml|毫升"), ((.time, 60), "分钟|分|min|mins|minute|minutes"),
        ((.time, 1), "秒|秒钟|seconds"), ((.time, 3600), "小时|个小时|个钟头|钟头|h|hour|hours|hrs"),
        ((.time, 86_400), "天|日内|日之内|days|day"), ((.time, 604_800), "周|星期|个星期|个礼拜|礼拜|week|weeks"),
        ((.months, 1), "个月|月内|months|month"),
        ((.months, 12), "年|周年|years|year|yrs"),
        ((.workdays, 1), "工作日|个工作日|working days|business days|working day|business day"),
        ((.percent, 1), "%|％|个点|percent"), ((.discount, 1), "折"),
        ((.money, 1), "元|块|块钱|圆|rmb|cny|yuan|usd|美元|dollars|eur|欧元|euros|gbp|pounds"),
        ((.money, 1e4), "万元|万块"), ((.temperature, 1), "℃|度|摄氏度|°c|°"),
        ((.clock, 60), "点|点钟|时"), ((.count(0x6B21), 1), "次|回|times"),
        ((.count(0x4EBA), 1), "人|个人|位|people|persons"), ((.count(0x53F0), 1), "台|units|sets|套"),
        ((.count(0x5F20), 1), "张"), ((.count(0x4EF6), 1), "件|个|只|pcs|pieces"),
        ((.count(0x628A), 1), "把|枪"), ((.count(0x65E5), 1), "号|日"),
        ((.count(0x6708), 1), "月|月份"), ((.count(0x5C42), 1), "层|楼"),
        ((.count(0x7EA7), 1), "级|相"), ((.count(0x500D), 1), "倍"),
    ])
}
