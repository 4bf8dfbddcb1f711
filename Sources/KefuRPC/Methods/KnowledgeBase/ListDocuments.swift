public import KefuDomain

/// `kb.documents`
public enum ListDocuments: Method {
    public static let name = "kb.documents"
    public static let summary = "Lists the imported documents."
    public static let effect = Effect.read

    public typealias Params = PageRequest

    public struct Result: Documented {
        public let documents: [DocumentSummary]
        @OrNull public var nextCursor: String?

        public init(documents: [DocumentSummary], nextCursor: String?) {
            self.documents = documents
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case documents
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .documents: Field(.list(.object(DocumentSummary.self)), "The documents.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}

/// An imported file of which the base holds passages.
public struct DocumentSummary: Documented {
    public let id: String
    public let name: String
    public let version: Int
    public let passages: Int
    public let path: String?
    public let importedAt: Timestamp

    public init(
        id: String, name: String, version: Int, passages: Int, path: String?, importedAt: Timestamp
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.passages = passages
        self.path = path
        self.importedAt = importedAt
    }

    public enum CodingKeys: String, FieldKey {
        case id, name, version, passages, path
        case importedAt = "imported_at"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The document's id; kb.remove takes it.")
            case .name: Field(.text, "The file's name, without folders.")
            case .version: Field(.integer(1...Int.max), "Grows when a changed file is imported.")
            case .passages: Field(.integer(0...Int.max), "Passages that the base holds of it.")
            case .path: .optional(.text, "Where it was read; absent for a text sent as content.")
            case .importedAt: Field(.time, "When this version was imported.")
            }
        }
    }
}
