/// A table in Markdown; each of its rows becomes a sentence that carries the header:
/// `型号：KX-7；功率：7 kW`.
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

    /// A row as a sentence, empty for a row without content; `nil` for a line that is no row.
    func row(_ line: MarkdownLine) -> String? {
        guard !line.isBlank, line.content.contains("|") else { return nil }
        var cells: [(name: String, value: String)] = []
        for (index, cell) in Self.cells(of: line.content).enumerated() {
            let value = trimmed(MarkdownInline.plain(cell))
            if value.isEmpty { continue }
            cells.append((index < header.count ? header[index] : "", value))
        }
        let isWide = cells.contains { cell in
            (cell.name + cell.value).contains(where: TextWidth.isWide)
        }
        let (colon, semicolon) = isWide ? ("：", "；") : (": ", "; ")
        var parts: [String] = []
        for cell in cells {
            parts.append(cell.name.isEmpty ? cell.value : cell.name + colon + cell.value)
        }
        return parts.joined(separator: semicolon)
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
