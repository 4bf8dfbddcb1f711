public import KefuDomain

/// The parameters of a method that needs nothing but a contact's id.
public struct ContactID: Documented {
    public let id: String

    public init(id: String) {
        self.id = id
    }

    public enum CodingKeys: String, FieldKey {
        case id

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The contact's id.")
            }
        }
    }
}

/// `contact.get`
public enum GetContact: Method {
    public static let name = "contact.get"
    public static let summary = "Gives one contact."
    public static let effect = Effect.read

    public typealias Params = ContactID
    public typealias Result = ContactView
}

/// `contact.set`
public enum SetContact: Method {
    public static let name = "contact.set"
    public static let summary = "Changes the members of a contact that are given."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let name: String?
        public let remark: String?
        public let autoSend: Nullable<Bool>?

        public init(
            id: String, name: String? = nil, remark: String? = nil, autoSend: Nullable<Bool>? = nil
        ) {
            self.id = id
            self.name = name
            self.remark = remark
            self.autoSend = autoSend
        }

        public enum CodingKeys: String, FieldKey {
            case id, name, remark
            case autoSend = "auto_send"

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The contact's id.")
                case .name: .optional(.text(maxLength: 200), "What they are called.")
                case .remark:
                    .optional(.text(maxLength: 2_000), "The operator's note; empty takes it away.")
                case .autoSend:
                    .optional(
                        .flag,
                        "Whether replies go out by themselves; an explicit null: as in the channel."
                    )
                }
            }
        }
    }

    public typealias Result = ContactView
}

/// `contact.promote`
public enum PromoteContact: Method {
    public static let name = "contact.promote"
    public static let summary = "Makes a stranger a customer with a K code."
    public static let effect = Effect.write

    public struct Params: Documented {
        public let id: String
        public let customerName: String
        public let region: String
        public let level: String
        public let owner: String?

        public init(
            id: String, customerName: String, region: String, level: String, owner: String? = nil
        ) {
            self.id = id
            self.customerName = customerName
            self.region = region
            self.level = level
            self.owner = owner
        }

        public enum CodingKeys: String, FieldKey {
            case id
            case customerName = "customer_name"
            case region, level, owner

            public var doc: Field {
                switch self {
                case .id: Field(.text, "The contact's id.")
                case .customerName: Field(.text(maxLength: 200), "The customer's name.")
                case .region: Field(.text(maxLength: 200), "Where they are: 渝A.")
                case .level: Field(.text(maxLength: 200), "What they are worth: VIP.")
                case .owner: .optional(.text(maxLength: 200), "Who looks after them.")
                }
            }
        }
    }

    public struct Result: Documented {
        public let contactID: String
        public let kCode: String
        public let type: ContactType
        public let confidence: Int

        public init(contactID: String, kCode: String, type: ContactType, confidence: Int) {
            self.contactID = contactID
            self.kCode = kCode
            self.type = type
            self.confidence = confidence
        }

        public enum CodingKeys: String, FieldKey {
            case contactID = "contact_id"
            case kCode = "k_code"
            case type, confidence

            public var doc: Field {
                switch self {
                case .contactID: Field(.text, "The contact.")
                case .kCode: Field(.text, "The code: K0001-渝A-张三-VIP-微信.")
                case .type: Field(.choice(of: ContactType.self), "Always customer.")
                case .confidence: Field(.integer(0...100), "Always 100.")
                }
            }
        }
    }
}

/// `contact.block`
public enum BlockContact: Method {
    public static let name = "contact.block"
    public static let summary = "Puts a contact into bucket BLACK, until unblocked."
    public static let effect = Effect.write

    public typealias Params = ContactID
    public typealias Result = ContactView
}

/// `contact.unblock`
public enum UnblockContact: Method {
    public static let name = "contact.unblock"
    public static let summary = "Takes a contact out of bucket BLACK."
    public static let effect = Effect.write

    public typealias Params = ContactID
    public typealias Result = ContactView
}

/// `contact.ignore`
public enum IgnoreContact: Method {
    public static let name = "contact.ignore"
    public static let summary = "Puts a contact's threads to sleep for a day."
    public static let effect = Effect.write

    public typealias Params = ContactID
    public typealias Result = ContactView
}
