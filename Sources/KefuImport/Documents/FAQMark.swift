/// The marks by which people write questions and answers below each other: `问：`, `Q1.`, `【答】`, `A:`.
enum FAQMark {
    case question, answer

    /// A text that begins with such a mark, and what follows it.
    struct Marked: Equatable {
        let mark: FAQMark
        let rest: String
    }

    /// Reads the mark at the beginning of a text; `nil` where there is none.
    ///
    /// Behind the word stands a colon, or a closing bracket, or a number with a full stop. Emphasis
    /// around any of it is passed over.
    static func read(_ text: some StringProtocol) -> Marked? {
        let opening = text.prefix { "*_【[（(「 \u{3000}".contains($0) }
        let isBracketed = opening.contains { "【[（(「".contains($0) }
        let body = text[opening.endIndex...]
        guard let (word, mark) = word(at: body) else { return nil }
        var rest = body.dropFirst(word.count).drop { $0 == " " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 3 else { return nil }
        rest = rest.dropFirst(digits.count)
        let closing = rest.prefix { "*_】]）)」 ".contains($0) }
        rest = rest.dropFirst(closing.count)
        let closes = isBracketed && closing.contains { "】]）)」".contains($0) }
        if let colon = rest.first, "：:".contains(colon) {
            rest = rest.dropFirst()
        } else if !digits.isEmpty, let stop = rest.first, ".．、".contains(stop) {
            rest = rest.dropFirst()
        } else if !closes {
            return nil
        }
        return Marked(mark: mark, rest: trimmed(rest.drop { "*_ ".contains($0) }))
    }

    /// Whether a line begins with a mark. It is called for every line: most end at the first test.
    static func opens(_ line: String) -> Bool {
        guard
            let first = line.unicodeScalars.first(where: { !" *_【[（(「".unicodeScalars.contains($0) }
            ),
            firsts.contains(first)
        else { return false }
        return read(line) != nil
    }

    /// Whether a text ends in a question mark.
    static func endsAQuestion(_ text: some StringProtocol) -> Bool {
        text.last.map { "？?".contains($0) } ?? false
    }

    /// The parts of a text that begin with marks, at a line's beginning or behind the end of a
    /// sentence: `问：几天发货？答：三天。` has two.
    static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var start = text.startIndex
        var place = start
        while place < text.endIndex {
            let next = text.index(after: place)
            if "\n？?。！!；".contains(text[place]), next < text.endIndex,
                opens(String(text[next...].prefix(16)))
            {
                parts.append(trimmed(text[start..<next]))
                start = next
            }
            place = next
        }
        parts.append(trimmed(text[start...]))
        return parts.filter { !$0.isEmpty }
    }

    private static let words: [(word: String, mark: FAQMark)] = [
        ("客户问", .question), ("用户问", .question), ("顾客问", .question), ("提问", .question),
        ("问题", .question), ("問題", .question), ("问", .question), ("問", .question),
        ("question", .question), ("q", .question),
        ("客服答", .answer), ("答案", .answer), ("回答", .answer), ("解答", .answer), ("答复", .answer),
        ("答覆", .answer), ("回复", .answer), ("答", .answer), ("answer", .answer), ("a", .answer),
    ]
    private static let firsts = Set(
        words.flatMap { [$0.word, $0.word.uppercased()] }.compactMap(\.unicodeScalars.first))

    private static func word(
        at text: some StringProtocol
    ) -> (word: String, mark: FAQMark)? {
        let head = text.prefix(10).lowercased()
        return words.first { head.hasPrefix($0.word) }
    }
}
