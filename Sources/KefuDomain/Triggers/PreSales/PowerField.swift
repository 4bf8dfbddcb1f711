/// 功率_kW: what one charging pile is to deliver, in kW; of a range, the higher end, since supply
/// and cable must suffice for it.
enum PowerField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        let findings = findings(reading, amounts)
        return reading.first(ordered(findings, reading, amounts))
    }

    static func findings(_ reading: Reading, _ amounts: [Amount]) -> [Finding] {
        amounts.compactMap { amount in
            guard let power = kilowatts(amount, reading), power > 0, power <= 100_000,
                !amount.isVague, !amount.isPartOfCode, !reading.isNegated(amount.range)
            else { return nil }
            return Finding(amount.range, .number((power * 1000).rounded() / 1000))
        }
    }

    /// A line that names power and number together says what is wanted; others may only ask.
    private static func ordered(
        _ findings: [Finding], _ reading: Reading, _ amounts: [Amount]
    ) -> [Finding] {
        let held = reading.settled(findings)
        guard held.count > 1 else { return held }
        let counts = Set(
            QuantityField.findings(reading, amounts).map {
                reading.line(at: $0.range.lowerBound).lowerBound
            })
        let orders = held.filter {
            counts.contains(reading.line(at: $0.range.lowerBound).lowerBound)
        }
        return orders.isEmpty ? held : orders
    }

    private static func kilowatts(_ amount: Amount, _ reading: Reading) -> Double? {
        switch amount.unit {
        case .kilowatt: isOfPile(amount, reading) ? amount.high : nil
        case .megawatt: isOfPile(amount, reading) ? amount.high * 1000 : nil
        case .watt: amount.high >= 500 ? amount.high / 1000 : nil
        case nil: isRating(amount, reading) ? amount.high : nil
        default: nil
        }
    }

    /// Not of a transformer, a meter, a battery, nor a price per kW.
    private static func isOfPile(_ amount: Amount, _ reading: Reading) -> Bool {
        let start = amount.range.lowerBound
        return !reading.has(elsewhere, before: start, within: 9)
            && !reading.has(elsewhereBehind, after: amount.range.upperBound, within: 5)
    }

    private static let elsewhere = WordTable<Void>(
        "变压器|箱变|专变|公变|配电|容量|电表|负荷|配变|进线|总功率|总电|光伏|储能|电机|申请|报装|电池|transformer|grid")
    private static let elsewhereBehind = WordTable<Void>(
        "变压器|箱变|专变|配电|容量|电机|光伏|储能|的电表|负荷|transformer")

    /// 120 in 120双枪, 功率120: a usual rating where something says that it is one.
    private static func isRating(_ amount: Amount, _ reading: Reading) -> Bool {
        guard amount.high >= 3.5, amount.high <= 2000 else { return false }
        let start = amount.range.lowerBound
        if let label = labels.match(
            in: reading, endingAt: start, after: reading.clause(at: start).lowerBound)
        {
            return !elsewhere.contains(in: reading, max(0, label.range.lowerBound - 4)..<start)
        }
        return ratings.contains(amount.high)
            && reading.begins(piles, at: amount.range.upperBound)
    }

    private static let labels = WordTable<Void>(
        "功率|功率:|功率是|功率为|功率要|功率大概|功率改成|功率改为|功率约|功率在|功率选|单枪功率|power|power:|power is")
    private static let ratings: Set<Double> = [
        7, 11, 14, 20, 21, 22, 30, 40, 42, 60, 80, 90, 100, 120, 150, 160, 180, 200, 240, 250, 300,
        320, 350, 360, 400, 480, 500, 600, 640, 720, 800, 960,
    ]
    private static let piles = WordTable<Void>(
        "双枪|单枪|双抢|直流|交流|快充|慢充|超充|充电桩|桩|一体|分体|液冷|功率|枪的|双头|机器|dc|dual gun|ac")
}
