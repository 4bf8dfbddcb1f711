/// Finds the structure of plain text: numbered and bracketed headings, paragraphs, lists.
struct PlainTextReader {
    private let lines: DocumentLines
    private var isTitlePossible = true
    private var paragraph = Paragraph()

    /// How far to look for the text below a heading.
    private static let reach = 1000

    init(_ lines: DocumentLines) {
        self.lines = lines
    }

    /// Sends every block to the sink.
    mutating func read(_ sink: (Block) throws -> Void) throws {
        var index = 0
        while lines.has(index) {
            let text = trimmed(lines[index])
            try take(text, at: index, sink)
            if !text.isEmpty { isTitlePossible = false }
            index += 1
            lines.forget(before: index - 1)
        }
        try paragraph.close(into: sink)
    }

    private mutating func take(
        _ text: String, at index: Int, _ sink: (Block) throws -> Void
    ) throws {
        let line = lines.number(of: index)
        if text.isEmpty {
            try paragraph.close(into: sink)
        } else if let level = headingLevel(of: text, at: index) {
            try paragraph.close(into: sink)
            try sink(Block(kind: .heading(level: level), text: text, line: line))
        } else if isUnderline(text) {
            try paragraph.closeAsHeading(into: sink)
        } else {
            let isItem = NumberMark(text) != nil
            // A question or an answer that says so begins a block, as an item does.
            if isItem || paragraph.isLong || FAQMark.opens(text) { try paragraph.close(into: sink) }
            paragraph.append(text, line: line, isItem: isItem)
        }
    }

    private func mark(_ index: Int) -> NumberMark? { NumberMark(trimmed(lines[index])) }

    private func headingLevel(of text: String, at index: Int) -> Int? {
        if isTitle(text, at: index) { return 0 }
        guard let mark = mark(index), TextWidth.of(text) <= 40, !endsASentence(text) else {
            return nil
        }
        if mark.isAlwaysHeading { return mark.level }
        // A run of numbers is a list; a heading has text below it.
        if index > 0, self.mark(index - 1)?.level == mark.level { return nil }
        let next = (index + 1..<index + Self.reach).first { next in
            !lines.has(next) || !isBlank(lines[next])
        }
        guard let next, lines.has(next) else { return nil }
        return self.mark(next)?.level == mark.level ? nil : mark.level
    }

    /// The first line of the text, when it is short and stands alone.
    private func isTitle(_ text: String, at index: Int) -> Bool {
        isTitlePossible && TextWidth.of(text) <= 40 && !endsASentence(text)
            && lines.has(index + 2) && isBlank(lines[index + 1]) && NumberMark(text) == nil
            && !FAQMark.opens(text)
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
        private var last = ""

        /// A longer paragraph, in bytes, comes as several.
        var isLong: Bool { text.utf8.count > 1 << 16 }

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
            last = next
        }

        mutating func close(into sink: (Block) throws -> Void) throws {
            if !text.isEmpty {
                try sink(Block(kind: isItem ? .item : .paragraph, text: text, line: line))
            }
            self = Paragraph()
        }

        /// A single line above a line of `===` is a heading.
        mutating func closeAsHeading(into sink: (Block) throws -> Void) throws {
            if lineCount == 1, TextWidth.of(text) <= 40 {
                try sink(Block(kind: .heading(level: 1), text: text, line: line))
                self = Paragraph()
            } else {
                try close(into: sink)
            }
        }

        /// Whether the last line looks cut: long, and not at the end of a sentence.
        private var isWrapped: Bool {
            guard TextWidth.of(last) >= 30, let end = last.last else { return false }
            return !"。！？；：…!?;:.".contains(end)
        }
    }
}
