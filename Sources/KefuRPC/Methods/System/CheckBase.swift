public import KefuDomain

/// `system.check`
public enum CheckBase: Method {
    public static let name = "system.check"
    public static let summary = "Reads the whole database and looks for anything wrong with it."
    public static let effect = Effect.bulk

    public struct Params: Documented {
        public let deep: Bool?

        public init(deep: Bool? = nil) {
            self.deep = deep
        }

        public enum CodingKeys: String, FieldKey {
            case deep

            public var doc: Field {
                switch self {
                case .deep:
                    .optional(
                        .flag,
                        "Whether the full-text indexes are compared with the texts, for which "
                            + "writes wait; absent: where that takes no second.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let problems: [String]
        public let isDeep: Bool
        public let took: Double

        public init(problems: [String], isDeep: Bool, took: Double) {
            self.problems = problems
            self.isDeep = isDeep
            self.took = took
        }

        public enum CodingKeys: String, FieldKey {
            case problems
            case isDeep = "deep"
            case took = "took_ms"

            public var doc: Field {
                switch self {
                case .problems: Field(.list(.text), "What is wrong; empty when all is well.")
                case .isDeep: Field(.flag, "Whether the full-text indexes were compared.")
                case .took: Field(.number, "Milliseconds it took.")
                }
            }
        }
    }
}
