public import KefuDomain

/// `message.sent`
public enum MarkSent: Method {
    public static let name = "message.sent"
    public static let summary = "Says that the client sent a draft, and as which message."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let answerID: String
        public let messageID: String
        public let at: Timestamp?

        public init(answerID: String, messageID: String, at: Timestamp? = nil) {
            self.answerID = answerID
            self.messageID = messageID
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case answerID = "answer_id"
            case messageID = "message_id"
            case at

            public var doc: Field {
                switch self {
                case .answerID: Field(.text, "The answer whose content was sent.")
                case .messageID: Field(.text(maxLength: 200), "The id that the channel gave it.")
                case .at: .optional(.time, "When it was sent; now when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let answerID: String
        public let messageID: String
        public let threadID: String
        public let status: ThreadStatus
        public let at: Timestamp

        public init(
            answerID: String, messageID: String, threadID: String, status: ThreadStatus,
            at: Timestamp
        ) {
            self.answerID = answerID
            self.messageID = messageID
            self.threadID = threadID
            self.status = status
            self.at = at
        }

        public enum CodingKeys: String, FieldKey {
            case answerID = "answer_id"
            case messageID = "message_id"
            case threadID = "thread_id"
            case status, at

            public var doc: Field {
                switch self {
                case .answerID: Field(.text, "The answer.")
                case .messageID: Field(.text, "The id of its message on the channel.")
                case .threadID: Field(.text, "The thread it was sent in.")
                case .status: Field(.choice(of: ThreadStatus.self), "The thread's status now.")
                case .at: Field(.time, "When it counts as sent.")
                }
            }
        }
    }
}

/// `message.list`
public enum ListMessages: Method {
    public static let name = "message.list"
    public static let summary =
        "Lists a thread's messages, newest first, and marks it as looked at."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let threadID: String
        public let limit: Int?
        public let cursor: String?

        public init(threadID: String, limit: Int? = nil, cursor: String? = nil) {
            self.threadID = threadID
            self.limit = limit
            self.cursor = cursor
        }

        public enum CodingKeys: String, FieldKey {
            case threadID = "thread_id"
            case limit, cursor

            public var doc: Field {
                switch self {
                case .threadID: Field(.text, "The thread.")
                case .limit: .optional(.pageSize, Page.limitDoc)
                case .cursor: .optional(.text, Page.cursorDoc)
                }
            }
        }
    }

    public struct Result: Documented {
        public let messages: [MessageView]
        @OrNull public var nextCursor: String?

        public init(messages: [MessageView], nextCursor: String?) {
            self.messages = messages
            self.nextCursor = nextCursor
        }

        public enum CodingKeys: String, FieldKey {
            case messages
            case nextCursor = "next_cursor"

            public var doc: Field {
                switch self {
                case .messages: Field(.list(.object(MessageView.self)), "The messages.")
                case .nextCursor: .optional(.text, Page.nextCursorDoc)
                }
            }
        }
    }
}
