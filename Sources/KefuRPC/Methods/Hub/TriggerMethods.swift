public import KefuDomain

/// `thread.trigger`
public enum TriggerThread: Method {
    public static let name = "thread.trigger"
    public static let summary = "Fills the form of a business from a thread, and drafts a reply."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let type: TriggerType?
        public let text: String?

        public init(id: String, type: TriggerType? = nil, text: String? = nil) {
            self.id = id
            self.type = type
            self.text = text
        }

        public enum CodingKeys: String, FieldKey {
            case id, type, text

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The thread's id.")
                case .type:
                    .optional(
                        .choice(of: TriggerType.self),
                        "Which form; the thread's own kind when absent.")
                case .text: .optional(.text, "The customer's words; the thread's when absent.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let outputID: String
        public let triggerType: TriggerType
        public let form: JSONValue
        public let replyDraft: String
        public let labels: [String]
        public let clarificationQuestions: [String]?
        public let troubleshooting: Troubleshooting?
        public let scripts: OutreachScripts?

        public init(
            outputID: String, triggerType: TriggerType, form: JSONValue, replyDraft: String,
            labels: [String], clarificationQuestions: [String]? = nil,
            troubleshooting: Troubleshooting? = nil, scripts: OutreachScripts? = nil
        ) {
            self.outputID = outputID
            self.triggerType = triggerType
            self.form = form
            self.replyDraft = replyDraft
            self.labels = labels
            self.clarificationQuestions = clarificationQuestions
            self.troubleshooting = troubleshooting
            self.scripts = scripts
        }

        public enum CodingKeys: String, FieldKey {
            case outputID = "output_id"
            case triggerType = "trigger_type"
            case form
            case replyDraft = "reply_draft"
            case labels
            case clarificationQuestions = "clarification_questions"
            case troubleshooting, scripts

            public var doc: Field {
                switch self {
                case .outputID: Field(.text, "The id under which it is kept.")
                case .triggerType: Field(.choice(of: TriggerType.self), "Which form it is.")
                case .form:
                    Field(
                        .map(.anything), "The form: the customer's own words, null where not said.")
                case .replyDraft: Field(.text, "A reply to send.")
                case .labels: Field(.list(.text), "What the thread is about.")
                case .clarificationQuestions:
                    .optional(.list(.text), "What is still to be asked (售前).")
                case .troubleshooting: .optional(.object(Troubleshooting.self), "What to try (售后).")
                case .scripts: .optional(.object(OutreachScripts.self), "What to say (客户开发).")
                }
            }
        }
    }
}

/// Steps to find a fault.
public struct Troubleshooting: Documented, Hashable {
    public let remote: [String]
    public let onsite: [String]

    public init(remote: [String], onsite: [String]) {
        self.remote = remote
        self.onsite = onsite
    }

    public enum CodingKeys: String, FieldKey {
        case remote = "S1_remote"
        case onsite = "S2_onsite"

        public var doc: Field {
            switch self {
            case .remote: Field(.list(.text), "Steps that the customer can take, led by phone.")
            case .onsite: Field(.list(.text), "Steps for an engineer on site.")
            }
        }
    }
}

/// What to say to a partner.
public struct OutreachScripts: Documented, Hashable {
    public let firstContact: String
    public let followUp: String

    public init(firstContact: String, followUp: String) {
        self.firstContact = firstContact
        self.followUp = followUp
    }

    public enum CodingKeys: String, FieldKey {
        case firstContact = "first_contact"
        case followUp = "follow_up"

        public var doc: Field {
            switch self {
            case .firstContact: Field(.text, "At first contact.")
            case .followUp: Field(.text, "The next day.")
            }
        }
    }
}

/// `thread.use_trigger`
public enum UseTrigger: Method {
    public static let name = "thread.use_trigger"
    public static let summary = "Says that the operator used a trigger's output."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let outputID: String

        public init(outputID: String) {
            self.outputID = outputID
        }

        public enum CodingKeys: String, FieldKey {
            case outputID = "output_id"

            public var doc: Field {
                switch self {
                case .outputID: Field(.text, "The output's id.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let outputID: String
        public let threadID: String
        public let usedAt: Timestamp

        public init(outputID: String, threadID: String, usedAt: Timestamp) {
            self.outputID = outputID
            self.threadID = threadID
            self.usedAt = usedAt
        }

        public enum CodingKeys: String, FieldKey {
            case outputID = "output_id"
            case threadID = "thread_id"
            case usedAt = "used_at"

            public var doc: Field {
                switch self {
                case .outputID: Field(.text, "The output.")
                case .threadID: Field(.text, "Its thread.")
                case .usedAt: Field(.time, "When it was first used.")
                }
            }
        }
    }
}
