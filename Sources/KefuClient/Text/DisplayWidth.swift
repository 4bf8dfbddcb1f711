import CReadline
import Glibc

/// The columns that text takes on a terminal.
enum DisplayWidth {
    /// The columns of a text without line breaks; control characters take none.
    static func of(_ text: some StringProtocol) -> Int {
        var columns = 0
        for character in text { columns += of(character) }
        return columns
    }

    /// The columns of one user-perceived character: its widest scalar counts, since the others
    /// (accents, joined emoji, variation selectors) are drawn over it.
    static func of(_ character: Character) -> Int {
        var widest = 0
        var isFlagOrEmoji = false
        var regionals = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { isFlagOrEmoji = true }
            if (0x1F1E6...0x1F1FF).contains(scalar.value) { regionals += 1 }
            widest = max(widest, of(scalar))
        }
        return (isFlagOrEmoji || regionals > 1) && widest > 0 ? 2 : widest
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return 1 }
        _ = CharacterSet.isUTF8
        return Int(kedit_width(scalar.value))
    }
}

/// The process's character set, which readline and `wcwidth` read from the C locale.
enum CharacterSet {
    /// Takes the character set of the environment, or `C.UTF-8` where that is not UTF-8; runs once.
    ///
    /// - Returns: whether the C library now works in UTF-8.
    static let isUTF8: Bool = {
        setlocale(LC_CTYPE, "")
        if !isCurrent { setlocale(LC_CTYPE, "C.UTF-8") }
        return isCurrent
    }()

    private static var isCurrent: Bool {
        String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
    }
}
