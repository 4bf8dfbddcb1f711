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
