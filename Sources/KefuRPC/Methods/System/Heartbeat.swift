public import KefuDomain

/// `client.heartbeat`
public enum Heartbeat: Method {
    public static let name = "client.heartbeat"
    public static let summary = "Tells the daemon that a capture client is alive, and how it does."
    public static let effect = Effect.control

    public struct Params: Documented {
        public let agentID: String
        public let status: ClientStatus

        public init(agentID: String, status: ClientStatus) {
            self.agentID = agentID
            self.status = status
        }

        public enum CodingKeys: String, FieldKey {
            case agentID = "agent_id"
            case status

            public var doc: Field {
                switch self {
                case .agentID: Field(.text(maxLength: 200), "Which client this is.")
                case .status: Field(.object(ClientStatus.self), "How it does.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let at: Timestamp

        public init(at: Timestamp) {
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case at

            public var doc: Field {
                switch self {
                case .at: Field(.time, "When the daemon heard it.")
                }
            }
        }
    }
}

/// How a capture client does.
public struct ClientStatus: Documented, Hashable {
    public let cpuPercent: Double?
    public let memoryPercent: Double?
    public let isOnline: Bool?
    public let messagesProcessed: Int?
    public let queued: Int?

    public init(
        cpuPercent: Double? = nil, memoryPercent: Double? = nil, isOnline: Bool? = nil,
        messagesProcessed: Int? = nil, queued: Int? = nil
    ) {
        self.cpuPercent = cpuPercent
        self.memoryPercent = memoryPercent
        self.isOnline = isOnline
        self.messagesProcessed = messagesProcessed
        self.queued = queued
    }

    public enum CodingKeys: String, FieldKey {
        case cpuPercent = "cpu_percent"
        case memoryPercent = "memory_percent"
        case isOnline = "wx_online"
        case messagesProcessed = "messages_processed"
        case queued

        public var doc: Field {
            switch self {
            case .cpuPercent: .optional(.number(0...100_000), "Load of its processors, in percent.")
            case .memoryPercent: .optional(.number(0...100), "Share of memory in use, in percent.")
            case .isOnline: .optional(.flag, "Whether WeChat is logged in.")
            case .messagesProcessed: .optional(.integer(0...Int.max), "Messages it has passed on.")
            case .queued: .optional(.integer(0...Int.max), "Messages that wait to be passed on.")
            }
        }
    }
}
