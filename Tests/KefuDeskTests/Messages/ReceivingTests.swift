import Foundation
import KefuRPC
import Support
import Testing

@Suite struct ReceivingTests {
    /// The acceptance messages of the hub's first description.
    @Test(
        arguments: [
            ("320kW双枪充电桩报价多少？交期多久？", ["pdf"], "售前", true),
            ("设备报警码E103，无法充电，怎么处理", [], "售后", true),
            ("想了解一下代理政策，区域怎么划分", [], "客户开发", true),
            ("晚上一起去撸串啊", [], nil, false),
        ] as [(String, [String], String?, Bool)])
    func filesTheAcceptanceMessages(
        text: String, files: [String], trigger: String?, isBusiness: Bool
    ) throws {
        let chat = Chat(try DaemonProcess.ofCharging().connect())
        let result = try chat.hear(
            text, ["file_types": .list(files.map { .text($0) }), "kb_matched": false])
        #expect(result["trigger_type"]?.string == trigger)
        #expect(result["duplicate"] == false)
        #expect(result["score"] == result.at("signal", "score"))
        if isBusiness {
            #expect((result["score"]?.int ?? 0) >= 60)
            #expect(["WHITE", "GRAY"].contains(result["bucket"]?.string))
            #expect(result["status"] == "NEED_REPLY" || result["status"] == "UNSEEN")
            #expect(result["content"]?.string?.isEmpty == false)
        } else {
            #expect(result["score"] == 0)
            #expect(result["bucket"] == "BLACK")
            #expect(result["action"] == "ignore")
            #expect(result["content"] == "")
            #expect(result["answer_id"] == nil)
        }
    }

