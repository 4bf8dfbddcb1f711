import KefuDomain
import KefuRPC
import Support
import Testing

@Suite struct SendingTests {
    private func sendingChat() throws -> Chat {
        let client = try DaemonProcess.ofCharging().connect()
        try client.call("channel.set", ["channel": "wechat", "auto_send": true])
        return Chat(client)
    }

    @Test func sendsByItselfOnlyWhereThatIsSwitchedOn() throws {
        let client = try DaemonProcess.ofCharging(#"{"hub": {"auto_send": ["line"]}}"#).connect()
        #expect(try Chat(client).hear("充电桩保修几年")["send"] == false)
        #expect(try Chat(client, on: "line").hear("充电桩保修几年")["send"] == true)
        let set = try client.call("channel.set", ["channel": "wechat", "auto_send": true])
        #expect(set["auto_send"] == true)
        #expect(try Chat(client, "wx_2").hear("充电桩保修几年", id: "n")["send"] == true)
        try client.call("channel.set", ["channel": "line", "auto_send": false])
        #expect(try Chat(client, "wx_3", on: "line").hear("充电桩保修几年")["send"] == false)
        let listed = try client.call("channel.list")["channels"]?.items ?? []
        #expect(listed.compactMap { $0["channel"]?.string } == ["line", "wechat"])
        #expect(listed.compactMap { $0["auto_send"]?.bool } == [false, true])
        #expect(listed.compactMap { $0["threads"]?.int } == [2, 2])
    }

    @Test func isSilentAfterAHandoff() throws {
        let chat = try sendingChat()
        #expect(try chat.hear("充电桩保修几年", after: -100)["send"] == true)
        let handed = try chat.hear("转人工", after: -90)
        #expect(handed["action"] == "handoff")
        #expect(handed["send"] == true)
        let next = try chat.hear("枪线有多长", after: -80)
        #expect(next["action"] == "reply")
        #expect(next["content"] == "标配五米。")
        #expect(next["send"] == false)
    }

    @Test func isSilentWhenAPersonWrites() throws {
        let chat = try sendingChat()
        try chat.hear("充电桩保修几年", after: -100)
        try chat.write("我来看一下", after: -90)
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == false)
        #expect(try Chat(chat.client, "wx_2").hear("枪线有多长")["send"] == true)
    }

