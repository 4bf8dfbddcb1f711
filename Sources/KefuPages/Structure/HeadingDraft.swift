/// A heading before the levels of the document are known.
struct HeadingDraft: Sendable {
    var text: String
    let style: LineStyle
    let page: Int
    /// From the bookmarks.
    let level: Int?
    /// From its number, when nothing else tells it from the text.
    let depth: Int?
    private(set) var last: Line
    private(set) var lineCount = 1

    init(_ line: Line, level: Int?, depth: Int?) {
        text = line.text
        style = line.style
        page = line.page
        last = line
        self.level = level
        self.depth = depth
    }

    /// Whether a line is the rest of it.
    func continues(with line: Line) -> Bool {
        guard line.page == page, line.style == style, level == nil, depth == nil else {
            return false
        }
        let step = line.box.middle - last.box.middle
        return step > 0 && step <= 1.9 * line.size && HeadingNumber(line.text) == nil
            && !ListMark.begins(line.text)
    }

    mutating func append(_ line: Line) {
        text = Joining.joined(text, line.text)
        last = line
        lineCount += 1
    }
}

/// Gives the headings of a document their levels.
struct HeadingLevels {
    private static let deepest = 6

    private let bodySize: Double
    /// What the bookmarks say of a style.
    private var known: [LineStyle: Int] = [:]
    /// The sizes of headings, the largest first, without that of the title.
    private var sizes: [Double] = []
    private let title: HeadingDraft?
    private let hasBold: Bool

    init(_ headings: [HeadingDraft], typography: Typography) {
        bodySize = typography.bodySize
        var votes: [LineStyle: [Int: Int]] = [:]
        for heading in headings {
            guard let level = heading.level else { continue }
            votes[heading.style, default: [:]][level, default: 0] += 1
        }
        known = votes.compactMapValues { levels in
            levels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
        let large = headings.filter { typography.isLarge($0.style) && $0.depth == nil }
        let title = Self.title(large, hasBookmarks: !known.isEmpty)
        self.title = title
        let others = large.filter { !Self.isSame($0, title) }
        for size in Set(others.map(\.style.size)).sorted(by: >) {
            // Sizes that the eye does not tell apart are one level.
            if sizes.last.map({ $0 - size > 0.6 }) ?? true { sizes.append(size) }
        }
        hasBold = headings.contains { !typography.isLarge($0.style) && $0.depth == nil }
    }

    /// The first heading, when nothing is larger, and nothing as large but what bookmarks know.
    private static func title(_ headings: [HeadingDraft], hasBookmarks: Bool) -> HeadingDraft? {
        guard let first = headings.first, first.level == nil, headings.count > 1,
            headings.allSatisfy({ $0.style.size <= first.style.size })
        else { return nil }
        let users = headings.filter { $0.style.size == first.style.size }
        return users.count == 1 || (hasBookmarks && first.page == 1) ? first : nil
    }

    private static func isSame(_ heading: HeadingDraft, _ title: HeadingDraft?) -> Bool {
        title.map { $0.page == heading.page && $0.last.box == heading.last.box } ?? false
    }

    func level(of heading: HeadingDraft) -> Int {
        if let level = heading.level { return min(level, Self.deepest) }
        if Self.isSame(heading, title) { return 0 }
        let base = known.isEmpty ? sizes.count : known.values.max() ?? 0
        if let depth = heading.depth { return min(Self.deepest, base + (hasBold ? 1 : 0) + depth) }
        if let level = known[heading.style] { return min(level, Self.deepest) }
        if !known.isEmpty {
            // Beside what the bookmarks know: below the next larger style.
            let above = known.filter { $0.key.size > heading.style.size + 0.3 }.values.max()
            return min(Self.deepest, (above ?? 0) + 1)
        }
        if let rank = sizes.firstIndex(where: { $0 - heading.style.size <= 0.6 }),
            heading.style.size > bodySize * 1.05
        {
            return min(Self.deepest, rank + 1)
        }
        return min(Self.deepest, base + 1)
    }
}
