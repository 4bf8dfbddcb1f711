import Foundation
import KefuRPC
import Support

/// What the tests of the hub's methods share.
protocol HubSuite {}

extension HubSuite {
    func time(_ seconds: Double) -> JSONValue {
        let date = Date(timeIntervalSinceNow: seconds)
        return .text(ISO8601DateFormatter().string(from: date))
    }

    /// A message of a customer, so many seconds from now.
    @discardableResult
    func hear(
        _ client: LineClient, _ text: String, from peer: String = "wx_1", after: Double = 0,
        by speaker: String = "them"
    ) throws -> JSONValue {
        try client.call(
            "message.receive",
            [
                "channel": "wechat", "peer_id": .text(peer), "text": .text(text),
                "message_id": .text(UUID().uuidString), "timestamp": time(after),
                "speaker": .text(speaker),
            ])
    }

    func id(_ result: JSONValue, _ name: String = "thread_id") -> JSONValue {
        ["id": result[name] ?? .null]
    }

    func adding(_ more: [String: JSONValue], to params: JSONValue) -> JSONValue {
        guard case .object(let members) = params else { return params }
        return .object(members + more.map { JSONValue.Member($0.key, $0.value) })
    }
}