    @Test func itsOwnWordsSilenceNothing() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩保修几年", after: -100)
        #expect(draft["status"] == "NEED_REPLY")
        let echo = try chat.write("整机保修三年", after: -95)
        #expect(echo["status"] == "WAITING_THEM")
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == true)
        let listed = try chat.client.call(
            "message.list", ["thread_id": draft["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.map { $0["bot"]?.bool } == [false, true, false])
    }

    @Test func anAnnouncedDraftCountsWhenItWasSent() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩保修几年", after: -7200)
        #expect(draft["status"] == "OVERDUE")
        let params: JSONValue = [
            "answer_id": draft["answer_id"] ?? .null, "message_id": "out-1",
            "at": .text(chat.time(-7100)),
        ]
        let sent = try chat.client.call("message.sent", params)
        #expect(sent["status"] == "WAITING_THEM")
        #expect(sent["thread_id"] == draft["thread_id"])
        #expect(try chat.client.call("message.sent", params) == sent)
        // The client shortened it: only the announcement tells whose words they are.
        let echo = try chat.write("保三年", after: -7050, id: "out-1")
        #expect(echo["action"] == "ignore")
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == true)
    }

    @Test func anAnnouncementThatComesLateBreaksTheSilence() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩保修几年", after: -100)
        try chat.write("保三年", after: -95, id: "out-1")
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == false)
        try chat.client.call(
            "message.sent", ["answer_id": draft["answer_id"] ?? .null, "message_id": "out-1"])
        #expect(try chat.hear("可以开专票吗", after: -60)["send"] == true)
    }

    @Test func textsThatOnlyHandOverAreNoReply() throws {
        let chat = try sendingChat()
        for (number, text) in ["转人工", "您好"].enumerated() {
            let other = Chat(chat.client, "wx_\(text)")
            try other.hear("充电桩保修几年", after: -100)
            let draft = try other.hear(text, after: -90)
            #expect(draft["content"]?.string?.isEmpty == false)
            let echo = try other.write(draft["content"]?.string, after: -80)
            #expect(echo["status"] == "NEED_REPLY", "\(text)")
            if number == 0 {
                #expect(try other.hear("枪线有多长", after: -70)["send"] == false)
            }
        }
    }

    @Test func aSensitiveQuestionIsOnlyADraft() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩起火了保修吗")
        #expect(draft["send"] == false)
        #expect(draft["content"]?.string?.isEmpty == false)
    }

    @Test func sendingKnowsItsAnswers() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let missing = try client.failure(
            "message.sent", ["answer_id": "a99", "message_id": "m"])
        #expect(missing.code == -32001)
        let asked = try client.ask("充电桩保修几年")
        let foreign = try client.failure(
            "message.sent", ["answer_id": asked["answer_id"] ?? .null, "message_id": "m"])
        #expect(foreign.code == -32003)
    }

    @Test func aCustomersMessageIsNoneThatWasSent() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩保修几年", after: -100, id: "theirs")
        let answer = draft["answer_id"] ?? .null
        let refused = try chat.client.failure(
            "message.sent", ["answer_id": answer, "message_id": "theirs"])
        #expect(refused.code == -32002)
        // Nothing of it stays: the same draft can be announced rightly.
        let sent = try chat.client.call(
            "message.sent", ["answer_id": answer, "message_id": "ours"])
        #expect(sent["status"] == "WAITING_THEM")
    }

    @Test func oneDraftIsOneMessage() throws {
        let chat = try sendingChat()
        let first = try chat.hear("充电桩保修几年", after: -100)["answer_id"] ?? .null
        let second = try chat.hear("枪线有多长", after: -80)["answer_id"] ?? .null
        func announce(_ answer: JSONValue, _ id: String) -> JSONValue {
            ["answer_id": answer, "message_id": .text(id)]
        }
        let sent = try chat.client.call("message.sent", announce(first, "out-1"))
        #expect(try chat.client.call("message.sent", announce(first, "out-1")) == sent)
        let otherID = try chat.client.failure("message.sent", announce(first, "out-2"))
        #expect(otherID.code == -32002)
        #expect(otherID.at("data", "with")?.items.first?["id"] == "out-1")
        let otherDraft = try chat.client.failure("message.sent", announce(second, "out-1"))
        #expect(otherDraft.code == -32002)
        #expect(otherDraft.at("data", "with")?.items.first?["id"] == first)
        // Nothing of the refused ones stays.
        #expect(try chat.client.call("message.sent", announce(first, "out-1")) == sent)
        try chat.client.call("message.sent", announce(second, "out-2"))
    }

    @Test func wordsThatCameBackMayBeAnnouncedAfterwards() throws {
        let chat = try sendingChat()
        let draft = try chat.hear("充电桩保修几年", after: -100)
        try chat.write("整机保修三年。", after: -95, id: "echo-1")
        let params: JSONValue = [
            "answer_id": draft["answer_id"] ?? .null, "message_id": "api-7",
        ]
        let sent = try chat.client.call("message.sent", params)
        #expect(sent["status"] == "WAITING_THEM")
        // It counts once, when it was sent.
        let at = sent["at"]?.string.flatMap(Timestamp.init(rfc3339:))
        #expect(at == Timestamp(rfc3339: chat.time(-95)))
        #expect(try chat.client.call("message.sent", params) == sent)
    }

    @Test func aContactComesBeforeItsChannel() throws {
        let chat = try sendingChat()
        let first = try chat.hear("充电桩保修几年", after: -100)
        try chat.client.call(
            "contact.set", ["id": first["contact_id"] ?? .null, "auto_send": false])
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == false)
        try chat.client.call("channel.set", ["channel": "wechat", "auto_send": false])
        try chat.client.call(
            "contact.set", ["id": first["contact_id"] ?? .null, "auto_send": true])
        #expect(try chat.hear("可以开专票吗", after: -60)["send"] == true)
    }

    @Test(arguments: ["thread.resolve", "thread.release"])
    func speaksAgainOnceThatIsSaid(method: String) throws {
        let chat = try sendingChat()
        let handed = try chat.hear("我要转人工问充电桩", after: -100)
        #expect(try chat.hear("枪线有多长", after: -80)["send"] == false)
        try chat.client.call(method, ["id": handed["thread_id"] ?? .null])
        #expect(try chat.hear("可以开专票吗")["send"] == true)
    }
}
