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
        public let connections: ConnectionCounts
        public let queues: [QueueDepth]
        public let methods: [MethodTiming]

        public init(
            uptime: Double, residentBytes: Int, connections: ConnectionCounts, queues: [QueueDepth],
            methods: [MethodTiming]
        ) {
            self.uptime = uptime
            self.residentBytes = residentBytes
            self.connections = connections
            self.queues = queues
            self.methods = methods
        }

        public enum CodingKeys: String, FieldKey {
            case uptime = "uptime_s"
            case residentBytes = "resident_bytes"
            case connections, queues, methods

            public var doc: Field {
                switch self {
                case .uptime: Field(.number, "Seconds since the daemon started.")
                case .residentBytes: Field(.integer(0...Int.max), "Memory in use.")
                case .connections: Field(.object(ConnectionCounts.self), "Clients.")
                case .queues: Field(.list(.object(QueueDepth.self)), "The worker pools.")
                case .methods:
                    Field(.list(.object(MethodTiming.self)), "The methods called so far, by name.")
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
