import Glibc

/// A number as the fifteen decimal digits that a spreadsheet keeps of it.
struct DecimalDigits {
    /// Without leading zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// The place of the point: the number is 0.DIGITS × 10^point.
    private(set) var point: Int
    let isNegative: Bool

    static let precision = 15

    /// - Returns: `nil` for what is no finite number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        (digits, point) = ([], 0)
        if value == 0 { return }
        let text = Self.scientific(abs(value))
        guard let mark = text.firstIndex(of: UInt8(ascii: "e")),
            let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self))
        else { return nil }
        digits = text[..<mark].filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        point = exponent + 1
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// The same number times a power of ten.
    func shifted(by power: Int) -> DecimalDigits {
        var copy = self
        copy.point += power
        return copy
    }

    /// Rounded to so many digits behind the point, halves away from zero.
    func rounded(toPlaces places: Int) -> DecimalDigits {
        var copy = self
        copy.cut(to: point + places)
        return copy
    }

    /// Rounded to so many digits in all.
    func rounded(toDigits count: Int) -> DecimalDigits {
        var copy = self
        copy.cut(to: count)
        return copy
    }

    /// The digits before the point, without leading zeros.
    var whole: [UInt8] {
        guard point > 0 else { return [] }
        return (0..<min(point, 400)).map { $0 < digits.count ? digits[$0] : 0 }
    }

    /// The digits behind the point, without trailing zeros.
    var fraction: [UInt8] {
        if point >= digits.count { return [] }
        let zeros = [UInt8](repeating: 0, count: max(0, min(-point, 400)))
        return zeros + digits[max(0, point)...]
    }

    private mutating func cut(to count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return
        }
        let roundsUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if roundsUp { increment() }
        trim()
    }

    private mutating func increment() {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// As `1.23456789012345e+02`.
    private static func scientific(_ value: Double) -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: 40)
        let length = withVaList([value]) { arguments in
            vsnprintf(&buffer, buffer.count, "%.\(precision - 1)e", arguments)
        }
        return buffer.prefix(Int(max(0, length))).map { UInt8(bitPattern: $0) }
    }
}

extension DecimalDigits {
    /// As a cell without a format shows it, but for long whole numbers: those keep their digits, for
    /// they are the numbers of orders and phones.
    var general: String {
        if isZero { return "0" }
        let isWhole = point >= digits.count
        if point > 20 || point < -5 { return generalScientific }
        let shown = isWhole ? self : rounded(toDigits: max(10, point))
        let whole = Self.text(shown.whole)
        let fraction = Self.text(shown.fraction)
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    private var generalScientific: String {
        let shown = rounded(toDigits: 6)
        let rest = Self.text(Array(shown.digits.dropFirst()))
        let power = shown.point - 1
        let exponent = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
        return (isNegative ? "-" : "") + Self.text(Array(shown.digits.prefix(1)))
            + (rest.isEmpty ? "" : "." + rest) + "E" + (power < 0 ? "-" : "+") + exponent
    }

    static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}
