/// 配电: what the site's supply is, or must become, in the customer's words.
enum SupplyField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        var all: [Finding] = []
        for mention in table.mentions(in: reading) {
            if let range = phrase(around: mention, reading, amounts),
                range.lowerBound >= all.last?.range.upperBound ?? 0
            {
                all.append(Finding(range))
            }
        }
        if all.isEmpty {
            all = amounts.filter { $0.unit == .capacity && !$0.isPartOfCode }.map {
                Finding($0.range)
            }
        }
        return reading.joined(all, atMost: 4)
    }

    private enum Kind: Sendable { case thing, work }

    private static let table = WordTable<Kind>([
        (
            .thing,
            "变压器|箱变|专变|公变|配电柜|配电箱|配电房|配电室|配电|低压柜|高压柜|电表箱|电表|变电站|电房|总开关|进线|市电容量|电力容量|剩余容量|用电容量"
        ),
        (
            .thing,
            """
            transformer|switchgear|distribution board|distribution cabinet|grid connection
            power supply capacity|substation
            """
        ),
        (.work, "增容|电力报装|报装|扩容|拉专线|高压接入|接高压|grid upgrade"),
    ])

    private static func phrase(
        around mention: WordTable<Kind>.Mention, _ reading: Reading, _ amounts: [Amount]
    ) -> Range<Int>? {
        let clause = reading.piece(around: mention.range)
        if reading.begins(distances, at: mention.range.upperBound)
            || reading.has(distances, before: mention.range.lowerBound, within: 2)
        {
            return nil
        }
        let asks = reading.asks(reading.clause(at: mention.range.lowerBound))
        let core = extended(mention.range, reading, amounts)
        if asks, core == mention.range { return nil }
        let whole = leading(clause, reading)
        let isShort = whole.count <= 18 && !asks && !others.contains(in: reading, whole)
        return isShort && whole.contains(mention.range.lowerBound) ? whole : core
    }

    /// 电表离车位30米 is about the cable.
    private static let distances = WordTable<Void>("离|到|距|距离|在")

    private static let others = WordTable<Void>("充电桩|双枪|单枪|台数|发票|专票|送到|发到|报价|桩")

    private static func leading(_ clause: Range<Int>, _ reading: Reading) -> Range<Int> {
        var start = clause.lowerBound
        for _ in 0..<3 {
            let next = reading.skippingSpaces(from: start)
            guard next < clause.upperBound, let word = fillers.match(in: reading, at: next) else {
                start = next
                break
            }
            start = word.range.upperBound
        }
        return min(start, clause.upperBound)..<clause.upperBound
    }

    private static let fillers = WordTable<Void>(
        """
        我们这边|我们|我这边|我这|我|这边|现场有|现场是|现场|目前|现在|另外|还要|然后|有个|有一个|有一台|有|是|we have|there is|a|an
        and|our
        """
    )

    /// The thing with the number beside it: 630kVA变压器, 变压器容量还剩400kW.
    private static func extended(
        _ range: Range<Int>, _ reading: Reading, _ amounts: [Amount]
    ) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        if let before = neighbour(endingNear: start, reading, amounts) { start = before }
        if let behind = neighbour(startingNear: end, reading, amounts) { end = behind }
        return start..<end
    }

    private static func neighbour(
        endingNear place: Int, _ reading: Reading, _ amounts: [Amount]
    ) -> Int? {
        guard let amount = last(amounts, endingBefore: place), isSupply(amount),
            gap(amount.range.upperBound..<place, reading)
        else { return nil }
        return amount.range.lowerBound
    }

    private static func neighbour(
        startingNear place: Int, _ reading: Reading, _ amounts: [Amount]
    ) -> Int? {
        guard let amount = first(amounts, startingFrom: place), isSupply(amount),
            gap(place..<amount.range.lowerBound, reading)
        else { return nil }
        return amount.range.upperBound
    }

    private static func isSupply(_ amount: Amount) -> Bool {
        switch amount.unit {
        case .capacity, .kilowatt, .watt, .ampere, .kilovolt, .megawatt: true
        case nil: amount.high >= 50 && amount.high <= 5000
        default: false
        }
    }

    /// Short, and without anything that could be another thing.
    private static func gap(_ range: Range<Int>, _ reading: Reading) -> Bool {
        guard range.count <= 8 else { return false }
        var place = range.lowerBound
        while place < range.upperBound {
            if Sign.isSpace(reading.folded[place]) {
                place += 1
            } else if let word = linking.match(in: reading, at: place, before: range.upperBound) {
                place = word.range.upperBound
            } else {
                return false
            }
        }
        return true
    }

    private static let linking = WordTable<Void>(
        "的|容量|是|有|为|:|还剩|剩余|剩|大概|约|大约|一个|一台|余量|只有|能到|额定|of|is|capacity|rated|with|a|进线|电流|总")

    private static func last(_ amounts: [Amount], endingBefore place: Int) -> Amount? {
        var low = 0
        var high = amounts.count
        while low < high {
            let middle = (low + high) / 2
            if amounts[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? amounts[low - 1] : nil
    }

    private static func first(_ amounts: [Amount], startingFrom place: Int) -> Amount? {
        var low = 0
        var high = amounts.count
        while low < high {
            let middle = (low + high) / 2
            if amounts[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low < amounts.count ? amounts[low] : nil
    }
}
