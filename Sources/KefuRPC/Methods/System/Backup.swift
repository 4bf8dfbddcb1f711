public import KefuDomain

/// `system.backup`
public enum Backup: Method {
    public static let name = "system.backup"
    public static let summary =
        "Writes a consistent copy of the database while it is in use, and checks it."
    public static let effect = Effect.bulk

    public struct Params: Documented {
        public let path: String
        public let keep: Int?

        public init(path: String, keep: Int? = nil) {
            self.path = path
            self.keep = keep
        }

        public enum CodingKeys: String, FieldKey {
            case path, keep

            public var doc: Field {
                switch self {
                case .path:
                    Field(
                        .text,
                        "Absolute path of the file to write; a folder gets one named by the time. "
                            + "A folder that ends in / is made.")
                case .keep:
                    .optional(
                        .integer(1...10_000),
                        "For a folder: how many of its newest backups stay; all when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let path: String
        public let bytes: Int
        public let entries: Int
        public let passages: Int
        public let isUnchanged: Bool
        public let removed: [String]
        public let took: Double

        public init(
            path: String, bytes: Int, entries: Int, passages: Int, isUnchanged: Bool,
            removed: [String], took: Double
        ) {
            self.path = path
            self.bytes = bytes
            self.entries = entries
            self.passages = passages
            self.isUnchanged = isUnchanged
            self.removed = removed
            self.took = took
        }

        public enum CodingKeys: String, FieldKey {
            case path, bytes, entries, passages
            case isUnchanged = "unchanged"
            case removed
            case took = "took_ms"

            public var doc: Field {
                switch self {
                case .path: Field(.text, "The file written.")
                case .bytes: Field(.integer(0...Int.max), "Its size.")
                case .entries: Field(.integer(0...Int.max), "Entries in it, counted again.")
                case .passages: Field(.integer(0...Int.max), "Passages in it, counted again.")
                case .isUnchanged:
                    Field(.flag, "Nothing had changed since the backup that path names.")
                case .removed: Field(.list(.text), "The older backups that had to go.")
                case .took: Field(.number, "Milliseconds it took.")
                }
            }
        }
    }
}
