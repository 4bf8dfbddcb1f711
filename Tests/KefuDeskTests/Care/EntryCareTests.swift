import Foundation
import KefuRPC
import Support
import Testing

@Suite struct EntryCareTests {
    @Test func aChangedAnswerTellsWhoWasGivenTheOldOne() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let first = try client.call(
            "ask", ["question": "充电桩保修几年", "session": "wx-1", "channel": "wechat"])
        // Asking back or handing over gives the answer to nobody.
        try client.call("ask", ["question": "今天天气怎么样", "session": "wx-2"])
        let unchanged = try client.call("kb.update", ["id": "e1", "tags": ["售后"]])
        #expect(unchanged["told"] == nil)
        let told = try client.call("kb.update", ["id": "e1", "answer": "整机保修五年。"])
        #expect(told["answer"] == "整机保修五年。")
        #expect(told.at("told", "total") == 1)
        let customer = told.at("told", "answers")?.items.first
        #expect(customer?["answer_id"] == first["answer_id"])
        #expect(customer?["session"] == "wx-1")
        #expect(customer?["channel"] == "wechat")
        // Whoever asks now is told the new one.
        let again = try client.call("kb.update", ["id": "e1", "answer": "整机保修六年。"])
        #expect(again.at("told", "total") == 0)
    }

    @Test func draftsCountOnceTheyWereSent() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        let sent = try Chat(client, "wx_1").hear("充电桩保修几年", ["sender_name": "张三"])
        try Chat(client, "wx_2").hear("充电桩保修几年")
        try client.call(
            "message.sent", ["answer_id": sent["answer_id"] ?? .null, "message_id": "out-1"])
        let told = try client.call("kb.update", ["id": "e1", "answer": "整机保修五年。"])
        #expect(told.at("told", "total") == 1)
        let customer = told.at("told", "answers")?.items.first
        #expect(customer?["thread_id"] == sent["thread_id"])
        #expect(customer?["contact_id"] == sent["contact_id"])
        #expect(customer?["name"] == "张三")
    }

    @Test func aCorrectionAndARevertTellItToo() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let answer = try client.call("ask", ["question": "充电桩保修几年", "session": "wx-1"])
        let verdict = try client.call(
            "answer.correct",
            ["id": answer["answer_id"] ?? .null, "answer": "整机保修五年。"])
        #expect(verdict.at("told", "total") == 1)
        #expect(verdict.at("told", "answers")?.items.first?["session"] == "wx-1")
        try client.call("ask", ["question": "充电桩保修几年", "session": "wx-2"])
        let reverted = try client.call("kb.revert", ["id": "e1", "revision": 1])
        #expect(reverted["answer"] == "整机保修三年。")
        #expect(reverted.at("told", "answers")?.items.map { $0["session"] } == ["wx-2"])
    }

    @Test func theHistoryOfAnEntryIsTold() throws {
        let client = try DaemonProcess().connect()
        try client.call(
            "kb.import",
            [
                "name": "faq.jsonl",
                "content": #"{"id":"w1","question":"充电桩保修几年","answer":"整机保修三年"}"#,
            ])
        let one = try client.call("ask", ["question": "充电桩保修几年"])
        let two = try client.call("ask", ["question": "充电桩保修几年"])
        try client.call("answer.approve", ["id": one["answer_id"] ?? .null])
        try client.call(
            "answer.reject", ["id": two["answer_id"] ?? .null, "reason": "问的是枪线"])
        try client.call("kb.update", ["id": "e1", "answer": "整机保修五年"])
        let history = try client.call("kb.history", ["id": "e1"])
        #expect(history["question"] == "充电桩保修几年")
        #expect(history["removed"] == .null)
        let weeks = history["weeks"]?.items ?? []
        #expect(weeks.count == 12)
        #expect(weeks.last?["replies"] == 2)
        #expect(weeks.last?["approved"] == 1)
        #expect(weeks.last?["rejected"] == 1)
        #expect(weeks.dropLast().allSatisfy { $0["replies"] == 0 })
        #expect(history.at("feedback", "approved") == 1)
        #expect(history["judged"]?.items.first?["reason"] == "问的是枪线")
        let changes = history["revisions"]?.items.compactMap { $0["what"]?.string }
        #expect(changes == ["updated", "imported"])
        #expect(history.at("provenance", "source") == "import")
        #expect(history.at("provenance", "path") == "faq.jsonl")
        #expect(history.at("provenance", "external_id") == "w1")
        try client.call("kb.remove", ["id": "e1"])
        #expect(try client.call("kb.history", ["id": "e1"])["removed"] != .null)
    }

    @Test func whatExpiresIsListedSoonestFirstAndAnswersNobody() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        for (question, expiry) in [
            ("七千瓦充电桩多少钱", "2026-01-01T00:00:00+08:00"), ("双枪充电桩多少钱", "2020-01-01T00:00:00+08:00"),
            ("枪线有多长", "2099-01-01T00:00:00+08:00"),
        ] {
            try client.call(
                "kb.add",
                ["question": .text(question), "answer": "旧价", "expires_at": .text(expiry)])
        }
        try client.add("可以开专票吗", "可以")
        func ids(_ params: JSONValue) throws -> [String] {
            let entries = try client.call("kb.list", params)["entries"]?.items ?? []
            return entries.compactMap { $0["id"]?.string }
        }
        #expect(try ids(["expires_before": "2026-01-01T00:00:00+08:00"]) == ["e2", "e1"])
        #expect(try ids(["expires_before": "2100-01-01T00:00:00+08:00"]) == ["e2", "e1", "e3"])
        #expect(try ids(["expires_before": "2100-01-01T00:00:00+08:00", "tag": "甲"]) == [])
        let page = try client.call(
            "kb.list", ["expires_before": "2100-01-01T00:00:00+08:00", "limit": 2])
        let rest = try ids([
            "expires_before": "2100-01-01T00:00:00+08:00", "limit": 2,
            "cursor": page["next_cursor"] ?? .null,
        ])
        #expect(rest == ["e3"])
        #expect(try client.ask("双枪充电桩多少钱")["action"] != "reply")
        // Nor when a customer picks it.
        let asked = try client.call("ask", ["question": "双枪充电桩多少钱", "session": "wx-1"])
        #expect(asked["action"] != "reply")
        let outcome = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "list", "--expiring"])
        #expect(outcome.output.contains("e2") && !outcome.output.contains("e3"))
        let status = try Programs.run("kefu", ["--data", daemon.directory.path, "status"])
        #expect(status.errors.contains("out of date"))
        let doctor = try Programs.run("kefu", ["--data", daemon.directory.path, "doctor"])
        #expect(doctor.output.contains("out of date"))
    }

    @Test func anEntryThatIsAlwaysReviewedIsOnlyEverADraft() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.call(
            "kb.add", ["question": "双枪充电桩多少钱", "answer": "两万八起", "review": "always"])
        try client.call("channel.set", ["channel": "wechat", "auto_send": true])
        let asked = try client.call("ask", ["question": "双枪充电桩多少钱"])
        #expect(asked["draft"] == true)
        let heard = try Chat(client).hear("双枪充电桩多少钱")
        #expect(heard["content"] == "两万八起")
        #expect(heard["send"] == false)
    }

    @Test func theCommandsShowIt() throws {
        let daemon = try DaemonProcess.ofCharging()
        let client = try daemon.connect()
        try client.call("ask", ["question": "充电桩保修几年", "session": "wx-1"])
        func run(_ words: String...) throws -> Programs.Outcome {
            try Programs.run("kefu", ["--data", daemon.directory.path] + words)
        }
        let merged = try run("merge", "e2", "e1")
        #expect(merged.status == 0)
        #expect(merged.output.contains("e1 is now part of e2"))
        #expect(merged.output.contains("kefu revert e1 1"))
        #expect(merged.output.contains("wx-1"))
        let history = try run("history", "e1")
        #expect(history.output.contains("now part of e2"))
        #expect(history.output.contains("merged"))
        let reverted = try run("revert", "e2", "1")
        #expect(reverted.status == 0)
        #expect(try run("revert", "e1", "1").status == 0)
        #expect(try client.ask("充电桩保修几年")["content"] == "整机保修三年。")
    }
}
