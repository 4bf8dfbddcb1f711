public import KefuDomain

/// The parameters of a method that needs nothing but a thread's id.
public struct ThreadID: Documented {
    public let id: String

    public init(id: String) {
        self.id = id
    }

    public enum CodingKeys: String, FieldKey {
        case id

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The thread's id.")
            }
        }
    }
}

/// `thread.get`
public enum GetThread: Method {
    public static let name = "thread.get"
    public static let summary = "Gives one thread."
    public static let effect = Effect.read

    public typealias Params = ThreadID
    public typealias Result = ThreadView
}

/// `thread.recalculate`
public enum RecalculateThread: Method {
    public static let name = "thread.recalculate"
    public static let summary = "Brings a thread's stored status up to a moment."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let at: Timestamp?

        public init(id: String, at: Timestamp? = nil) {
            self.id = id
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case id, at

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .at: .optional(.time, "As of when; now when absent.")
                }
            }
        }
    }

    public typealias Result = ThreadView
}

/// `thread.snooze`
public enum SnoozeThread: Method {
    public static let name = "thread.snooze"
    public static let summary = "Puts a thread to sleep; a newer customer message wakes it."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let minutes: Int?
        public let until: Timestamp?
        public let at: Timestamp?

        public init(id: String, minutes: Int? = nil, until: Timestamp? = nil, at: Timestamp? = nil)
        {
            self.id = id
            self.minutes = minutes
            self.until = until
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case id, minutes, until, at

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .minutes:
                    .optional(
                        .integer(1...5_256_000),
                        "How long; 60 when neither this nor `until` is given.")
                case .until: .optional(.time, "Until when, in place of `minutes`.")
                case .at: .optional(.time, "When it happens; now when absent.")
                }
            }
        }
    }

    public typealias Result = ThreadView
}

/// `thread.resolve`
public enum ResolveThread: Method {
    public static let name = "thread.resolve"
    public static let summary = "Marks a thread as done; a newer customer message reopens it."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let outcome: Outcome?
        public let at: Timestamp?

        public init(id: String, outcome: Outcome? = nil, at: Timestamp? = nil) {
            self.id = id
            self.outcome = outcome
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case id, outcome, at

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .outcome: .optional(.choice(of: Outcome.self), "How it ended.")
                case .at: .optional(.time, "When it happens; now when absent.")
                }
            }
        }
    }

    public typealias Result = ThreadView
}

/// `thread.wait`
public enum WaitThread: Method {
    public static let name = "thread.wait"
    public static let summary = "Says that a thread waits for the customer."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let followUpHours: Double?
        public let at: Timestamp?

        public init(id: String, followUpHours: Double? = nil, at: Timestamp? = nil) {
            self.id = id
            self.followUpHours = followUpHours
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case id
            case followUpHours = "follow_up_hours"
            case at

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .followUpHours:
                    .optional(.number(0.01...87_600), "How long; as configured when absent.")
                case .at: .optional(.time, "When it happens; now when absent.")
                }
            }
        }
    }

    public typealias Result = ThreadView
}

/// `thread.rate`
public enum RateThread: Method {
    public static let name = "thread.rate"
    public static let summary = "Records how satisfied the customer was."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let satisfaction: Int

        public init(id: String, satisfaction: Int) {
            self.id = id
            self.satisfaction = satisfaction
        }

        public enum CodingKeys: String, FieldKey {
            case id, satisfaction

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .satisfaction: Field(.integer(1...5), "From 1, not at all, to 5.")
                }
            }
        }
    }

    public typealias Result = ThreadView
}

/// `thread.release`
public enum ReleaseThread: Method {
    public static let name = "thread.release"
    public static let summary = "Lets the bot speak in a thread again."
    public static let effect = Effect.write

    public typealias Params = ThreadID
    public typealias Result = ThreadView
}
