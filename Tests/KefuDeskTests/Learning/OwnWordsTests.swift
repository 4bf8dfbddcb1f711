import KefuRPC
import Support
import Testing

/// Only a person's words become knowledge, never the program's own.
@Suite struct OwnWordsTests {
    private let configuration = #"{"thresholds": {"clarify": 0.1}}"#

    @Test func anEchoOfTheBotIsNotLearned() throws {
        let client = try DaemonProcess.ofCharging(configuration).connect()
        let before = try client.export()
        let chat = Chat(client)
        for (number, question) in ["充电桩坏了保修吗", "枪的线多长呢", "专票行不行"].enumerated() {
            let said = try chat.hear(question, after: Double(number * 60 - 600))
            try chat.write(said["content"]?.string, after: Double(number * 60 - 590))
            try chat.hear("好的谢谢", after: Double(number * 60 - 580))
        }
        let figures = try client.learned()
        #expect(figures.at("candidates", "entered") == 0)
        #expect(figures.at("candidates", "waiting") == 0)
        #expect(try client.export() == before)
    }

    @Test func anEchoThatIsAnnouncedLaterIsTakenBack() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let before = try client.export()
        let chat = Chat(client)
        let said = try chat.hear(Lessons.weekend.question, after: -600)
        // A client that words its message otherwise than the draft, and says so only afterwards.
        try chat.write(Lessons.weekend.answer, after: -590, id: "late-1")
        #expect(try client.entries("shadow").count == 1)
        try client.call(
            "message.sent", ["answer_id": said["answer_id"] ?? .null, "message_id": "late-1"])
        #expect(try client.entries("shadow").isEmpty)
        #expect(try client.export() == before)
        #expect(try client.learned().at("reasons", "not_a_persons") == 1)
    }

    @Test func aReplayedHistoryIsNotLearned() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let before = try client.export()
        let chat = Chat(client)
        try chat.hear(Lessons.weekend.question, after: -600, ["replay": true])
        try chat.write(Lessons.weekend.answer, after: -590, ["replay": true])
        try client.learned()
        #expect(try client.export() == before)
        #expect(try client.pending().isEmpty)
    }

    @Test func aPersonsWordsInsteadOfADraftAreLearned() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        let said = try chat.hear("充电桩保修几年", after: -600)
        #expect(said["action"] == "reply")
        try chat.write("整机保修五年，枪线保修两年。", after: -580)
        let candidate = try #require(try client.pending().first)
        #expect(candidate.at("conflicts")?.items.first?["question"] == "充电桩保修几年")
        #expect(candidate.at("gates")?.items.first?["gate"] == "contradiction")
        #expect(try client.ask("充电桩保修几年")["content"] == "整机保修三年。")
    }
}
