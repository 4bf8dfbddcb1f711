public import KefuDomain

/// A person, as every method of the hub gives them.
public struct ContactView: Documented {
    public let id: String
    public let name: String
    public let remark: String
    @OrNull public var kCode: String?
    public let type: ContactType
    public let confidence: Int
    @OrNull public var owner: String?
    public let bucket: Bucket
    @OrNull public var autoSend: Bool?
    public let identities: [IdentityView]
    public let createdAt: Timestamp
    public let updatedAt: Timestamp

    public init(
        id: String, name: String, remark: String, kCode: String?, type: ContactType,
        confidence: Int, owner: String?, bucket: Bucket, autoSend: Bool?,
        identities: [IdentityView], createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.name = name
        self.remark = remark
        self.kCode = kCode
        self.type = type
        self.confidence = confidence
        self.owner = owner
        self.bucket = bucket
        self.autoSend = autoSend
        self.identities = identities
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    public enum CodingKeys: String, FieldKey {
        case id, name, remark
        case kCode = "k_code"
        case type, confidence, owner, bucket
        case autoSend = "auto_send"
        case identities
        case createdAt = "created_at"
        case updatedAt = "updated_at"

        public var doc: Field {
            switch self {
            case .id: Field(.text, "The contact's id.")
            case .name: Field(.text, "What they are called.")
            case .remark: Field(.text, "The operator's note on them; empty without one.")
            case .kCode: .optional(.text, "The K code; null for strangers.")
            case .type: Field(.choice(of: ContactType.self), "Whether they are known.")
            case .confidence: Field(.integer(0...100), "How sure it is that they are a customer.")
            case .owner: .optional(.text, "Who looks after them; null for nobody.")
            case .bucket: Field(.choice(of: Bucket.self), "How the hub treats them.")
            case .autoSend:
                .optional(.flag, "Whether replies go out by themselves; null: as in the channel.")
            case .identities: Field(.list(.object(IdentityView.self)), "Their ids on the channels.")
            case .createdAt: Field(.time, "When they first wrote.")
            case .updatedAt: Field(.time, "When this record last changed.")
            }
        }
    }
}

/// A contact's id on one channel.
public struct IdentityView: Documented, Hashable {
    public let channel: String
    public let peerID: String

    public init(channel: String, peerID: String) {
        self.channel = channel
        self.peerID = peerID
    }

    public enum CodingKeys: String, FieldKey {
        case channel
        case peerID = "peer_id"

        public var doc: Field {
            switch self {
            case .channel: Field(.text, "The channel.")
            case .peerID: Field(.text, "Their id there.")
            }
        }
    }
}
