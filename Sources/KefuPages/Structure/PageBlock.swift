/// A piece of a document as it is read from its pages.
public enum PageBlock: Sendable, Hashable {
    /// Level 0 is the document's own title.
    case heading(level: Int, String, page: Int)
    case paragraph(String, page: Int)
    case item(String, page: Int)
    case code(String, page: Int)
    /// The header is empty when the table has none.
    case table(header: [String], rows: [[String]], page: Int)
}

/// An entry of a document's own table of contents.
public struct Bookmark: Sendable, Hashable {
    /// From 1.
    public let level: Int
    public let title: String
    /// Counted from 1; `nil` when it leads nowhere.
    public let page: Int?

    public init(level: Int, title: String, page: Int?) {
        self.level = level
        self.title = title
        self.page = page
    }
}
