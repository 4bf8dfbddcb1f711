/// The block of properties that some tools put before a Markdown document.
struct FrontMatter {
    /// Empty when it names none.
    let title: String
    let lineCount: Int

    private static let longest = 200

    /// - Returns: `nil` for a document that begins without such a block.
    init?(_ lines: DocumentLines) {
        guard trimmed(lines[0]) == "---" else { return nil }
        var title = ""
        for index in 1..<Self.longest where lines.has(index) {
            let line = trimmed(lines[index])
            if line == "---" || line == "..." {
                self.title = title
                lineCount = index + 1
                return
            }
            // A rule above ordinary text is no front matter.
            let isProperty = line.contains(":") || "-#".contains(line.first ?? "#")
            guard isProperty || lines[index].first == " " else { return nil }
            if line.lowercased().hasPrefix("title:") {
                title = Self.unquoted(trimmed(line.dropFirst("title:".count)))
            }
        }
        return nil
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'",
            text.last == quote
        else { return text }
        return String(text.dropFirst().dropLast())
    }
}
