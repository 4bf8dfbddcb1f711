public import KefuDomain

/// `kb.stats`
public enum BaseStatistics: Method {
    public static let name = "kb.stats"
    public static let summary = "Counts what the base holds."
    public static let effect = Effect.read

    public typealias Params = Nothing

    public struct Result: Documented {
        public let entries: Int
        public let byStatus: [String: Int]
        public let bySource: [String: Int]
        public let byCategory: [String: Int]
        public let variants: Int
        public let negatives: Int
        public let documents: Int
        public let passages: Int
        /// Entries that are out of date.
        public let expired: Int
        /// Entries that were never the answer.
        public let neverHit: Int

        public init(
            entries: Int, byStatus: [String: Int], bySource: [String: Int],
            byCategory: [String: Int], variants: Int, negatives: Int, documents: Int,
            passages: Int, expired: Int, neverHit: Int
        ) {
            self.entries = entries
            self.byStatus = byStatus
            self.bySource = bySource
            self.byCategory = byCategory
            self.variants = variants
            self.negatives = negatives
            self.documents = documents
            self.passages = passages
            self.expired = expired
            self.neverHit = neverHit
        }

        public enum CodingKeys: String, FieldKey {
            case entries
            case byStatus = "by_status"
            case bySource = "by_source"
            case byCategory = "by_category"
            case variants, negatives, documents, passages, expired
            case neverHit = "never_hit"

            public var doc: Field {
                switch self {
                case .entries: Field(.integer(0...Int.max), "All entries.")
                case .byStatus: Field(.map(.integer(0...Int.max)), "Entries of each status.")
                case .bySource: Field(.map(.integer(0...Int.max)), "Entries of each source.")
                case .byCategory: Field(.map(.integer(0...Int.max)), "Entries of each category.")
                case .variants: Field(.integer(0...Int.max), "Other wordings, all together.")
                case .negatives: Field(.integer(0...Int.max), "Negatives, all together.")
                case .documents: Field(.integer(0...Int.max), "Imported documents.")
                case .passages: Field(.integer(0...Int.max), "Passages, all together.")
                case .expired: Field(.integer(0...Int.max), "Entries that are out of date.")
                case .neverHit: Field(.integer(0...Int.max), "Entries that never were the answer.")
                }
            }
        }
    }
}

/// `kb.reindex`
public enum Reindex: Method {
    public static let name = "kb.reindex"
    public static let summary = "Builds the search index anew."
    public static let effect = Effect.bulk

    public typealias Params = Nothing

    public struct Result: Documented {
        public let entries: Int
        public let passages: Int
        public let took: Double

        public init(entries: Int, passages: Int, took: Double) {
            self.entries = entries
            self.passages = passages
            self.took = took
        }

        public enum CodingKeys: String, FieldKey {
            case entries, passages
            case took = "took_ms"

            public var doc: Field {
                switch self {
                case .entries: Field(.integer(0...Int.max), "Entries indexed.")
                case .passages: Field(.integer(0...Int.max), "Passages indexed.")
                case .took: Field(.number, "Milliseconds it took.")
                }
            }
        }
    }
}
