/// What the layout needs to know of writing systems.
enum Script {
    /// Whether a character belongs to a script that is written without spaces.
    static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.value >= 0x2E80 && !(0xFF61...0xFFDC).contains(scalar.value)
            && !isHangul(scalar)
    }

    /// Whether it is a character, not a mark, of such a script.
    static func isHan(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar, isWide(scalar) else { return false }
        return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
    }

    /// Korean is wide and has spaces between its words.
    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0xAC00...0xD7AF).contains(scalar.value) || (0x3130...0x318F).contains(scalar.value)
    }

    /// `目 录` spread over a line is `目录`: single Han characters, each with a space behind it.
    static func withoutLetterSpacing(_ text: String) -> String {
        let parts = text.split(separator: " ")
        guard parts.count > 1, parts.count <= 12 else { return text }
        for part in parts {
            guard part.unicodeScalars.count == 1, isHan(part.unicodeScalars.first) else {
                return text
            }
        }
        return parts.joined()
    }

    /// Columns of a fixed-width terminal, halved: one for a Han character, a half for a letter.
    static func width(of text: some StringProtocol) -> Double {
        var width = 0.0
        for scalar in text.unicodeScalars { width += scalar.value < 0x1100 ? 0.5 : 1 }
        return width
    }
}
