public import KefuDomain

/// `system.metrics`
public enum Metrics: Method {
    public static let name = "system.metrics"
    public static let summary = "Counts requests and measures how long they took."
    public static let effect = Effect.control

    public typealias Params = Nothing

    public struct Result: Documented {
        public let uptime: Double
        public let residentBytes: Int
        public let process: ProcessLoad
        public let machine: MachineUse
        public let connections: ConnectionCounts
        public let queues: [QueueDepth]
        public let index: IndexHealth?
        public let caches: [CacheUse]
        public let methods: [MethodTiming]
        public let unknownMethods: Int
        public let alerts: [Alert]
        public let backup: LastBackup?

        public init(
            uptime: Double, process: ProcessLoad, machine: MachineUse, server: ServerMetrics?,
            index: IndexHealth?, caches: [CacheUse], alerts: [Alert], backup: LastBackup?
        ) {
            self.uptime = uptime
            residentBytes = process.residentBytes
            self.process = process
            self.machine = machine
            connections = server?.connections ?? ConnectionCounts(open: 0, accepted: 0, refused: 0)
            queues = server?.queues ?? []
            self.index = index
            self.caches = caches
            methods = server?.methods ?? []
            unknownMethods = server?.unknownMethods ?? 0
            self.alerts = alerts
            self.backup = backup
        }

        public enum CodingKeys: String, FieldKey {
            case uptime = "uptime_s"
            case residentBytes = "resident_bytes"
            case process, machine, connections, queues, index, caches, methods
            case unknownMethods = "unknown_methods"
            case alerts
            case backup = "last_backup"

            public var doc: Field {
                switch self {
                case .uptime: Field(.number, "Seconds since the daemon started.")
                case .residentBytes: Field(.integer(0...Int.max), "Memory in use.")
                case .process: Field(.object(ProcessLoad.self), "What the daemon uses.")
                case .machine: Field(.object(MachineUse.self), "How busy the machine is.")
                case .connections: Field(.object(ConnectionCounts.self), "Clients.")
                case .queues: Field(.list(.object(QueueDepth.self)), "The worker pools.")
                case .index: .optional(.object(IndexHealth.self), "How far the index is.")
                case .caches:
                    Field(.list(.object(CacheUse.self)), "How often caches held what was asked.")
                case .methods:
                    Field(.list(.object(MethodTiming.self)), "The methods called so far, by name.")
                case .unknownMethods:
                    Field(.integer(0...Int.max), "Requests for methods that there are not.")
                case .alerts: Field(.list(.object(Alert.self)), "The alerts that are on.")
                case .backup:
                    .optional(.object(LastBackup.self), "The newest backup; absent without one.")
                }
            }
        }
    }
}

/// How many clients there are and were.
public struct ConnectionCounts: Documented {
    public let open: Int
    public let accepted: Int
    public let refused: Int

    public init(open: Int, accepted: Int, refused: Int) {
        self.open = open
        self.accepted = accepted
        self.refused = refused
    }

    public enum CodingKeys: String, FieldKey {
        case open, accepted, refused

        public var doc: Field {
            switch self {
            case .open: Field(.integer(0...Int.max), "Connections open now.")
            case .accepted: Field(.integer(0...Int.max), "Connections served since the start.")
            case .refused:
                Field(.integer(0...Int.max), "Connections turned away: too many, or another user.")
            }
        }
    }
}

/// The load of one worker pool.
public struct QueueDepth: Documented {
    public let pool: String
    public let waiting: Int
    public let running: Int
    public let threads: Int

    public init(pool: String, waiting: Int, running: Int, threads: Int) {
        self.pool = pool
        self.waiting = waiting
        self.running = running
        self.threads = threads
    }

    public enum CodingKeys: String, FieldKey {
        case pool, waiting, running, threads

        public var doc: Field {
            switch self {
            case .pool: Field(.choice(of: Effect.self), "The pool, by the effect it serves.")
            case .waiting: Field(.integer(0...Int.max), "Requests that wait for a thread.")
            case .running: Field(.integer(0...Int.max), "Requests that run.")
            case .threads: Field(.integer(1...Int.max), "Threads of the pool.")
            }
        }
    }
}

/// How often a method ran and how long it took, from arrival to answer.
public struct MethodTiming: Documented {
    public let method: String
    public let count: Int
    public let errors: Int
    public let mean: Double
    public let median: Double
    public let p95: Double
    public let p99: Double
    public let max: Double

    public init(
        method: String, count: Int, errors: Int, mean: Double, median: Double, p95: Double,
        p99: Double, max: Double
    ) {
        self.method = method
        self.count = count
        self.errors = errors
        self.mean = mean
        self.median = median
        self.p95 = p95
        self.p99 = p99
        self.max = max
    }

    public enum CodingKeys: String, FieldKey {
        case method, count, errors
        case mean = "mean_ms"
        case median = "p50_ms"
        case p95 = "p95_ms"
        case p99 = "p99_ms"
        case max = "max_ms"

        public var doc: Field {
            switch self {
            case .method: Field(.text, "Its name.")
            case .count: Field(.integer(0...Int.max), "Requests answered.")
            case .errors: Field(.integer(0...Int.max), "Those answered with an error.")
            case .mean: Field(.number, "Mean time in milliseconds.")
            case .median: Field(.number, "Half took no longer; read from a logarithmic histogram.")
            case .p95: Field(.number, "95 % took no longer.")
            case .p99: Field(.number, "99 % took no longer.")
            case .max: Field(.number, "The longest.")
            }
        }
    }
}
