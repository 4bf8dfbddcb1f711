public import KefuDomain

/// `rpc.discover`: answered by the server itself.
public enum Discover: Method {
    public static let name = "rpc.discover"
    public static let summary = "Describes every method, as an OpenRPC document."
    public static let effect = Effect.control

    public typealias Params = Nothing

    public struct Result: Documented {
        public let openrpc: String
        public let info: JSONValue
        public let methods: [JSONValue]
        public let components: JSONValue

        public init(openrpc: String, info: JSONValue, methods: [JSONValue], components: JSONValue) {
            self.openrpc = openrpc
            self.info = info
            self.methods = methods
            self.components = components
        }

        public enum CodingKeys: String, FieldKey {
            case openrpc, info, methods, components

            public var doc: Field {
                switch self {
                case .openrpc: Field(.text, "The version of OpenRPC that the document follows.")
                case .info: Field(.anything, "Title and version of this interface.")
                case .methods: Field(.list(.anything), "The methods, ordered by area.")
                case .components: Field(.anything, "Schemas and errors that the methods refer to.")
                }
            }
        }
    }
}

/// `rpc.cancel`: answered by the server itself.
public enum Cancel: Method {
    public static let name = "rpc.cancel"
    public static let summary = "Ends a queued or running request of the same connection."
    public static let effect = Effect.control

    public struct Params: Documented {
        public let id: JSONValue

        public init(id: JSONValue) {
            self.id = id
        }

        public enum CodingKeys: String, FieldKey {
            case id

            public var doc: Field {
                switch self {
                case .id: Field(.anything, "The id of the request to end, as it was sent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let cancelled: Bool

        public init(cancelled: Bool) {
            self.cancelled = cancelled
        }

        public enum CodingKeys: String, FieldKey {
            case cancelled

            public var doc: Field {
                switch self {
                case .cancelled: Field(.flag, "Whether such a request was still unanswered.")
                }
            }
        }
    }
}
