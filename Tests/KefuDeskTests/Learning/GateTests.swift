import Foundation
import KefuRPC
import Support
import Testing

/// What stands between a candidate and the base.
@Suite struct GateTests {
    @Test func personalDataIsRemoved() throws {
        let client = try DaemonProcess.ofCharging().connect()
        try Chat(client).teach(
            Lessons.weekend.question, Lessons.weekend.answer + "有急事打张工13812345678。")
        let shadows = try client.entries("shadow")
        #expect(shadows.count == 1)
        #expect(shadows.first?["answer"]?.string == Lessons.weekend.answer)
        #expect(try !client.export().contains("13812345678"))
    }

    @Test func personalDataThatCannotBeRemovedWaitsAndNobodyCanForceIt() throws {
        let client = try DaemonProcess.ofCharging().connect()
        try Chat(client).teach("售后找谁处理", "售后问题直接打经理的手机13812345678就行。")
        #expect(try client.entries("shadow").isEmpty)
        let pending = try client.pending()
        #expect(pending.count == 1)
        for candidate in pending {
            #expect(candidate.at("gates")?.items.first?["gate"] == "personal_data")
            for force in [false, true] {
                let error = try client.failure(
                    "learn.approve", ["id": candidate["id"] ?? .null, "force": .bool(force)])
                #expect(error.code == -32002)
            }
        }
        #expect(try !client.export().contains("13812345678"))
    }

    @Test func theCompanysOwnNumbersMayBeSaid() throws {
        let client = try DaemonProcess.ofCharging(
            #"{"learning": {"company_data": ["023-68681234"]}}"#
        ).connect()
        try client.add("投诉找谁", "投诉请打13900001111，专人负责。")
        for (question, answer) in [
            ("客服热线多少", "客服热线是4008001234，早上九点到晚上六点都可以打。"),
            ("门店怎么打电话", "门店的座机是023-68681234，周末也有人接。"),
            ("有意见向谁反映", "请拨13900001111，有专人负责。"),
        ] {
            let said = try client.ask(question)
            let verdict = try client.call(
                "answer.correct", ["id": said["answer_id"] ?? .null, "answer": .text(answer)])
            #expect(verdict.at("entry", "answer")?.string == answer)
        }
    }

    @Test func aContradictionWaitsBesideTheEntry() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let before = try client.export()
        try Chat(client).teach("充电桩保修多少年", "整机保修五年，放心使用。")
        let candidate = try #require(try client.pending().first)
        #expect(candidate.at("gates")?.items.first?["gate"] == "contradiction")
        #expect(candidate.at("conflicts")?.items.first?["question"] == "充电桩保修几年")
        #expect(candidate.at("conflicts")?.items.first?["answer"] == "整机保修三年。")
        #expect(try client.export() == before)
    }

    @Test func anOperatorsContradictionNeedsForce() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let said = try client.ask("随便问问")
        let params: [JSONValue.Member] = [
            .init("id", said["answer_id"] ?? .null), .init("question", "充电桩保修几年呢"),
            .init("answer", "整机保修五年。"),
        ]
        let error = try client.failure("answer.correct", .object(params))
        #expect(error.code == -32002)
        #expect(error.at("data", "with")?.items.first?["question"] == "充电桩保修几年")
        let forced = try client.call("answer.correct", .object(params + [.init("force", true)]))
        #expect(forced.at("entry", "answer") == "整机保修五年。")
    }

    @Test func aNearDuplicateBecomesAVariant() throws {
        let client = try DaemonProcess.ofCharging().connect()
        try Chat(client).teach("充电桩保修多少年", "整机保修三年的。")
        try client.learned()
        let found = try client.call("kb.search", ["query": "充电桩保修几年"])["hits"]?.items.first
        let entry = try client.call("kb.get", ["id": found?["id"] ?? .null])
        #expect(entry["variants"]?.items == ["充电桩保修多少年"])
        #expect(entry["answer"] == "整机保修三年。")
        #expect(entry["status"] == "active")
        #expect(try client.history().first?["does"] == "variant")
    }

    @Test func anAdditionThatTakesOverQuestionsIsRefusedWithTheList() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let (wording, past) = ("桩子坏了修要不要钱", "桩子坏了修要花钱吗")
        let warranty = try #require(
            try client.call("kb.search", ["query": "充电桩保修几年"])["hits"]?.items.first?["id"])
        try client.call("kb.update", ["id": warranty, "variants": [.text(wording)]])
        #expect(try client.ask(past)["action"] == "reply")
        let said = try client.ask("毫不相干")
        let params: [JSONValue.Member] = [
            .init("id", said["answer_id"] ?? .null), .init("question", "桩子坏了修要钱吗？"),
            .init("answer", "上门维修要看现场情况。"),
        ]
        try client.learned()
        let error = try client.failure("answer.correct", .object(params))
        #expect(error.code == -32002)
        let lost = error.at("data", "with")?.items ?? []
        #expect(lost.contains { $0["id"] == warranty && $0["question"]?.string == past })
        let forced = try client.call("answer.correct", .object(params + [.init("force", true)]))
        #expect(forced.at("entry", "answer") == "上门维修要看现场情况。")
    }

    @Test func pricesAndDatesRunOut() throws {
        let client = try DaemonProcess.ofCharging().connect()
        try Chat(client, "wx_a").teach("立柱多少钱一根", "立柱一根380元，含底座和螺丝。")
        let shadow = try #require(try client.entries("shadow").first)
        #expect(shadow["expires_at"]?.string != nil)
        try Chat(client, "wx_b").teach(Lessons.rain.question, Lessons.rain.answer)
        let other = try client.entries("shadow").first { $0["question"] != shadow["question"] }
        #expect(other?["expires_at"] == .null)
        let said = try client.ask("你们的宣传册要钱吗")
        let verdict = try client.call(
            "answer.correct", ["id": said["answer_id"] ?? .null, "answer": "宣传册每本20元。"])
        #expect(verdict.at("entry", "expires_at")?.string != nil)
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
