import KefuDomain
import KefuRPC

extension Routes {
    /// Messages, and the clients that bring them.
    static let messages: [Route<Desk>] = [
        Route(ReceiveMessage.self, orderedBy: [.channel, .peerID]) { params, desk, _ in
            try desk.receive(params)
        },
        Route(MarkSent.self) { params, desk, _ in try desk.markSent(params) },
        Route(ListMessages.self) { params, desk, _ in try desk.messages(params) },
        Route(SetChannel.self) { params, desk, _ in try desk.setChannel(params) },
        Route(ListChannels.self) { _, desk, _ in try desk.channels() },
        Route(Heartbeat.self) { params, desk, _ in try desk.hear(params) },
    ]
}
