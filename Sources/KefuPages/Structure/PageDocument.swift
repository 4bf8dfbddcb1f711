/// A document made of pages, read into its headings, paragraphs and tables.
public enum PageDocument {
    /// - Parameters:
    ///   - pages: in their order.
    ///   - bookmarks: the document's own table of contents.
    /// - Returns: its blocks in reading order; nothing of what is printed on every page.
    public static func blocks(of pages: [PageText], bookmarks: [Bookmark] = []) -> [PageBlock] {
        let typography = Typography(pages)
        let running = RunningLines(pages, bodySize: typography.bodySize)
        var words = Joining.Words()
        for fragment in pages.lazy.flatMap(\.fragments) { words.add(fragment.text) }
        var reader = PageReader(
            typography: typography, bookmarks: Bookmarks(bookmarks), words: words)
        for page in pages { reader.read(running.removed(from: page)) }
        return reader.finish()
    }
}

/// Reads page after page; what is open at the end of one may go on on the next.
struct PageReader {
    private enum Draft {
        case heading(HeadingDraft)
        case block(PageBlock)
    }

    private let typography: Typography
    private let bookmarks: Bookmarks
    private let words: Joining.Words
    private var drafts: [Draft] = []
    private var paragraph: OpenParagraph?
    private var heading: HeadingDraft?
    /// Footnotes, which wait until the text above them has ended.
    private var notes: [PageBlock] = []
    private var table: (Table, page: Int)?
    /// Whether the page is one of the table of contents.
    private var isContents = false

    init(typography: Typography, bookmarks: Bookmarks, words: Joining.Words) {
        self.typography = typography
        self.bookmarks = bookmarks
        self.words = words
    }

    mutating func read(_ page: PageText) {
        let rows = Row.grouped(page.fragments)
        let contents = rows.filter { ContentsLine.matches($0.text) }.count
        isContents = contents >= 4 && contents * 5 >= rows.count * 2
        for column in Columns.inOrder(page.fragments) {
            let parts = TableFinder.parts(of: column)
            let shape = ColumnShape(column)
            let margins = Margins(parts, column: shape)
            let tail = footnotes(in: parts, of: page)
            take(parts.dropLast(tail), margins, page.number)
            takeNotes(parts.suffix(tail), margins, page.number)
        }
    }

    mutating func finish() -> [PageBlock] {
        close()
        let headings = drafts.compactMap { draft -> HeadingDraft? in
            if case .heading(let heading) = draft { heading } else { nil }
        }
        let levels = HeadingLevels(headings, typography: typography)
        return drafts.enumerated().compactMap { index, draft in
            switch draft {
            case .block(let block): return block
            case .heading(let heading):
                // `Chapter 1` above the chapter's own title.
                if HeadingNumber.isAlone(heading.text), drafts.indices.contains(index + 1),
                    case .heading = drafts[index + 1]
                {
                    return nil
                }
                return .heading(level: levels.level(of: heading), heading.text, page: heading.page)
            }
        }
    }

    private mutating func take(_ parts: ArraySlice<Part>, _ margins: Margins, _ page: Int) {
        var isFirst = true
        for (index, part) in zip(parts.indices, parts) {
            switch part {
            case .table(let next): take(next, page)
            case .line(let row):
                let line = Line(row, page: page, column: margins.shape(at: index))
                if ContentsLine.matches(line.text)
                    || isContents && !PageNumber.ends(of: line.text).isEmpty
                {
                    skipContents()
                } else if let draft = headingDraft(line, at: index, in: parts) {
                    take(draft, line)
                } else {
                    take(line, isFirst: isFirst)
                }
            }
            isFirst = false
        }
    }

    private mutating func take(_ line: Line, isFirst: Bool) {
        closeHeading()
        closeTable()
        if var open = paragraph {
            if isFirst ? open.goesOn(with: line) : open.continues(with: line) {
                open.append(line, words: words)
                paragraph = open
                return
            }
            closeParagraph()
        }
        paragraph = OpenParagraph(line)
    }

    private mutating func take(_ draft: HeadingDraft, _ line: Line) {
        closeParagraph()
        closeTable()
        if var open = heading, open.continues(with: line), draft.level == nil {
            open.append(line)
            heading = open
            return
        }
        closeHeading()
        heading = draft
    }

