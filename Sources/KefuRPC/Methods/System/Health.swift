public import KefuDomain

/// `system.health`
public enum Health: Method {
    public static let name = "system.health"
    public static let summary = "Says how the daemon is."
    public static let effect = Effect.control

    public typealias Params = Nothing

    /// The daemon's overall state.
    public enum Status: String, Codable, CaseIterable, Sendable {
        case ok
        /// The index is being rebuilt, or the storage fails.
        case degraded
    }

    public struct Result: Documented {
        public let status: Status
        public let version: String
        public let `protocol`: Int
        public let uptime: Double
        public let pid: Int
        public let entries: Int
        public let passages: Int
        public let index: IndexHealth
        public let database: DatabaseHealth
        public let calibration: CalibrationHealth
        /// Absent while no capture client has sent a heartbeat.
        public let agents: [AgentHealth]?

        public init(
            status: Status, version: String, uptime: Double, pid: Int, entries: Int, passages: Int,
            index: IndexHealth, database: DatabaseHealth, calibration: CalibrationHealth,
            agents: [AgentHealth]? = nil
        ) {
            self.status = status
            self.version = version
            self.protocol = Catalogue.protocolVersion
            self.uptime = uptime
            self.pid = pid
            self.entries = entries
            self.passages = passages
            self.index = index
            self.database = database
            self.calibration = calibration
            self.agents = agents
        }

        public enum CodingKeys: String, FieldKey {
            case status, version, `protocol`
            case uptime = "uptime_s"
            case pid, entries, passages, index, database, calibration, agents

            public var doc: Field {
                switch self {
                case .status: Field(.choice(of: Status.self), "Degraded: see index and database.")
                case .version: Field(.text, "The daemon's version.")
                case .protocol: Field(.integer(1...Int.max), "The version of this protocol.")
                case .uptime: Field(.number, "Seconds since it started.")
                case .pid: Field(.integer(1...Int.max), "Its process id.")
                case .entries: Field(.integer(0...Int.max), "Entries in the base.")
                case .passages: Field(.integer(0...Int.max), "Passages in the base.")
                case .index: Field(.object(IndexHealth.self), "The search index.")
                case .database: Field(.object(DatabaseHealth.self), "The database file.")
                case .calibration: Field(.object(CalibrationHealth.self), "The confidence model.")
                case .agents:
                    .optional(.list(.object(AgentHealth.self)), "The capture clients heard of.")
                }
            }
        }
    }
}

/// How far the search index has followed the database.
public struct IndexHealth: Documented {
    /// `building` while it is made anew: until it is done, FTS5 answers alone.
    public enum State: String, Codable, CaseIterable, Sendable {
        case ready, building
    }

    public let state: State
    public let behind: Int

    public init(state: State, behind: Int) {
        self.state = state
        self.behind = behind
    }

    public enum CodingKeys: String, FieldKey {
        case state, behind

        public var doc: Field {
            switch self {
            case .state: Field(.choice(of: State.self), "Whether it is complete.")
            case .behind: Field(.integer(0...Int.max), "Changes that it does not hold yet.")
            }
        }
    }
}

/// The database file.
public struct DatabaseHealth: Documented {
    public let path: String
    public let bytes: Int

    public init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }

    public enum CodingKeys: String, FieldKey {
        case path, bytes

        public var doc: Field {
            switch self {
            case .path: Field(.text, "Its path.")
            case .bytes: Field(.integer(0...Int.max), "Its size, the write-ahead log included.")
            }
        }
    }
}

/// The model behind the confidences.
public struct CalibrationHealth: Documented {
    /// `running` while confidences may still move because the model is being fitted.
    public enum State: String, Codable, CaseIterable, Sendable {
        case settled, running
    }

    public let state: State

    public init(state: State) {
        self.state = state
    }

    public enum CodingKeys: String, FieldKey {
        case state

        public var doc: Field {
            switch self {
            case .state: Field(.choice(of: State.self), "Whether confidences may still move.")
            }
        }
    }
}
