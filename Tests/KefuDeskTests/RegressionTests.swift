import KefuRPC
import Support
import Testing

/// Faults that were found once and must not come back.
struct RegressionTests {
    @Test func subscribingFromTheLastNumberEndsNothing() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        try client.call("events.subscribe", ["since": .integer(Int.max)])
        try client.call("system.health")
        #expect(daemon.isRunning)
    }

    @Test func anExportNeverOverwritesTheBase() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let path = daemon.directory.file("kefu.sqlite")
        for target in [
            path, daemon.directory.file("index/x"), daemon.directory.file("./kefu.lock"),
            daemon.directory.file("kefud.log"), daemon.directory.file("history"),
        ] {
            let error = try client.failure(
                "kb.export", ["path": .text(target), "format": "jsonl"])
            #expect(error["code"] == -32002)
        }
    }

    @Test func aVerdictOnAPickIsAboutTheQuestion() throws {
        let client = try DaemonProcess.configured(
            #"{"thresholds": {"reply": 1, "clarify": 0}}"#
        ).connect()
        try client.call("kb.add", ["question": "充电桩保修几年", "answer": "三年"])
        try client.call("kb.add", ["question": "充电桩怎么安装", "answer": "预约师傅"])
        try client.call("ask", ["question": "充电桩坏了保修吗", "session": "s"])
        let picked = try client.call("ask", ["question": "1", "session": "s"])
        #expect(picked["reason"] == "picked")
        let verdict = try client.call("answer.approve", ["id": picked["answer_id"] ?? .null])
        #expect(verdict["entry"]?["variants"]?.items == ["充电桩坏了保修吗"])
    }

    @Test func importingAgainKeepsWhatWasLearned() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let path = try daemon.directory.write("faq.csv", "问题,答案\n保修几年,三年\n")
        try client.call("kb.import", ["path": .text(path)])
        let id = try client.call("kb.list")["entries"]?.items.first?["id"] ?? .null
        try client.call("kb.update", ["id": id, "variants": ["质保多久"], "review": "always"])
        try daemon.directory.write("faq.csv", "问题,答案\n保修几年,五年\n")
        try client.call("kb.import", ["path": .text(path)])
        let entry = try client.call("kb.get", ["id": id])
        #expect(entry["answer"] == "五年")
        #expect(entry["variants"]?.items == ["质保多久"])
        #expect(entry["review"] == "always")
    }

    @Test(arguments: ["2", "６０", "？？？", String(repeating: "好", count: 3000)])
    func whatSaysTooLittleIsNeverAnswered(text: String) throws {
        let client = try DaemonProcess().connect()
        try client.call("kb.add", ["question": "桩有几把枪", "answer": "有 2 把，好用的 60 kW 枪"])
        #expect(try client.call("ask", ["question": .text(text)])["action"] == "handoff")
    }

    @Test func aMadeUpCursorIsRefused() throws {
        let client = try DaemonProcess().connect()
        for method in ["kb.list", "kb.documents", "kb.conflicts", "answer.list"] {
            let error = try client.failure(method, ["cursor": "zz"])
            #expect(error["code"] == -32602)
        }
    }

    @Test func aCursorFitsItsOwnListOnly() throws {
        let client = try DaemonProcess().connect()
        for number in 0..<3 {
            try client.call(
                "kb.add",
                ["question": .text("问题\(number)"), "answer": .text("答案\(number)"), "tags": ["甲"]])
            try client.call("ask", ["question": .text("问题\(number)")])
            let text = JSONValue.text("# 标题\n\n第\(number)段。\n")
            try client.call("kb.import", ["name": .text("\(number).md"), "content": text])
        }
        let lists: [(method: String, filter: [JSONValue.Member])] = [
            ("kb.list", []), ("kb.list", [.init("tag", "甲")]),
            ("kb.list", [.init("status", "active")]), ("kb.documents", []), ("answer.list", []),
            ("answer.list", [.init("action", "reply")]),
        ]
        for (place, list) in lists.enumerated() {
            let first = JSONValue.object(list.filter + [.init("limit", 1)])
            let cursor = try client.call(list.method, first)["next_cursor"] ?? .null
            #expect(cursor.string != nil)
            for (other, target) in lists.enumerated() {
                let params = JSONValue.object(target.filter + [.init("cursor", cursor)])
                if other == place {
                    try client.call(target.method, params)
                } else {
                    #expect(try client.failure(target.method, params)["code"] == -32602)
                }
            }
        }
    }

    @Test func twoRowsOfOneFileWithOneIDAreNotMerged() throws {
        let client = try DaemonProcess().connect()
        let rows =
            #"{"id":"a","question":"甲","answer":"1"}"# + "\n"
            + #"{"id":"a","question":"乙","answer":"2"}"#
        let report = try client.call("kb.import", ["content": .text(rows), "name": "faq.jsonl"])
        let file = report["files"]?.items.first
        #expect(file?["added"] == 1)
        #expect(file?["refused"]?.items.count == 1)
    }
}
