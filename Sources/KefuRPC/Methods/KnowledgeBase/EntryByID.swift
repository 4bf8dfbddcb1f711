public import KefuDomain

/// The parameters of a method that needs nothing but an entry's id.
public struct EntryID: Documented {
    public let id: String

    public init(id: String) {
        self.id = id
    }

    public enum CodingKeys: String, FieldKey {
        case id

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The entry's id.")
            }
        }
    }
}

/// `kb.get`
public enum GetEntry: Method {
    public static let name = "kb.get"
    public static let summary = "Gives one entry."
    public static let effect = Effect.read

    public typealias Params = EntryID
    public typealias Result = Entry
}

/// `kb.remove`
public enum RemoveEntry: Method {
    public static let name = "kb.remove"
    public static let summary = "Removes an entry, or a document with its passages."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String

        public init(id: String) {
            self.id = id
        }

        public enum CodingKeys: String, FieldKey {
            case id

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The id of an entry or of a document.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let removed: Bool

        public init() {
            removed = true
        }

        public enum CodingKeys: String, FieldKey {
            case removed

            public var doc: Field {
                switch self {
                case .removed: Field(.flag, "Always true.")
                }
            }
        }
    }
}
