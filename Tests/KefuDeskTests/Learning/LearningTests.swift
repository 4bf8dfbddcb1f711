import KefuDomain
import KefuRPC
import Support
import Testing

/// What people answer in threads becomes knowledge, in the shadow first.
@Suite struct LearningTests {
    @Test func aGoodAnswerEntersTheShadowAndAnswersNobody() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let lesson = Lessons.weekend
        try Chat(client).teach(lesson.question, lesson.answer)
        let shadows = try client.entries("shadow")
        #expect(shadows.map { $0["question"]?.string } == [lesson.question])
        #expect(shadows.first?["answer"]?.string == lesson.answer)
        #expect(shadows.first?["source"] == "learned")
        let asked = try client.ask(lesson.question)
        #expect(asked["action"] == "handoff")
        #expect(asked["alternatives"]?.items.contains { $0["id"] == shadows[0]["id"] } == false)
        #expect(try client.learned().at("candidates", "entered") == 1)
        #expect(try client.pending().isEmpty)
    }

    @Test func theShadowChangesNothingThatCustomersGet() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let questions = ["充电桩保修多久", "枪线多长呀", "专票能开吗", "墙上能装充电桩吗"]
        func told() throws -> [JSONValue?] {
            try client.settle()
            return try questions.map { question in
                let said = try client.ask(question)
                return .list([
                    said["action"] ?? .null, said["content"] ?? .null,
                    said["confidence"] ?? .null, said["alternatives"] ?? .null,
                ])
            }
        }
        let before = try told()
        for (number, lesson) in [Lessons.weekend, Lessons.wall, Lessons.rain].enumerated() {
            try Chat(client, "wx_\(number)").teach(lesson.question, lesson.answer)
        }
        #expect(try client.entries("shadow").count == 3)
        #expect(try told() == before)
    }

    @Test func agreementPromotesItAndTheSecondOneOnly() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let lesson = Lessons.weekend
        try Chat(client, "wx_a").teach(lesson.question, lesson.answer, after: -3000)
        let entry = try #require(try client.entries("shadow").first?["id"]?.string)
        try Chat(client, "wx_b").teach("周末你们上班吗", "周末照常上班，早九点到晚六点。", after: -2000)
        #expect(try client.entries("shadow").first?["id"]?.string == entry)
        #expect(try client.learned().at("entries", "agreed") == 1)
        try Chat(client, "wx_c").teach("你们周末上班吗？", "周末照常上班的，九点到六点。", after: -1000)
        #expect(try client.entries("shadow").isEmpty)
        let figures = try client.learned()
        #expect(figures.at("entries", "agreed") == 2)
        #expect(figures.at("entries", "promoted") == 1)
        #expect(try client.ask(lesson.question)["content"]?.string == lesson.answer)
        let history = try client.history(["entry": .text(entry)])
        #expect(history.first?["does"] == "promotes")
        #expect(history.last?["does"] == "adds")
    }

    @Test func disagreementTakesItBackToReview() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let lesson = Lessons.weekend
        try Chat(client, "wx_a").teach(lesson.question, lesson.answer, after: -3000)
        let entry = try #require(try client.entries("shadow").first?["id"]?.string)
        try Chat(client, "wx_b").teach(
            "你们周末上班吗", "周末不上班，周一到周五早上九点到晚上六点。", after: -2000)
        #expect(try client.entries("pending").map { $0["id"]?.string } == [entry])
        let pending = try client.pending()
        #expect(pending.count == 2)
        #expect(pending.contains { $0["answer"]?.string == lesson.answer })
        #expect(pending.contains { $0.at("conflicts")?.items.first?["id"]?.string == entry })
        #expect(try client.learned().at("entries", "disagreed") == 1)
        let other = try #require(pending.first { $0["answer"]?.string != lesson.answer })
        let approved = try client.call("learn.approve", ["id": other["id"] ?? .null])
        #expect(approved.at("entry", "id")?.string == entry)
        #expect(approved.at("entry", "status") == "active")
        #expect(try client.ask("你们周末上班吗")["content"]?.string?.contains("不上班") == true)
    }

    @Test func aDissatisfiedCustomerTakesItBack() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        try chat.teach(Lessons.rain.question, Lessons.rain.answer, then: nil)
        #expect(try client.entries("shadow").count == 1)
        try chat.hear("不对吧，你说的是错的", after: -500)
        #expect(try client.entries("shadow").isEmpty)
        #expect(try client.learned().at("candidates", "entered") == 0)
    }

    @Test func severalMessagesAreOneAnswer() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        try chat.hear("充电桩可以装在墙上吗", after: -600)
        try chat.write("7kW充电桩支持壁挂安装。", after: -580)
        try client.learned()
        try chat.write("墙面要是承重的实心墙。", after: -560)
        try chat.hear("明白了谢谢", after: -500)
        let shadows = try client.entries("shadow")
        #expect(shadows.count == 1)
        let answer = shadows.first?["answer"]?.string ?? ""
        #expect(answer.contains("壁挂") && answer.contains("实心墙"))
    }

    @Test func whatIsNoAnswerIsDroppedAndCounted() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let before = try client.export()
        try Chat(client, "wx_a").teach("你们周末上班吗", "稍等，我帮您问一下", then: nil)
        try Chat(client, "wx_b").teach("下雨天可以充电吗", "看图片上标的尺寸就知道了", then: nil)
        try Chat(client, "wx_c").teach("可以装在墙上吗", "您是哪个型号的？", then: nil)
        let figures = try client.learned()
        #expect(figures.at("candidates", "entered") == 0)
        #expect(try client.export() == before)
        #expect(try client.pending().isEmpty)
    }

    @Test func everythingWaitsWhereAutomaticLearningIsOff() throws {
        let client = try DaemonProcess.ofCharging(#"{"learning": {"automatic": false}}"#).connect()
        let lesson = Lessons.weekend
        try Chat(client).teach(lesson.question, lesson.answer)
        let candidate = try #require(try client.pending().first)
        #expect(candidate["question"]?.string == lesson.question)
        #expect((candidate["quality"]?.double ?? 0) >= 0.8)
        #expect(candidate["reasons"]?.items.isEmpty == false)
        let approved = try client.call("learn.approve", ["id": candidate["id"] ?? .null])
        #expect(approved.at("entry", "status") == "active")
        #expect(approved.at("learned", "by") == "review")
        #expect(try client.ask(lesson.question)["content"]?.string == lesson.answer)
        #expect(try client.pending().isEmpty)
        let again = try client.failure("learn.approve", ["id": candidate["id"] ?? .null])
        #expect(again.code == -32003)
    }

    @Test func aRejectedCandidateNeverComesBack() throws {
        let client = try DaemonProcess.ofCharging(#"{"learning": {"automatic": false}}"#).connect()
        let chat = Chat(client)
        try chat.teach(Lessons.weekend.question, Lessons.weekend.answer, then: nil)
        let candidate = try #require(try client.pending().first)
        #expect(
            try client.call("learn.reject", ["id": candidate["id"] ?? .null, "reason": "不对外说"])[
                "rejected"] == true)
        try chat.hear("好的谢谢", after: -400)
        #expect(try client.pending().isEmpty)
        #expect(try client.learned().at("candidates", "rejected") == 1)
    }

    @Test func whoeverTypesOrImportsTheQuestionKnowsBetter() throws {
        let client = try DaemonProcess.ofCharging().connect()
        try Chat(client, "wx_a").teach(Lessons.weekend.question, Lessons.weekend.answer)
        try Chat(client, "wx_b").teach(Lessons.rain.question, Lessons.rain.answer)
        let guesses = try client.entries("shadow").compactMap { $0["id"]?.string }
        let typed = try client.add(Lessons.weekend.question, "周末休息。")
        #expect(guesses.contains(typed))
        #expect(try client.ask(Lessons.weekend.question)["content"] == "周末休息。")
        let table = "question,answer\n\(Lessons.rain.question),可以，IP54。\n"
        let report = try client.call("kb.import", ["name": "a.csv", "content": .text(table)])
        #expect(report["files"]?.items.first?["updated"] == 1)
        #expect(try client.ask(Lessons.rain.question)["content"] == "可以，IP54。")
        #expect(try client.entries("shadow").isEmpty)
    }

    @Test func whereItCameFromIsKept() throws {
        let daemon = try DaemonProcess.ofCharging()
        let (client, listener) = (try daemon.connect(), try daemon.connect())
        try listener.call("events.subscribe", ["topics": ["learned"]])
        let chat = Chat(client)
        let heard = try chat.hear(Lessons.weekend.question, after: -600)
        try chat.write(Lessons.weekend.answer, after: -580)
        let change = try #require(try client.history().first)
        #expect(change["by"] == "itself")
        #expect(change["does"] == "adds")
        #expect(change.at("provenance", "thread_id") == heard["thread_id"])
        #expect(change.at("provenance", "message_ids")?.items.count == 2)
        #expect((change["quality"]?.double ?? 0) >= 0.8)
        #expect(change["status"] == "shadow")
        let event = try listener.message()
        #expect(event.at("params", "data", "entry_id") == change["entry_id"])
        #expect(event.at("params", "data", "learned_id") == change["id"])
    }
}
