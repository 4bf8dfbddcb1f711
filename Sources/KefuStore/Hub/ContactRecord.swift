public import KefuDomain

/// A way by which messages come, such as `wechat`.
public struct ChannelRecord: Sendable, Hashable {
    public let row: Int64
    public let name: String
    /// Whether the bot sends by itself there, where a contact does not say otherwise; `nil`: as
    /// configured.
    public let autoSend: Bool?
}

/// A person, as the hub keeps them.
public struct ContactRecord: Sendable, Hashable {
    public let row: Int64
    public var name: String
    public var remark: String
    /// The running number of the K code; `nil` for strangers.
    public var kNumber: Int?
    public var kCode: String?
    public var region: String?
    public var level: String?
    public var owner: String?
    /// What the operator decided against the score: BLACK is a block, GRAY one that was lifted.
    public var bucket: Bucket?
    /// Whether the bot sends by itself; `nil`: as on the channel.
    public var autoSend: Bool?
    public var promotedAt: Timestamp?
    public let createdAt: Timestamp
    public var updatedAt: Timestamp
}

/// A contact's id on one channel.
public struct Identity: Sendable, Hashable {
    public let channel: String
    public let peerID: String
}
