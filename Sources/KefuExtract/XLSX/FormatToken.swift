/// A piece of a section of a number format.
enum FormatToken: Equatable {
    /// Text that is shown as it stands.
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(Character)
    case point, comma, percent, general, text
    /// `E+` or `E-`; whether a plus is shown.
    case exponent(Bool)
    /// A run of one of `y m d h s a e`, in lower case.
    case date(Character, Int)
    /// `[h]`, `[m]`, `[s]`: time that goes on beyond a day.
    case elapsed(Character, Int)
    /// Digits of a second behind its point.
    case subsecond(Int)
    /// `AM/PM` and the like: the two words.
    case halfDay(String, String)
}

/// Cuts a section into tokens. Source: ECMA-376 part 1, 18.8.31 (numFmts).
struct FormatScanner {
    private let characters: [Character]
    private var place = 0
    private(set) var tokens: [FormatToken] = []
    /// `[>=100]` at the start of a section.
    private(set) var condition: FormatCondition?

    init(_ section: String) {
        characters = Array(section)
        while place < characters.count { scan() }
    }

    private mutating func scan() {
        let character = characters[place]
        switch character {
        case "\"": quoted()
        case "\\", "!":
            literal(place + 1 < characters.count ? String(characters[place + 1]) : "")
            place += 2
        case "_", "*": place += 2
        case "[": bracket()
        case "0", "#", "?": digitOrSubsecond(character)
        case ".": point()
        case ",": token(.comma, 1)
        case "%": token(.percent, 1)
        case "@": token(.text, 1)
        case "E", "e": exponent()
        default: word(character)
        }
    }

    private mutating func token(_ token: FormatToken, _ length: Int) {
        tokens.append(token)
        place += length
    }

    private mutating func literal(_ text: String) {
        if case .literal(let before)? = tokens.last {
            tokens[tokens.count - 1] = .literal(before + text)
        } else if !text.isEmpty {
            tokens.append(.literal(text))
        }
    }

    private mutating func quoted() {
        let end = characters[(place + 1)...].firstIndex(of: "\"") ?? characters.count
        literal(String(characters[(place + 1)..<end]))
        place = end + 1
    }

    /// A colour, a currency, a condition, or elapsed time.
    private mutating func bracket() {
        let end = characters[place...].firstIndex(of: "]") ?? characters.count
        let inside = String(characters[(place + 1)..<max(end, place + 1)])
        place = end + 1
        if inside.hasPrefix("$") {
            literal(String(inside.dropFirst().prefix { $0 != "-" }))
        } else if let first = inside.first, "<>=".contains(first) {
            condition = FormatCondition(inside)
        } else if let first = inside.lowercased().first, "hms".contains(first),
            inside.lowercased().allSatisfy({ $0 == first })
        {
            tokens.append(.elapsed(first, inside.count))
        }
    }

    private mutating func digitOrSubsecond(_ digit: Character) {
        token(.digit(digit), 1)
    }

    /// `.000` behind seconds is a part of them.
    private mutating func point() {
        let isTime = tokens.last.map { last in
            switch last {
            case .date("s", _), .elapsed("s", _): true
            default: false
            }
        }
        let zeros = characters[(place + 1)...].prefix { $0 == "0" }.count
        if isTime == true, zeros > 0 {
            token(.subsecond(min(zeros, 3)), zeros + 1)
        } else {
            token(.point, 1)
        }
    }

    private mutating func exponent() {
        let next = place + 1 < characters.count ? characters[place + 1] : " "
        if next == "+" || next == "-" {
            token(.exponent(next == "+"), 2)
        } else {
            dateRun("e")
        }
    }

    private mutating func dateRun(_ letter: Character) {
        let length = characters[place...].prefix { $0.lowercased() == String(letter) }.count
        token(.date(letter, length), length)
    }

    private mutating func word(_ character: Character) {
        for (form, first, second) in [
            ("am/pm", "AM", "PM"), ("a/p", "A", "P"), ("上午/下午", "上午", "下午"),
        ]
        where matches(form) {
            return token(.halfDay(first, second), form.count)
        }
        if matches("general") { return token(.general, 7) }
        let letter = character.lowercased().first ?? character
        if "ymdhs".contains(letter) || (letter == "a" && matches("aaa")) {
            dateRun(letter)
        } else {
            literal(String(character))
            place += 1
        }
    }

    private func matches(_ form: String) -> Bool {
        guard place + form.count <= characters.count else { return false }
        return String(characters[place..<(place + form.count)]).lowercased() == form
    }
}

/// When a section of a number format holds.
struct FormatCondition: Equatable {
    let sign: String
    let limit: Double

    init?(_ text: String) {
        sign = String(text.prefix { "<>=".contains($0) })
        guard let limit = Double(text.dropFirst(sign.count)) else { return nil }
        self.limit = limit
    }

    func holds(for value: Double) -> Bool {
        switch sign {
        case "<": value < limit
        case "<=": value <= limit
        case ">": value > limit
        case ">=": value >= limit
        case "<>": value != limit
        default: value == limit
        }
    }
}
