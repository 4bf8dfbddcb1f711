/// The number with which a line of plain text begins, as in `第二章`, `三、`, `（一）`, `1.`, `2.3`.
struct NumberMark {
    /// How deep such headings usually stand.
    let level: Int
    /// Chapters and bracketed titles are never items of a list.
    let isAlwaysHeading: Bool

    init?(_ line: String) {
        if Self.isChapter(line, of: "章篇编部") {
            (level, isAlwaysHeading) = (1, true)
        } else if Self.isChapter(line, of: "节") || Self.isBracketed(line) {
            (level, isAlwaysHeading) = (2, true)
        } else if let level = Self.listLevel(line) {
            (self.level, isAlwaysHeading) = (level, false)
        } else {
            return nil
        }
    }

    private static let hanDigits: Set<Character> = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇",
    ]

    private static func isHanDigit(_ character: Character) -> Bool {
        hanDigits.contains(character)
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    /// `第二章 …`
    private static func isChapter(_ line: String, of kinds: String) -> Bool {
        guard line.first == "第" else { return false }
        let number = line.dropFirst().prefix { isHanDigit($0) || isDigit($0) }
        guard (1...6).contains(number.count), let kind = line[number.endIndex...].first else {
            return false
        }
        return kinds.contains(kind)
    }

    /// `【…】` and nothing else.
    private static func isBracketed(_ line: String) -> Bool {
        line.first == "【" && line.last == "】" && line.count > 2
            && line.firstIndex(of: "】") == line.index(before: line.endIndex)
    }

    private static func listLevel(_ line: String) -> Int? {
        guard let first = line.first else { return nil }
        if isHanDigit(first) {
            return ends(line.drop(while: isHanDigit), with: "、.．") ? 3 : nil
        }
        if first == "（" || first == "(" {
            let inside = line.dropFirst()
            if inside.first.map(isHanDigit) ?? false {
                return ends(inside.drop(while: isHanDigit), with: "）)") ? 4 : nil
            }
            guard inside.first.map(isDigit) ?? false else { return nil }
            return ends(inside.drop(while: isDigit), with: "）)") ? 9 : nil
        }
        return isDigit(first) ? decimalLevel(line) : nil
    }

    /// `1.`, `1、`, `1)`, and `1.2 ` or `1.2.3 ` one deeper for each part; not `1.5kW` or `2024年`.
    private static func decimalLevel(_ line: String) -> Int? {
        var rest = line[...]
        var parts = 0
        while true {
            let digits = rest.prefix(while: isDigit)
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest[digits.endIndex...]
            parts += 1
            guard rest.first == ".", rest.dropFirst().first.map(isDigit) ?? false else { break }
            rest = rest.dropFirst()
        }
        guard let mark = rest.first, rest.dropFirst().contains(where: { !$0.isWhitespace }) else {
            return nil
        }
        if parts == 1 { return "、.．)）".contains(mark) ? 5 : nil }
        return parts <= 4 && (mark.isWhitespace || mark == "、") ? 4 + parts : nil
    }

    private static func ends(_ rest: Substring, with marks: String) -> Bool {
        guard let mark = rest.first, marks.contains(mark) else { return false }
        return rest.dropFirst().contains { !$0.isWhitespace }
    }
}
