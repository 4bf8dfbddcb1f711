/// Reads the block structure of Markdown: headings of both kinds, paragraphs, lists, fenced code,
/// tables, quotes. Follows CommonMark where it matters for what a passage says; what only matters
/// for layout (rules, HTML tags, link definitions) is dropped.
struct MarkdownReader {
    /// The `title` of a front matter block; empty when there is none.
    let frontMatterTitle: String

    private let lines: DocumentLines
    private var index: Int
    /// The open paragraph or list item: its lines and where it began.
    private var text: [String] = []
    private var textSize = 0
    private var textStart = 0
    private var itemMark: String?

    /// A longer paragraph or block of code, in bytes, comes as several.
    private static let longestBlock = 1 << 16

    init(_ lines: DocumentLines) {
        self.lines = lines
        let front = FrontMatter(lines)
        frontMatterTitle = front?.title ?? ""
        index = front?.lineCount ?? 0
    }

    /// Sends every block to the sink.
    mutating func read(_ sink: (Block) throws -> Void) throws {
        while lines.has(index) {
            let line = MarkdownLine(lines[index])
            if line.isBlank {
                try blankLine(sink)
            } else if try !structure(line, sink) {
                try addText(line, sink)
            }
            index += 1
            lines.forget(before: index - 1)
        }
        try closeText(sink)
    }

    /// Handles a line that is more than text.
    private mutating func structure(
        _ line: MarkdownLine, _ sink: (Block) throws -> Void
    ) throws -> Bool {
        if let fence = line.fence {
            try closeText(sink)
            try readCode(until: fence, sink)
        } else if let heading = line.heading {
            try closeText(sink)
            let number = lines.number(of: index)
            try emit(.heading(level: heading.level), heading.text, number: number, sink)
        } else if let level = line.underline, itemMark == nil, !text.isEmpty {
            let title = joined()
            text = []
            try emit(.heading(level: level), title, number: textStart, sink)
        } else if line.isRule || line.isDefinition {
            try closeText(sink)
        } else if line.opensComment {
            skipComment()
        } else if let table = MarkdownTable(header: line, delimiter: MarkdownLine(lines[index + 1]))
        {
            try closeText(sink)
            try readRows(of: table, sink)
        } else if let item = line.item {
            try closeText(sink)
            open(item.text)
            itemMark = item.mark
        } else {
            return false
        }
        return true
    }

    private mutating func addText(_ line: MarkdownLine, _ sink: (Block) throws -> Void) throws {
        // A question or an answer that says so begins a block, where the line before went on.
        if textSize > Self.longestBlock || FAQMark.opens(line.content) { try closeText(sink) }
        if text.isEmpty { return open(line.content) }
        text.append(line.content)
        textSize += line.content.utf8.count
    }

    private mutating func open(_ line: String) {
        (text, textSize) = ([line], line.utf8.count)
        textStart = lines.number(of: index)
    }

    /// A blank line ends a paragraph, and an item unless more of it follows, indented.
    private mutating func blankLine(_ sink: (Block) throws -> Void) throws {
        let next = MarkdownLine(lines[index + 1])
        if itemMark != nil, next.indent >= 2, !next.isBlank, next.item == nil {
            text.append("\\")
        } else {
            try closeText(sink)
        }
    }

    private mutating func closeText(_ sink: (Block) throws -> Void) throws {
        defer { (text, itemMark) = ([], nil) }
        if text.isEmpty { return }
        if let itemMark {
            try emit(.item, joined(), mark: itemMark, number: textStart, sink)
        } else {
            try emit(.paragraph, joined(), number: textStart, sink)
        }
    }

    /// The open lines as one text; only hard breaks stay line ends.
    private func joined() -> String {
        var whole = ""
        var isBroken = false
        for line in text {
            let content = trimmed(line.hasSuffix("\\") ? String(line.dropLast()) : line)
            if !content.isEmpty {
                if !whole.isEmpty {
                    whole += isBroken ? "\n" : TextWidth.joint(whole, content)
                }
                whole += content
                isBroken = false
            }
            if line.hasSuffix("\\") || line.hasSuffix("  ") || FAQMark.endsAQuestion(whole) {
                isBroken = true
            }
        }
        return whole
    }

    private mutating func readCode(
        until fence: MarkdownLine.Fence, _ sink: (Block) throws -> Void
    ) throws {
        var start = lines.number(of: index)
        var code = ""
        index += 1
        while lines.has(index) {
            let line = MarkdownLine(lines[index])
            if line.closes(fence) { break }
            if code.utf8.count > Self.longestBlock {
                try sink(Block(kind: .code, text: code, line: start))
                (code, start) = ("", lines.number(of: index))
            }
            code += (code.isEmpty ? "" : "\n") + line.unquoted
            index += 1
            lines.forget(before: index)
        }
        if !isBlank(code) { try sink(Block(kind: .code, text: code, line: start)) }
    }

    private mutating func readRows(
        of table: MarkdownTable, _ sink: (Block) throws -> Void
    ) throws {
        index += 2
        while lines.has(index), case let line = MarkdownLine(lines[index]), table.isRow(line) {
            if let row = table.row(line, number: lines.number(of: index)) { try sink(row) }
            index += 1
            lines.forget(before: index)
        }
        // The loop of `read` steps on by itself.
        index -= 1
    }

    private mutating func skipComment() {
        while lines.has(index), !lines[index].contains("-->") {
            index += 1
            lines.forget(before: index)
        }
    }

    private func emit(
        _ kind: Block.Kind, _ text: String, mark: String = "", number: Int,
        _ sink: (Block) throws -> Void
    ) throws {
        let plain = trimmed(MarkdownInline.plain(text))
        if !plain.isEmpty { try sink(Block(kind: kind, text: mark + plain, line: number)) }
    }
}
