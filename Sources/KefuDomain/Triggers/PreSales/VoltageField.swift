/// 输入电压, with the kind of current said beside it: 三相380V, AC 220V, 三相电.
enum VoltageField {
    static func value(_ reading: Reading, _ amounts: [Amount]) -> FormValue {
        let numbers = amounts.filter { isInput($0, reading) }.map {
            Finding(extended($0.range, reading))
        }
        if !numbers.isEmpty { return reading.joined(numbers, glue: glue, atMost: 2) }
        return reading.first(
            kinds.mentions(in: reading).map(\.range).filter { !reading.isNegated($0) }
                .map { Finding($0) })
    }

    private static let glue = WordTable<Void>("/|或|或者|or")

    private static func isInput(_ amount: Amount, _ reading: Reading) -> Bool {
        guard !amount.isPartOfCode, !reading.isNegated(amount.range) else { return false }
        switch amount.unit {
        case .volt: return isLineVoltage(amount, reading)
        case .kilovolt: return amount.high <= 110
        case nil: return isSupply(amount, reading)
        default: return false
        }
    }

    /// Low voltage of the grid: neither the 12 V of a car's electronics nor the output of a pile.
    private static func isLineVoltage(_ amount: Amount, _ reading: Reading) -> Bool {
        let start = amount.range.lowerBound
        let end = amount.range.upperBound
        guard amount.high >= 100, amount.high <= 690 || amount.low >= 3000 else { return false }
        let isOutput =
            reading.has(output, before: start, within: 8)
            || reading.has(outputBehind, after: end, within: 5)
        return !isOutput || reading.has(input, before: start, within: 6)
    }

    private static let output = WordTable<Void>("输出|电池|平台|直流|dc|output|battery")
    private static let outputBehind = WordTable<Void>("平台|架构|车|电池|直流|输出|dc output")
    private static let input = WordTable<Void>("输入|接入|input|ac|交流")

    /// 三相380, 220的电.
    private static func isSupply(_ amount: Amount, _ reading: Reading) -> Bool {
        guard usual.contains(amount.high) else { return false }
        let start = amount.range.lowerBound
        let clause = reading.clause(at: start)
        return labels.match(in: reading, endingAt: start, after: clause.lowerBound) != nil
            || reading.begins(supplies, at: amount.range.upperBound)
    }

    private static let usual: Set<Double> = [110, 208, 220, 230, 240, 380, 400, 415, 480]
    private static let labels = WordTable<Void>(
        "三相|单相|电压|电压:|电压是|输入|输入:|输入电压:|three phase|single phase|voltage|voltage:|voltage is")
    private static let supplies = WordTable<Void>("电|动力电|三相|单相|市电|电压|伏")

    private static func extended(_ range: Range<Int>, _ reading: Reading) -> Range<Int> {
        let clause = reading.clause(at: range.lowerBound)
        var start = range.lowerBound
        for _ in 0..<2 {
            guard let word = beside.match(in: reading, endingAt: start, after: clause.lowerBound)
            else { break }
            start = word.range.lowerBound
        }
        var end = range.upperBound
        let next = reading.skippingSpaces(from: end, atMost: 1)
        if let word = behind.match(in: reading, at: next, before: clause.upperBound) {
            end = word.range.upperBound
        }
        return start..<max(end, range.upperBound)
    }

    private static let beside = WordTable<Void>(
        "三相|单相|交流|ac|三相交流|三相四线|三相五线|three phase|single phase|3 phase|1 phase")
    private static let behind = WordTable<Void>(
        "三相四线|三相五线|三相|单相|交流|ac|three phase|single phase|3 phase|1 phase")

    private static let kinds = WordTable<Void>(
        "三相四线|三相五线|三相电|单相电|三相动力电|动力电|工业用电|工业电|民用电|市电|三相交流电|两相电"
            + "|three phase|single phase|3 phase|1 phase")
}
