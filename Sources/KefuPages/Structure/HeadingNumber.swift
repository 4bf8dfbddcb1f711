/// The number before a heading: `第二章`, `3.1`, `一、`, `Chapter 4`.
struct HeadingNumber {
    /// How deep such headings stand, from 1.
    let depth: Int
    /// Whether nothing but a heading begins so.
    let isCertain: Bool

    init?(_ line: String) {
        let scalars = Array(line.unicodeScalars.prefix(12))
        guard let first = scalars.first else { return nil }
        if first == "第", let depth = Self.chapter(scalars) {
            (self.depth, isCertain) = (depth, true)
        } else if line.hasPrefix("Chapter ") || line.hasPrefix("Appendix ") {
            (depth, isCertain) = (1, true)
        } else if Self.isHanDigit(first),
            let mark = scalars.drop(while: Self.isHanDigit).first, mark == "、"
        {
            (depth, isCertain) = (1, false)
        } else if let parts = Self.decimalParts(scalars) {
            (depth, isCertain) = (parts, false)
        } else {
            return nil
        }
    }

    /// Whether a text is the number of a chapter and nothing else.
    static func isAlone(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        if let first = words.first, ["Chapter", "Appendix", "Part", "CHAPTER"].contains(first) {
            return words.count == 2 && words[1].count <= 4
        }
        guard text.unicodeScalars.first == "第", HeadingNumber(text) != nil else { return false }
        return text.unicodeScalars.last.map { "章节编篇部".unicodeScalars.contains($0) } ?? false
    }

    private static func isHanDigit(_ scalar: Unicode.Scalar) -> Bool {
        "一二三四五六七八九十百零〇".unicodeScalars.contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private static func chapter(_ scalars: [Unicode.Scalar]) -> Int? {
        let number = scalars.dropFirst().prefix { isHanDigit($0) || isDigit($0) || $0 == " " }
        guard !number.isEmpty, let kind = scalars.dropFirst(1 + number.count).first else {
            return nil
        }
        if "章编篇部".unicodeScalars.contains(kind) { return 1 }
        return kind == "节" ? 2 : nil
    }

    /// Numbers with dots between them and a space, or a Han character, behind: at least two of them.
    private static func decimalParts(_ scalars: [Unicode.Scalar]) -> Int? {
        var rest = scalars[...]
        var parts = 0
        while true {
            let digits = rest.prefix(while: isDigit)
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            parts += 1
            guard rest.first == ".", rest.dropFirst().first.map(isDigit) ?? false else { break }
            rest = rest.dropFirst()
        }
        if rest.first == "." { rest = rest.dropFirst() }
        guard (2...4).contains(parts), let next = rest.first else { return nil }
        return next == " " || Script.isHan(next) ? parts : nil
    }
}
