/// Splits what follows a slash command into words.
///
/// A word in quotation marks, from its first character to one before a space, may hold spaces;
/// any other quotation mark is a character like the rest, so that `what's new` needs no care.
enum LineSplitter {
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var rest = line[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            if let quoted = quotedWord(rest) {
                words.append(String(quoted.word))
                rest = quoted.rest
            } else {
                let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
                words.append(String(rest[..<end]))
                rest = rest[end...]
            }
        }
        return words
    }

    private static func quotedWord(_ text: Substring) -> (word: Substring, rest: Substring)? {
        guard let mark = text.first, mark == "\"" || mark == "'" else { return nil }
        let inner = text.dropFirst()
        var position = inner.startIndex
        while let end = inner[position...].firstIndex(of: mark) {
            let after = inner.index(after: end)
            if after == inner.endIndex || inner[after].isWhitespace {
                return (inner[..<end], inner[after...])
            }
            position = after
        }
        return nil
    }
}
