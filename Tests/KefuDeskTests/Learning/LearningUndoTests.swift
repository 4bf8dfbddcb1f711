import Foundation
import KefuRPC
import Support
import Testing

/// Whatever was learned can be taken back, exactly.
@Suite struct LearningUndoTests {
    /// Learns in every way: by itself, in the review, by correcting, approving and rejecting, as
    /// variants, as the answer to a gap.
    private func learnAllWays(_ client: LineClient) throws {
        try Chat(client, "wx_a").teach(
            Lessons.weekend.question, Lessons.weekend.answer, after: -3000)
        try Chat(client, "wx_b").teach("充电桩保修多少年", "整机保修三年的。", after: -2900)
        try Chat(client, "wx_c").teach("充电桩保修到底几年", "整机保修五年，放心使用。", after: -2800)
        let waiting = try #require(try client.pending().first)
        try client.call("learn.approve", ["id": waiting["id"] ?? .null, "force": true])
        let corrected = try client.ask("可以开专票吗")
        try client.call(
            "answer.correct", ["id": corrected["answer_id"] ?? .null, "answer": "专票普票都能开。"])
        let approved = try client.ask("枪线是多长的")
        try client.call("answer.approve", ["id": approved["answer_id"] ?? .null])
        let rejected = try client.ask("双枪充电桩多少钱呀")
        try client.call("answer.reject", ["id": rejected["answer_id"] ?? .null])
        let handed = try client.ask("有没有样机可以看")
        try client.call(
            "answer.correct", ["id": handed["answer_id"] ?? .null, "answer": "展厅有样机，欢迎来看。"])
        _ = try client.ask("你们公司在哪个城市")
        let gap = try #require(
            try client.call("learn.gaps")["gaps"]?.items.first {
                $0["question"] == "你们公司在哪个城市"
            })
        try client.call("learn.answer_gap", ["id": gap["id"] ?? .null, "answer": "总部在重庆，全国都有服务点。"])
        try Chat(client, "wx_d").teach("周末你们上班吗", "周末照常上班，早九点到晚六点。", after: -2000)
        try Chat(client, "wx_e").teach("你们周末上班吗？", "周末照常上班的，九点到六点。", after: -1000)
        try client.learned()
    }

    @Test func undoSinceRestoresTheBaseToTheByte() throws {
        let client = try DaemonProcess.ofCharging(
            #"{"thresholds": {"reply": 0.5, "clarify": 0.3}}"#
        ).connect()
        let before = try client.export()
        let start = Date().ISO8601Format()
        try learnAllWays(client)
        #expect(try client.export() != before)
        let kinds = Set(try client.history(["limit": 100]).compactMap { $0["by"]?.string })
        #expect(kinds == ["itself", "review", "verdict", "gap"])
        let undone = try client.call("learn.undo", ["since": .text(start)])
        #expect((undone["undone"]?.int ?? 0) >= 9)
        #expect(undone["kept"] == [])
        #expect(
            String(decoding: try client.export(), as: UTF8.self)
                == String(decoding: before, as: UTF8.self))
        let again = try client.call("learn.undo", ["since": .text(start)])
        #expect(again["undone"] == 0)
        // Learning goes on, and does not bring it back by itself.
        try client.learned()
        #expect(try client.export() == before)
    }

    @Test func aManualEditInBetweenIsKept() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let start = Date().ISO8601Format()
        try Chat(client, "wx_b").teach("充电桩保修多少年", "整机保修三年的。", after: -2900)
        try client.learned()
        let entry = try #require(
            try client.call("kb.search", ["query": "充电桩保修几年"])["hits"]?.items.first?["id"])
        try client.call("kb.update", ["id": entry, "answer": "整机保修四年。", "category": "售后"])
        let asked = try client.ask("桩坏了管几年")
        try client.call(
            "answer.correct", ["id": asked["answer_id"] ?? .null, "answer": "整机保修四年。"])
        #expect(try client.call("kb.get", ["id": entry])["variants"]?.items.count == 2)
        let undone = try client.call("learn.undo", ["since": .text(start)])
        #expect(undone["undone"] == 2)
        let kept = try client.call("kb.get", ["id": entry])
        #expect(kept["variants"] == [])
        #expect(kept["answer"] == "整机保修四年。")
        #expect(kept["category"] == "售后")
    }

    @Test func aLearnedEntryThatSomebodyEditedIsKeptAndTold() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let start = Date().ISO8601Format()
        try Chat(client).teach(Lessons.weekend.question, Lessons.weekend.answer)
        let entry = try #require(try client.entries("shadow").first?["id"])
        try client.call("kb.update", ["id": entry, "answer": "周末休息。", "status": "active"])
        let undone = try client.call("learn.undo", ["since": .text(start)])
        #expect(undone["undone"] == 0)
        #expect(undone["kept"]?.items.map { $0["entry_id"] } == [entry])
        #expect(try client.ask(Lessons.weekend.question)["content"] == "周末休息。")
    }

    @Test func oneChangeIsUndoneByItsIdOrItsEntry() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let before = try client.export()
        try Chat(client, "wx_a").teach(Lessons.weekend.question, Lessons.weekend.answer)
        try client.learned()
        let between = try client.export()
        try Chat(client, "wx_b").teach(Lessons.rain.question, Lessons.rain.answer)
        let changes = try client.history()
        #expect(changes.count == 2)
        try client.call("learn.undo", ["id": changes[0]["id"] ?? .null])
        #expect(try client.export() == between)
        try client.call("learn.undo", ["id": changes[1]["entry_id"] ?? .null])
        #expect(try client.export() == before)
        let nothing = try client.failure("learn.undo", ["id": changes[1]["entry_id"] ?? .null])
        #expect(nothing.code == -32003)
        #expect(try client.failure("learn.undo", ["id": "l999"]).code == -32001)
        #expect(try client.failure("learn.undo").code == -32602)
        #expect(try client.learned().at("entries", "undone") == 2)
    }
}
