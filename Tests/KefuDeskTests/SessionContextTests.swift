import KefuRPC
import Support
import Testing

/// Questions that lean on the ones before them, against the real daemon on the sample base.
@Suite struct SessionContextTests {
    /// What speaks most for an answer to the last of some questions of one session.
    private func lastSource(_ questions: [String], _ client: LineClient, _ session: String) throws
        -> (source: String?, answer: JSONValue)
    {
        var answer = JSONValue.null
        for question in questions { answer = try client.ask(question, session: session) }
        return (answer["alternatives"]?.items.first?["external_id"]?.string, answer)
    }

    @Test func followUpsAreAnsweredFromWhatWasMeant() throws {
        let client = try DaemonProcess.sample().connect()
        let talks: [(questions: [String], source: String)] = [
            (["7kW 家用充电桩多少钱？", "那双枪的呢？"], "price-004"),
            (["7kW 家用充电桩多少钱？", "那120kW的呢"], "price-004"),
            (["7kW 家用充电桩多少钱？", "那120kW的呢", "那180kW的呢"], "price-005"),
            (["7kW 家用充电桩多少钱？", "好的谢谢", "那180kW的呢"], "price-005"),
            (["7kW 家用桩的参数是什么？", "多少钱？"], "price-001"),
            (["120kW 双枪桩的参数是多少？", "多少钱一台"], "price-004"),
            (["报 E101 是什么故障？", "那E203呢？"], "fault-014"),
            (["报 E101 是什么故障？", "E113呢"], "fault-012"),
        ]
        for (number, talk) in talks.enumerated() {
            let (source, answer) = try lastSource(talk.questions, client, "talk-\(number)")
            #expect(source == talk.source, "\(talk.questions): \(answer)")
            let completed = answer.at("context", "completed")?.string
            if talk.source.hasPrefix("price") { #expect(completed != nil, "\(talk.questions)") }
            let kept = try client.call("answer.get", ["id": answer["answer_id"] ?? .null])
            #expect(kept["completed"]?.string == completed)
            #expect(kept["question"]?.string == talk.questions.last)
            let past = try client.call("answer.explain", ["id": answer["answer_id"] ?? .null])
            #expect(past["completed"]?.string == completed)
        }
    }

    @Test func followUpsInEnglishAreAnsweredToo() throws {
        let client = try DaemonProcess.sample("en").connect()
        for (number, talk) in [
            (["What does E101 mean?", "and E102?"], "en-fault-02"),
            (["How much is the 7 kW charger?", "what about the 120 kW one?"], "en-price-02"),
            (
                ["What are the specs of the 7 kW home charger?", "what about the 120 kW?"],
                "en-prod-05"
            ),
        ].enumerated() {
            let (source, answer) = try lastSource(talk.0, client, "talk-\(number)")
            #expect(source == talk.1, "\(talk.0): \(answer)")
            // A code says enough by itself.
            guard talk.1 != "en-fault-02" else { continue }
            #expect(answer.at("context", "completed") != nil, "\(talk.0)")
        }
    }

    @Test func aQuestionThatStandsAloneIsLeftAlone() throws {
        let client = try DaemonProcess.sample().connect()
        for question in ["保修几年？", "运费谁出？", "120kW 双枪直流桩多少钱一台？", "人工客服电话多少？", "怎么付款？"] {
            _ = try client.ask("7kW 家用充电桩多少钱？", session: "s")
            let alone = try client.ask(question)
            let inside = try client.ask(question, session: "s")
            #expect(inside["citations"] == alone["citations"], "\(question)")
            #expect(inside["confidence"] == alone["confidence"], "\(question)")
            #expect(inside.at("context", "completed") == nil, "\(question)")
            #expect(alone["context"] == nil)
        }
    }

    @Test func anotherSessionKnowsNothingOfIt() throws {
        let client = try DaemonProcess.sample().connect()
        _ = try client.ask("7kW 家用充电桩多少钱？", session: "one")
        for answer in [try client.ask("那120kW的呢", session: "two"), try client.ask("那120kW的呢")] {
            #expect(answer.at("context", "completed") == nil)
        }
        let own = try client.ask("那120kW的呢", session: "one")
        #expect(own["alternatives"]?.items.first?["external_id"] == "price-004")
        #expect(own.at("context", "completed") != nil)
    }

    @Test func aTopicThatWasLeftIsNotGoneBackTo() throws {
        let client = try DaemonProcess.sample().connect()
        _ = try client.ask("7kW 家用充电桩多少钱？", session: "s")
        let signal = try client.ask("对了，那120kW的呢", session: "s")
        #expect(signal.at("context", "topic_changed") == true)
        #expect(signal.at("context", "topic_change") == "signal")
        #expect(signal.at("context", "completed") == nil)
        let other = try client.ask("人工客服电话多少？", session: "s")
        #expect(other.at("context", "topic_changed") == true)
        #expect(other.at("context", "entities", "power") == [])
        #expect(try client.ask("它多重", session: "s").at("context", "completed") == nil)
    }

    @Test func theContextSaysWhereAConversationIs() throws {
        let client = try DaemonProcess.sample().connect()
        let first = try client.ask("7kW 家用充电桩多少钱？", session: "s")
        #expect(first.at("context", "session_state") == "ACTIVE")
        #expect(first.at("context", "type") == "inquiry")
        #expect(first.at("context", "topic_changed") == false)
        #expect(first.at("context", "summary") == nil)
        let second = try client.ask("那120kW的呢", session: "s")
        #expect(second.at("context", "entities", "power") == ["120kW", "7kW"])
        let order = try client.ask("订单AB12345678发货了吗", session: "s")
        #expect(order.at("context", "type") == "business")
        #expect(order.at("context", "entities", "order_number") == ["AB12345678"])
        #expect(try client.ask("谢谢", session: "s").at("context", "type") == "chat")
    }

    @Test func aPickGoesBeforeAFollowUpAndIsLeantOn() throws {
        let client = try DaemonProcess.configured(
            #"{"thresholds": {"reply": 1, "clarify": 0}}"#
        ).connect()
        try client.add("直流充电桩保修几年", "两年")
        try client.add("交流充电桩保修几年", "三年")
        try client.add("枪线有多长", "五米")
        let asked = try client.ask("充电桩保修几年呢", session: "s")
        #expect(asked["action"] == "clarify")
        let choices = asked["citations"]?.items.compactMap { $0["question"]?.string } ?? []
        #expect(choices.count >= 2)
        let picked = try client.ask("2", session: "s")
        #expect(picked["reason"] == "picked")
        #expect(picked.at("context", "completed") == nil)
        let first = choices.first?.contains("直流") == true ? "那直流的呢" : "那交流的呢"
        let other = try client.ask(first, session: "s")
        #expect(other.at("context", "completed")?.string == choices.first)
        #expect(other["citations"]?.items.first?["question"]?.string == choices.first)
    }

    @Test func whatWasMeantIsLearned() throws {
        let client = try DaemonProcess().connect()
        let entry = try client.add("120kW充电桩多少钱", "两万八")
        try client.add("7kW充电桩多少钱", "一千二百八")
        _ = try client.ask("7kW充电桩多少钱", session: "s")
        let said = try client.ask("那120千瓦的呢", session: "s")
        #expect(said["citations"]?.items.first?["id"]?.string == entry)
        let verdict = try client.call("answer.approve", ["id": said["answer_id"] ?? .null])
        let variants = verdict.at("entry", "variants")?.items.compactMap(\.string) ?? []
        #expect(!variants.contains("那120千瓦的呢"))
    }

    @Test func anAnswerToTheOldCaseIsNotGivenAgain() throws {
        let client = try DaemonProcess().connect()
        try client.add("7kW充电桩多少钱", "一千二百八")
        try client.add("枪线有多长", "五米")
        _ = try client.ask("7kW充电桩多少钱", session: "s")
        for followUp in ["那120kW的呢", "那双枪的呢", "那E203呢"] {
            let answer = try client.ask(followUp, session: "s")
            #expect(answer["action"] != "reply", "\(followUp)")
        }
    }
}