    @Test func draftsTheReplyOfTheBase() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let result = try Chat(client).hear("充电桩保修几年？")
        #expect(result["action"] == "reply")
        #expect(result["content"] == "整机保修三年。")
        #expect(result["send"] == false)
        #expect(result["supersedes"] == [])
        #expect(result["citations"]?.items.count == 1)
        let names = result.at("signal", "parts")?.items.compactMap { $0["name"]?.string } ?? []
        #expect(names.contains("knowledge"))
        let answer = try client.call("answer.get", ["id": result["answer_id"] ?? .null])
        #expect(answer["question"] == "充电桩保修几年？")
        #expect(answer["channel"] == "wechat")
        #expect(answer["content"] == result["content"])
        let verdict = try client.call("answer.approve", ["id": result["answer_id"] ?? .null])
        #expect(verdict.at("label", "correct") == true)
    }

    @Test func givesTheFirstResultAgain() throws {
        let daemon = try DaemonProcess.ofCharging()
        let chat = Chat(try daemon.connect())
        for (text, more) in [
            ("双枪充电桩多少钱", [:]), ("晚上撸串去", [:]), ("转人工", [:]),
            ("枪线有多长", ["replay": true]),
        ] as [(String, [String: JSONValue])] {
            let first = try chat.hear(text, id: text, more)
            let again = try chat.hear("别的内容", id: text, ["file_types": ["pdf"]])
            #expect(first["duplicate"] == false)
            #expect(again["duplicate"] == true)
            #expect(Self.withoutDuplicate(again) == Self.withoutDuplicate(first), "\(text)")
        }
        daemon.terminate()
        let restarted = Chat(try DaemonProcess(in: daemon.directory).connect())
        let later = try restarted.hear("还是别的", id: "双枪充电桩多少钱")
        #expect(later["duplicate"] == true)
        #expect(later["content"] == "双枪一体机两万八起。")
    }

    private static func withoutDuplicate(_ result: JSONValue) -> JSONValue {
        guard case .object(let members) = result.ordered else { return result }
        return .object(members.filter { $0.name != "duplicate" })
    }

    @Test func acceptsTheNamesOfOlderClients() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let params: JSONValue = [
            "channel": "wechat", "wx_id": "wx_9", "id": "m1", "text": "充电桩保修几年",
            "last_speaker": "them",
        ]
        let result = try client.call("message.receive", params)
        #expect(result["action"] == "reply")
        let again = try Chat(client, "wx_9").hear("充电桩保修几年", id: "m1")
        #expect(again["duplicate"] == true)
        #expect(again["thread_id"] == result["thread_id"])
    }

    @Test func refusesIDsThatNameNothing() throws {
        let client = try DaemonProcess().connect()
        for name in ["channel", "peer_id", "message_id"] {
            let chat = Chat(client)
            #expect(throws: RPCFailure.self) { try chat.hear("在吗", [name: ""]) }
            let long = JSONValue.text(String(repeating: "x", count: 201))
            #expect(throws: RPCFailure.self) { try chat.hear("在吗", [name: long]) }
        }
        #expect(try client.call("channel.list")["channels"] == [])
    }

    @Test func oneOfTwoRacingClientsStoresTheMessage() throws {
        let daemon = try DaemonProcess.ofCharging()
        for round in 0..<20 {
            let results = try Self.race(daemon, round)
            #expect(results.count == 4)
            #expect(results.filter { $0["duplicate"] == false }.count == 1, "round \(round)")
            let plain = Set(results.map { Self.withoutDuplicate($0) })
            #expect(plain.count == 1, "round \(round)")
        }
    }

    /// The same message from four clients at once, half of them with another peer's id.
    private static func race(_ daemon: DaemonProcess, _ round: Int) throws -> [JSONValue] {
        let clients = try (0..<4).map { _ in try daemon.connect() }
        for (number, client) in clients.enumerated() {
            let params = """
                {"channel": "wechat", "peer_id": "p\(number / 2)", "message_id": "r\(round)", \
                "text": "双枪充电桩多少钱"}
                """
            try client.send(
                line: #"{"jsonrpc": "2.0", "id": 1, "method": "message.receive", "params": "#
                    + params + "}")
        }
        return try clients.compactMap { try $0.message()["result"] }
    }

    @Test func aNumberPicksFromTheQuestionsPut() throws {
        let client = try DaemonProcess.configured(
            #"{"thresholds": {"reply": 1, "clarify": 0}}"#
        ).connect()
        for (question, answer) in [("直流充电桩保修几年", "两年"), ("交流充电桩保修几年", "三年")] {
            try client.add(question, answer)
        }
        let chat = Chat(client)
        let asked = try chat.hear("充电桩保修几年呢", after: -60)
        #expect(asked["action"] == "clarify")
        let second = asked["citations"]?.items.dropFirst().first?["id"]
        let picked = try chat.hear("2")
        #expect(picked["action"] == "reply")
        #expect(picked["citations"]?.items.first?["id"] == second)
        #expect(picked["supersedes"] == [])
    }

    @Test func passesOnWhatHasNoWordsToAPerson() throws {
        let client = try DaemonProcess.ofCharging().connect()
        for (kind, files) in [("image", ["jpg"]), ("voice", []), ("file", ["pdf"]), ("link", [])]
            as [(String, [String])]
        {
            let chat = Chat(client, "wx_\(kind)")
            try chat.hear("双枪充电桩多少钱", after: -600)
            let result = try chat.hear(
                nil, ["type": .text(kind), "file_types": .list(files.map { .text($0) })])
            #expect(result["action"] == "handoff", "\(kind)")
            #expect(result["content"]?.string?.isEmpty == false)
            #expect(result["bucket"] != "BLACK")
            #expect(result["status"] == "NEED_REPLY" || result["status"] == "UNSEEN")
            let answer = try client.call("answer.get", ["id": result["answer_id"] ?? .null])
            #expect(answer["reason"] == "no_text")
            let wrong = try client.failure(
                "answer.correct", ["id": result["answer_id"] ?? .null, "answer": "见图"])
            #expect(wrong.code == -32602)
        }
    }

    @Test func countsFilesAndVoiceInTheScore() throws {
        let client = try DaemonProcess().connect()
        let voice = try Chat(client, "a").hear(nil, ["type": "voice"])
        #expect((voice["score"]?.int ?? 0) >= 60)
        let drawing = try Chat(client, "b").hear(nil, ["type": "file", "file_types": ["DWG"]])
        #expect(drawing["bucket"] == "GRAY")
    }

    @Test(
        arguments: [
            ("image", ["jpg"]), ("video", []), ("link", []), ("location", []), ("text", []),
        ] as [(String, [String])])
    func aStrangersPictureGoesToAPerson(kind: String, files: [String]) throws {
        let client = try DaemonProcess.ofCharging().connect()
        let more: [String: JSONValue] = [
            "type": .text(kind), "file_types": .list(files.map { .text($0) }),
        ]
        let chat = Chat(client)
        let first = try chat.hear(nil, more)
        #expect(first["action"] == "handoff")
        // It scores what SPEC 7 gives it, and nothing that was said makes the thread private.
        #expect((first["score"]?.int ?? 100) < 60)
        #expect(first["bucket"] == "GRAY")
        #expect(try client.call("hub.today")["total"] == 1)
        #expect(try client.call("hub.unknown_pool")["total"] == 0)
        let words = try chat.hear("晚上撸串去")
        #expect(words["bucket"] == "BLACK")
        let later = try chat.hear(nil, more)
        #expect(later["bucket"] == "BLACK")
        #expect(later["action"] == "ignore")
        #expect(try client.call("hub.today")["total"] == 0)
    }
}
