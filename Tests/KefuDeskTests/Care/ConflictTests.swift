import Foundation
import KefuRPC
import Support
import Testing

extension LineClient {
    /// The pairs of `kb.conflicts`, once every entry was compared.
    fileprivate func settledConflicts() throws -> [JSONValue] {
        for _ in 0..<200 {
            let result = try call("kb.conflicts")
            if result["complete"] == true { return result["conflicts"]?.items ?? [] }
            usleep(100_000)
        }
        Issue.record("the search for near duplicates did not end")
        return []
    }

    fileprivate func pairs() throws -> [[String]] {
        try settledConflicts().map { conflict in
            conflict["entries"]?.items.compactMap { $0["id"]?.string } ?? []
        }
    }
}

@Suite struct ConflictTests {
    @Test func whatMeansTheSameIsListedWithBothSides() throws {
        let client = try DaemonProcess.ofCharging().connect()
        let one = try client.add("你们的质保期到底是多长时间", "三年")
        let other = try client.add("质保期到底是多长时间", "两年")
        // These ask about other things, however alike they read.
        try client.add("7kW 充电桩多少钱一台", "一千二")
        try client.add("11kW 充电桩多少钱一台", "两千二")
        try client.add("怎么退货", "七天之内")
        try client.add("怎么换货", "联系客服")
        let all = try client.settledConflicts()
        #expect(all.count == 1)
        let found = all.first
        #expect(found?["kind"] == "near_duplicate")
        let sides = found?["entries"]?.items ?? []
        #expect(sides.compactMap { $0["id"]?.string } == [one, other])
        #expect(sides.compactMap { $0["answer"]?.string } == ["三年", "两年"])
        #expect((found?["confidence"]?.double ?? 0) >= 0.75)
    }

    @Test func aContradictionIsListedAsOne() throws {
        let client = try DaemonProcess().connect()
        let one = try client.add("充电桩保修几年", "三年")
        let other = try client.call(
            "kb.add", ["question": "质保的期限", "answer": "两年", "variants": ["充电桩保修几年"]])
        let found = try client.settledConflicts()
        #expect(found.count == 1)
        #expect(found.first?["kind"] == "contradiction")
        #expect(found.first?["question"] == "充电桩保修几年")
        let ids = found.first?["entries"]?.items.map { $0["id"] }
        #expect(ids == [.text(one), other["id"]])
    }

    @Test func pairsThatAreKeptAreListedNoMoreUntilTheyChange() throws {
        let client = try DaemonProcess().connect()
        let one = try client.add("充电桩保修几年", "三年")
        let other = try client.call(
            "kb.add", ["question": "质保的期限", "answer": "两年", "variants": ["充电桩保修几年"]])
        let id = other["id"]?.string ?? ""
        let kept = try client.call("kb.keep_both", ["ids": [.text(one), .text(id)]])
        #expect(kept["kept"] == true)
        #expect(try client.pairs().isEmpty)
        // What else changes does not matter.
        try client.call("kb.update", ["id": .text(id), "tags": ["售后"]])
        #expect(try client.pairs().isEmpty)
        try client.call("kb.update", ["id": .text(id), "answer": "一年"])
        #expect(try client.pairs() == [[one, id]])
        try client.call("kb.keep_both", ["ids": [.text(one), .text(id)]])
        try client.call("kb.keep_both", ["ids": [.text(one), .text(id)], "forget": true])
        #expect(try client.pairs() == [[one, id]])
    }

    @Test func mergingKeepsEveryWordingAndCanBeTakenBack() throws {
        let client = try DaemonProcess().connect()
        let one = try client.call(
            "kb.add",
            ["question": "充电桩保修几年", "answer": "三年", "variants": ["质保多久"], "tags": ["甲"]])
        let two = try client.call(
            "kb.add",
            [
                "question": "充电桩质保期", "answer": "两年", "variants": ["质保多久", "保修多长"],
                "negatives": ["充电桩保修几年"], "tags": ["乙"], "category": "售后",
            ])
        let (kept, gone) = (one["id"]?.string ?? "", two["id"]?.string ?? "")
        let result = try client.call("kb.merge", ["keep": .text(kept), "merge": .text(gone)])
        #expect(result.at("entry", "variants") == ["质保多久", "充电桩质保期", "保修多长"])
        #expect(result.at("entry", "negatives") == [])
        #expect(result.at("entry", "tags") == ["甲", "乙"])
        #expect(result.at("entry", "category") == "售后")
        #expect(result.at("entry", "answer") == "三年")
        #expect(try client.failure("kb.get", ["id": .text(gone)]).code == -32001)
        #expect(try client.ask("充电桩质保期")["content"] == "三年")
        for state in result["undo"]?.items ?? [] { try client.call("kb.revert", state) }
        #expect(try client.call("kb.get", ["id": .text(kept)])["variants"] == ["质保多久"])
        #expect(try client.ask("充电桩质保期")["content"] == "两年")
    }

