/// Numbers in Chinese characters: 十二, 两千三百, 一百二 (120), 二零二六, 几十, 两三, 半.
enum HanNumeral {
    static func begins(_ scalar: UInt32) -> Bool { kinds[scalar] != nil }

    /// 万, 千 and 百 behind a number, unless they begin a unit.
    static func multiplier(in reading: Reading, at place: Int) -> Double? {
        guard place < reading.count, case .multiplier(let factor)? = kinds[reading.folded[place]],
            factor > 10, !beginsUnit(in: reading, at: place)
        else { return nil }
        return factor
    }

    static func read(in reading: Reading, at start: Int) -> Numeral? {
        var sum = Sum()
        var place = start
        while place < reading.count, place - start < 16, let kind = kinds[reading.folded[place]],
            !beginsUnit(in: reading, at: place), sum.take(kind)
        {
            place += 1
        }
        guard place > start else { return nil }
        return Numeral(
            range: start..<place, value: sum.total, upper: sum.upper, isVague: sum.isVague,
            isWord: true
        )
    }

    private enum Kind {
        case digit(Double), multiplier(Double), some, half, zero
    }

    private static let kinds: [UInt32: Kind] = {
        var kinds: [UInt32: Kind] = [:]
        let digits = "一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖"
        let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        for (scalar, value) in zip(digits.unicodeScalars, values) {
            kinds[scalar.value] = .digit(value)
        }
        for (scalar, factor) in zip("十百千万拾佰仟".unicodeScalars, [10, 100, 1000, 1e4, 10, 100, 1000]) {
            kinds[scalar.value] = .multiplier(factor)
        }
        for scalar in "零〇".unicodeScalars { kinds[scalar.value] = .zero }
        kinds[0x51E0] = .some  // 几
        kinds[0x534A] = .half  // 半
        return kinds
    }()

    /// The 千 of 千瓦 counts for the unit: 七千瓦 is 7 kW either way, 一百二十千瓦 only so.
    private static func beginsUnit(in reading: Reading, at place: Int) -> Bool {
        units.match(in: reading, at: place) != nil
    }

    private static let units = WordTable<Void>("千瓦|千伏|千米|千克|百分|万一|万能|百度|千万别")

    /// What was read so far. A second digit in a row makes it a list of digits, or 两三.
    private struct Sum {
        private var whole = 0.0
        private var section = 0.0
        private var digit: Double?
        private var digits: [Double] = []
        private var lastFactor = 0.0
        private var count = 0
        private(set) var isVague = false
        private var isClosed = false

        mutating func take(_ kind: Kind) -> Bool {
            guard !isClosed else { return false }
            count += 1
            switch kind {
            case .digit(let value): takeDigit(value)
            case .zero: takeZero()
            case .multiplier(let factor): return multiply(factor)
            case .some:
                isVague = true
                isClosed = digit != nil
            case .half:
                digit = (digit ?? 0) + 0.5
                isClosed = true
            }
            return true
        }

        private mutating func takeDigit(_ value: Double) {
            digits.append(value)
            digit = value
        }

        private mutating func takeZero() {
            digits.append(0)
            lastFactor = 0
            if digit == nil { digit = 0 }
        }

        private mutating func multiply(_ factor: Double) -> Bool {
            if isVague, digit == nil { digit = 1 }
            if factor == 1e4 {
                whole = (whole + section + (digit ?? 0)) * factor
                section = 0
            } else {
                section += (digit ?? 1) * factor
            }
            if whole > 1e9 { return false }
            digit = nil
            digits = []
            lastFactor = factor
            return true
        }

        /// 一百二 is 120: the last digit counts tens there.
        var total: Double? {
            if digits.count > 2, lastFactor == 0 || digits.count > 3 { return listed }
            let trailing = digits.last ?? digit ?? 0
            if let digit, digit != digit.rounded() { return whole + section + digit }
            if count == 1, isVague { return 0 }
            let scale = lastFactor >= 100 && digits.count == 1 ? lastFactor / 10 : 1
            if digits.count == 2, !digits.contains(0) { return whole + section + digits[0] }
            return whole + section + trailing * scale
        }

        /// 两三台, 三五台.
        var upper: Double? {
            guard digits.count == 2, digits[1] > digits[0], digits[0] > 0 else { return nil }
            return whole + section + digits[1]
        }

        private var listed: Double? {
            digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + $1 }
        }
    }
}
