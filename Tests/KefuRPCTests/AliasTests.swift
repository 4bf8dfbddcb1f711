import KefuDomain
import Testing

@testable import KefuRPC

private typealias Params = ReceiveMessage.Params

private func failure(_ json: String) -> KefuError? {
    let bytes = Array(json.utf8)
    do {
        try ParameterCheck.check(bytes, in: 0..<bytes.count, against: ObjectSchema(Params.self))
        return nil
    } catch {
        return error
    }
}

@Test(arguments: [
    #"{"channel":"wechat","peer_id":"wx_1","message_id":"m1","speaker":"me"}"#,
    #"{"channel":"wechat","wx_id":"wx_1","id":"m1","last_speaker":"me"}"#,
    #"{"channel":"wechat","wx_id":"wx_1","peer_id":null,"id":"m1","speaker":null,"last_speaker":"me"}"#,
    #"{"channel":"wechat","peer_id":"wx_1","wx_id":"wx\u005f1","id":"m1","message_id":"m1","speaker":"me"}"#,
])
func bothSpellingsSayTheSame(json: String) throws {
    #expect(failure(json) == nil)
    let params = try JSONCoding.decode(Params.self, from: Array(json.utf8))
    #expect(params.peerID == "wx_1")
    #expect(params.messageID == "m1")
    #expect(params.speaker == .me)
}

@Test(
    arguments: [
        (#"{"channel":"c","message_id":"m"}"#, "peer_id", .invalidParams),
        (#"{"channel":"c","wx_id":"w"}"#, "message_id", .invalidParams),
        (#"{"channel":"c","wx_id":null,"id":"m"}"#, "peer_id", .invalidParams),
        (#"{"channel":"c","peer_id":"a","wx_id":"b","id":"m"}"#, "wx_id", .invalidParams),
        (#"{"channel":"c","wx_id":"b","peer_id":"a","id":"m"}"#, "peer_id", .invalidParams),
        (
            #"{"channel":"c","wx_id":"b","id":"m","speaker":"me","last_speaker":"them"}"#,
            "last_speaker", .invalidParams
        ),
        (#"{"channel":"c","wx_id":7,"id":"m"}"#, "wx_id", .invalidParams),
        (
            #"{"channel":"c","wx_id":"b","id":"m","last_speaker":"bot"}"#, "last_speaker",
            .invalidParams
        ),
        (#"{"channel":"c","wx_id":"b","id":"m","wx_id":"b"}"#, "wx_id", .invalidParams),
        (
            #"{"channel":"c","wx_id":"b","id":"m","file_types":["pdf",3]}"#, "file_types[1]",
            .invalidParams
        ),
        (#"{"channel":"c","wx_id":"b","id":"m","timestamp":"today"}"#, "timestamp", .invalidParams),
    ] as [(String, String, ErrorCode)])
func aMessageThatSaysTooLittleOrTooMuchIsRefused(
    json: String, field: String, code: ErrorCode
) {
    #expect(failure(json)?.field == field)
    #expect(failure(json)?.code == code)
}

@Test func aTextBeyondTheContractsLimitIsALimit() {
    let text = String(repeating: "客", count: 100_001)
    let error = failure(#"{"channel":"c","wx_id":"w","id":"m","text":"\#(text)"}"#)
    #expect(error?.code == .limit)
    #expect(error?.field == "text")
}

@Test func clientsWriteTheContractsNames() throws {
    let params = Params(channel: "wechat", peerID: "wx_1", messageID: "m1", text: "你好")
    #expect(
        String(decoding: try JSONCoding.encode(params), as: UTF8.self)
            == #"{"channel":"wechat","peer_id":"wx_1","message_id":"m1","text":"你好"}"#)
}

@Test func theSchemaAsksForOneOfTheNames() throws {
    var schema = JSONSchema()
    _ = schema.reference(to: Params.self)
    let object = try #require(schema.components["ReceiveMessage.Params"])
    #expect(object["required"] == ["channel"])
    #expect(
        object["allOf"]
            == [
                ["anyOf": [["required": ["peer_id"]], ["required": ["wx_id"]]]],
                ["anyOf": [["required": ["message_id"]], ["required": ["id"]]]],
            ])
    let alias = try #require(object["properties"]?["wx_id"])
    #expect(alias["description"] == "Another name of `peer_id`.")
    #expect(alias["maxLength"] == 200)
}

/// Keeps the order of what it hears, on all connections.
private enum ToyHear: Method {
    static let name = "toy.hear"
    static let summary = "Hears a message."
    static let effect = Effect.write
    typealias Params = ReceiveMessage.Params
    typealias Result = Toy
}

@Test func bothSpellingsKeepOneOrder() throws {
    let route = Route<ToyBox>(ToyHear.self, orderedBy: [.channel, .peerID]) { _, _, _ in Toy() }
    let router = Router([route], host: ToyBox(), language: .english, log: .silent)
    func strands(_ params: String) throws -> Set<Strand> {
        let line = #"{"jsonrpc":"2.0","id":1,"method":"toy.hear","params":\#(params)}"#
        guard case .single(.request(let request)) = Message(Array(line.utf8)) else { return [] }
        let call = router.call(request, peer: Peer(), serial: 0, destination: .nowhere)
        return Set(call.strands).subtracting(call.strands.prefix(1))
    }
    let expected = try strands(#"{"channel":"wechat","peer_id":"w","message_id":"1"}"#)
    #expect(expected.count == 1)
    #expect(try strands(#"{"wx_id":"\u0077","channel":"wechat","id":"2"}"#) == expected)
    #expect(try strands(#"{"channel":"wechat","wx_id":"v","id":"2"}"#) != expected)
}
