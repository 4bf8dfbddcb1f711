public import KefuDomain

/// `kb.export`
public enum ExportEntries: Method {
    public static let name = "kb.export"
    public static let summary = "Writes all entries to a file that imports again to the same base."
    public static let effect = Effect.bulk

    /// The formats that can be written.
    public enum Format: String, Codable, CaseIterable, Sendable {
        case jsonl, csv
    }

    public struct Params: Documented {
        public let path: String
        public let format: Format
        public let overwrite: Bool?

        public init(path: String, format: Format, overwrite: Bool? = nil) {
            self.path = path
            self.format = format
            self.overwrite = overwrite
        }

        public enum CodingKeys: String, FieldKey {
            case path, format, overwrite

            public var doc: Field {
                switch self {
                case .path: Field(.text, "Absolute path of the file to write.")
                case .format: Field(.choice(of: Format.self), "The file's format.")
                case .overwrite:
                    .optional(.flag, "Whether an existing file is replaced; true when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let entries: Int

        public init(entries: Int) {
            self.entries = entries
        }

        public enum CodingKeys: String, FieldKey {
            case entries

            public var doc: Field {
                switch self {
                case .entries: Field(.integer(0...Int.max), "Entries written.")
                }
            }
        }
    }
}
