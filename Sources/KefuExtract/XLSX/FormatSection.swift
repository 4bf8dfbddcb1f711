/// One section of a number format.
struct FormatSection {
    let tokens: [FormatToken]
    let condition: FormatCondition?
    /// Whether it shows a moment rather than an amount.
    let isDate: Bool

    init(_ code: String) {
        let scanner = FormatScanner(code)
        condition = scanner.condition
        let hasDate = scanner.tokens.contains { token in
            switch token {
            case .date, .elapsed, .halfDay: true
            default: false
            }
        }
        isDate = hasDate && !scanner.tokens.contains(.general)
        tokens = isDate ? Self.settlingMinutes(scanner.tokens) : scanner.tokens
    }

    /// `m` beside hours or seconds is minutes: written here as `n`.
    private static func settlingMinutes(_ tokens: [FormatToken]) -> [FormatToken] {
        var settled = tokens
        let dates = tokens.indices.filter { index in
            switch tokens[index] {
            case .date, .elapsed: true
            default: false
            }
        }
        for (order, index) in dates.enumerated() {
            guard case .date("m", let length) = tokens[index], length <= 2 else { continue }
            let before = order > 0 ? letter(of: tokens[dates[order - 1]]) : nil
            let after = order + 1 < dates.count ? letter(of: tokens[dates[order + 1]]) : nil
            if before == "h" || after == "s" { settled[index] = .date("n", length) }
        }
        return settled
    }

    private static func letter(of token: FormatToken) -> Character? {
        switch token {
        case .date(let letter, _), .elapsed(let letter, _): letter
        default: nil
        }
    }
}

// Dates and times.
extension FormatSection {
    func text(of date: DateSerial) -> String {
        let halves = tokens.contains { if case .halfDay = $0 { true } else { false } }
        return tokens.map { part($0, of: date, halvesDays: halves) }.joined()
    }

    private func part(_ token: FormatToken, of date: DateSerial, halvesDays: Bool) -> String {
        switch token {
        case .literal(let text): text
        case .date(let letter, let length):
            Self.field(letter, length, of: date, halvesDays: halvesDays)
        case .elapsed("h", let length): Self.padded(date.totalSeconds / 3600, length)
        case .elapsed("m", let length): Self.padded(date.totalSeconds / 60, length)
        case .elapsed(_, let length): Self.padded(date.totalSeconds, length)
        case .subsecond(let places):
            "." + Self.padded(date.milliseconds % 1000 / [100, 10, 1][places - 1], places)
        case .halfDay(let morning, let evening): date.hour < 12 ? morning : evening
        case .point: "."
        case .comma: ","
        default: ""
        }
    }

    private static func field(
        _ letter: Character, _ length: Int, of date: DateSerial, halvesDays: Bool
    ) -> String {
        switch letter {
        case "y": length <= 2 ? padded(date.year % 100, 2) : padded(date.year, 4)
        case "e": padded(date.year, 4)
        case "m": month(date.month, length)
        case "d":
            length <= 2
                ? padded(date.day, length) : name(englishDays, date.weekday, isShort: length == 3)
        case "a": (length == 3 ? "" : "星期") + hanDays[date.weekday]
        case "h": padded(halvesDays ? (date.hour + 11) % 12 + 1 : date.hour, length)
        case "n": padded(date.minute, length)
        default: padded(date.second, length)
        }
    }

    private static func month(_ month: Int, _ length: Int) -> String {
        switch length {
        case ...2: padded(month, length)
        case 5: String(englishMonths[month - 1].prefix(1))
        default: name(englishMonths, month - 1, isShort: length == 3)
        }
    }

    private static func name(_ names: [String], _ index: Int, isShort: Bool) -> String {
        isShort ? String(names[index].prefix(3)) : names[index]
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, min(length, 4) - text.count)) + text
    }

    private static let hanDays = ["日", "一", "二", "三", "四", "五", "六"]
    private static let englishDays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

