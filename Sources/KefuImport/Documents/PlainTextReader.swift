/// Finds the structure of plain text: numbered and bracketed headings, paragraphs, lists.
struct PlainTextReader {
    private let lines: DocumentLines
    private let firstFilled: Int?

    init(_ lines: DocumentLines) {
        self.lines = lines
        firstFilled = lines.lines.firstIndex { !isBlank($0) }
    }

    func blocks() -> [Block] {
        let marks = lines.lines.map { NumberMark(trimmed($0)) }
        var blocks: [Block] = []
        var paragraph = Paragraph()
        for (index, raw) in lines.lines.enumerated() {
            let text = trimmed(raw)
            if text.isEmpty {
                paragraph.close(into: &blocks)
            } else if let level = headingLevel(of: text, at: index, marks) {
                paragraph.close(into: &blocks)
                blocks.append(Block(kind: .heading(level: level), text: text, line: index + 1))
            } else if isUnderline(text) {
                paragraph.closeAsHeading(into: &blocks)
            } else {
                if marks[index] != nil { paragraph.close(into: &blocks) }
                paragraph.append(text, line: index + 1, isItem: marks[index] != nil)
            }
        }
        paragraph.close(into: &blocks)
        return blocks
    }

    private func headingLevel(of text: String, at index: Int, _ marks: [NumberMark?]) -> Int? {
        if isTitle(text, at: index) { return 0 }
        guard let mark = marks[index], TextWidth.of(text) <= 40, !endsASentence(text) else {
            return nil
        }
        if mark.isAlwaysHeading { return mark.level }
        // A run of numbers is a list; a heading has text below it.
        if index > 0, marks[index - 1]?.level == mark.level { return nil }
        let next = (index + 1..<max(index + 1, lines.count)).first { !isBlank(lines[$0]) }
        guard let next else { return nil }
        return marks[next]?.level == mark.level ? nil : mark.level
    }

    /// The first line of the text, when it is short and stands alone.
    private func isTitle(_ text: String, at index: Int) -> Bool {
        index == firstFilled && TextWidth.of(text) <= 40 && !endsASentence(text)
            && lines.count > index + 2 && isBlank(lines[index + 1]) && NumberMark(text) == nil
    }

    private func endsASentence(_ text: String) -> Bool {
        guard let last = text.last else { return false }
        return "。；，：！.;,:!…、".contains(last)
    }

    private func isUnderline(_ text: String) -> Bool {
        guard let first = text.first, "=-*_".contains(first) else { return false }
        return text.count >= 3 && text.allSatisfy { $0 == first }
    }

    /// The lines of one paragraph.
    private struct Paragraph {
        private var text = ""
        private var line = 0
        private var isItem = false
        private var lineCount = 0
        private var longest = 0

        /// Adds a line: joined when the one before it was cut at a margin, else below it.
        mutating func append(_ next: String, line: Int, isItem: Bool) {
            if text.isEmpty {
                (self.line, self.isItem) = (line, isItem)
                text = next
            } else {
                text += isWrapped ? TextWidth.joint(text, next) : "\n"
                text += next
            }
            lineCount += 1
            longest = TextWidth.of(next)
        }

        mutating func close(into blocks: inout [Block]) {
            if !text.isEmpty {
                blocks.append(Block(kind: isItem ? .item : .paragraph, text: text, line: line))
            }
            self = Paragraph()
        }

        /// A single line above a line of `===` is a heading.
        mutating func closeAsHeading(into blocks: inout [Block]) {
            if lineCount == 1, TextWidth.of(text) <= 40 {
                blocks.append(Block(kind: .heading(level: 1), text: text, line: line))
                self = Paragraph()
            } else {
                close(into: &blocks)
            }
        }

        /// Whether the last line looks cut: long, and not at the end of a sentence.
        private var isWrapped: Bool {
            guard longest >= 30, let last = text.last else { return false }
            return !"。！？；：…!?;:.".contains(last)
        }
    }
}
