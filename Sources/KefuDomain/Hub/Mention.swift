/// Whether a message of a group chat speaks to the bot.
public enum Mention {
    /// Whether `@` and one of the bot's names stand in a text, in any case and width.
    ///
    /// Behind a name in Latin letters the word must end; behind others the text may go on, as
    /// Chinese does (`@客服报价多少`). An address of e-mail mentions nobody.
    public static func addresses(_ text: String, names: [String]) -> Bool {
        let letters = folded(text)
        let names = names.map(folded).filter { !$0.isEmpty }
        for (place, letter) in letters.enumerated() where letter == "@" {
            if place > 0, isLatin(letters[place - 1]) { continue }
            let rest = letters[(place + 1)...].drop { $0 == " " }
            if names.contains(where: { stands($0, at: rest) }) { return true }
        }
        return false
    }

    private static func stands(_ name: [Character], at rest: ArraySlice<Character>) -> Bool {
        guard rest.starts(with: name) else { return false }
        guard let last = name.last, isLatin(last), let next = rest.dropFirst(name.count).first
        else { return true }
        return !isLatin(next)
    }

    /// In lower case, and full-width signs as ASCII has them.
    private static func folded(_ text: String) -> [Character] {
        text.lowercased().map { letter in
            guard letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first,
                (0xFF01...0xFF5E).contains(scalar.value),
                let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
            else { return letter }
            return Character(narrow)
        }
    }

    private static func isLatin(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber)
    }
}
