/// A number in a text, with the unit behind it: 120kW, 10-20台, 一百二十千瓦, ten units.
struct Amount: Sendable {
    /// The number and its unit.
    let range: Range<Int>
    /// The number alone.
    let number: Range<Int>
    let low: Double
    let high: Double
    let unit: AmountUnit?
    /// 几, 十几: the value is no more than a hint.
    let isVague: Bool
    /// Letters touch the number, as in a model or an order number.
    let isPartOfCode: Bool
}

extension Amount {
    /// Every number of a text, from left to right, ranges in one piece.
    static func all(in reading: Reading) -> [Amount] {
        var reader = AmountReader(reading: reading)
        return reader.readAll()
    }
}

/// Reads amounts; each scalar is looked at a bounded number of times.
private struct AmountReader {
    let reading: Reading
    var place = 0

    init(reading: Reading) {
        self.reading = reading
    }

    mutating func readAll() -> [Amount] {
        var found: [Amount] = []
        while place < reading.count {
            guard let number = Numeral.read(in: reading, at: place) else {
                place += 1
                continue
            }
            let amount = range(from: number) ?? amount(number)
            place = max(place + 1, amount.map(\.range.upperBound) ?? number.range.upperBound)
            if let amount { found.append(amount) }
        }
        return found
    }

    /// A number with its unit; `nil` where it is too long to count anything.
    private func amount(_ number: Numeral) -> Amount? {
        guard let value = number.value else { return nil }
        let unit = unit(behind: number)
        let end = unit?.range.upperBound ?? number.range.upperBound
        return Amount(
            range: number.range.lowerBound..<end, number: number.range, low: value,
            high: number.upper ?? value, unit: unit?.tag, isVague: number.isVague,
            isPartOfCode: isPartOfCode(number, unit: unit?.range))
    }

    /// `120-180kW`, 3到5台, 120kW~180kW.
    private func range(from first: Numeral) -> Amount? {
        guard let low = amount(first), !low.isPartOfCode,
            let next = afterSeparator(at: low.range.upperBound),
            let second = Numeral.read(in: reading, at: next), let high = amount(second),
            high.high > low.low, high.high < low.low * 10, isSamePhysics(low.unit, high.unit)
        else { return nil }
        return Amount(
            range: low.range.lowerBound..<high.range.upperBound,
            number: low.range.lowerBound..<second.range.upperBound, low: low.low, high: high.high,
            unit: high.unit, isVague: low.isVague || high.isVague, isPartOfCode: false)
    }

    private func isSamePhysics(_ one: AmountUnit?, _ other: AmountUnit?) -> Bool {
        guard let other, other != .month, other != .other else { return false }
        return one == nil || one == other
    }

    private func afterSeparator(at place: Int) -> Int? {
        var next = reading.skippingSpaces(from: place)
        guard next < reading.count else { return nil }
        if Sign.isDash(reading.folded[next]) || reading.folded[next] == Sign.slash {
            next += 1
            if next < reading.count, Sign.isDash(reading.folded[next]) { next += 1 }
        } else if let word = Self.separators.match(in: reading, at: next) {
            next = word.range.upperBound
        } else {
            return nil
        }
        return reading.skippingSpaces(from: next)
    }

    private static let separators = WordTable<Void>("到|至|或者|或|to|or")

    private func unit(behind number: Numeral) -> WordTable<AmountUnit>.Mention? {
        var next = number.range.upperBound
        if let vague = Self.approximate.match(in: reading, at: next) {
            next = vague.range.upperBound
        }
        next = reading.skippingSpaces(from: next)
        guard let unit = AmountUnit.table.match(in: reading, at: next) else { return nil }
        return isWord(unit, number) ? nil : unit
    }

    private static let approximate = WordTable<Void>("多|来|余|几|+|左右")

    /// Characters that are no unit here: 台州, 号码, 平台.
    private func isWord(_ unit: WordTable<AmountUnit>.Mention, _ number: Numeral) -> Bool {
        let next = unit.range.upperBound
        if unit.tag == .watt, (number.value ?? 0) < 500 { return true }
        guard next < reading.count else { return false }
        return Self.longerWords.match(in: reading, at: unit.range.lowerBound) != nil
    }

    private static let longerWords = WordTable<Void>(
        "台州|台湾|台风|台阶|组合|组织|套餐|套路|件事|安装|安徽|安排|安全|安康|安阳|安顺|安庆|点击|平台|平时|人工|级别"
            + "|车库|号码|号桩|号枪|号机|号站|路边|路由|周边|周围|周末|分钟|分体|分销|分别|回复|回头|回访|条件|位置|把关|把握"
            + "|座椅|日常|日本|日标|年终|年货|折扣|折叠|角度|毛病|块钱|支持|支付|只要|只有|只能|只是|层面|期间|项目|成都"
            + "|成本|天津|天水|天门")

    private func isPartOfCode(_ number: Numeral, unit: Range<Int>?) -> Bool {
        guard !number.isWord else { return false }
        let start = number.range.lowerBound
        let end = number.range.upperBound
        if start > 0 {
            let before = reading.folded[start - 1]
            if Sign.isLetter(before) { return unit == nil || !isKindOfCurrent(before: start) }
            let isLinked = before == Sign.hyphen || before == 0x5F || before == Sign.slash
            if isLinked, start > 1, Sign.isAlphanumeric(reading.folded[start - 2]) { return true }
        }
        guard unit == nil, end < reading.count else { return false }
        return Sign.isLetter(reading.folded[end]) && !isTimes(at: end)
    }

    /// `AC380V`, `DC120kW`, `x120kW`, `3x60kW`.
    private func isKindOfCurrent(before place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 3, Sign.isLetter(reading.folded[start - 1]) { start -= 1 }
        let letters = reading.folded[start..<place].map { UInt8(truncatingIfNeeded: $0) }
        return ["ac", "dc", "x"].contains(String(decoding: letters, as: UTF8.self))
    }

    private func isTimes(at place: Int) -> Bool {
        reading.folded[place] == 0x78
            && (place + 1 >= reading.count || !Sign.isLetter(reading.folded[place + 1]))
    }
}
