/// How a spreadsheet shows numbers: up to four sections, for positive and negative numbers, zero, and
/// text. Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
struct NumberFormat {
    private let sections: [FormatSection]

    /// Longer ones are nobody's.
    private static let maxLength = 255

    init(_ code: String) {
        sections = Self.split(String(code.prefix(Self.maxLength))).map(FormatSection.init)
    }

    static let general = NumberFormat("General")

    /// The text of a number; empty where the format hides it.
    /// - Parameter is1904: whether dates count from 1904.
    func text(of value: Double, is1904: Bool) -> String {
        guard let digits = DecimalDigits(value) else { return "" }
        let (section, keepsSign) = section(for: value)
        guard let section else { return digits.general }
        if section.isDate {
            if let date = DateSerial(value, is1904: is1904) { return section.text(of: date) }
            return digits.general
        }
        return section.text(of: digits, showingSign: keepsSign)
    }

    /// The section that a number takes, and whether a minus is shown beside it.
    private func section(for value: Double) -> (FormatSection?, Bool) {
        let numbers = sections.prefix(3)
        if numbers.contains(where: { $0.condition != nil }) {
            let match = numbers.first { $0.condition?.holds(for: value) ?? true }
            return (match ?? numbers.last, value < 0)
        }
        switch numbers.count {
        case 0: return (nil, true)
        case 1: return (numbers[0], value < 0)
        case 2: return (numbers[value < 0 ? 1 : 0], false)
        default: return (numbers[value > 0 ? 0 : value < 0 ? 1 : 2], false)
        }
    }

    /// The sections between semicolons that are not quoted.
    private static func split(_ code: String) -> [String] {
        var sections = [""]
        var isQuoted = false
        var isEscaped = false
        for character in code {
            if character == ";", !isQuoted, !isEscaped {
                sections.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = !isEscaped && !isQuoted && (character == "\\" || character == "!")
            sections[sections.count - 1].append(character)
        }
        return sections
    }
}

extension NumberFormat {
    /// The code of a format that every workbook has; `nil` for another id.
    /// Source: ECMA-376 part 1, 18.8.30, with the Chinese forms of 27 to 58.
    static func builtIn(_ id: Int) -> String? { builtIns[id] }

    private static let builtIns: [Int: String] = [
        0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
        5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00",
        8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "General",
        13: "General", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
        27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 30: "m-d-yy",
        31: "yyyy\"年\"m\"月\"d\"日\"", 32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"",
        34: "上午/下午h\"时\"mm\"分\"", 35: "上午/下午h\"时\"mm\"分\"ss\"秒\"", 36: "yyyy\"年\"m\"月\"",
        37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
        41: "#,##0;-#,##0;\"-\"", 42: "¥#,##0;¥-#,##0;\"¥-\"", 43: "#,##0.00;-#,##0.00;\"-\"",
        44: "¥#,##0.00;¥-#,##0.00;\"¥-\"", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
        48: "##0.0E+0", 49: "@", 50: "yyyy\"年\"m\"月\"", 51: "m\"月\"d\"日\"",
        52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"", 54: "m\"月\"d\"日\"",
        55: "上午/下午h\"时\"mm\"分\"", 56: "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
    ]
}
