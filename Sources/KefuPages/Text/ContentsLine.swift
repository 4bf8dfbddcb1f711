/// Lines of a table of contents, which say nothing that the headings do not.
enum ContentsLine {
    /// `2.3 Installing . . . . . . 41`
    static func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var end = scalars.count
        while end > 0, isPageNumber(scalars[end - 1]) || scalars[end - 1] == " " { end -= 1 }
        guard scalars.count - end <= 8 else { return false }
        var dots = 0
        while end > 0 {
            switch scalars[end - 1] {
            case ".", "·", "．", "•", "․": dots += 1
            case "…", "‥", "⋯": dots += 3
            case " ": break
            default: return dots >= 4
            }
            end -= 1
        }
        return dots >= 4
    }

    private static func isPageNumber(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal || "ivxlcIVXLC-–".unicodeScalars.contains(scalar)
    }

    private static let titles: Set<String> = [
        "目录", "目次", "目錄", "contents", "tableofcontents", "listoftables", "listoffigures",
        "表格目录", "插图目录", "图目录", "表目录", "目录表",
    ]

    /// Whether a heading stands above a table of contents.
    static func isTitle(_ text: String) -> Bool {
        titles.contains(text.lowercased().filter { !$0.isWhitespace })
    }
}
