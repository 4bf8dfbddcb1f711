import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

extension LineClient {
    fileprivate func gaps() throws -> [JSONValue] {
        try call("learn.gaps")["gaps"]?.items ?? []
    }

    fileprivate func questions() throws -> [String] {
        try gaps().compactMap { $0["question"]?.string }
    }
}

/// What the base could not answer, and answering it.
@Suite struct GapTests {
    @Test func questionsOfOneMeaningAreOneGap() throws {
        let client = try DaemonProcess.ofCharging().connect()
        for text in ["你们周末上门安装吗", "周末可以上门安装吗？", "周末可以上门安装吗", "怎么注销账号"] {
            #expect(try client.ask(text)["action"] == "handoff", "\(text)")
        }
        let gaps = try client.gaps()
        #expect(gaps.map { $0["count"]?.int } == [3, 1])
        #expect(gaps[0]["question"]?.string == "周末可以上门安装吗？")
        #expect(gaps[0]["examples"]?.items.count == 2)
        #expect(gaps[0]["last_asked_at"]?.string?.isEmpty == false)
        #expect(gaps[1]["question"]?.string == "怎么注销账号")
        let page = try client.call("learn.gaps", ["limit": 1])
        #expect(page["gaps"]?.items.count == 1 && page["total"] == 2)
        let rest = try client.call(
            "learn.gaps", ["limit": 1, "cursor": page["next_cursor"] ?? .null])
        #expect(rest["gaps"]?.items.first?["question"]?.string == "怎么注销账号")
        #expect(rest["next_cursor"] == .null)
    }

    @Test func whatIsNoQuestionToTheBaseIsNoGap() throws {
        let client = try DaemonProcess.ofCharging().connect()
        for text in ["你好", "转人工", "我要投诉", "谢谢", "？？？", "123", "晚上一起吃饭撸串吧"] {
            _ = try client.ask(text)
        }
        let chat = Chat(client)
        try chat.hear("晚上一起打球", after: -60)
        try chat.hear(nil, after: -50, ["type": "image", "file_types": ["jpg"]])
        #expect(try client.questions() == [])
    }

