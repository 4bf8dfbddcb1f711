public import KefuDomain

/// An imported file, whether it held entries, passages or both.
public struct Document: Sendable, Hashable {
    public let row: Int64
    public let path: String
    /// Without folders.
    public let name: String
    /// Counted from 1; grows when a changed file is imported again.
    public let version: Int
    public let format: String
    /// As the importer gave it: equal for equal bytes.
    public let contentHash: String
    public let category: String
    public let importedAt: Timestamp
}

/// What is known of a file before it is read.
public struct DocumentDraft: Sendable {
    public var path: String
    public var name: String
    public var format: String
    public var contentHash: String
    public var category: String

    public init(
        path: String, name: String, format: String, contentHash: String, category: String = ""
    ) {
        self.path = path
        self.name = name
        self.format = format
        self.contentHash = contentHash
        self.category = category
    }
}

/// What became of one passage of a file.
public enum PassageFate: Sendable, Hashable {
    case added
    /// It takes the place of the passage that had its external id.
    case updated
    case unchanged
    /// The file held the same passage before.
    case duplicate
}
