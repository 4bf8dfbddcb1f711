import KefuDomain

/// A text with headings that a person edits: `[question]`, the lines under it, the next heading.
///
/// A line of text that looks like one of its headings gets a backslash in front, which reading takes
/// away again. Lines that begin with `#` before the first heading are explanations.
struct Form {
    /// One heading with the text under it.
    struct Section {
        let heading: String
        var text: String
        /// Whether the text must be one line at most.
        var isOneLine = false
    }

    var notes: [String]
    var sections: [Section]

    /// The text to edit.
    var text: String {
        var lines = notes.map { "# \($0)" }
        for section in sections {
            lines.append("")
            lines.append("[\(section.heading)]")
            for line in section.text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            {
                lines.append(isHeadingLike(line) ? "\\" + line : String(line))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same form with the texts that stand in an edited text.
    /// - Throws: `ErrorCode.unreadable` for a heading that is missing or doubled, for text before
    ///   the first one, and for several lines where there is room for one.
    func filled(from text: String) throws -> Form {
        var found: [String: [String]] = [:]
        var current: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let heading = heading(of: line) {
                guard found[heading] == nil else { throw Self.error(.formHeadingTwice(heading)) }
                found[heading] = []
                current = heading
            } else if let current {
                found[current]?.append(unescaped(line))
            } else if !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) {
                throw Self.error(.formTextBefore)
            }
        }
        var filled = self
        for (index, section) in sections.enumerated() {
            guard let lines = found[section.heading] else {
                throw Self.error(.formHeadingMissing(section.heading))
            }
            let text = Self.joined(lines)
            if section.isOneLine, text.contains(where: \.isNewline) {
                throw Self.error(.formOneLine(section.heading))
            }
            filled.sections[index].text = text
        }
        return filled
    }

    /// The text under a heading; empty where there is no such heading.
    subscript(heading: String) -> String {
        sections.first { $0.heading == heading }?.text ?? ""
    }

    static func error(_ why: Phrase) -> KefuError {
        KefuError(.unreadable, .formUnreadable, why: why, hint: .formHint)
    }

    private func heading(of line: Substring) -> String? {
        let line = String(line).trimmed
        return sections.first { "[\($0.heading)]" == line }?.heading
    }

    private func isHeadingLike(_ line: Substring) -> Bool {
        heading(of: line.drop { $0 == "\\" }) != nil
    }

    private func unescaped(_ line: Substring) -> String {
        line.hasPrefix("\\") && isHeadingLike(line) ? String(line.dropFirst()) : String(line)
    }

    /// The lines without the blank ones at either end.
    private static func joined(_ lines: [String]) -> String {
        var lines = lines[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
