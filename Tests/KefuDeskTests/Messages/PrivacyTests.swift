import KefuRPC
import Support
import Testing

@Suite struct PrivacyTests {
    @Test func aPrivateThreadLeavesNoByte() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let chat = Chat(client, "wx_friend")
        let secret = "玛卡巴卡雪莉酒"
        let texts = ["晚上撸串喝酒，\(secret)", "\(secret)真好喝呀", "打球去，带上\(secret)"]
        for (number, text) in texts.enumerated() {
            let result = try chat.hear(
                text, after: Double(number * 10 - 60),
                ["file_types": ["jpg"], "sender_name": "老王"])
            #expect(result["bucket"] == "BLACK", "\(text)")
            #expect(result["action"] == "ignore")
            #expect(result["trigger_type"] == .null)
            #expect(
                result.at("signal", "parts")?.items.allSatisfy { $0["hits"] == [] } == true)
        }
        let ours = try chat.write("好，\(secret)我来买", after: -5)
        #expect(try daemon.files(holding: secret) == [])
        #expect(try daemon.files(holding: "撸串") == [])
        daemon.kill()
        #expect(try daemon.files(holding: secret) == [])
        let again = try DaemonProcess(in: daemon.directory).connect()
        let listed = try again.call("message.list", ["thread_id": ours["thread_id"] ?? .null])
        let messages = listed["messages"]?.items ?? []
        #expect(messages.count == 4)
        #expect(messages.allSatisfy { $0["text"] == .null && $0["file_types"] == [] })
        #expect(messages.last?.at("signal", "parts")?.items.isEmpty == false)
        #expect(try again.call("answer.list")["answers"] == [])
    }

    @Test func aStrangerWhoTalksBusinessLaterIsScoredAnew() throws {
        let daemon = try DaemonProcess.ofCharging()
        let chat = Chat(try daemon.connect())
        #expect(try chat.hear("晚上吃饭去", after: -60)["bucket"] == "BLACK")
        let business = try chat.hear("双枪充电桩多少钱", after: -50)
        #expect(business["bucket"] == "GRAY" || business["bucket"] == "WHITE")
        #expect(business["action"] == "reply")
        #expect(try daemon.files(holding: "晚上吃饭去") == [])
        #expect(try daemon.files(holding: "双枪充电桩多少钱") != [])
    }

    @Test func aThreadThatTurnsPrivateLosesItsWords() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let chat = Chat(client)
        let day = 86_400.0
        let old = try chat.hear("双枪充电桩多少钱", after: -60 * day)
        #expect(old["answer_id"] != nil)
        let now = try chat.hear("晚上去打球", after: -day)
        #expect(now["bucket"] == "BLACK")
        let listed = try client.call("message.list", ["thread_id": old["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.allSatisfy { $0["text"] == .null } == true)
        #expect(try client.call("answer.list")["answers"] == [])
        let again = try chat.hear("双枪充电桩多少钱", id: "wx_1-1")
        #expect(again["duplicate"] == true)
        #expect(again["content"] == "")
    }

    @Test func keepsNoTextWhereNoneIsToBeKept() throws {
        let daemon = try DaemonProcess.ofCharging(#"{"hub": {"text_days": 0}}"#)
        let chat = Chat(try daemon.connect())
        let text = "双枪充电桩多少钱，玛卡巴卡问的"
        let result = try chat.hear(text, ["sender_name": "老王"])
        #expect(result["answer_id"] != nil)
        let listed = try chat.client.call(
            "message.list", ["thread_id": result["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.first?["text"] == .null)
        let answer = try chat.client.call("answer.get", ["id": result["answer_id"] ?? .null])
        #expect(answer["question"] == "")
        let again = try chat.hear(text, id: "wx_1-1")
        #expect(again["content"] == result["content"])
    }

    @Test func aBlockedContactIsPrivateUntilUnblocked() throws {
        let daemon = try DaemonProcess.ofCharging()
        let chat = Chat(try daemon.connect())
        let first = try chat.hear("双枪充电桩多少钱，玛卡巴卡问的", after: -100)
        let contact = first["contact_id"] ?? .null
        try chat.client.call("contact.block", ["id": contact])
        let blocked = try chat.hear("报价单发我，雪莉酒厂", after: -90)
        #expect(blocked["bucket"] == "BLACK")
        #expect(blocked["action"] == "ignore")
        #expect(blocked["trigger_type"] == .null)
        #expect(try daemon.files(holding: "雪莉酒厂") == [])
        try chat.client.call("contact.unblock", ["id": contact])
        let after = try chat.hear("双枪充电桩多少钱", after: -80)
        #expect(after["bucket"] == "GRAY")
        #expect(after["action"] == "reply")
    }

    @Test func aPromotedCustomerIsNeverPrivate() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        let first = try chat.hear("双枪充电桩多少钱", after: -100)
        try chat.client.call(
            "contact.promote",
            [
                "id": first["contact_id"] ?? .null, "customer_name": "张三", "region": "渝A",
                "level": "VIP",
            ])
        let talk = try chat.hear("晚上一起吃饭", after: -90)
        #expect(talk["bucket"] == "WHITE")
        #expect(talk.at("signal", "score") == 0)
        #expect(talk["action"] != "ignore")
    }

    @Test func anErasedCustomerStaysErased() throws {
        let daemon = try DaemonProcess.ofCharging()
        let chat = Chat(try daemon.connect())
        let first = try chat.hear("双枪充电桩多少钱，玛卡巴卡问的", after: -100)
        try chat.client.call(
            "contact.erase", ["id": first["contact_id"] ?? .null, "confirm": true])
        let replayed = try chat.hear(
            "双枪充电桩多少钱，玛卡巴卡问的", after: -100, id: "wx_1-1", ["replay": true])
        #expect(replayed["action"] == "ignore")
        #expect(replayed["duplicate"] == false)
        #expect(try daemon.files(holding: "玛卡巴卡") == [])
        let later = try chat.hear("充电桩保修几年")
        #expect(later["action"] == "reply")
        #expect(later["contact_id"] != first["contact_id"])
    }
}
