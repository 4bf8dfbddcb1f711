import KefuDomain
import KefuRPC
import Synchronization

/// The capture clients that have been heard of, in memory only: who is gone is gone.
final class Agents: Sendable {
    /// Beyond so many, the one that was silent longest is forgotten.
    private static let most = 1000

    private struct Heard {
        let at: Timestamp
        let status: ClientStatus
    }

    private let heard = Mutex<[String: Heard]>([:])

    /// Takes note of a heartbeat.
    func hear(_ id: String, _ status: ClientStatus, at: Timestamp) {
        heard.withLock { agents in
            if agents[id] == nil, agents.count >= Self.most,
                let oldest = agents.min(by: { $0.value.at < $1.value.at })
            {
                agents[oldest.key] = nil
            }
            agents[id] = Heard(at: at, status: status)
        }
    }

    /// All of them, by id.
    var all: [AgentHealth] {
        heard.withLock { agents in
            agents.sorted { $0.key < $1.key }.map { id, heard in
                AgentHealth(agentID: id, at: heard.at, status: heard.status)
            }
        }
    }
}

extension Desk {
    func hear(_ params: Heartbeat.Params) throws -> Heartbeat.Result {
        guard !params.agentID.isEmpty else {
            let field = Heartbeat.Params.CodingKeys.agentID.rawValue
            throw KefuError.invalid(
                field, .emptyText(field), why: .namesNothing, hint: .fillText)
        }
        let now = now
        agents.hear(params.agentID, params.status, at: now)
        return Heartbeat.Result(at: now)
    }
}
