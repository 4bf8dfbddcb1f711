import KefuDomain
import KefuRPC
import KefuStore

extension Desk {
    /// Says whether replies go out by themselves on a channel, known or not yet.
    func setChannel(_ params: SetChannel.Params) throws -> ChannelView {
        guard !params.channel.isEmpty else {
            let field = SetChannel.Params.CodingKeys.channel.rawValue
            throw KefuError.invalid(
                field, .emptyText(field), why: .namesNothing, hint: .fillText)
        }
        return try store.write { connection in
            let channel = try connection.ensureChannel(params.channel)
            try connection.setAutoSend(params.autoSend, onChannel: channel.row)
            let threads = try connection.threadsByChannel()[channel.row] ?? 0
            return ChannelView(
                channel: channel.name, autoSend: params.autoSend, threads: threads)
        }
    }

    func channels() throws -> ListChannels.Result {
        let hub = current.hub
        return try store.read { connection in
            let threads = try connection.threadsByChannel()
            return ListChannels.Result(
                channels: try connection.channels().map { channel in
                    ChannelView(
                        channel: channel.name,
                        autoSend: channel.autoSend ?? hub.autoSend.contains(channel.name),
                        threads: threads[channel.row] ?? 0)
                })
        }
    }
}
