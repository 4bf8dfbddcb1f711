import Foundation
import KefuDomain
import KefuRPC
import Support

/// A customer on a channel, as a capture client passes on what is said.
final class Chat {
    let client: LineClient
    let channel: String
    let peer: String
    private let start = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    private var count = 0

    init(_ client: LineClient, _ peer: String = "wx_1", on channel: String = "wechat") {
        self.client = client
        self.channel = channel
        self.peer = peer
    }

    /// What the customer writes.
    /// - Parameters:
    ///   - text: `nil` for a message without words.
    ///   - seconds: when, after the chat began; earlier when negative.
    ///   - more: further parameters, which come before those that are made here.
    @discardableResult
    func hear(
        _ text: String?, after seconds: Double? = nil, id: String? = nil,
        _ more: [String: JSONValue] = [:]
    ) throws -> JSONValue {
        count += 1
        var params: [String: JSONValue] = [
            "channel": .text(channel), "peer_id": .text(peer),
            "message_id": .text(id ?? "\(peer)-\(count)"),
        ]
        if let text { params["text"] = .text(text) }
        if let seconds { params["timestamp"] = .text(time(seconds)) }
        params.merge(more) { $1 }
        let members = params.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
        return try client.call("message.receive", .object(members))
    }

    /// What our side writes.
    @discardableResult
    func write(
        _ text: String?, after seconds: Double? = nil, id: String? = nil,
        _ more: [String: JSONValue] = [:]
    ) throws -> JSONValue {
        try hear(text, after: seconds, id: id, more.merging(["speaker": "me"]) { $1 })
    }

    /// A moment of the chat on the wire.
    func time(_ seconds: Double) -> String {
        start.adding(.milliseconds(Int64(seconds * 1000))).rfc3339
    }
}

extension DaemonProcess {
    /// A daemon whose base knows a few things about charging piles.
    static func ofCharging(_ configuration: String = "{}") throws -> DaemonProcess {
        let daemon = try configured(configuration)
        let client = try daemon.connect()
        for (question, answer) in [
            ("充电桩保修几年", "整机保修三年。"), ("双枪充电桩多少钱", "双枪一体机两万八起。"),
            ("枪线有多长", "标配五米。"), ("可以开专票吗", "可以开增值税专用发票。"),
        ] {
            try client.add(question, answer)
        }
        return daemon
    }

    /// The files of the data directory that hold some bytes.
    func files(holding text: String) throws -> [String] {
        let bytes = Data(text.utf8)
        var found: [String] = []
        let names = FileManager.default.enumerator(atPath: directory.path)
        while let name = names?.nextObject() as? String {
            let data = FileManager.default.contents(atPath: directory.file(name))
            if data?.range(of: bytes) != nil { found.append(name) }
        }
        return found
    }
}
