/// The lists of a Word document, and how far each has counted.
final class WordNumbering: XMLListener {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1.%2`: what stands before an item.
        var text = "%1."
        var isLegal = false
    }

    private var levels: [String: [Int: Level]] = [:]
    private var abstractIDs: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var abstractID: String?
    private var listID: String?
    private var index = 0

    func open(_ name: String, _ attributes: XMLAttributes) throws {
        let value = attributes["val"]
        switch name {
        case "abstractNum": abstractID = attributes["abstractNumId"]
        case "num": listID = attributes["numId"]
        case "abstractNumId": if let listID { abstractIDs[listID] = value }
        case "lvl":
            index = attributes["ilvl"].flatMap { Int($0) } ?? 0
            change { _ in }
        case "lvlOverride": index = attributes["ilvl"].flatMap { Int($0) } ?? 0
        case "startOverride":
            if let listID, let start = value.flatMap({ Int($0) }) {
                starts[listID, default: [:]][index] = start
            }
        case "start": change { $0.start = value.flatMap { Int($0) } ?? 1 }
        case "numFmt": change { $0.format = value ?? "decimal" }
        case "lvlText": change { $0.text = value ?? "" }
        case "isLgl": change { $0.isLegal = true }
        default: break
        }
    }

    func close(_ name: String) throws {
        if name == "abstractNum" { abstractID = nil }
        if name == "num" { listID = nil }
    }

    func text(_ text: String) throws {}

    private func change(_ body: (inout Level) -> Void) {
        guard let abstractID, (0...8).contains(index) else { return }
        body(&levels[abstractID, default: [:]][index, default: Level()])
    }

    /// Counts the next item of a list and gives its mark, such as `1.2` or `-`; `nil` for a reference
    /// that takes a paragraph out of its style's list.
    func mark(of reference: ListReference) -> String? {
        guard let list = reference.list, list != "0", let abstract = abstractIDs[list],
            let definition = levels[abstract]
        else { return nil }
        let depth = min(max(reference.level, 0), 8)
        let level = definition[depth] ?? Level()
        // Lists with the same definition go on counting, unless one starts anew.
        let key = starts[list] == nil ? "a" + abstract : "n" + list
        advance(key, depth, list, definition)
        if level.format == "bullet" { return "-" }
        if level.format == "none" { return "" }
        return fill(level, depth, key, list, definition)
    }

    private func advance(_ key: String, _ depth: Int, _ list: String, _ definition: [Int: Level]) {
        var counter = counters[key] ?? [:]
        let start = starts[list]?[depth] ?? definition[depth]?.start ?? 1
        counter[depth] = counter[depth].map { $0 + 1 } ?? start
        for deeper in (depth + 1)..<10 { counter[deeper] = nil }
        counters[key] = counter
    }

    private func fill(
        _ level: Level, _ depth: Int, _ key: String, _ list: String, _ definition: [Int: Level]
    ) -> String {
        var mark = ""
        var rest = level.text[...]
        while let character = rest.popFirst() {
            guard character == "%", let digit = rest.first?.wholeNumberValue,
                (1...9).contains(digit)
            else {
                mark.append(character)
                continue
            }
            rest.removeFirst()
            let place = digit - 1
            let count =
                counters[key]?[place] ?? starts[list]?[place] ?? definition[place]?.start ?? 1
            let format = level.isLegal ? "decimal" : definition[place]?.format ?? "decimal"
            mark += Numeral.text(count, format)
        }
        return mark
    }
}

/// Numbers as lists write them.
enum Numeral {
    /// - Parameter format: as Word names it (ECMA-376 part 1, 17.18.59); others are decimal.
    static func text(_ number: Int, _ format: String) -> String {
        guard (1...9_999).contains(number) else { return String(number) }
        switch format {
        case "upperRoman": return roman(number)
        case "lowerRoman": return roman(number).lowercased()
        case "upperLetter": return letters(number)
        case "lowerLetter": return letters(number).lowercased()
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital":
            return han(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            guard number <= 20, let sign = Unicode.Scalar(0x245F + UInt32(number)) else { break }
            return String(Character(sign))
        case "decimalFullWidth": return fullWidth(number)
        default: break
        }
        return String(number)
    }

    private static func roman(_ number: Int) -> String {
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// A … Z, AA, BB …, as Word counts on.
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func han(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var text = ""
        var isGap = false
        for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / value % 10
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            text += (isGap ? "零" : "") + digits[digit] + unit
            isGap = false
        }
        return text.hasPrefix("一十") ? String(text.dropFirst()) : text
    }

    private static func fullWidth(_ number: Int) -> String {
        var text = String.UnicodeScalarView()
        for scalar in String(number).unicodeScalars {
            text.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
        }
        return String(text)
    }
}
