public import KefuDomain

/// What the daemon's process uses.
public struct ProcessLoad: Documented {
    public let residentBytes: Int
    public let peakBytes: Int
    public let cpuSeconds: Double
    public let threads: Int
    public let descriptors: Int
    public let descriptorLimit: Int

    public init(
        residentBytes: Int, peakBytes: Int, cpuSeconds: Double, threads: Int, descriptors: Int,
        descriptorLimit: Int
    ) {
        self.residentBytes = residentBytes
        self.peakBytes = peakBytes
        self.cpuSeconds = cpuSeconds
        self.threads = threads
        self.descriptors = descriptors
        self.descriptorLimit = descriptorLimit
    }

    public enum CodingKeys: String, FieldKey {
        case residentBytes = "resident_bytes"
        case peakBytes = "peak_bytes"
        case cpuSeconds = "cpu_s"
        case threads, descriptors
        case descriptorLimit = "descriptor_limit"

        public var doc: Field {
            switch self {
            case .residentBytes: Field(.integer(0...Int.max), "Memory in use.")
            case .peakBytes: Field(.integer(0...Int.max), "The most memory that was ever in use.")
            case .cpuSeconds: Field(.number, "Processor time since the start, in seconds.")
            case .threads: Field(.integer(0...Int.max), "Its threads.")
            case .descriptors: Field(.integer(0...Int.max), "Its open files and sockets.")
            case .descriptorLimit: Field(.integer(0...Int.max), "The most that it may open.")
            }
        }
    }
}

/// How busy the machine was when it was last looked at; that is every few seconds.
public struct MachineUse: Documented {
    public let cpuPercent: Double?
    public let memoryPercent: Double?
    public let freeMegabytes: Double?

    public init(_ reading: LoadReading) {
        cpuPercent = reading.cpuPercent
        memoryPercent = reading.memoryPercent
        freeMegabytes = reading.freeMegabytes
    }

    public enum CodingKeys: String, FieldKey {
        case cpuPercent = "cpu_percent"
        case memoryPercent = "memory_percent"
        case freeMegabytes = "disk_free_mb"

        public var doc: Field {
            switch self {
            case .cpuPercent: .optional(.number(0...100), "Of all processors.")
            case .memoryPercent: .optional(.number(0...100), "Of its memory.")
            case .freeMegabytes: .optional(.number, "Free space beside the base.")
            }
        }
    }
}

/// How often a cache held what was asked.
public struct CacheUse: Documented {
    public let name: String
    public let hits: Int
    public let misses: Int

    public init(name: String, hits: Int, misses: Int) {
        self.name = name
        self.hits = hits
        self.misses = misses
    }

    public enum CodingKeys: String, FieldKey {
        case name, hits, misses

        public var doc: Field {
            switch self {
            case .name: Field(.text, "What is kept: pages, statements, rarities.")
            case .hits: Field(.integer(0...Int.max), "How often it was there.")
            case .misses: Field(.integer(0...Int.max), "How often it was not.")
            }
        }
    }
}

/// An alert, as `system.metrics` lists those that are on and as `alert` events carry it.
public struct Alert: Documented {
    /// Whether it began or is over.
    public enum State: String, Codable, CaseIterable, Sendable {
        case raised, cleared
    }

    public let name: AlertKind
    public let state: State
    public let value: Double
    public let limit: Double
    public let unit: String
    public let since: Timestamp

    public init(_ change: AlertMonitor.Change) {
        name = change.kind
        state = change.isRaised ? .raised : .cleared
        value = (change.value * 10).rounded() / 10
        limit = change.limit
        unit = change.kind.unit
        since = change.since
    }

    public enum CodingKeys: String, FieldKey {
        case name, state, value, limit, unit, since

        public var doc: Field {
            switch self {
            case .name: Field(.choice(of: AlertKind.self), "What it is about.")
            case .state: Field(.choice(of: State.self), "Whether it began or is over.")
            case .value: Field(.number, "The value that decided.")
            case .limit: Field(.number, "The configured limit.")
            case .unit: Field(.text, "What both are given in.")
            case .since: Field(.time, "Since when the value was beyond the limit.")
            }
        }
    }
}

/// The newest backup that was made of this base.
public struct LastBackup: Documented {
    public let at: Timestamp
    public let path: String
    public let bytes: Int

    public init(at: Timestamp, path: String, bytes: Int) {
        self.at = at
        self.path = path
        self.bytes = bytes
    }

    public enum CodingKeys: String, FieldKey {
        case at, path, bytes

        public var doc: Field {
            switch self {
            case .at: Field(.time, "When it was made.")
            case .path: Field(.text, "Where it was written.")
            case .bytes: Field(.integer(0...Int.max), "Its size.")
            }
        }
    }
}
