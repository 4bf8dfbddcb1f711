/// A stretch of a text up to a full stop, a question mark or a line break, that sign included.
struct Sentence {
    let range: Range<String.Index>

    static func all(of text: String) -> [Sentence] {
        pieces(of: text, text.startIndex..<text.endIndex, isEnd: endsSentence)
            .map { Sentence(range: $0) }
    }

    /// The sentences themselves.
    static func texts(of text: String) -> [String] { all(of: text).map { String(text[$0.range]) } }

    /// Its clauses, each with the sign behind it.
    func clauses(in text: String) -> [Range<String.Index>] {
        Self.pieces(of: text, range, isEnd: Self.endsClause)
    }

    private static func pieces(
        of text: String, _ range: Range<String.Index>,
        isEnd: (String, String.Index) -> Bool
    ) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            let next = text.index(after: place)
            if isEnd(text, place) {
                found.append(start..<next)
                start = next
            }
            place = next
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    private static func endsSentence(_ text: String, _ place: String.Index) -> Bool {
        if ends.contains(text[place]) { return true }
        return text[place] == "." && isBlank(behind: place, in: text)
    }

    /// A comma, and a space beside a Chinese character.
    private static func endsClause(_ text: String, _ place: String.Index) -> Bool {
        if commas.contains(text[place]) { return true }
        if text[place] == "," {
            return isBlank(behind: place, in: text) || isHan(before: place, text)
        }
        return text[place] == " " && isHan(before: place, text)
    }

    private static func isBlank(behind place: String.Index, in text: String) -> Bool {
        let next = text.index(after: place)
        return next == text.endIndex || text[next].isWhitespace
    }

    private static func isHan(before place: String.Index, _ text: String) -> Bool {
        guard place > text.startIndex else { return false }
        return text[text.index(before: place)].unicodeScalars.first.map { Sign.isHan($0.value) }
            ?? false
    }

    private static let ends: Set<Character> = ["。", "！", "!", "？", "?", "\n", "；", ";", "\r\n"]
    private static let commas: Set<Character> = ["，", "、", "：", ":", "～", "~"]
}

extension String {
    /// Without spaces, line feeds and dangling commas at either end; a closing mark stays.
    var tidied: String {
        let isLoose: (Character) -> Bool = { $0.isWhitespace || "，,、；;：:".contains($0) }
        let body = drop { isLoose($0) || "。.！!？?~～".contains($0) }
        return String(body.reversed().drop(while: isLoose).reversed())
    }
}
