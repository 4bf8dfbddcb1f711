/// A table in Markdown.
struct MarkdownTable {
    private let header: [String]

    /// - Returns: `nil` unless the second line is a delimiter row of as many cells as the first has.
    init?(header: MarkdownLine, delimiter: MarkdownLine) {
        guard delimiter.content.contains("-"), header.content.contains("|"),
            delimiter.content.contains("|") || delimiter.content.contains(":")
        else { return nil }
        let marks = Self.cells(of: delimiter.content)
        guard !marks.isEmpty, marks.allSatisfy(Self.isDelimiter) else { return nil }
        let names = Self.cells(of: header.content)
        guard names.count == marks.count else { return nil }
        self.header = names.map { trimmed(MarkdownInline.plain($0)) }
    }

    func isRow(_ line: MarkdownLine) -> Bool { !line.isBlank && line.content.contains("|") }

    /// A row, which carries its header; `nil` for one without content.
    func row(_ line: MarkdownLine, number: Int) -> Block? {
        let values = Self.cells(of: line.content).map { trimmed(MarkdownInline.plain($0)) }
        let text = RowSentence.of(values, under: header)
        guard !text.isEmpty else { return nil }
        var block = Block(kind: .row, text: text, line: number)
        for (index, value) in values.enumerated() {
            let name = index < header.count ? header[index] : ""
            block.cells.append(Block.Cell(name: name, value: value))
        }
        return block
    }

    private static func isDelimiter(_ cell: String) -> Bool {
        var mark = trimmed(cell)[...]
        if mark.first == ":" { mark.removeFirst() }
        if mark.last == ":" { mark.removeLast() }
        return !mark.isEmpty && mark.allSatisfy { $0 == "-" }
    }

    /// The cells between the bars; a bar behind a backslash is text.
    private static func cells(of line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in trimmed(line) {
            if character == "|", !isEscaped {
                cells.append(cell)
                cell = ""
            } else {
                if character == "|" { cell.removeLast() }
                cell.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        cells.append(cell)
        if let first = cells.first, isBlank(first) { cells.removeFirst() }
        if let last = cells.last, isBlank(last) { cells.removeLast() }
        return cells
    }
}