    @Test func messagesOpenGapsAndABurstOpensOne() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let chat = Chat(client)
        try chat.hear("请问你们的桩", after: -600)
        try chat.hear("能不能装在地下车库？", after: -599)
        let gaps = try client.gaps()
        #expect(gaps.map { $0["count"]?.int } == [1])
        #expect(gaps[0]["question"]?.string?.contains("地下车库") == true)
    }

    @Test func aQuestionIsKeptAsItWasUnderstood() throws {
        let client = try DaemonProcess.ofCharging().connect()
        _ = try client.call("ask", ["question": "双枪充电桩多少钱", "session": "s1"])
        let said = try client.call("ask", ["question": "那重量呢", "session": "s1"])
        guard let completed = said.at("context", "completed")?.string else { return }
        #expect(try client.questions() == [completed])
    }

    @Test func answeringAGapClosesItAndSaysWhatPasses() throws {
        let client = try DaemonProcess.ofCharging().connect()
        for text in ["你们周末上门安装吗", "周末可以上门安装吗", "周末可以上门安装吗"] { _ = try client.ask(text) }
        let gap = try #require(try client.gaps().first?["id"]?.string)
        let result = try client.call(
            "learn.answer_gap", ["id": .text(gap), "answer": "周末可以上门安装，需要提前一天预约。"])
        #expect(result.at("entry", "question") == "周末可以上门安装吗")
        #expect(result.at("entry", "source") == "learned")
        #expect(result.at("entry", "status") == "active")
        #expect(result.at("learned", "by") == "gap")
        #expect(result.at("learned", "provenance", "gap_id")?.string == gap)
        let passing = result["now_answered"]?.items.compactMap(\.string) ?? []
        #expect(Set(passing) == ["周末可以上门安装吗", "你们周末上门安装吗"])
        #expect(try client.gaps().isEmpty)
        #expect(try client.ask("你们周末上门安装吗")["content"] == "周末可以上门安装，需要提前一天预约。")
        let error = try client.failure(
            "learn.answer_gap", ["id": .text(gap), "answer": "再答一次"])
        #expect(error.code == -32003)
        let figures = try client.call("learn.stats")
        #expect(figures.at("gaps", "closed") == 1 && figures.at("gaps", "open") == 0)
    }

    @Test func theGatesHoldForAnswersToGaps() throws {
        let client = try DaemonProcess.ofCharging().connect()
        _ = try client.ask("周末找谁安装")
        let gap = try #require(try client.gaps().first?["id"] ?? nil)
        for force in [false, true] {
            let error = try client.failure(
                "learn.answer_gap",
                ["id": gap, "answer": "打13812345678找他安装。", "force": .bool(force)])
            #expect(error.code == -32002)
        }
        let error = try client.failure(
            "learn.answer_gap",
            ["id": gap, "question": "充电桩保修几年", "answer": "整机保修五年。"])
        #expect(error.code == -32002)
        #expect(error.at("data", "with")?.items.isEmpty == false)
        #expect(try client.gaps().count == 1)
    }

    @Test func takingTheAnswerBackOpensTheGapAgain() throws {
        let client = try DaemonProcess.ofCharging().connect()
        _ = try client.ask("周末可以上门安装吗")
        let before = try client.export()
        let gap = try #require(try client.gaps().first?["id"] ?? nil)
        let result = try client.call(
            "learn.answer_gap", ["id": gap, "answer": "周末可以上门安装，需要预约。"])
        try client.call("learn.undo", ["id": result.at("learned", "id") ?? .null])
        #expect(try client.export() == before)
        #expect(try client.gaps().map { $0["id"] } == [gap])
    }

    @Test func aGapClosesWhenTheBaseLearnsOtherwise() throws {
        let client = try DaemonProcess.ofCharging().connect()
        for text in ["周末可以上门安装吗", "怎么注销账号"] { _ = try client.ask(text) }
        #expect(try client.gaps().count == 2)
        try client.add("周末可以上门安装吗", "可以，需要预约。")
        #expect(try client.questions() == ["怎么注销账号"])
    }

    @Test func unknownGapsAreNotFound() throws {
        let client = try DaemonProcess().connect()
        for id in ["g99", "e1", "gap", ""] {
            let error = try client.failure(
                "learn.answer_gap", ["id": .text(id), "answer": "好"])
            #expect(error.code == -32001, "\(id)")
        }
        #expect(
            try client.failure("learn.answer_gap", ["id": "g1", "answer": " "]).code == -32602)
    }

    @Test func gapsSurviveACrashAndAreCountedOnce() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        _ = try client.ask("周末可以上门安装吗")
        daemon.kill()
        let again = try DaemonProcess(in: daemon.directory)
        let other = try again.connect()
        #expect(try other.gaps().map { $0["count"]?.int } == [1])
        again.kill()
        let third = try DaemonProcess(in: daemon.directory).connect()
        #expect(try third.gaps().map { $0["count"]?.int } == [1])
    }

    @Test func anErasedCustomersQuestionIsGoneFromItsGap() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let said = try Chat(client).hear("你们那个奇特的桩能装在游艇上吗", after: -60)
        #expect(try client.gaps().count == 1)
        try client.call("contact.erase", ["id": said["contact_id"] ?? .null, "confirm": true])
        #expect(try client.gaps().isEmpty)
        #expect(try daemon.files(holding: "游艇") == [])
    }

    @Test func aThreadThatIsBlockedLeavesNoGap() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let said = try Chat(client).hear("你们那个桩能装在游艇上吗", after: -60)
        try client.call("contact.block", ["id": said["contact_id"] ?? .null])
        #expect(try client.gaps().isEmpty)
    }
}

/// Gaps as time goes by.
@Suite struct GapTimeTests {
    @Test func oldQuestionsAreForgottenWithOtherTexts() throws {
        let office = try Office()
        try office.hear("你们的桩能装在游艇上吗")
        #expect(try office.desk.gaps(PageRequest()).gaps.count == 1)
        office.now = office.time(9, daysLater: 31)
        try office.desk.tick(now: office.now)
        #expect(try office.desk.gaps(PageRequest()).gaps.isEmpty)
    }

    @Test func whereNoTextsAreKeptThereAreNoGaps() throws {
        let office = try Office(#"{"hub": {"text_days": 0}}"#)
        try office.hear("你们的桩能装在游艇上吗")
        #expect(try office.desk.gaps(PageRequest()).gaps.isEmpty)
    }

    @Test func whatWasAskedLatelyComesFirst() throws {
        let office = try Office()
        for number in 0..<2 { try office.hear("你们的桩能装在游艇上吗", from: "wx_\(number)") }
        office.now = office.time(9, daysLater: 20)
        try office.hear("支持特斯拉的车吗", from: "wx_9")
        let gaps = try office.desk.gaps(PageRequest()).gaps
        #expect(gaps.map(\.question) == ["支持特斯拉的车吗", "你们的桩能装在游艇上吗"])
        #expect(gaps.map(\.count) == [1, 2])
        #expect(abs(gaps[0].weight - 1) < 0.01 && gaps[1].weight < 0.8)
    }
}
