/// The lines of a paragraph, a list item or a listing that may still go on.
struct OpenParagraph {
    private(set) var text: String
    private(set) var last: Line
    private(set) var lineCount = 1
    let page: Int
    let isItem: Bool
    let isCode: Bool

    init(_ line: Line) {
        text = line.text
        last = line
        page = line.page
        isItem = !line.isCode && ListMark.begins(line.text)
        isCode = line.isCode
    }

    mutating func append(_ line: Line, words: Joining.Words) {
        text = isCode ? text + "\n" + line.text : Joining.joined(text, line.text, words: words)
        last = line
        lineCount += 1
    }

    var block: PageBlock {
        var text = self.text.replacing("\u{AD}", with: "")
        // With a colon it stays with what it announces.
        if Admonition.isAlone(text) { text += text.utf8.count > text.count ? "：" : ":" }
        if isCode { return .code(text, page: page) }
        return isItem ? .item(text, page: page) : .paragraph(text, page: page)
    }

    /// Whether a line that follows in the same column belongs to it.
    func continues(with line: Line) -> Bool {
        guard isSameKind(line) else { return false }
        let step = line.box.middle - last.box.middle
        if isCode { return step <= 1.8 * max(line.column.step, line.size) }
        guard step <= 1.3 * line.column.step + 0.1 * line.size else { return false }
        if begins(line) || last.hasRoom(for: line) { return false }
        let shift = line.box.left - last.box.left
        if shift > 1.2 * line.size { return isItem && lineCount == 1 && shift < 5 * line.size }
        return shift > -1.2 * line.size || lineCount == 1
    }

    /// Whether the first line of the next column or page belongs to it.
    func goesOn(with line: Line) -> Bool {
        guard isSameKind(line), !isCode, !begins(line), !last.endsSentence else { return false }
        let isShort = last.box.right + 3 * last.size < last.column.right
        if isShort || line.box.left > line.column.left + 1.2 * line.size && !isItem { return false }
        guard let first = line.text.unicodeScalars.first else { return false }
        return Script.isWide(first) || first.properties.isLowercase || last.text.hasSuffix("-")
            || last.text.hasSuffix(",")
    }

    private func isSameKind(_ line: Line) -> Bool {
        isCode == line.isCode && abs(line.style.size - last.style.size) <= 0.08 * last.size
    }

    /// Whether a line can only be the first of something.
    private func begins(_ line: Line) -> Bool {
        if ListMark.begins(line.text) { return true }
        return HeadingNumber(line.text)?.isCertain ?? false
    }
}