    private mutating func take(_ next: Table, _ page: Int) {
        closeParagraph()
        closeHeading()
        if let (open, _) = table, open.isContinued(by: next),
            next.header.isEmpty || next.header == open.header
        {
            table?.0.rows += next.rows
            return
        }
        closeTable()
        table = (next, page)
    }

    /// A table of contents has nothing to say; nor has the heading above it.
    private mutating func skipContents() {
        if let open = heading, ContentsLine.isTitle(open.text) { heading = nil }
        close()
    }

    private mutating func close() {
        closeParagraph()
        closeHeading()
        closeTable()
    }

    private mutating func closeParagraph() {
        if let open = paragraph { drafts.append(.block(open.block)) }
        paragraph = nil
        drafts += notes.map(Draft.block)
        notes = []
    }

    private mutating func closeTable() {
        if let (open, page) = table {
            drafts.append(.block(.table(header: open.header, rows: open.rows, page: page)))
        }
        table = nil
    }

    private mutating func closeHeading() {
        guard let open = heading else { return }
        heading = nil
        // A whole paragraph in a large or heavy font is none.
        let isLong = open.lineCount > 3 || Script.width(of: open.text) > 70
        drafts.append(
            isLong ? .block(.paragraph(open.text, page: open.page)) : .heading(open))
    }
}

// Headings and footnotes.
extension PageReader {
    private func headingDraft(
        _ line: Line, at index: Int, in parts: ArraySlice<Part>
    ) -> HeadingDraft? {
        let width = Script.width(of: line.text)
        guard width <= 60, line.text.contains(where: \.isLetter) else { return nil }
        if let level = bookmarks.level(of: line.text, on: line.page) {
            return HeadingDraft(line, level: level, depth: nil)
        }
        if line.isCode || Admonition.isAlone(line.text) { return nil }
        if typography.isLarge(line.style), !(line.endsLikeProse && width > 30) {
            return HeadingDraft(line, level: nil, depth: nil)
        }
        guard width <= 40, !line.endsLikeProse, standsAlone(line, at: index, in: parts) else {
            return nil
        }
        if typography.isStrong(line.style) { return HeadingDraft(line, level: nil, depth: nil) }
        guard let number = HeadingNumber(line.text), !typography.isSmall(line.style) else {
            return nil
        }
        let isRun = [index - 1, index + 1].contains { isNumbered(parts, $0, as: number) }
        guard number.isCertain || !isRun else { return nil }
        return HeadingDraft(line, level: nil, depth: number.depth)
    }

    /// Whether a line is neither the rest of what is above it nor the beginning of what is below.
    private func standsAlone(_ line: Line, at index: Int, in parts: ArraySlice<Part>) -> Bool {
        if let open = paragraph, open.continues(with: line) { return false }
        guard parts.indices.contains(index + 1), case .line(let row) = parts[index + 1] else {
            return parts.indices.contains(index + 1)
        }
        let next = Line(row, page: line.page, column: line.column)
        return next.style != line.style || !OpenParagraph(line).continues(with: next)
    }

    private func isNumbered(
        _ parts: ArraySlice<Part>, _ index: Int, as number: HeadingNumber
    ) -> Bool {
        guard parts.indices.contains(index), case .line(let row) = parts[index] else {
            return false
        }
        return HeadingNumber(row.text)?.depth == number.depth
    }

    /// How many of a column's last parts are lines of footnotes.
    private func footnotes(in parts: [Part], of page: PageText) -> Int {
        var count = 0
        for part in parts.reversed() {
            guard case .line(let row) = part, typography.isSmall(LineStyle(row)), !row.isCode,
                row.box.top > 0.5 * page.height
            else { break }
            count += 1
        }
        return count < parts.count ? count : 0
    }

    private mutating func takeNotes(
        _ parts: ArraySlice<Part>, _ margins: Margins, _ page: Int
    ) {
        var open: OpenParagraph?
        for (index, part) in zip(parts.indices, parts) {
            guard case .line(let row) = part else { continue }
            let line = Line(row, page: page, column: margins.shape(at: index))
            if open?.continues(with: line) ?? false {
                open?.append(line, words: words)
            } else {
                if let open { notes.append(open.block) }
                open = OpenParagraph(line)
            }
        }
        if let open { notes.append(open.block) }
        if paragraph == nil { closeParagraph() }
    }
}
