/// 枪型: how many guns, to which standard, of which current.
enum ConnectorField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        let named = table.mentions(in: reading).compactMap { finding($0, reading) }
        let numbered = amounts.compactMap { counted($0, reading) }
        let all = (named + numbered).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return reading.joined(all)
    }

    private enum Kind: Sendable {
        case plain
        /// 一拖, followed by a number.
        case manifold
        /// 交流: also to talk.
        case alternating
        /// 直流: also of a voltage.
        case direct
        case letters
        case tesla
    }

    private static let table = WordTable<Kind>([
        (.plain, "双枪|双抢|双槍|单枪|单抢|三枪|多枪|双枪头|单枪头|双头枪|双充|一机双枪|一桩双枪|一桩两枪|一机两枪"),
        (.plain, "液冷超充|液冷枪|液冷|水冷枪|超充枪|国标枪|新国标|老国标|国标|欧标枪|欧标|美标|日标|欧规|美规"),
        (
            .plain,
            """
            gb/t|gbt|gb|ccs1|ccs2|ccs 1|ccs 2|ccs|ccs combo|combo 2|chademo|type 1|type 2
            type1|type2
            """
        ),
        (
            .plain,
            """
            nacs|j1772|dual gun|double gun|single gun|dual guns|dual connector
            single connector|dual plug
            """
        ),
        (.plain, "two guns|two connectors|liquid cooled"),
        (.manifold, "一拖|1拖|一机|一桩|1机|1桩|一主机|一托"),
        (.alternating, "交流"), (.direct, "直流"), (.letters, "ac|dc"), (.tesla, "特斯拉接口"),
    ])

    private static func finding(
        _ mention: WordTable<Kind>.Mention, _ reading: Reading
    ) -> Finding? {
        let end = mention.range.upperBound
        guard !reading.isNegated(mention.range) else { return nil }
        switch mention.tag {
        case .plain, .tesla: return Finding(mention.range)
        case .manifold:
            guard end < reading.count, let number = Numeral.read(in: reading, at: end),
                let value = number.value, value > 1, value < 100
            else { return nil }
            let gun = AmountUnit.table.match(in: reading, at: number.range.upperBound)
            let last = gun?.tag == .gun ? gun?.range.upperBound : nil
            return Finding(mention.range.lowerBound..<(last ?? number.range.upperBound))
        case .alternating, .direct:
            return isCurrent(mention, reading) ? Finding(mention.range) : nil
        case .letters: return isPile(mention.range, reading) ? Finding(mention.range) : nil
        }
    }

    private static func isCurrent(_ mention: WordTable<Kind>.Mention, _ reading: Reading) -> Bool {
        let end = mention.range.upperBound
        if reading.begins(otherUse, at: end) { return false }
        if isBeforeVoltage(end, reading) { return false }
        guard mention.tag == .alternating else { return true }
        return reading.begins(piles, at: end) || isBeforePower(end, reading)
            || reading.has(before, before: mention.range.lowerBound, within: 3)
    }

    private static let before = WordTable<Void>("kw|千瓦|要|是|选")
    private static let otherUse = WordTable<Void>("一下|下|群|会|沟通|电|母线|输入|输出|经验|学习|合作|过")
    private static let piles = WordTable<Void>(
        "桩|充电|枪|慢充|单枪|双枪|国标|欧标|美标|机|快充|家用|的|版|款|和|或|、|/|,|直流|kw")

    /// Letters: AC before a pile, a power or nothing; never AC380V, nor the model DC120.
    private static func isPile(_ range: Range<Int>, _ reading: Reading) -> Bool {
        let end = range.upperBound
        if range.lowerBound > 0, Sign.isDigit(reading.folded[range.lowerBound - 1]) { return false }
        let next = reading.skippingSpaces(from: end)
        guard next < reading.count else { return true }
        if let number = Numeral.read(in: reading, at: next) {
            let unit = AmountUnit.table.match(
                in: reading, at: reading.skippingSpaces(from: number.range.upperBound))
            return unit?.tag == .kilowatt
        }
        return end >= reading.count || !isDashed(end, reading)
    }

    private static func isDashed(_ end: Int, _ reading: Reading) -> Bool {
        Sign.isDash(reading.folded[end]) || Sign.isDigit(reading.folded[end])
    }

    private static func isBeforeVoltage(_ end: Int, _ reading: Reading) -> Bool {
        unit(at: end, reading).map { $0 == .volt || $0 == .kilovolt || $0 == nil } ?? false
    }

    private static func isBeforePower(_ end: Int, _ reading: Reading) -> Bool {
        unit(at: end, reading).map { $0 == .kilowatt } ?? false
    }

    /// Of the number at a place; the outer `nil` where there is none.
    private static func unit(at place: Int, _ reading: Reading) -> AmountUnit?? {
        let next = reading.skippingSpaces(from: place)
        guard next < reading.count, Sign.isDigit(reading.folded[next]),
            let number = Numeral.read(in: reading, at: next)
        else { return nil }
        let behind = reading.skippingSpaces(from: number.range.upperBound)
        return .some(AmountUnit.table.match(in: reading, at: behind)?.tag)
    }

    /// 2枪, and 带两把枪 of one pile; 要两把枪 is a quantity.
    private static func counted(_ amount: Amount, _ reading: Reading) -> Finding? {
        guard !amount.isPartOfCode, amount.low >= 1, amount.low <= 24,
            !reading.isNegated(amount.range)
        else { return nil }
        let end = amount.range.upperBound
        if amount.unit == .gun {
            return Finding(amount.range)
        }
        guard amount.unit == .handle || amount.unit == .piece, end < reading.count,
            reading.folded[end] == 0x67AA,
            isOfOnePile(amount.range.lowerBound, end + 1, reading)
        else { return nil }
        return Finding(amount.range.lowerBound..<end + 1)
    }

    static func isOfOnePile(_ start: Int, _ end: Int, _ reading: Reading) -> Bool {
        reading.has(each, before: start, within: 6)
            || end < reading.count && reading.folded[end] == 0x7684
    }

    private static let each = WordTable<Void>("带|每台|每桩|一台|一桩|单台|一拖|一机|每个桩|每个|each|per")
}
