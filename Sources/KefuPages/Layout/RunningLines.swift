/// Finds what is printed on every page: headers, footers and page numbers.
///
/// Only the outermost rows of a page count, and only in its margins. A row is a running one when the
/// same text, numbers aside, stands at the same height on several pages, when it is a page number, or
/// when most pages have a row of that size there, set apart from the text.
struct RunningLines {
    private static let margin = 0.11
    private static let outermost = 3
    private static let fewestPages = 3

    private struct Row {
        let indices: Set<Int>
        let text: String
        let box: Box
        let size: Double
        /// To the next row towards the middle of the page, in font sizes.
        let gap: Double
        let isTop: Bool

        /// The text with each number as `#`, and the height to a few points.
        var key: String {
            "\(isTop)\(Int((box.middle / 4).rounded()))\(RunningLines.shape(of: text))"
        }

        /// Its size and place alone.
        var stand: String { "\(isTop)\(Int((box.middle / 3).rounded()))|\(size)" }
    }

    private let pageCount: Int
    private var texts: [String: Int] = [:]
    private var stands: [String: Int] = [:]
    /// How far the printed numbers run behind the pages, with how many pages say so.
    private var offsets: [Int: Int] = [:]

    init(_ pages: [PageText], bodySize: Double) {
        pageCount = pages.count
        for page in pages {
            let rows = Self.rows(of: page)
            for row in rows {
                texts[row.key, default: 0] += 1
                if row.gap >= 1.4 { stands[row.stand, default: 0] += 1 }
            }
            let shown = Set(rows.flatMap { PageNumber.ends(of: $0.text) })
            for number in shown { offsets[page.number - number, default: 0] += 1 }
        }
        self.bodySize = bodySize
    }

    private let bodySize: Double

    /// The page without them.
    func removed(from page: PageText) -> PageText {
        var gone: Set<Int> = []
        for isTop in [true, false] {
            // From the edge inwards; what follows a row that stays belongs to the text.
            for row in Self.rows(of: page) where row.isTop == isTop {
                guard isRunning(row, on: page) else { break }
                gone.formUnion(row.indices)
            }
        }
        if gone.isEmpty { return page }
        var rest = page
        rest.fragments = page.fragments.indices.filter { !gone.contains($0) }
            .map { page.fragments[$0] }
        return rest
    }

    private func isRunning(_ row: Row, on page: PageText) -> Bool {
        if PageNumber.isUnmistakable(row.text) { return true }
        if PageNumber.isAlone(row.text), row.size <= bodySize * 1.3 {
            let numbers = PageNumber.ends(of: row.text)
            // Roman numbers stand before the text begins.
            return numbers.isEmpty
                || numbers.contains { offsets[page.number - $0, default: 0] >= Self.fewestPages }
        }
        guard row.size <= bodySize * 1.3 || repeats(row) * 2 > pageCount,
            row.text.unicodeScalars.last.map({ !"。！？；，".unicodeScalars.contains($0) }) ?? true
        else { return false }
        if repeats(row) >= Self.fewestPages { return true }
        if pageCount == 2, repeats(row) == 2, row.gap >= 1 { return true }
        let standing = stands[row.stand, default: 0]
        return row.gap >= 1.4 && pageCount >= 4 && standing * 10 >= pageCount * 6
    }

    private func repeats(_ row: Row) -> Int { texts[row.key, default: 0] }

    /// The rows in a page's margins, from its edges inwards.
    private static func rows(of page: PageText) -> [Row] {
        let indices = page.fragments.indices.sorted {
            page.fragments[$0].box.middle < page.fragments[$1].box.middle
        }
        let top = edgeRows(of: page, indices, isTop: true)
        return top + edgeRows(of: page, indices.reversed(), isTop: false)
    }

    private static func edgeRows(of page: PageText, _ order: [Int], isTop: Bool) -> [Row] {
        var groups: [[Int]] = []
        for index in order {
            let box = page.fragments[index].box
            if let first = groups.last?.first,
                page.fragments[first].box.overlapInHeight(box) >= 0.5
            {
                groups[groups.count - 1].append(index)
            } else if groups.count > outermost {
                break
            } else {
                groups.append([index])
            }
        }
        var rows: [Row] = []
        for (place, group) in groups.prefix(outermost).enumerated() {
            let next = place + 1 < groups.count ? groups[place + 1] : []
            guard let row = row(group, before: next, of: page, isTop: isTop) else { break }
            rows.append(row)
        }
        return rows
    }

    private static func row(
        _ group: [Int], before next: [Int], of page: PageText, isTop: Bool
    ) -> Row? {
        let fragments = group.map { page.fragments[$0] }.sorted { $0.box.left < $1.box.left }
        let box = fragments.dropFirst().reduce(fragments[0].box) { $0.union($1.box) }
        let edge = page.height * margin
        guard isTop ? box.bottom <= edge : box.top >= page.height - edge else { return nil }
        let inner = next.map { page.fragments[$0].box }
        let gap =
            isTop
            ? (inner.map(\.top).min() ?? page.height) - box.bottom
            : box.top - (inner.map(\.bottom).max() ?? 0)
        let size = fragments.map(\.size).max() ?? 1
        return Row(
            indices: Set(group), text: fragments.map(\.text).joined(separator: " "), box: box,
            size: size, gap: gap / max(size, 1), isTop: isTop)
    }

    /// A text without spaces, its numbers as `#`.
    fileprivate static func shape(of text: String) -> String {
        var shape = ""
        for character in text where !character.isWhitespace {
            if character.isNumber {
                if shape.last != "#" { shape.append("#") }
            } else {
                shape.append(character)
            }
        }
        return shape
    }
}

/// Rows that tell the page and nothing else.
enum PageNumber {
    /// `12`, `- 12 -`, `xii`, `12 / 300` and those of `isUnmistakable`.
    static func isAlone(_ text: String) -> Bool {
        if isUnmistakable(text) { return true }
        let bare = text.filter { !"-–—·•|[]()（）<> ".contains($0) }
        guard !bare.isEmpty, bare.count <= 9 else { return false }
        let parts = bare.split(separator: "/")
        if parts.count <= 2, parts.allSatisfy(isNumber) { return true }
        return bare.count <= 6 && bare.allSatisfy { "ivxlc".contains($0) }
            || bare.count <= 6 && bare.allSatisfy { "IVXLC".contains($0) }
    }

    /// The numbers with which a row begins and ends.
    static func ends(of text: String) -> [Int] {
        let words = text.split(whereSeparator: { " -–—/|·".contains($0) })
        return [words.first, words.last].compactMap { $0.flatMap { Int($0) } }
            .filter { (1...9999).contains($0) }
    }

    /// `第 3 页`, `第3页 共10页`, `Page 3 of 10`
    static func isUnmistakable(_ text: String) -> Bool {
        let bare = text.lowercased().filter { !$0.isWhitespace && !"-–—,，/|".contains($0) }
        var shape = ""
        for character in bare {
            if character.isASCII, character.isNumber {
                if shape.last != "#" { shape.append("#") }
            } else {
                shape.append(character)
            }
        }
        return shapes.contains(shape)
    }

    private static let shapes: Set<String> = [
        "第#页", "第#頁", "第#页共#页", "第#頁共#頁", "共#页第#页", "page#", "page#of#", "#of#",
        "p.#", "p#", "#页", "第#页(共#页)", "第#页（共#页）",
    ]

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        (1...4).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