// Amounts.
extension FormatSection {
    /// - Parameter showingSign: whether a negative number gets its minus.
    func text(of digits: DecimalDigits, showingSign: Bool) -> String {
        let pattern = AmountPattern(tokens)
        guard pattern.hasDigits else { return plain(digits, showingSign: showingSign) }
        let scaled = digits.shifted(by: pattern.power)
        if pattern.hasExponent || pattern.isFraction { return scaled.general }
        let rounded = scaled.rounded(toPlaces: pattern.places)
        var writer = AmountWriter(rounded, pattern)
        let sign = showingSign && !rounded.isZero ? "-" : ""
        return sign + writer.text(of: tokens)
    }

    /// A section without digits: `General`, text, or nothing but literals.
    private func plain(_ digits: DecimalDigits, showingSign: Bool) -> String {
        let number = digits.general
        let amount = showingSign || !digits.isNegative ? number : String(number.dropFirst())
        return tokens.map { token in
            switch token {
            case .literal(let text): text
            case .general, .text: amount
            case .percent: "%"
            default: ""
            }
        }.joined()
    }
}

/// What the digits of a section ask for.
struct AmountPattern {
    private(set) var hasDigits = false
    private(set) var hasExponent = false
    /// `# ?/?`: shown as a decimal number.
    private(set) var isFraction = false
    /// Places for digits before and behind the point.
    private(set) var wholePlaces = 0
    private(set) var places = 0
    /// Digits behind the point that are shown even when zero.
    private(set) var shownPlaces = 0
    private(set) var groupsThousands = false
    /// The power of ten by which the number is multiplied: 2 for each percent sign, -3 for each comma
    /// at the end.
    private(set) var power = 0

    init(_ tokens: [FormatToken]) {
        var isBehind = false
        var commas = 0
        for token in tokens {
            switch token {
            case .digit(let digit):
                if commas > 0, hasDigits, !isBehind { groupsThousands = true }
                commas = 0
                hasDigits = true
                if isBehind { places += 1 } else { wholePlaces += 1 }
                if isBehind, digit == "0" { shownPlaces = places }
            case .comma: if hasDigits { commas += 1 }
            case .point: isBehind = true
            case .percent: power += 2
            case .exponent: hasExponent = true
            case .literal(let text): if hasDigits, text.contains("/") { isFraction = true }
            default: break
            }
        }
        power -= commas * 3
    }
}

/// Puts the digits of a number into the places of a section.
private struct AmountWriter {
    private let pattern: AmountPattern
    /// Before the point, with the zeros that are shown, and behind it.
    private var whole: [UInt8]
    private let fraction: [UInt8]
    private var wholePlace = 0
    private var fractionPlace = 0
    private var isBehind = false

    init(_ number: DecimalDigits, _ pattern: AmountPattern) {
        self.pattern = pattern
        whole = number.whole
        fraction = number.fraction
    }

    mutating func text(of tokens: [FormatToken]) -> String {
        tokens.map { part($0) }.joined()
    }

    private mutating func part(_ token: FormatToken) -> String {
        switch token {
        case .literal(let text): return text
        case .percent: return "%"
        case .digit(let digit): return isBehind ? behind() : before(digit)
        case .point:
            isBehind = true
            return max(pattern.shownPlaces, min(fraction.count, pattern.places)) > 0 ? "." : ""
        default: return ""
        }
    }

    /// The digits of the next place before the point; the first place takes all that are too many.
    private mutating func before(_ digit: Character) -> String {
        let left = pattern.wholePlaces - wholePlace
        defer { wholePlace += 1 }
        if whole.count < left { return digit == "0" ? grouped(0, at: left) : "" }
        let taken = wholePlace == 0 ? whole.count - left + 1 : 1
        let part = whole.prefix(taken)
        whole.removeFirst(taken)
        var text = ""
        for (index, value) in part.enumerated() {
            text += grouped(value, at: left + taken - 1 - index)
        }
        return text
    }

    /// A digit with the comma that follows it, when so many digits are left with it.
    private func grouped(_ value: UInt8, at left: Int) -> String {
        let digit = DecimalDigits.text([value])
        return pattern.groupsThousands && left > 1 && (left - 1) % 3 == 0 ? digit + "," : digit
    }

    private mutating func behind() -> String {
        defer { fractionPlace += 1 }
        if fractionPlace < fraction.count { return DecimalDigits.text([fraction[fractionPlace]]) }
        return fractionPlace < pattern.shownPlaces ? "0" : ""
    }
}
