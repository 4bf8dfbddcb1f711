import KefuDomain
import Testing

@testable import KefuRPC

private func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONCoding.encode(value), as: UTF8.self)
}

private let stranger = ThreadView(
    id: "t1", contactID: "c1", channel: "wechat", chatID: nil, name: "王先生", status: .unseen,
    bucket: .gray, score: 72, lastSpeaker: nil, lastMessageAt: nil, slaAt: nil, followUpAt: nil,
    snoozedUntil: nil, kCode: nil, topic: "", triggerType: nil, tags: [], isSilent: false,
    outcome: nil, satisfaction: nil)

@Test func aThreadWritesItsNullsInTheContractsOrder() throws {
    let expected = [
        #"{"id":"t1","contact_id":"c1","channel":"wechat","chat_id":null,"name":"王先生","#,
        #""status":"UNSEEN","bucket":"GRAY","score":72,"last_speaker":null,"last_msg_at":null,"#,
        #""sla_at":null,"follow_up_at":null,"snoozed_until":null,"k_code":null,"topic":"","#,
        #""trigger_type":null,"tags":[],"silent":false,"outcome":null,"satisfaction":null}"#,
    ]
    #expect(try json(stranger) == expected.joined())
    let back = try JSONCoding.decode(ThreadView.self, from: JSONCoding.encode(stranger))
    #expect(try json(back) == expected.joined())
}

@Test func aContactWritesItsNulls() throws {
    let contact = ContactView(
        id: "c1", name: "王先生", remark: "", kCode: nil, type: .stranger, confidence: 40,
        owner: nil, bucket: .gray, autoSend: nil,
        identities: [IdentityView(channel: "wechat", peerID: "wx_1")],
        createdAt: Timestamp(seconds: 0), updatedAt: Timestamp(seconds: 0))
    let text = try json(contact)
    #expect(text.contains(#""k_code":null,"type":"stranger","confidence":40,"owner":null"#))
    #expect(
        text.contains(#""auto_send":null,"identities":[{"channel":"wechat","peer_id":"wx_1"}]"#))
}

private func received(duplicate: Bool) -> ReceiveMessage.Result {
    ReceiveMessage.Result(
        isDuplicate: duplicate, action: .ignore, isSending: false, content: "", confidence: 0,
        answerID: nil, citations: [], supersedes: [], contactID: "c1", threadID: "t1", score: 80,
        bucket: .white, status: .needReply, triggerType: .preSales,
        signal: SignalView(
            Signal(
                score: 80, parts: [SignalPart(name: "keywords_pre", points: 20, hits: ["报价"])],
                trigger: .preSales)))
}

@Test func aReceivedMessageIsAnsweredAsTheContractSays() throws {
    let expected = [
        #"{"duplicate":false,"action":"ignore","send":false,"content":"","confidence":0,"#,
        #""citations":[],"supersedes":[],"contact_id":"c1","thread_id":"t1","score":80,"#,
        #""bucket":"WHITE","status":"NEED_REPLY","trigger_type":"售前","#,
        #""signal":{"score":80,"parts":[{"name":"keywords_pre","points":20,"hits":["报价"]}]}}"#,
    ]
    #expect(try json(received(duplicate: false)) == expected.joined())
    let again = try json(received(duplicate: false).repeated)
    #expect(again == (try json(received(duplicate: true))))
}

@Test func aContactsAutoSendTellsNullFromAbsence() throws {
    let bytes = [
        #"{"id":"c1"}"#, #"{"id":"c1","auto_send":null}"#, #"{"id":"c1","auto_send":true}"#,
    ]
    let values = try bytes.map {
        try JSONCoding.decode(SetContact.Params.self, from: Array($0.utf8)).autoSend?.cleared
    }
    #expect(values == [.none, .some(.none), .some(.some(true))])
}

@Test func bucketsAreCountedUnderTheirNames() throws {
    #expect(
        try json(BucketCounts(white: 1, gray: 2, black: 3)) == #"{"WHITE":1,"GRAY":2,"BLACK":3}"#)
}

@Test func aFormKeepsTheOrderOfItsFields() throws {
    let form: JSONValue = ["功率_kW": 320, "枪型": "双枪", "输入电压": .null, "数量": "2台"]
    let result = TriggerThread.Result(
        outputID: "o1", triggerType: .preSales, form: form, replyDraft: "您好", labels: ["售前"],
        clarificationQuestions: ["交付到哪里？"])
    let text = try json(result)
    #expect(text.contains(#""form":{"功率_kW":320,"枪型":"双枪","输入电压":null,"数量":"2台"}"#))
    #expect(JSONValue(json: text)?["form"] == form)
    #expect(!text.contains("troubleshooting"))
}

@Test(arguments: [
    "{}", "[]", "null", "true", "-3", "1.5", #""客\n服""#, #"{"b":1,"a":[{"z":null,"y":false}]}"#,
])
func aValueReadAndWrittenIsTheSame(text: String) throws {
    let value = try #require(JSONValue(json: " \(text) "))
    #expect(try json(value) == text)
}

@Test(arguments: ["", "{", "1e999", "{} {}", #"{"a"}"#, "nul"])
func whatIsNoJSONIsNoValue(text: String) {
    #expect(JSONValue(json: text) == nil)
}

@Test(
    arguments: [
        (ObjectSchema(SnoozeThread.Params.self), #"{"id":"t1","minutes":0}"#, "minutes"),
        (ObjectSchema(SnoozeThread.Params.self), #"{"id":"t1","minutes":1.5}"#, "minutes"),
        (
            ObjectSchema(WaitThread.Params.self), #"{"id":"t1","follow_up_hours":0}"#,
            "follow_up_hours"
        ),
        (ObjectSchema(RateThread.Params.self), #"{"id":"t1","satisfaction":6}"#, "satisfaction"),
        (ObjectSchema(RateThread.Params.self), #"{"id":"t1"}"#, "satisfaction"),
        (ObjectSchema(ResolveThread.Params.self), #"{"id":"t1","outcome":"done"}"#, "outcome"),
        (ObjectSchema(TriggerThread.Params.self), #"{"id":"t1","type":"sales"}"#, "type"),
        (ObjectSchema(PageRequest.self), #"{"limit":101}"#, "limit"),
        (ObjectSchema(EraseContact.Params.self), #"{"id":"c1"}"#, "confirm"),
        (
            ObjectSchema(Heartbeat.Params.self), #"{"agent_id":"a","status":{"queued":-1}}"#,
            "status.queued"
        ),
        (ObjectSchema(Heartbeat.Params.self), #"{"agent_id":"a"}"#, "status"),
    ] as [(ObjectSchema, String, String)])
func hubParametersHaveLimits(schema: ObjectSchema, json: String, field: String) {
    let bytes = Array(json.utf8)
    #expect(throws: KefuError.self) {
        try ParameterCheck.check(bytes, in: 0..<bytes.count, against: schema)
    }
    do {
        try ParameterCheck.check(bytes, in: 0..<bytes.count, against: schema)
    } catch {
        #expect(error.field == field)
    }
}
