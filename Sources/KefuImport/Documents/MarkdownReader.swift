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
    private var textStart = 0
    private var itemMark: String?

    init(_ lines: DocumentLines) {
        self.lines = lines
        let front = FrontMatter(lines)
        frontMatterTitle = front?.title ?? ""
        index = front?.lineCount ?? 0
    }

    /// Sends every block to the sink.
    mutating func read(_ sink: (Block) throws -> Void) throws {
        while index < lines.count {
            let line = MarkdownLine(lines[index])
            if line.isBlank {
                try blankLine(sink)
            } else if try !structure(line, sink) {
                addText(line)
            }
            index += 1
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
            try emit(.heading(level: heading.level), heading.text, at: index, sink)
        } else if let level = line.underline, itemMark == nil, !text.isEmpty {
            let title = joined()
            text = []
            try emit(.heading(level: level), title, at: textStart, sink)
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
            (itemMark, text, textStart) = (item.mark, [item.text], index)
        } else {
            return false
        }
        return true
    }

    private mutating func addText(_ line: MarkdownLine) {
        if text.isEmpty { textStart = index }
        text.append(line.content)
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
            try emit(.item, joined(), mark: itemMark, at: textStart, sink)
        } else {
            try emit(.paragraph, joined(), at: textStart, sink)
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
            if line.hasSuffix("\\") || line.hasSuffix("  ") { isBroken = true }
        }
        return whole
    }

    private mutating func readCode(
        until fence: MarkdownLine.Fence, _ sink: (Block) throws -> Void
    ) throws {
        let start = index
        var code: [String] = []
        index += 1
        while index < lines.count {
            let line = MarkdownLine(lines[index])
            if line.closes(fence) { break }
            code.append(line.unquoted)
            index += 1
        }
        let text = code.joined(separator: "\n")
        if !isBlank(text) { try sink(Block(kind: .code, text: text, line: start + 1)) }
    }

    private mutating func readRows(
        of table: MarkdownTable, _ sink: (Block) throws -> Void
    ) throws {
        index += 2
        while index < lines.count, let row = table.row(MarkdownLine(lines[index])) {
            if !row.isEmpty { try sink(Block(kind: .row, text: row, line: index + 1)) }
            index += 1
        }
        // The loop of `read` steps on by itself.
        index -= 1
    }

    private mutating func skipComment() {
        while index < lines.count, !lines[index].contains("-->") { index += 1 }
    }

    private func emit(
        _ kind: Block.Kind, _ text: String, mark: String = "", at index: Int,
        _ sink: (Block) throws -> Void
    ) throws {
        let plain = trimmed(MarkdownInline.plain(text))
        if !plain.isEmpty { try sink(Block(kind: kind, text: mark + plain, line: index + 1)) }
    }
}
