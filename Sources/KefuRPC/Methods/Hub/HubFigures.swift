public import KefuDomain

/// `hub.statistics`
public enum HubStatistics: Method {
    public static let name = "hub.statistics"
    public static let summary = "Counts the threads by status and bucket."
    public static let effect = Effect.read

    public typealias Params = Nothing

    public struct Result: Documented {
        public let total: Int
        public let unseen: Int
        public let needReply: Int
        public let waitingThem: Int
        public let overdue: Int
        public let resolved: Int
        public let snoozed: Int
        public let unknownPool: Int
        public let byBucket: BucketCounts

        public init(
            total: Int, unseen: Int, needReply: Int, waitingThem: Int, overdue: Int, resolved: Int,
            snoozed: Int, unknownPool: Int, byBucket: BucketCounts
        ) {
            self.total = total
            self.unseen = unseen
            self.needReply = needReply
            self.waitingThem = waitingThem
            self.overdue = overdue
            self.resolved = resolved
            self.snoozed = snoozed
            self.unknownPool = unknownPool
            self.byBucket = byBucket
        }

        public enum CodingKeys: String, FieldKey {
            case total, unseen
            case needReply = "need_reply"
            case waitingThem = "waiting_them"
            case overdue, resolved, snoozed
            case unknownPool = "unknown_pool"
            case byBucket = "by_bucket"

            public var doc: Field {
                switch self {
                case .total:
                    Field(.integer(0...Int.max), "Threads, those in bucket BLACK left out.")
                case .unseen: Field(.integer(0...Int.max), "Never looked at.")
                case .needReply: Field(.integer(0...Int.max), "Waiting for us.")
                case .waitingThem: Field(.integer(0...Int.max), "Waiting for the customer.")
                case .overdue: Field(.integer(0...Int.max), "Waiting for us for too long.")
                case .resolved: Field(.integer(0...Int.max), "Done.")
                case .snoozed: Field(.integer(0...Int.max), "Asleep.")
                case .unknownPool: Field(.integer(0...Int.max), "In the unknown pool.")
                case .byBucket: Field(.object(BucketCounts.self), "Threads of each bucket.")
                }
            }
        }
    }
}

/// Threads of each bucket.
public struct BucketCounts: Documented, Hashable {
    public let white: Int
    public let gray: Int
    public let black: Int

    public init(white: Int, gray: Int, black: Int) {
        self.white = white
        self.gray = gray
        self.black = black
    }

    public enum CodingKeys: String, FieldKey {
        case white = "WHITE"
        case gray = "GRAY"
        case black = "BLACK"

        public var doc: Field {
            switch self {
            case .white: Field(.integer(0...Int.max), "Customers.")
            case .gray: Field(.integer(0...Int.max), "Strangers with business.")
            case .black: Field(.integer(0...Int.max), "Private or blocked; listed by hub.blocked.")
            }
        }
    }
}

/// `hub.metrics`
public enum HubMetrics: Method {
    public static let name = "hub.metrics"
    public static let summary = "Gives the figures of each day."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let from: String?
        public let to: String?

        public init(from: String? = nil, to: String? = nil) {
            self.from = from
            self.to = to
        }

        public enum CodingKeys: String, FieldKey {
            case from, to

            public var doc: Field {
                switch self {
                case .from:
                    .optional(
                        .text(maxLength: 40),
                        "The first day, as 2026-11-20 or as a time; 30 days ago when absent.")
                case .to:
                    .optional(.text(maxLength: 40), "The last day, likewise; today when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let days: [DayMetrics]

        public init(days: [DayMetrics]) {
            self.days = days
        }

        public enum CodingKeys: String, FieldKey {
            case days

            public var doc: Field {
                switch self {
                case .days: Field(.list(.object(DayMetrics.self)), "The days, oldest first.")
                }
            }
        }
    }
}

/// The figures of one day.
public struct DayMetrics: Documented {
    public let date: String
    public let total: Int
    public let unknownPoolCount: Int
    public let promotedCount: Int
    @OrNull public var clearRate: Double?
    @OrNull public var averageResponse: Double?
    public let overdueCount: Int
    public let overdueShare: Double

    public init(
        date: String, total: Int, unknownPoolCount: Int, promotedCount: Int, clearRate: Double?,
        averageResponse: Double?, overdueCount: Int, overdueShare: Double
    ) {
        self.date = date
        self.total = total
        self.unknownPoolCount = unknownPoolCount
        self.promotedCount = promotedCount
        self.clearRate = clearRate
        self.averageResponse = averageResponse
        self.overdueCount = overdueCount
        self.overdueShare = overdueShare
    }

    public enum CodingKeys: String, FieldKey {
        case date, total
        case unknownPoolCount = "unknown_pool_count"
        case promotedCount = "promoted_count"
        case clearRate = "clear_rate"
        case averageResponse = "avg_response_time_min"
        case overdueCount = "overdue_count"
        case overdueShare = "overdue_share"

        public var doc: Field {
            switch self {
            case .date: Field(.text, "The day, as 2026-11-20.")
            case .total:
                Field(
                    .integer(0...Int.max),
                    "Threads at the close (20:00; now, for today), those in BLACK left out.")
            case .unknownPoolCount:
                Field(.integer(0...Int.max), "Those of them in the unknown pool.")
            case .promotedCount: Field(.integer(0...Int.max), "Contacts promoted.")
            case .clearRate:
                .optional(
                    .probability,
                    "Share of the pool's new threads that left it by the close; null without any.")
            case .averageResponse:
                .optional(
                    .number,
                    "Minutes that customers waited for our first message; null without one.")
            case .overdueCount: Field(.integer(0...Int.max), "Threads overdue at the close.")
            case .overdueShare: Field(.probability, "Their share of all threads.")
            }
        }
    }
}

/// `hub.recalculate`
public enum RecalculateHub: Method {
    public static let name = "hub.recalculate"
    public static let summary = "Brings every thread's stored status up to a moment."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let at: Timestamp?

        public init(at: Timestamp? = nil) {
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case at

            public var doc: Field {
                switch self {
                case .at: .optional(.time, "As of when; now when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let checked: Int
        public let changed: Int

        public init(checked: Int, changed: Int) {
            self.checked = checked
            self.changed = changed
        }

        public enum CodingKeys: String, FieldKey {
            case checked, changed

            public var doc: Field {
                switch self {
                case .checked: Field(.integer(0...Int.max), "Threads looked at.")
                case .changed: Field(.integer(0...Int.max), "Threads whose status changed.")
                }
            }
        }
    }
}
