/// Replaces characters that only a page needs by those that a text has.
public enum PlainCharacters {
    /// - Returns: nothing for a character without meaning outside its page or font.
    static func of(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        case 0xA0, 0x2000...0x200A, 0x3000: " ".unicodeScalars
        case 0xAD: "\u{AD}".unicodeScalars
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFE00...0xFE0F:
            String.UnicodeScalarView()
        // Forms of CJK radicals, compatibility ideographs, ligatures, vertical marks.
        case 0x2E80...0x2FD5, 0xF900...0xFAFF, 0xFB00...0xFB06, 0xFE10...0xFE19, 0xFE30...0xFE4F:
            Compatibility.form(of: scalar)
        case 0xE000...0xF8FF: symbol(scalar)
        default: String.UnicodeScalarView([scalar])
        }
    }

    /// Whether a font gave no meaning to a character.
    public static func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFFFD, 0..<9, 14..<32, 0x80..<0xA0: true
        case 0xE000...0xF8FF: symbol(scalar).isEmpty
        default: false
        }
    }

    /// The bullets, ticks and arrows of the Symbol and Wingdings fonts.
    private static func symbol(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        case 0xF0B7, 0xF0A7, 0xF06C, 0xF06E, 0xF075, 0xF076, 0xF0D8, 0xF09F, 0xF0A8:
            "•".unicodeScalars
        case 0xF0FC, 0xF0FE, 0xF052: "✓".unicodeScalars
        case 0xF0FB, 0xF0FD: "✗".unicodeScalars
        case 0xF0E0, 0xF0E8, 0xF0F0: "→".unicodeScalars
        default: String.UnicodeScalarView()
        }
    }
}
