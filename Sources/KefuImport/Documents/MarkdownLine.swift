/// One line of Markdown without its quote marks, and what it can be by itself.
struct MarkdownLine {
    /// The line behind any `>`, its own indentation kept.
    let unquoted: String
    /// Spaces before the content; a tab counts as four.
    let indent: Int
    /// Without indentation.
    let content: String

    init(_ line: String) {
        var rest = line[...]
        while let inner = Self.withoutQuoteMark(rest) { rest = inner }
        unquoted = String(rest)
        let spaces = rest.prefix { $0 == " " || $0 == "\t" }
        indent = spaces.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        content = String(rest[spaces.endIndex...])
    }

    var isBlank: Bool { KefuImport.isBlank(content) }

    /// `## Title ##`
    var heading: (level: Int, text: String)? {
        let marks = content.prefix { $0 == "#" }
        guard (1...6).contains(marks.count) else { return nil }
        let rest = content[marks.endIndex...]
        guard rest.first.map({ $0 == " " || $0 == "\t" || $0 == "\u{3000}" }) ?? true else {
            return nil
        }
        var text = trimmed(rest)
        let closing = text.reversed().prefix { $0 == "#" }.count
        let head = text.dropLast(closing)
        if closing > 0, head.last.map({ $0 == " " }) ?? true { text = trimmed(head) }
        return (marks.count, text)
    }

    /// The level that this line gives to the paragraph above it: `===` 1, `---` 2.
    var underline: Int? {
        let mark = trimmed(content)
        guard let first = mark.first, first == "=" || first == "-",
            mark.allSatisfy({ $0 == first })
        else { return nil }
        return first == "=" ? 1 : 2
    }

    /// `---`, `* * *`
    var isRule: Bool {
        let marks = content.filter { !$0.isWhitespace }
        guard let first = marks.first, "-*_".contains(first), marks.count >= 3 else { return false }
        return marks.allSatisfy { $0 == first }
    }

    /// `[name]: address`
    var isDefinition: Bool {
        guard content.first == "[", let close = content.firstIndex(of: "]") else { return false }
        let rest = content[close...].dropFirst()
        return rest.first == ":" && rest.dropFirst().contains { !$0.isWhitespace }
            && !rest.dropFirst().drop { $0 == " " }.contains(" ")
    }

    var opensComment: Bool { content.hasPrefix("<!--") }

    struct Fence {
        let mark: Character
        let length: Int
    }

    /// The mark that opens a block of code.
    var fence: Fence? {
        guard let mark = content.first, mark == "`" || mark == "~" else { return nil }
        let length = content.prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        if mark == "`", content.dropFirst(length).contains("`") { return nil }
        return Fence(mark: mark, length: length)
    }

    func closes(_ fence: Fence) -> Bool {
        let mark = trimmed(content)
        return mark.count >= fence.length && mark.allSatisfy { $0 == fence.mark }
    }

    /// A list item: the mark as it shows in a passage, and the text behind it.
    var item: (mark: String, text: String)? {
        guard let first = content.first else { return nil }
        let mark: Substring
        if "-*+•".contains(first) {
            mark = content.prefix(1)
        } else {
            let digits = content.prefix { $0.isASCII && $0.isNumber }
            guard (1...9).contains(digits.count), let end = content[digits.endIndex...].first,
                end == "." || end == ")"
            else { return nil }
            mark = content.prefix(digits.count + 1)
        }
        let rest = content[mark.endIndex...]
        guard let space = rest.first, space == " " || space == "\t" else { return nil }
        let text = Self.withoutTaskBox(trimmed(rest))
        let depth = min(indent / 2, 4)
        let shown = mark.count == 1 ? "-" : String(mark)
        return (String(repeating: "  ", count: depth) + shown + " ", text)
    }

    private static func withoutTaskBox(_ text: String) -> String {
        for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) {
            return String(text.dropFirst(box.count))
        }
        return text
    }

    private static func withoutQuoteMark(_ line: Substring) -> Substring? {
        let spaces = line.prefix { $0 == " " }
        let rest = line[spaces.endIndex...]
        guard spaces.count < 4, rest.first == ">" else { return nil }
        let inner = rest.dropFirst()
        return inner.first == " " ? inner.dropFirst() : inner
    }
}
