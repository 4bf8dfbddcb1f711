public import KefuDomain

/// A capture client that the daemon has heard of since it started.
public struct AgentHealth: Documented {
    public let agentID: String
    public let at: Timestamp
    public let status: ClientStatus

    public init(agentID: String, at: Timestamp, status: ClientStatus) {
        self.agentID = agentID
        self.at = at
        self.status = status
    }

    public enum CodingKeys: String, FieldKey {
        case agentID = "agent_id"
        case at, status

        public var doc: Field {
            switch self {
            case .agentID: Field(.text, "Which client it is.")
            case .at: Field(.time, "When it was last heard.")
            case .status: Field(.object(ClientStatus.self), "How it was then.")
            }
        }
    }
}
