/// The bookmarks of a document, looked up by the text of a line and its page.
struct Bookmarks: Sendable {
    private var levels: [String: [(page: Int?, level: Int)]] = [:]

    init(_ bookmarks: [Bookmark]) {
        for bookmark in bookmarks {
            let key = Self.key(bookmark.title)
            if !key.isEmpty { levels[key, default: []].append((bookmark.page, bookmark.level)) }
        }
    }

    /// The level of the bookmark that leads to a line; a line that only resembles it has none.
    func level(of text: String, on page: Int) -> Int? {
        let key = Self.key(text)
        guard let found = levels[key] ?? levels[Self.withoutNumber(key)] else { return nil }
        return found.first { $0.page.map { abs($0 - page) <= 1 } ?? true }?.level
    }

    /// Letters and digits alone, in lower case.
    private static func key(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// A line may show a number, `2.3 Title`, that its bookmark lacks.
    private static func withoutNumber(_ key: String) -> String {
        var rest = key[...]
        for word in ["chapter", "appendix", "section", "第"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        return String(rest.drop { $0.isNumber || "章节".contains($0) })
    }
}
