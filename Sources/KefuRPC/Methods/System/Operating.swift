public import KefuDomain

/// `system.shutdown`
public enum Shutdown: Method {
    public static let name = "system.shutdown"
    public static let summary = "Answers, then ends the daemon."
    public static let effect = Effect.control

    public typealias Params = Nothing

    public struct Result: Documented {
        public let stopping: Bool

        public init() {
            stopping = true
        }

        public enum CodingKeys: String, FieldKey {
            case stopping

            public var doc: Field {
                switch self {
                case .stopping: Field(.flag, "Always true.")
                }
            }
        }
    }
}

/// `system.config`
public enum ShowConfiguration: Method {
    public static let name = "system.config"
    public static let summary = "Lists the configuration in force and where each value came from."
    public static let effect = Effect.control

    public typealias Params = Nothing

    public struct Result: Documented {
        public let settings: [SettingInForce]

        public init(settings: [SettingInForce]) {
            self.settings = settings
        }

        public enum CodingKeys: String, FieldKey {
            case settings

            public var doc: Field {
                switch self {
                case .settings: Field(.list(.object(SettingInForce.self)), "Every key, by name.")
                }
            }
        }
    }
}

/// One configuration value in force.
public struct SettingInForce: Documented {
    /// Where a value came from; later ones win.
    public enum Source: String, Codable, CaseIterable, Sendable {
        case `default`, file, environment, option
    }

    public let key: String
    public let value: JSONValue
    public let source: Source
    public let explanation: String

    public init(key: String, value: JSONValue, source: Source, explanation: String) {
        self.key = key
        self.value = value
        self.source = source
        self.explanation = explanation
    }

    public enum CodingKeys: String, FieldKey {
        case key, value, source
        case explanation = "doc"

        public var doc: Field {
            switch self {
            case .key: Field(.text, "Its name, dotted.")
            case .value: Field(.anything, "The value in force; secrets are masked.")
            case .source: Field(.choice(of: Source.self), "Where it came from.")
            case .explanation: Field(.text, "What it does.")
            }
        }
    }
}

/// `client.hello`
public enum Hello: Method {
    public static let name = "client.hello"
    public static let summary = "Introduces a client and tells it what the daemon can do."
    public static let effect = Effect.control

    public struct Params: Documented {
        public let name: String
        public let version: String
        public let agentID: String?

        public init(name: String, version: String, agentID: String? = nil) {
            self.name = name
            self.version = version
            self.agentID = agentID
        }

        public enum CodingKeys: String, FieldKey {
            case name, version
            case agentID = "agent_id"

            public var doc: Field {
                switch self {
                case .name: Field(.text(maxLength: 200), "The client program's name.")
                case .version: Field(.text(maxLength: 200), "Its version.")
                case .agentID:
                    .optional(.text(maxLength: 200), "Which of several such clients this is.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let `protocol`: Int
        public let version: String
        public let methods: [String]

        public init(version: String) {
            self.protocol = Catalogue.protocolVersion
            self.version = version
            methods = Catalogue.methods.map { $0.name }
        }

        public enum CodingKeys: String, FieldKey {
            case `protocol`, version, methods

            public var doc: Field {
                switch self {
                case .protocol: Field(.integer(1...Int.max), "The version of this protocol.")
                case .version: Field(.text, "The daemon's version.")
                case .methods: Field(.list(.text), "The names of its methods.")
                }
            }
        }
    }
}
