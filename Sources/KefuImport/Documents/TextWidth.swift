/// How much room a text takes: one Han character, or two Latin letters, count as one.
///
/// Two Latin letters carry about as much meaning as half a Han character; the measure makes
/// passages of both scripts equally telling.
enum TextWidth {
    static func of(_ text: some StringProtocol) -> Int {
        (halves(of: text.unicodeScalars) + 1) / 2
    }

    /// Twice the width: exact, so that parts add up.
    static func halves(of scalars: some Sequence<Unicode.Scalar>) -> Int {
        var halves = 0
        for scalar in scalars { halves += scalar.value < 0x1100 ? 1 : 2 }
        return halves
    }

    /// Whether a character belongs to a script that is written without spaces.
    static func isWide(_ character: Character?) -> Bool {
        guard let scalar = character?.unicodeScalars.first else { return false }
        return scalar.value >= 0x2E80
    }

    /// What stands between two parts of one paragraph: nothing in Chinese, a space in Latin.
    static func joint(_ left: some StringProtocol, _ right: some StringProtocol) -> String {
        isWide(left.last) || isWide(right.first) ? "" : " "
    }
}
