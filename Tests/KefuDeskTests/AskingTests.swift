import KefuRPC
import Support
import Testing

@Suite struct AskingTests {
    /// Every question with some evidence is asked back.
    private static let alwaysClarify = #"{"thresholds": {"reply": 1, "clarify": 0}}"#

    @Test func rulesDecideOnTheSampleBase() throws {
        let client = try DaemonProcess.sample().connect()
        let cases: [(question: String, action: String, reason: String)] = [
            ("你好", "reply", "greeting"), ("在吗？", "reply", "greeting"),
            ("Hello!", "reply", "greeting"), ("谢谢", "reply", "courtesy"),
            ("好的，谢谢！", "reply", "courtesy"), ("转人工", "handoff", "person"),
            ("我要找真人", "handoff", "person"), ("我要投诉", "handoff", "complaint"),
            ("人工费怎么算", "reply", "confidence"), ("人工客服电话多少", "reply", "confidence"),
            ("保修几年", "reply", "confidence"), ("🙂", "reply", "courtesy"),
            ("量子纠缠的数学证明", "handoff", "confidence"),
        ]
        for (question, action, reason) in cases {
            let answer = try client.ask(question)
            #expect(answer["action"]?.string == action, "\(question)")
            if !reason.isEmpty { #expect(answer["reason"]?.string == reason, "\(question)") }
            let isByRule = ["greeting", "courtesy"].contains(reason)
            if isByRule {
                #expect(answer["confidence"]?.double == 1)
                #expect(answer["citations"] == [])
            }
            #expect(answer["content"]?.string?.isEmpty == false)
        }
    }

    @Test func aReplyCitesTheEntryItCameFrom() throws {
        let client = try DaemonProcess().connect()
        let id = try client.add("充电桩保修几年", "整机保修三年")
        try client.add("枪线有多长", "五米")
        let answer = try client.ask("充电桩保修几年？")
        #expect(answer["action"] == "reply")
        #expect(answer["content"] == "整机保修三年")
        #expect(answer["citations"]?.items.first?["id"]?.string == id)
        #expect(answer["citations"]?.items.first?["quote"]?.string?.contains("三年") == true)
        #expect(answer["alternatives"]?.items.first?["id"]?.string == id)
        #expect(answer["alternatives"]?.items.first?["confidence"] == answer["confidence"])
        #expect(try client.call("kb.get", ["id": .text(id)])["hits"] == 1)
    }

    @Test(arguments: ["2", "第二个", "２", "选2", "the second one"])
    func aNumberedQuestionIsPicked(pick: String) throws {
        let client = try DaemonProcess.configured(Self.alwaysClarify).connect()
        for (question, answer) in [("直流充电桩保修几年", "两年"), ("交流充电桩保修几年", "三年")] {
            try client.add(question, answer)
        }
        let asked = try client.ask("充电桩保修几年呢", session: "s")
        #expect(asked["action"] == "clarify")
        let second = asked["citations"]?.items.dropFirst().first
        #expect(asked["content"]?.string?.contains("2. ") == true)
        let picked = try client.ask(pick, session: "s")
        #expect(picked["action"] == "reply", "\(pick)")
        #expect(picked["reason"] == "picked")
        #expect(picked["citations"]?.items.first?["id"] == second?["id"])
    }

    @Test func aPickBelongsToItsSession() throws {
        let client = try DaemonProcess.configured(Self.alwaysClarify).connect()
        try client.add("直流充电桩保修几年", "两年")
        try client.add("交流充电桩保修几年", "三年")
        #expect(try client.ask("充电桩保修几年呢", session: "s")["action"] == "clarify")
        #expect(try client.ask("2", session: "other")["reason"] != "picked")
        #expect(try client.ask("2")["reason"] != "picked")
        #expect(try client.ask("9", session: "s")["reason"] != "picked")
        #expect(try client.ask("2", session: "s")["reason"] != "picked")
        #expect(try client.ask("充电桩保修几年呢", session: "s")["action"] == "clarify")
        let none = try client.ask("都不是", session: "s")
        #expect(none["action"] == "handoff")
        #expect(none["reason"] == "none_of_them")
    }

    @Test func sensitiveWordsAndReviewedEntriesAreDrafts() throws {
        let client = try DaemonProcess().connect()
        try client.add("充电桩起火了怎么办", "立即断电并拨打119")
        try client.call(
            "kb.add", ["question": "大客户折扣多少", "answer": "八折", "review": "always"])
        try client.add("枪线有多长", "五米")
        let fire = try client.ask("充电桩起火了怎么办")
        #expect(fire["draft"] == true)
        #expect(fire["reason"] == "sensitive")
        let discount = try client.ask("大客户折扣多少")
        #expect(discount["action"] == "reply")
        #expect(discount["draft"] == true)
        #expect(discount["reason"] == "review")
        #expect(try client.ask("枪线有多长")["draft"] == false)
    }

    @Test func whatHasExpiredNeverReplies() throws {
        let client = try DaemonProcess().connect()
        for (question, time) in [
            ("七千瓦充电桩多少钱", "2020-01-01T00:00:00Z"), ("枪线多少钱", "2099-01-01T00:00:00Z"),
        ] {
            try client.call(
                "kb.add",
                ["question": .text(question), "answer": "一千元", "expires_at": .text(time)])
        }
        let old = try client.ask("七千瓦充电桩多少钱")
        #expect(old["action"] != "reply")
        #expect(old["reason"] == "expired")
        #expect(try client.ask("枪线多少钱")["action"] == "reply")
    }

    @Test func anAnswerIsKeptWithItsEvidence() throws {
        let client = try DaemonProcess().connect()
        try client.add("充电桩保修几年", "三年")
        let said = try client.call(
            "ask", ["question": "充电桩保修几年", "session": "s", "channel": "wechat"])
        let kept = try client.call("answer.get", ["id": said["answer_id"] ?? .null])
        for name in ["action", "content", "confidence", "citations", "alternatives", "reason"] {
            #expect(kept[name] == said[name], "\(name)")
        }
        #expect(kept["question"] == "充电桩保修几年")
        #expect(kept["session"] == "s")
        #expect(kept["channel"] == "wechat")
        #expect(kept["feedback"] == .null)
        _ = try client.ask("完全无关的天文学")
        let handed = try client.call("answer.list", ["action": "handoff"])["answers"]?.items
        #expect(handed?.count == 1)
        let newest = try client.call("answer.list", ["limit": 1])
        #expect(newest["answers"]?.items.first?["question"] == "完全无关的天文学")
        let rest = try client.call(
            "answer.list", ["limit": 1, "cursor": newest["next_cursor"] ?? .null])
        #expect(rest["answers"]?.items.first?["id"] == said["answer_id"])
        let future: JSONValue = ["since": "2099-01-01T00:00:00Z"]
        #expect(try client.call("answer.list", future)["answers"] == [])
    }

    @Test func explainingGivesTheRouteThatCustomersGet() throws {
        let client = try DaemonProcess.sample().connect()
        try waitUntilReady(client)
        for question in ["保修几年", "桩坏了几年内免费修", "量子纠缠", "转人工", "价格"] {
            let said = try client.ask(question)
            let past = try client.call("answer.explain", ["id": said["answer_id"] ?? .null])
            let now = try client.call("answer.explain", ["question": .text(question)])
            #expect(past["route"] == said["action"], "\(question)")
            #expect(now["route"] == said["action"], "\(question)")
            let best = now["candidates"]?.items.first
            // The index may take in a change between the two questions.
            let customers = said["alternatives"]?.items.first?["confidence"]?.double ?? -1
            #expect(abs((best?["confidence"]?.double ?? 2) - customers) < 0.001, "\(question)")
            let features = best?["features"]?.items ?? []
            for feature in features {
                for name in ["name", "value", "weight", "share"] { #expect(feature[name] != nil) }
            }
            #expect(best?["id"] == past["candidates"]?.items.first?["id"])
        }
        #expect(try client.failure("answer.explain").code == -32602)
    }

    @Test func confidenceStaysBetweenZeroAndOne() throws {
        let client = try DaemonProcess.sample("en").connect()
        let texts = [
            "?", "a", "charger", "E103", "how much is the 7 kW unit", "的的的的", "1 2 3", "\u{0}",
            "SELECT * FROM entry; --", "NEAR(a b) AND \"", "*", "a* OR b",
            String(repeating: "🔌", count: 500),
        ]
        for text in texts {
            let answer = try client.ask(text)
            let confidence = answer["confidence"]?.double ?? -1
            #expect((0...1).contains(confidence), "\(text)")
        }
    }
}
