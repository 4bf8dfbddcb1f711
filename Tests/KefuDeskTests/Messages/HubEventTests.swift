import KefuRPC
import Support
import Testing

@Suite struct HubEventTests {
    @Test func subscribersHearOfMessagesByTheirIDs() throws {
        let daemon = try DaemonProcess.ofCharging()
        let (client, listener) = (try daemon.connect(), try daemon.connect())
        try listener.call("events.subscribe", ["topics": ["message", "handoff"]])
        let chat = Chat(client)
        let reply = try chat.hear("双枪充电桩多少钱")
        let handoff = try chat.hear("我要投诉你们")
        try chat.hear("枪线有多长", after: -100, ["replay": true])
        try Chat(client, "wx_2").hear("晚上撸串去")
        let ours = try chat.write("我是经理，请讲")
        let events = try (0..<4).map { _ in try listener.message() }
        let topics = events.map { $0.at("params", "topic")?.string }
        #expect(topics == ["message", "message", "handoff", "message"])
        let first = events[0].at("params", "data")
        #expect(first?["thread_id"] == reply["thread_id"])
        #expect(first?["contact_id"] == reply["contact_id"])
        #expect(first?["speaker"] == "them")
        let handed = events[2].at("params", "data")
        #expect(handed?["answer_id"] == handoff["answer_id"])
        #expect(handed?["reason"] == "complaint")
        #expect(events[3].at("params", "data", "thread_id") == ours["thread_id"])
        #expect(events.allSatisfy { !"\($0)".contains("投诉") && !"\($0)".contains("枪") })
    }

    @Test func healthShowsTheCaptureClients() throws {
        let client = try DaemonProcess().connect()
        #expect(try client.call("system.health")["agents"] == nil)
        let status: JSONValue = ["wx_online": true, "queued": 2]
        let heard = try client.call(
            "client.heartbeat", ["agent_id": "desk-1", "status": status])
        try client.call("client.heartbeat", ["agent_id": "desk-0", "status": [:]])
        let agents = try client.call("system.health")["agents"]?.items ?? []
        #expect(agents.compactMap { $0["agent_id"]?.string } == ["desk-0", "desk-1"])
        #expect(agents.last?["at"] == heard["at"])
        #expect(agents.last?.at("status", "queued") == 2)
        let nameless = try client.failure(
            "client.heartbeat", ["agent_id": "", "status": [:]])
        #expect(nameless.code == -32602)
    }
}
