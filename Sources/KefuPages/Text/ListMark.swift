/// The sign before an item of a list: a bullet, or a number with its mark.
enum ListMark {
    private static let bullets: Set<Unicode.Scalar> = [
        "•", "●", "○", "◦", "■", "□", "◆", "◇", "▪", "▫", "►", "▶", "➢", "✓", "✗", "★", "☆", "※",
        "–", "·", "∙", "‣", "❖",
    ]

    /// Whether a text is such a sign and nothing else.
    static func isAlone(_ text: String) -> Bool {
        guard let length = length(in: text) else { return false }
        return length == text.unicodeScalars.count
    }

    /// Whether a line begins with one.
    static func begins(_ text: String) -> Bool {
        guard let length = length(in: text) else { return false }
        let rest = text.unicodeScalars.dropFirst(length)
        guard let next = rest.first else { return true }
        let first = text.unicodeScalars.first
        // 1、 and ① need no space behind them.
        return next == " " || Script.isWide(next) || first.map(isCircled) ?? false
    }

    /// Scalars of the sign; `nil` when there is none.
    private static func length(in text: String) -> Int? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return nil }
        if bullets.contains(first) || isCircled(first) { return 1 }
        if first == "-" || first == "*" { return scalars.dropFirst().first == " " ? 1 : nil }
        let opens = first == "(" || first == "（"
        let body = opens ? scalars.dropFirst() : scalars[...]
        let digits = body.prefix { $0.properties.numericType == .decimal }
        let letters = body.prefix { $0.isASCII && $0.properties.isAlphabetic }
        let count = digits.isEmpty ? letters.count : digits.count
        let limit = digits.isEmpty ? 1 : 3
        guard (1...limit).contains(count), let close = body.dropFirst(count).first else {
            return nil
        }
        if opens { return close == ")" || close == "）" ? count + 2 : nil }
        let closes = digits.isEmpty ? ").）" : ".、．)）"
        return closes.unicodeScalars.contains(close) ? count + 1 : nil
    }

    /// ① to ⑳, ⑴, ❶ and their like.
    private static func isCircled(_ scalar: Unicode.Scalar) -> Bool {
        (0x2460...0x249B).contains(scalar.value) || (0x2776...0x2793).contains(scalar.value)
    }
}
