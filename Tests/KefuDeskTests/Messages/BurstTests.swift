import KefuRPC
import Support
import Testing

@Suite struct BurstTests {
    @Test func eachLineAnswersAllThatWasSaidInOneBreath() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        try chat.hear("报价单发我", after: -300)
        let first = try chat.hear("双枪的", after: -30)
        let second = try chat.hear("充电桩", after: -28)
        let third = try chat.hear("多少钱？", after: -25.5)
        #expect(second["supersedes"] == [first["answer_id"] ?? .null])
        #expect(third["supersedes"] == [first["answer_id"] ?? .null, second["answer_id"] ?? .null])
        #expect(third["action"] == "reply")
        #expect(third["content"] == "双枪一体机两万八起。")
        let answer = try client.call("answer.get", ["id": third["answer_id"] ?? .null])
        #expect(answer["question"] == "双枪的\n充电桩\n多少钱？")
    }

    @Test func greetingsAndThanksDoNotBlurTheQuestion() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        let hello = try chat.hear("双枪充电桩多少钱", after: -30)
        let thanks = try chat.hear("谢谢", after: -29)
        #expect(thanks["content"] == "双枪一体机两万八起。")
        #expect(thanks["supersedes"] == [hello["answer_id"] ?? .null])
    }

    @Test func aPauseEndsABurst() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        try chat.hear("双枪充电桩多少钱", after: -30)
        let second = try chat.hear("枪线有多长", after: -26.9)
        #expect(second["supersedes"] == [])
        #expect(second["content"] == "标配五米。")
    }

    @Test func ourWordsEndABurst() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        let first = try chat.hear("双枪充电桩多少钱", after: -30)
        try chat.write(first["content"]?.string, after: -29)
        let second = try chat.hear("枪线有多长", after: -28)
        #expect(second["supersedes"] == [])
        #expect(second["content"] == "标配五米。")
    }

    @Test func aDraftThatWasSentIsNotMadeUpFor() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        let first = try chat.hear("双枪充电桩多少钱", after: -30)
        try client.call(
            "message.sent", ["answer_id": first["answer_id"] ?? .null, "message_id": "out-1"])
        #expect(try chat.hear("枪线有多长", after: -28)["supersedes"] == [])
    }

    @Test func everyLineOfALongBurstIsNamed() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        var last = JSONValue.null
        for line in 0...25 { last = try chat.hear("报价\(line)", after: -30 + Double(line) / 10) }
        #expect(last["supersedes"]?.items.count == 25)
    }

    @Test func aPictureIsAnsweredInTheLanguageOfItsThread() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        try chat.hear("双枪充电桩多少钱", after: -300)
        let voice = try chat.hear(nil, after: -60, ["type": "voice"])
        #expect(voice["action"] == "handoff")
        #expect(voice["content"]?.string?.contains("人工") == true)
    }

    @Test func linesThatWereNotKeptAreAnsweredTogether() throws {
        let daemon = try DaemonProcess.ofCharging()
        let chat = Chat(try daemon.connect())
        #expect(try chat.hear("你们那边双枪的", after: -30)["bucket"] == "BLACK")
        #expect(try chat.hear("充电桩", after: -28)["action"] == "ignore")
        let asked = try chat.hear("多少钱？", after: -26)
        #expect(asked["action"] == "reply")
        #expect(asked["content"] == "双枪一体机两万八起。")
        #expect(asked["supersedes"] == [])
        #expect(try daemon.files(holding: "你们那边") == [])
        let answer = try chat.client.call("answer.get", ["id": asked["answer_id"] ?? .null])
        #expect(answer["question"] == "多少钱？")
    }

    @Test func timestampsDecideNotArrival() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        try chat.hear("报价单发我", after: -300)
        let last = try chat.hear("多少钱？", after: -26)
        let first = try chat.hear("双枪的", after: -30)
        #expect(first["supersedes"] == [])
        let middle = try chat.hear("充电桩", after: -28)
        #expect(
            middle["supersedes"] == [last["answer_id"] ?? .null, first["answer_id"] ?? .null])
        #expect(middle["content"] == "双枪一体机两万八起。")
    }

    @Test func theLengthOfABurstIsConfigured() throws {
        let chat = Chat(try DaemonProcess.ofCharging(#"{"hub": {"burst_s": 10}}"#).connect())
        try chat.hear("报价单发我", after: -300)
        let first = try chat.hear("双枪的", after: -30)
        let second = try chat.hear("充电桩多少钱", after: -21)
        #expect(second["supersedes"] == [first["answer_id"] ?? .null])
    }
}
