/// A piece of an imported file, or a FAQ row that has an answer and no question.
public struct PassageDraft: Sendable, Hashable {
    /// The id that the imported row had; `nil` for a piece of a document.
    public var externalID: String?
    /// The row's title, or the nearest heading.
    public var title: String
    /// The headings above it, outermost first.
    public var section: [String]
    /// The page it begins on, counted from 1, where the format has pages.
    public var page: Int?
    public var text: String

    /// Stands between headings on one line.
    public static let sectionSeparator = " › "

    public init(
        externalID: String? = nil, title: String = "", section: [String] = [], page: Int? = nil,
        text: String
    ) {
        self.externalID = externalID
        self.title = title
        self.section = section
        self.page = page
        self.text = text
    }
}

/// A stored passage with all that a citation of it needs.
public struct Passage: Sendable, Hashable {
    public let id: String
    public let externalID: String?
    /// The document's name, without folders.
    public let document: String
    /// Counted from 1; grows when a changed file is imported again.
    public let version: Int
    public let title: String
    public let section: [String]
    public let page: Int?
    public let text: String
    /// The operator's category for the file; empty when none.
    public let category: String

    public init(
        id: String, externalID: String?, document: String, version: Int, title: String,
        section: [String], page: Int?, text: String, category: String
    ) {
        self.id = id
        self.externalID = externalID
        self.document = document
        self.version = version
        self.title = title
        self.section = section
        self.page = page
        self.text = text
        self.category = category
    }

    /// The headings as one line, outermost first.
    public var sectionPath: String {
        (section.isEmpty && !title.isEmpty ? [title] : section).joined(
            separator: PassageDraft.sectionSeparator)
    }
}
