/// Whether a text without a telling name is Markdown.
enum MarkdownSigns {
    private static let sampleLines = 400

    /// Two headings, or one besides a table or code.
    static func areClear(in bytes: ByteView) -> Bool {
        var reader = LineReader(bytes)
        var headings = 0
        var others = 0
        var previous: MarkdownLine?
        for _ in 0..<sampleLines {
            guard let line = reader.next() else { break }
            let text = String(decoding: bytes.array(line.range.prefix(2000)), as: UTF8.self)
            let current = MarkdownLine(text)
            if let heading = current.heading, !heading.text.isEmpty { headings += 1 }
            if current.fence != nil { others += 1 }
            if let previous, MarkdownTable(header: previous, delimiter: current) != nil {
                others += 1
            }
            previous = current
        }
        return headings >= 2 || (headings == 1 && others > 0) || others >= 2
    }
}
