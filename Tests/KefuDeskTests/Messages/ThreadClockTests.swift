import Foundation
import KefuRPC
import Support
import Testing

@Suite struct ThreadClockTests {
    /// The hub's own word on a thread, past what each message was told.
    private func status(of chat: Chat, after seconds: Double = 0, id: String) throws -> JSONValue {
        try chat.hear("好的", after: seconds, id: id)
    }

    @Test func aLateMessageDoesNotMoveTheClockBack() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        try chat.hear("双枪充电桩多少钱", after: -120)
        try chat.write("两万八", after: -60)
        let late = try chat.hear("充电桩保修几年", after: -7200)
        #expect(late["status"] == "WAITING_THEM")
        #expect(late["action"] == "reply")
    }

    @Test func ourLateMessageAnswersOnlyWhatCameBeforeIt() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        try chat.hear("双枪充电桩多少钱", after: -7200)
        try chat.hear("枪线有多长", after: -600)
        let late = try chat.write("两万八", after: -7000)
        #expect(late["status"] == "NEED_REPLY")
        let other = Chat(chat.client, "wx_2")
        try other.hear("双枪充电桩多少钱", after: -7200)
        #expect(try other.hear("枪线有多长", after: -600)["status"] == "OVERDUE")
    }

    @Test func whatIsAheadOfTheClockIsTakenAsNow() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        let ahead = try chat.hear("双枪充电桩多少钱", after: 86_400 * 365)
        #expect(ahead["status"] == "NEED_REPLY" || ahead["status"] == "UNSEEN")
        let listed = try client.call("message.list", ["thread_id": ahead["thread_id"] ?? .null])
        let year = listed["messages"]?.items.first?["at"]?.string?.prefix(10)
        let soon = [0, 86_400].map { Self.day($0) }
        #expect(soon.contains(String(year ?? "")))
        #expect(try chat.write("两万八")["status"] == "WAITING_THEM")
    }

    private static func day(_ offset: Double) -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        formatter.timeZone = TimeZone(identifier: "Asia/Shanghai")
        return formatter.string(from: Date(timeIntervalSinceNow: offset))
    }

    @Test func theDistantPastIsAccepted() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        let old = try chat.hear(
            "双枪充电桩多少钱", ["timestamp": "1999-12-31T23:59:59+08:00"])
        #expect(old["status"] == "OVERDUE")
        #expect(old["action"] == "reply")
    }

    @Test func courtesiesChangeNeitherSpeakerNorClock() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        try chat.hear("双枪充电桩多少钱", after: -120)
        #expect(try chat.write("两万八一台", after: -60)["status"] == "WAITING_THEM")
        for text in ["好的，谢谢！", "ok", "👍", "收到"] {
            let courtesy = try chat.hear(text, after: -30)
            #expect(courtesy["status"] == "WAITING_THEM", "\(text)")
            #expect(courtesy["action"] == "reply")
        }
        #expect(try chat.hear("枪线有多长", after: -20)["status"] == "NEED_REPLY")
    }

    @Test func aFirstMessageCountsWhateverItIs() throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        let first = try chat.hear("好的", ["kb_matched": true])
        #expect(first["status"] == "NEED_REPLY" || first["status"] == "UNSEEN")
    }

    @Test func aReplayIsScoredAndAnsweredToNobody() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        let old = try chat.hear("双枪充电桩多少钱", after: -7200, ["replay": true])
        #expect(old["action"] == "ignore")
        #expect(old["content"] == "")
        #expect(old["answer_id"] == nil)
        #expect(old["status"] == "OVERDUE")
        #expect(old["bucket"] == "GRAY")
        let names = old.at("signal", "parts")?.items.compactMap { $0["name"]?.string } ?? []
        #expect(!names.contains("knowledge"))
        let known = try chat.hear(
            "枪线有多长", after: -7100, ["replay": true, "kb_matched": true])
        let parts = known.at("signal", "parts")?.items.compactMap { $0["name"]?.string } ?? []
        #expect(parts.contains("knowledge"))
        try chat.write("两万八一台", after: -7000, ["replay": true])
        let listed = try client.call("message.list", ["thread_id": old["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.compactMap { $0["replay"]?.bool } == [true, true, true])
        #expect(try client.call("answer.list")["answers"] == [])
    }

    @Test func aScoreLastsThirtyDays() throws {
        let chat = Chat(try DaemonProcess().connect())
        let day = 86_400.0
        let business = try chat.hear("报价 价格 参数 型号 交期", after: -40 * day)
        #expect(business["bucket"] == "WHITE")
        let chatty = try chat.hear("今天天气真好呀", after: -11 * day, ["kb_matched": false])
        #expect(chatty["bucket"] == "WHITE")
        #expect(chatty["score"] == business["score"])
        #expect((chatty.at("signal", "score")?.int ?? 100) < 60)
        let later = try chat.hear("哈哈今天也不错呀", after: -9 * day, ["kb_matched": false])
        #expect(later["bucket"] == "BLACK")
    }

    @Test func aThreadWithOurWordsOnlyIsGray() throws {
        let chat = Chat(try DaemonProcess().connect())
        let ours = try chat.write("您好，这是我们的报价单")
        #expect(ours["bucket"] == "GRAY")
        #expect(ours["score"] == 0)
        #expect(ours["status"] == "WAITING_THEM")
        #expect(ours["action"] == "ignore")
    }

    @Test func readingMessagesMarksAThreadAsLookedAt() throws {
        let client = try DaemonProcess.configured(#"{"hub": {"sla": {"unseen_minutes": 20}}}"#)
            .connect()
        let chat = Chat(client)
        let first = try chat.hear("报价多少", after: -60)
        #expect(first["status"] == "UNSEEN")
        let thread = first["thread_id"] ?? .null
        try client.call("message.list", ["thread_id": thread])
        #expect(try chat.hear("好的")["status"] == "NEED_REPLY")
        #expect(try client.failure("message.list", ["thread_id": "t999"]).code == -32001)
    }

    @Test func listsMessagesNewestFirstByPages() throws {
        let client = try DaemonProcess().connect()
        let chat = Chat(client)
        var thread: JSONValue = .null
        for number in 0..<7 {
            thread = try chat.hear("报价\(number)", after: Double(number - 100))["thread_id"] ?? .null
        }
        var texts: [String] = []
        var cursor: JSONValue = .null
        repeat {
            let page = try client.call(
                "message.list", ["thread_id": thread, "limit": 3, "cursor": cursor])
            texts += page["messages"]?.items.compactMap { $0["text"]?.string } ?? []
            cursor = page["next_cursor"] ?? .null
        } while cursor != .null
        #expect(texts == (0..<7).reversed().map { "报价\($0)" })
    }
}
