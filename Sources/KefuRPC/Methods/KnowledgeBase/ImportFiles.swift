public import KefuDomain

/// `kb.import`
public enum ImportFiles: Method {
    public static let name = "kb.import"
    public static let summary = "Imports a file, the files of a folder, or a text."
    public static let effect = Effect.bulk

    /// Longest `content`: what fits into one line of the protocol.
    public static let maxContentLength = 16 * 1024 * 1024

    public struct Params: Documented {
        public let path: String?
        public let content: String?
        public let name: String?
        public let format: String?
        public let dryRun: Bool?
        public let category: String?
        public let progressToken: JSONValue?

        public init(
            path: String? = nil, content: String? = nil, name: String? = nil,
            format: String? = nil, dryRun: Bool? = nil, category: String? = nil,
            progressToken: JSONValue? = nil
        ) {
            self.path = path
            self.content = content
            self.name = name
            self.format = format
            self.dryRun = dryRun
            self.category = category
            self.progressToken = progressToken
        }

        public enum CodingKeys: String, FieldKey {
            case path, content, name, format
            case dryRun = "dry_run"
            case category
            case progressToken = "progress_token"

            public var doc: Field {
                switch self {
                case .path: .optional(.text, "Absolute path of a file or folder; or else content.")
                case .content:
                    .optional(.text(maxLength: maxContentLength), "The text itself, with a name.")
                case .name: .optional(.text(maxLength: 1000), "The name of the content.")
                case .format:
                    .optional(.text(maxLength: 100), "The format; recognised when absent.")
                case .dryRun: .optional(.flag, "Reports and changes nothing; false when absent.")
                case .category:
                    .optional(.text(maxLength: 200), "Category of rows that name none.")
                case .progressToken:
                    .optional(.anything, "Asks for `progress` notifications that carry it.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let files: [ImportedFile]
        public let dryRun: Bool

        public init(files: [ImportedFile], dryRun: Bool) {
            self.files = files
            self.dryRun = dryRun
        }

        public enum CodingKeys: String, FieldKey {
            case files
            case dryRun = "dry_run"

            public var doc: Field {
                switch self {
                case .files: Field(.list(.object(ImportedFile.self)), "A report for each file.")
                case .dryRun: Field(.flag, "Whether nothing was changed.")
                }
            }
        }
    }
}

/// What one file brought in.
public struct ImportedFile: Documented {
    public let path: String
    public let format: String
    public let added: Int
    public let updated: Int
    public let unchanged: Int
    public let duplicates: Int
    public let refused: [RefusedRow]
    public let passages: Int

    /// The report in one of the two languages.
    public init(_ report: FileReport, language: Language) {
        path = report.path
        format = report.format
        added = report.added
        updated = report.updated
        unchanged = report.unchanged
        duplicates = report.duplicates
        refused = report.refused.map { RefusedRow($0, language: language) }
        passages = report.passages
    }

    public enum CodingKeys: String, FieldKey {
        case path, format, added, updated, unchanged, duplicates, refused, passages

        public var doc: Field {
            switch self {
            case .path: Field(.text, "The path, or the name of the content.")
            case .format: Field(.text, "The format it was read as; empty when unreadable.")
            case .added: Field(.integer(0...Int.max), "Entries added.")
            case .updated: Field(.integer(0...Int.max), "Entries changed.")
            case .unchanged: Field(.integer(0...Int.max), "Rows that the base holds already.")
            case .duplicates: Field(.integer(0...Int.max), "Rows that repeat another.")
            case .refused: Field(.list(.object(RefusedRow.self)), "Rows not taken.")
            case .passages: Field(.integer(0...Int.max), "Passages that the base now holds of it.")
            }
        }
    }
}

/// A row or place of a file that was not taken.
public struct RefusedRow: Documented {
    public let place: String
    public let why: String
    public let hint: String

    /// The refusal in one of the two languages.
    public init(_ refusal: Refusal, language: Language) {
        place = refusal.place
        why = refusal.why.text(language)
        hint = refusal.hint.text(language)
    }

    public enum CodingKeys: String, FieldKey {
        case place, why, hint

        public var doc: Field {
            switch self {
            case .place: Field(.text, "Where in the file.")
            case .why: Field(.text, "Why it was not taken.")
            case .hint: Field(.text, "What to do.")
            }
        }
    }
}

/// The `progress` notification of a request that carried a token.
public enum Progress: Notification {
    public static let name = "progress"
    public static let summary = "How far a long request has come."

    public struct Params: Documented {
        public let token: JSONValue
        public let done: Int
        @OrNull public var total: Int?
        public let message: String

        public init(token: JSONValue, done: Int, total: Int?, message: String) {
            self.token = token
            self.done = done
            self.total = total
            self.message = message
        }

        public enum CodingKeys: String, FieldKey {
            case token, done, total, message

            public var doc: Field {
                switch self {
                case .token: Field(.anything, "The token of the request.")
                case .done: Field(.integer(0...Int.max), "Units done.")
                case .total: .optional(.integer(0...Int.max), "Units in all; null when unknown.")
                case .message: Field(.text, "What is being done.")
                }
            }
        }
    }
}
