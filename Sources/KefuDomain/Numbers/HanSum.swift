/// What was read so far of a number. A second digit in a row makes it a list of digits, or 两三.
struct HanSum {
    private var whole = 0.0
    private var section = 0.0
    private var digit: Double?
    private var digits: [Double] = []
    private var lastFactor = 0.0
    private var count = 0
    private(set) var isVague = false
    private var isClosed = false

    /// - Returns: false for a character that is no part of it.
    mutating func take(_ kind: HanNumber.Kind) -> Bool {
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