    @Test func aFileDoesNotBringBackWhatWasMerged() throws {
        let client = try DaemonProcess().connect()
        let table = "问题,答案\n充电桩保修几年,三年\n充电桩质保期,两年\n"
        let first: JSONValue = ["name": "a.csv", "content": .text(table)]
        try client.call("kb.import", first)
        let undo = try client.call("kb.merge", ["keep": "e1", "merge": "e2"])["undo"]?.items ?? []
        let again: JSONValue = ["name": "a.csv", "content": .text(table + "几天发货,三天\n")]
        let dry = try client.call(
            "kb.import",
            ["name": "a.csv", "content": .text(table + "几天发货,三天\n"), "dry_run": true])
        let report = try client.call("kb.import", again)["files"]?.items.first
        #expect(dry["files"]?.items.first == report)
        #expect(report?["added"] == 1)
        #expect(report?["duplicates"] == 1)
        #expect(try client.call("system.health")["entries"] == 2)
        for state in undo { try client.call("kb.revert", state) }
        let last: JSONValue = ["name": "a.csv", "content": .text(table + "几天发货,四天\n")]
        #expect(try client.call("kb.import", last)["files"]?.items.first?["duplicates"] == 0)
    }

    @Test func wrongPairsAreErrorsThatSayWhy() throws {
        let client = try DaemonProcess().connect()
        let one = try client.add("充电桩保修几年", "三年")
        let same = try client.failure("kb.merge", ["keep": .text(one), "merge": .text(one)])
        #expect(same.code == -32602)
        #expect(same.at("data", "field") == "merge")
        #expect(
            try client.failure("kb.merge", ["keep": .text(one), "merge": "e99"]).code == -32001)
        #expect(try client.failure("kb.keep_both", ["ids": [.text(one)]]).code == -32602)
        #expect(
            try client.failure("kb.keep_both", ["ids": [.text(one), "e99"]]).code == -32001)
        #expect(try client.failure("kb.history", ["id": "e99"]).code == -32001)
    }

    @Test func thePagesOfBothKindsJoin() throws {
        let client = try DaemonProcess().connect()
        for number in 1...3 {
            try client.add("第\(number)号充电桩保修几年", "答\(number)")
            try client.call(
                "kb.add",
                [
                    "question": .text("\(number)号质保的期限"), "answer": .text("另\(number)"),
                    "variants": [.text("第\(number)号充电桩保修几年")],
                ])
        }
        let all = try client.pairs()
        #expect(all.count >= 3)
        var paged: [[String]] = []
        var cursor: JSONValue = .null
        repeat {
            let page = try client.call("kb.conflicts", ["limit": 1, "cursor": cursor])
            paged += (page["conflicts"]?.items ?? []).map { conflict in
                conflict["entries"]?.items.compactMap { $0["id"]?.string } ?? []
            }
            cursor = page["next_cursor"] ?? .null
        } while cursor != .null
        #expect(paged == all)
    }

    @Test func theOperatorSettlesPairsLineByLine() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        for number in 1...3 {
            try client.add("第\(number)号充电桩保修几年", "答\(number)")
            try client.call(
                "kb.add",
                [
                    "question": .text("\(number)号质保的期限"), "answer": .text("另\(number)"),
                    "variants": [.text("第\(number)号充电桩保修几年")],
                ])
        }
        let before = try client.pairs().count
        let outcome = try Programs.run(
            "kefu", ["--data", daemon.directory.path, "conflicts", "--each"],
            input: "1\nb\nx\ns\nq\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("e2 is now part of e1"))
        #expect(try client.failure("kb.get", ["id": "e2"]).code == -32001)
        #expect(try client.pairs().count <= before - 2)
        let list = try Programs.run("kefu", ["--data", daemon.directory.path, "conflicts"])
        #expect(list.output.contains("e5") && list.output.contains("e6"))
    }
}
