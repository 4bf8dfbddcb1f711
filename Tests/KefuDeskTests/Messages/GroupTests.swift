import KefuRPC
import Support
import Testing

@Suite struct GroupTests {
    @Test func aGroupIsAThreadOfItsOwn() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let (one, other) = (Chat(client, "a"), Chat(client, "b"))
        let group: [String: JSONValue] = ["chat_id": "g1"]
        let alone = try one.hear("双枪充电桩多少钱")
        let first = try one.hear("双枪充电桩多少钱", group)
        let second = try other.hear("价格呢", group)
        #expect(first["thread_id"] != alone["thread_id"])
        #expect(first["contact_id"] == alone["contact_id"])
        #expect(second["thread_id"] == first["thread_id"])
        #expect(second["contact_id"] != first["contact_id"])
        let elsewhere = try one.hear("价格呢", ["chat_id": "g2"])
        #expect(elsewhere["thread_id"] != first["thread_id"])
    }

    @Test func draftsOnlyWhereTheBotIsAddressed() throws {
        let client = try DaemonProcess.ofCharging(
            #"{"hub": {"addressed_as": ["小桩"], "auto_send": ["wechat"]}}"#
        ).connect()
        let chat = Chat(client)
        let group: [String: JSONValue] = ["chat_id": "g1"]
        let talk = try chat.hear("充电桩保修几年", after: -300, group)
        #expect(talk["action"] == "ignore")
        #expect(talk["content"] == "")
        #expect(talk["bucket"] == "GRAY")
        #expect(talk["status"] == "NEED_REPLY" || talk["status"] == "UNSEEN")
        let other = try chat.hear("@张三 充电桩保修几年", after: -200, group)
        #expect(other["action"] == "ignore")
        for (number, text) in ["@小桩 充电桩保修几年", "充电桩保修几年 @小桩", "＠小桩充电桩保修几年"]
            .enumerated()
        {
            let asked = try chat.hear(text, after: Double(number * 10 - 100), group)
            #expect(asked["action"] == "reply", "\(text)")
            #expect(asked["content"] == "整机保修三年。")
            #expect(asked["send"] == true)
            let answer = try client.call("answer.get", ["id": asked["answer_id"] ?? .null])
            #expect(answer["question"]?.string?.contains("小桩") == false)
        }
    }

    @Test func whoAsksAGroupForAPersonGetsOne() throws {
        let daemon = try DaemonProcess.ofCharging(#"{"hub": {"auto_send": ["wechat"]}}"#)
        let (client, listener) = (try daemon.connect(), try daemon.connect())
        try listener.call("events.subscribe", ["topics": ["handoff"]])
        for (number, text) in ["转人工", "我要投诉"].enumerated() {
            let group: [String: JSONValue] = ["chat_id": .text("g\(number)")]
            let asked = try Chat(client, "wx_\(number)").hear(text, group)
            #expect(asked["action"] == "handoff", "\(text)")
            // Nobody spoke to the bot, so it has no words.
            #expect(asked["content"] == "")
            #expect(asked["send"] == false)
            #expect((asked["score"]?.int ?? 0) >= 60)
            let thread = try client.call("thread.get", ["id": asked["thread_id"] ?? .null])
            #expect(thread["silent"] == true)
            let event = try listener.message()
            #expect(event.at("params", "data", "thread_id") == asked["thread_id"])
            #expect(event.at("params", "data", "priority") == "high")
            let addressed = try Chat(client, "wx_\(number)b").hear("@客服 \(text)", group)
            #expect(addressed["action"] == "handoff")
            #expect(addressed["content"]?.string?.isEmpty == false)
            #expect(
                try listener.message().at("params", "data", "answer_id") == addressed["answer_id"])
        }
    }

    @Test func membersDoNotMixTheirLines() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let (one, other) = (Chat(client, "a"), Chat(client, "b"))
        let group: [String: JSONValue] = ["chat_id": "g1"]
        let first = try one.hear("@客服 双枪充电桩", after: -60, group)
        try other.hear("@客服 枪线有多长", after: -59, group)
        let second = try one.hear("@客服 多少钱", after: -58, group)
        #expect(second["supersedes"] == [first["answer_id"] ?? .null])
        #expect(second["content"] == "双枪一体机两万八起。")
    }

    @Test func ourWordsInAGroupMakeNoMember() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client, "a")
        let first = try chat.hear("价格多少", after: -60, ["chat_id": "g1"])
        let ours = try Chat(client, "self").write("两万八", after: -50, ["chat_id": "g1"])
        #expect(ours["contact_id"] == first["contact_id"])
        #expect(ours["thread_id"] == first["thread_id"])
        #expect(ours["status"] == "WAITING_THEM")
    }
}
