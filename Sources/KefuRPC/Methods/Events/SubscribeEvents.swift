public import KefuDomain

/// What events are about.
public enum EventTopic: String, Codable, CaseIterable, Sendable {
    case message, handoff, status, overdue, learned, imported, alert
}

/// `events.subscribe`
public enum SubscribeEvents: Method {
    public static let name = "events.subscribe"
    public static let summary = "Sends events on this connection from now on."
    public static let effect = Effect.read

    public struct Params: Documented {
        public let topics: [EventTopic]?
        public let since: Int?

        public init(topics: [EventTopic]? = nil, since: Int? = nil) {
            self.topics = topics
            self.since = since
        }

        public enum CodingKeys: String, FieldKey {
            case topics, since

            public var doc: Field {
                switch self {
                case .topics:
                    .optional(.list(.choice(of: EventTopic.self)), "Which; all when absent.")
                case .since:
                    .optional(.integer(0...Int.max), "Also the events after this `seq`.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let seq: Int

        public init(seq: Int) {
            self.seq = seq
        }

        public enum CodingKeys: String, FieldKey {
            case seq

            public var doc: Field {
                switch self {
                case .seq: Field(.integer(0...Int.max), "The number of the newest event.")
                }
            }
        }
    }
}

/// The `event` notification.
public enum Event: Notification {
    public static let name = "event"
    public static let summary = "Something happened."

    public struct Params: Documented {
        public let seq: Int
        public let topic: EventTopic
        public let at: Timestamp
        public let data: JSONValue

        public init(seq: Int, topic: EventTopic, at: Timestamp, data: JSONValue) {
            self.seq = seq
            self.topic = topic
            self.at = at
            self.data = data
        }

        public enum CodingKeys: String, FieldKey {
            case seq, topic, at, data

            public var doc: Field {
                switch self {
                case .seq: Field(.integer(1...Int.max), "Its number; grows by one.")
                case .topic: Field(.choice(of: EventTopic.self), "What it is about.")
                case .at: Field(.time, "When it happened.")
                case .data: Field(.anything, "What happened; its members depend on the topic.")
                }
            }
        }
    }
}

/// The `event.lost` notification.
public enum EventLost: Notification {
    public static let name = "event.lost"
    public static let summary = "Events that this subscriber was too slow for."

    public struct Params: Documented {
        public let from: Int
        public let to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        public enum CodingKeys: String, FieldKey {
            case from, to

            public var doc: Field {
                switch self {
                case .from: Field(.integer(1...Int.max), "The first event lost.")
                case .to: Field(.integer(1...Int.max), "The last one.")
                }
            }
        }
    }
}
