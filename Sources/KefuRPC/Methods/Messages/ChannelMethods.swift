public import KefuDomain

/// `channel.set`
public enum SetChannel: Method {
    public static let name = "channel.set"
    public static let summary = "Says whether replies go out by themselves on a channel."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let channel: String
        public let autoSend: Bool

        public init(channel: String, autoSend: Bool) {
            self.channel = channel
            self.autoSend = autoSend
        }

        public enum CodingKeys: String, FieldKey {
            case channel
            case autoSend = "auto_send"

            public var doc: Field {
                switch self {
                case .channel: Field(.text(maxLength: 200), "The channel.")
                case .autoSend: Field(.flag, "Whether replies go out by themselves.")
                }
            }
        }
    }

    public typealias Result = ChannelView
}

/// `channel.list`
public enum ListChannels: Method {
    public static let name = "channel.list"
    public static let summary = "Lists the channels that messages came from, or that were set."
    public static let effect = Effect.read

    public typealias Params = Nothing

    public struct Result: Documented {
        public let channels: [ChannelView]

        public init(channels: [ChannelView]) {
            self.channels = channels
        }

        public enum CodingKeys: String, FieldKey {
            case channels

            public var doc: Field {
                switch self {
                case .channels: Field(.list(.object(ChannelView.self)), "The channels, by name.")
                }
            }
        }
    }
}

/// A channel.
public struct ChannelView: Documented {
    public let channel: String
    public let autoSend: Bool
    public let threads: Int

    public init(channel: String, autoSend: Bool, threads: Int) {
        self.channel = channel
        self.autoSend = autoSend
        self.threads = threads
    }

    public enum CodingKeys: String, FieldKey {
        case channel
        case autoSend = "auto_send"
        case threads

        public var doc: Field {
            switch self {
            case .channel: Field(.text, "Its name.")
            case .autoSend: Field(.flag, "Whether replies go out by themselves.")
            case .threads: Field(.integer(0...Int.max), "Threads held on it.")
            }
        }
    }
}
