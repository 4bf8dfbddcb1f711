public import KefuDomain

/// `contact.erase`
public enum EraseContact: Method {
    public static let name = "contact.erase"
    public static let summary = "Erases a contact and all that they wrote, everywhere."
    public static let effect = Effect.bulk

    public struct Params: Documented {
        public let id: String
        public let isConfirmed: Bool

        public init(id: String, isConfirmed: Bool) {
            self.id = id
            self.isConfirmed = isConfirmed
        }

        public enum CodingKeys: String, FieldKey {
            case id
            case isConfirmed = "confirm"

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The contact's id.")
                case .isConfirmed: Field(.flag, "Must be true: nothing brings it back.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let erased: [String: Int]
        public let isComplete: Bool

        public init(isComplete: Bool, erased: [String: Int]) {
            self.isComplete = isComplete
            self.erased = erased
        }

        public enum CodingKeys: String, FieldKey {
            case erased
            case isComplete = "complete"

            public var doc: Field {
                switch self {
                case .erased:
                    Field(.map(.integer(0...Int.max)), "How many records of each kind went.")
                case .isComplete:
                    Field(
                        .flag,
                        "False while another program reads the database: the last bytes go when it ends."
                    )
                }
            }
        }
    }
}
