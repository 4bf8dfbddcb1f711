import KefuDomain
import KefuRPC

/// What one line of standard input says. A line is a JSON object:
///
/// - The parameters of `message.receive`, its other names (`wx_id`, `id`, `last_speaker`) too.
/// - `{"sent": {…}}`: the parameters of `message.sent`. `channel`, `peer_id` and `chat_id` may stand
///   beside `sent` and say which conversation it belongs to, where this process has not seen the
///   answer itself.
/// - `{"wx_online": true}`: what heartbeats say from now on.
///
/// A message without `timestamp`, or `at`, gets the time at which its line was read, so that one
/// that waited is not taken for a new one.
enum CaptureLine: Equatable {
    case delivery(Delivery)
    case online(Bool)

    /// - Parameter isReplay: whether every message is history, whatever it says itself.
    /// - Throws: `ErrorCode.parseError`, `.invalidParams`, `.limit`.
    static func parse(_ line: [UInt8], isReplay: Bool = false, now: Timestamp) throws -> CaptureLine
    {
        guard let value = value(of: line) else { throw KefuError.lineNotJSON }
        guard case .object(let members) = value else { throw KefuError.lineNotObject }
        let fields = Fields(members)
        if let sent = fields["sent"] { return .delivery(try sentDelivery(sent, fields, now)) }
        if case .bool(let isOnline)? = fields["wx_online"], members.count == 1 {
            return .online(isOnline)
        }
        return .delivery(try receiveDelivery(fields, isReplay, now))
    }

    /// What an unusable line can still be known by.
    static func labels(of line: [UInt8]) -> [(name: String, value: String)] {
        guard let value = value(of: line) else { return [] }
        let named = [
            ("channel", value["channel"]), ("message_id", value["message_id"] ?? value["id"]),
        ]
        return named.compactMap { name, value in
            guard case .text(let text)? = value, text.count <= 200 else { return nil }
            return (name, text)
        }
    }

    private static func value(of line: [UInt8]) -> JSONValue? {
        String(validating: line, as: UTF8.self).flatMap(JSONValue.init(json:))
    }

    private static func receiveDelivery(
        _ fields: Fields, _ isReplay: Bool, _ now: Timestamp
    ) throws -> Delivery {
        var fields = fields
        let channel = try fields.text("channel")
        let message = try fields.text("message_id", or: "id")
        let peer = try fields.text("peer_id", or: "wx_id")
        if isReplay { fields["replay"] = true }
        if fields["timestamp"].isAbsent { fields["timestamp"] = .text(now.rfc3339) }
        return Delivery(
            method: ReceiveMessage.name, params: try fields.json(),
            lane: lane(channel, fields.optionalText("chat_id") ?? peer),
            labels: Delivery.Labels(channel: channel, messageID: message),
            weight: HumanDelay.weight(of: fields.optionalText("text") ?? ""))
    }

    private static func sentDelivery(
        _ sent: JSONValue, _ outer: Fields, _ now: Timestamp
    ) throws -> Delivery {
        guard case .object(let members) = sent else { throw KefuError.lineFieldMissing("sent") }
        if let stray = outer.names.subtracting(["sent", "channel", "peer_id", "chat_id"]).min() {
            throw KefuError.lineFieldUnknown(stray)
        }
        var fields = Fields(members)
        let answer = try fields.text("answer_id")
        let message = try fields.text("message_id")
        if fields["at"].isAbsent { fields["at"] = .text(now.rfc3339) }
        let channel = outer.optionalText("channel")
        let peer = outer.optionalText("chat_id") ?? outer.optionalText("peer_id")
        let known = channel.flatMap { channel in peer.map { lane(channel, $0) } }
        return Delivery(
            method: MarkSent.name, params: try fields.json(), lane: known ?? "",
            labels: Delivery.Labels(channel: channel, messageID: message, answerID: answer),
            weight: 0)
    }

    /// Two texts as one that no other two make.
    private static func lane(_ channel: String, _ peer: String) -> String {
        "\(channel.utf8.count):\(channel):\(peer)"
    }
}

/// The members of an object, some of which are changed on the way.
private struct Fields {
    private var members: [String: JSONValue]

    /// The request around the parameters takes a few bytes of the line as well.
    private static let maxBytes = Limits.line - 1024
    /// The daemon closes a connection on which something nests too deeply; nothing here has a use
    /// for as many levels.
    private static let maxLevels = 32

    init(_ members: [JSONValue.Member]) {
        self.members = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    var names: Set<String> { Set(members.keys) }

    subscript(name: String) -> JSONValue? {
        get { members[name] }
        set { members[name] = newValue }
    }

    /// A text that must be there, under its name or another.
    func text(_ name: String, or other: String? = nil) throws(KefuError) -> String {
        let value = members[name].isAbsent ? other.flatMap { members[$0] } : members[name]
        guard case .text(let text)? = value, !text.isEmpty else {
            throw KefuError.lineFieldMissing(name)
        }
        return text
    }

    func optionalText(_ name: String) -> String? {
        guard case .text(let text)? = members[name], !text.isEmpty else { return nil }
        return text
    }

    func json() throws(KefuError) -> String {
        guard members.values.allSatisfy({ $0.isFlat(within: Self.maxLevels) }) else {
            throw KefuError.lineTooDeep
        }
        let named = members.map { JSONValue.Member($0.key, $0.value) }
        let json = JSONText.compact(JSONValue.object(named))
        guard json.utf8.count <= Self.maxBytes else { throw KefuError.lineTooLong }
        return json
    }
}

extension JSONValue {
    /// Whether it has no more than so many levels of lists and objects.
    fileprivate func isFlat(within levels: Int) -> Bool {
        switch self {
        case .list(let values): levels > 0 && values.allSatisfy { $0.isFlat(within: levels - 1) }
        case .object(let members):
            levels > 0 && members.allSatisfy { $0.value.isFlat(within: levels - 1) }
        default: true
        }
    }
}

extension JSONValue? {
    /// Whether there is no value, or an explicit null.
    fileprivate var isAbsent: Bool { self == nil || self == .some(.null) }
}
