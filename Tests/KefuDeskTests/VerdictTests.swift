import KefuRPC
import Support
import Testing

@Suite struct VerdictTests {
    private static let wording = "桩坏了在多长时间里修不要钱"

    private func asked(_ client: LineClient) throws -> (entry: String, answer: JSONValue) {
        let entry = try client.add("充电桩保修几年？", "三年")
        try client.add("枪线有多长", "五米")
        return (entry, try client.ask(Self.wording))
    }

    @Test func anApprovedWordingIsAVariantAndSurerTheNextTime() throws {
        let client = try DaemonProcess.configured(#"{"thresholds": {"clarify": 0}}"#).connect()
        let (entry, first) = try asked(client)
        let verdict = try client.call("answer.approve", ["id": first["answer_id"] ?? .null])
        #expect(verdict.at("entry", "id")?.string == entry)
        #expect(verdict.at("entry", "variants")?.items == [.text(Self.wording)])
        #expect(verdict.at("answer", "feedback", "kind") == "approved")
        #expect(verdict.at("label", "correct") == true)
        let second = try client.ask(Self.wording)
        #expect((second["confidence"]?.double ?? 0) > (first["confidence"]?.double ?? 1))
        #expect(second["action"] == "reply")
        let again = try client.call("answer.approve", ["id": second["answer_id"] ?? .null])
        #expect(again.at("entry", "variants")?.items == [.text(Self.wording)])
    }

    @Test func aCorrectionChangesWhatIsAnswered() throws {
        let client = try DaemonProcess().connect()
        let entry = try client.add("充电桩保修几年？", "三年")
        let said = try client.ask("充电桩保修几年")
        let verdict = try client.call(
            "answer.correct", ["id": said["answer_id"] ?? .null, "answer": "五年"])
        #expect(verdict.at("entry", "id")?.string == entry)
        #expect(verdict.at("label", "correct") == false)
        #expect(try client.ask("充电桩保修几年")["content"] == "五年")
        let states = try client.call("kb.revisions", ["id": .text(entry)])["revisions"]?.items
        #expect(states?.last?.at("entry", "answer") == "三年")
    }

    @Test func aCorrectedHandoffBecomesAnEntry() throws {
        let client = try DaemonProcess().connect()
        let said = try client.ask("你们周末上班吗")
        #expect(said["action"] == "handoff")
        let verdict = try client.call(
            "answer.correct", ["id": said["answer_id"] ?? .null, "answer": "周末照常上班"])
        #expect(verdict.at("entry", "source") == "learned")
        let second = try client.ask("你们周末上班吗")
        #expect(second["action"] == "reply")
        #expect(second["content"] == "周末照常上班")
    }

    @Test func aHandoffCannotBeApproved() throws {
        let client = try DaemonProcess().connect()
        let said = try client.ask("你们周末上班吗")
        let error = try client.failure("answer.approve", ["id": said["answer_id"] ?? .null])
        #expect(error.code == -32003)
        #expect(error.at("data", "hint")?.string?.isEmpty == false)
    }

    @Test func aCorrectionThatContradictsAnotherEntryNeedsForce() throws {
        let client = try DaemonProcess().connect()
        let other = try client.add("枪线有多长", "五米")
        let said = try client.ask("完全不同的问题")
        let params: [JSONValue.Member] = [
            .init("id", said["answer_id"] ?? .null), .init("question", "枪线有多长？"),
            .init("answer", "七米"),
        ]
        let error = try client.failure("answer.correct", .object(params))
        #expect(error.code == -32002)
        #expect(error.at("data", "with")?.items.first?["id"]?.string == other)
        #expect(try client.ask("枪线有多长")["content"] == "五米")
        try client.call("answer.correct", .object(params + [.init("force", true)]))
        #expect(try client.ask("枪线有多长")["content"] == "七米")
    }

    @Test func personalDataIsNeverLearnedNotEvenByForce() throws {
        let client = try DaemonProcess().connect()
        let said = try client.ask("张工的电话多少")
        for force in [false, true] {
            let error = try client.failure(
                "answer.correct",
                [
                    "id": said["answer_id"] ?? .null, "answer": "打13812345678找他",
                    "force": .bool(force),
                ])
            #expect(error.code == -32002)
        }
        #expect(try client.call("system.health")["entries"] == 0)
    }

    @Test func aRejectedWordingIsKeptAsANegative() throws {
        let client = try DaemonProcess.configured(
            #"{"thresholds": {"reply": 0, "clarify": 0}}"#
        ).connect()
        let (entry, first) = try asked(client)
        #expect(first["action"] == "reply")
        let verdict = try client.call(
            "answer.reject", ["id": first["answer_id"] ?? .null, "reason": "不是一回事"])
        #expect(verdict.at("entry", "id")?.string == entry)
        #expect(verdict.at("entry", "negatives")?.items == [.text(Self.wording)])
        #expect(verdict.at("answer", "feedback", "reason") == "不是一回事")
        #expect(try client.ask("充电桩保修几年")["content"] == "三年")
    }

    @Test func aRejectedVariantIsTakenBack() throws {
        let client = try DaemonProcess().connect()
        let added = try client.call(
            "kb.add",
            ["question": "充电桩保修几年", "answer": "三年", "variants": [.text(Self.wording)]])
        let first = try client.ask(Self.wording)
        #expect(first["action"] == "reply")
        let verdict = try client.call("answer.reject", ["id": first["answer_id"] ?? .null])
        #expect(verdict.at("entry", "id") == added["id"])
        #expect(verdict.at("entry", "variants") == [])
        #expect(try client.ask(Self.wording)["action"] != "reply")
    }

    @Test func eventsTellWhatHappened() throws {
        let daemon = try DaemonProcess()
        let (client, listener) = (try daemon.connect(), try daemon.connect())
        let start = try listener.call(
            "events.subscribe", ["topics": ["learned", "imported", "handoff"]])
        try client.call("kb.import", ["name": "a.csv", "content": "question,answer\nq,a\n"])
        let handed = try client.ask("毫不相干的问题")
        try client.call(
            "answer.correct", ["id": handed["answer_id"] ?? .null, "answer": "现在知道了"])
        var seq = start["seq"]?.int ?? 0
        for topic in ["imported", "handoff", "learned"] {
            let event = try listener.message()
            #expect(event["method"] == "event")
            #expect(event.at("params", "topic")?.string == topic)
            #expect(event.at("params", "seq")?.int == seq + 1)
            #expect(event.at("params", "at")?.string?.hasSuffix("+08:00") == true)
            seq += 1
        }
        let late = try daemon.connect()
        try late.send(
            line: #"{"jsonrpc":"2.0","id":1,"method":"events.subscribe","#
                + #""params":{"topics":["learned"],"since":\#(start["seq"]?.int ?? 0)}}"#)
        let messages = [try late.message(), try late.message()]
        #expect(messages.contains { $0.at("params", "topic") == "learned" })
    }
}
