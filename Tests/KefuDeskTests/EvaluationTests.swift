import Foundation
import KefuRPC
import Support
import Testing

/// A daemon with a small base, and `kefu` that speaks to it.
private struct Bench {
    let daemon: DaemonProcess
    let client: LineClient

    init() throws {
        daemon = try DaemonProcess()
        client = try daemon.connect()
        try client.add("充电桩保修几年", "整机保修三年")
        try client.call(
            "kb.import",
            [
                "name": "faq.jsonl",
                "content": #"{"id": "faq-7", "question": "枪线有多长", "answer": "五米"}"#,
            ])
    }

    func run(_ words: String..., input: String = "") throws -> Programs.Outcome {
        try Programs.run(
            "kefu", ["--socket", daemon.socketPath, "--no-start"] + words, input: input)
    }

    func json(_ words: String..., input: String = "") throws -> JSONValue {
        let words = ["--socket", daemon.socketPath, "--no-start", "--json"] + words
        let outcome = try Programs.run("kefu", words, input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8)).ordered
    }
}

private let rows = """
    {"id": "1", "text": "充电桩保修几年", "relevant": ["e1"]}
    nonsense
    {"id": "2", "text": "枪线有多长？", "relevant": ["faq-7"]}
    {"id": "3", "text": "你好", "relevant": []}
    {"id": "4", "text": "谢谢", "relevant": ["e1"]}
    {"id": "5", "text": "今天天气怎么样", "relevant": []}
    {"id": "6", "text": "x"}

    """

@Suite struct EvaluationTests {
    @Test func aLabelledSetIsMeasuredAndNothingStored() throws {
        let bench = try Bench()
        let long = #"{"text": "\#(String(repeating: "长", count: 100_001))", "relevant": []}"#
        let file = try bench.daemon.directory.write("set.jsonl", rows + long)
        let result = try bench.json("eval", file)
        #expect(result["questions"] == 5)
        #expect(result["answerable"] == 3)
        // The courtesy is answered by a rule; what a search finds of it is measured all the same.
        #expect(abs((result["recall_at_1"]?.double ?? 0) - 2.0 / 3) < 1e-9)
        let inForce = try #require(result["in_force"])
        #expect(inForce["reply"] == .number(0.75))
        #expect(inForce.at("replied", "count") == 4)
        #expect(inForce.at("replied", "right") == 2)
        #expect(inForce["unanswerable"] == 2)
        #expect(inForce["unanswerable_replied"] == 1)
        #expect(inForce.at("handed_over", "right") == 1)
        #expect(result["simulated"] == .null)
        #expect(result["bins"]?.items.reduce(0) { $0 + ($1["count"]?.int ?? 0) } == 5)
        #expect(result["refused"]?.items.map { $0["line"]?.int } == [2, 7, 8])
        for row in result["refused"]?.items ?? [] {
            #expect(row["what"]?.string?.isEmpty == false && row["hint"]?.string?.isEmpty == false)
        }
        #expect(try bench.client.call("answer.list")["answers"] == [])
        let shown = try bench.run("eval", file)
        #expect(shown.status == 0)
        #expect(shown.output.contains("5 questions, 3 of them answerable"))
        #expect(shown.errors.contains("line 7: it is not said what is right"))
        #expect(shown.errors.contains("3 rows are left out"))
        // A bar is for a terminal.
        #expect(!shown.errors.contains("\u{1B}") && !shown.errors.contains("/5"))
    }

    @Test func standardInputAndASessionMeasureToo() throws {
        let bench = try Bench()
        #expect(try bench.json("eval", "-", input: "\n" + rows)["refused"]?.items.count == 2)
        let file = try bench.daemon.directory.write("my set.jsonl", rows)
        let session = try bench.run(input: "/eval \"\(file)\" --reply 1\n/eval -\n/quit\n")
        #expect(session.output.contains("recall@1"))
        #expect(session.output.contains("simulated"))
        #expect(session.errors.contains("the session itself reads"))
    }

    @Test func idsOfAnotherBaseAreSuspicious() throws {
        let bench = try Bench()
        let outcome = try bench.run(
            "eval", "-", input: #"{"text": "充电桩保修几年", "relevant": ["k1"]}"#)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("are the ids those of this base?"))
    }

    @Test func historyIsMeasuredByWhatAPersonSaid() throws {
        let bench = try Bench()
        for (question, verdict) in [
            ("充电桩保修几年", "approve"), ("枪线有多长", "reject"), ("今天天气怎么样", nil), ("转人工", nil),
        ] as [(String, String?)] {
            let id = try bench.client.ask(question)["answer_id"] ?? .null
            if let verdict { try bench.client.call("answer.\(verdict)", ["id": id]) }
        }
        let result = try bench.json("eval", "--from-history", "--reply", "1", "--clarify", "0.5")
        #expect(result["judged"] == 2)
        #expect((result["questions"]?.int ?? 0) + (result["by_rule"]?.int ?? 0) == 4)
        #expect((result["by_rule"]?.int ?? 0) >= 1)
        #expect(result["recall_at_1"] == .null && result["answerable"] == .null)
        #expect(result.at("in_force", "replied", "count") == 2)
        #expect(result.at("in_force", "replied", "precision")?.double == 0.5)
        #expect(result.at("simulated", "replied", "count") == 0)
        #expect(result.at("simulated", "clarified", "count") == 2)
        #expect(try bench.run("eval", "--from-history").output.contains("2 of them judged"))
        let later = try bench.run("eval", "--from-history", "--since", "2100-01-01")
        #expect(later.status == 0)
        #expect(later.output.contains("0 answers"))
        #expect(later.errors.contains("nothing was judged"))
    }

    @Test func historyIsReadPageByPage() throws {
        let bench = try Bench()
        for number in 0..<130 { _ = try bench.client.ask("枪线有多长 \(number % 7)") }
        let result = try bench.json("eval", "--from-history", "--since", "2000-01-01")
        #expect(result["questions"] == 130)
    }

    @Test func whatCannotBeMeasuredIsRefused() throws {
        let bench = try Bench()
        let good = try bench.daemon.directory.write("good.jsonl", rows)
        let bad = try bench.daemon.directory.write("bad.jsonl", "a\nb\n")
        let empty = try bench.daemon.directory.write("empty.jsonl", "\n")
        let cases: [(words: [String], status: Int32)] = [
            ([], 2), ([good, "--from-history"], 2), ([good, "--since", "2026-01-01"], 2),
            ([good, "--reply", "2"], 2), ([good, "--reply", "nan"], 2),
            ([good, "--clarify", "-0.1"], 2), ([good, "--clarify", "0.9"], 2),
            ([good, "--reply", "0.4", "--clarify", "0.6"], 2),
            ([bad], 5), ([empty], 5), (["/nonexistent.jsonl"], 5),
        ]
        for (words, status) in cases {
            let outcome = try Programs.run(
                "kefu", ["--socket", bench.daemon.socketPath, "eval"] + words)
            #expect(outcome.status == status, "\(words): \(outcome.errors)")
            #expect(outcome.output.isEmpty, "\(words)")
            #expect(outcome.errors.contains("try: "), "\(words)")
        }
        // Lower than the threshold for asking back, replying takes that along.
        #expect(
            try bench.json("eval", good, "--reply", "0.4").at("simulated", "clarify")?.double == 0.4
        )
    }

    /// A set that takes its time.
    private func manyRows(_ bench: Bench) throws -> String {
        let row = #"{"text": "充电桩的保修期有多少年呢", "relevant": ["e1"]}"#
        return try bench.daemon.directory.write(
            "many.jsonl", String(repeating: row + "\n", count: 30_000))
    }

    @Test func itGoesOnWhenTheDaemonDies() throws {
        let bench = try Bench()
        let data = ["--data", bench.daemon.directory.path]
        defer { _ = try? Programs.run("kefu", data + ["stop"]) }
        let terminal = try TerminalProcess(
            Programs.path(of: "kefu"), data + ["eval", try manyRows(bench)],
            environment: Programs.environment)
        try terminal.expect("/30000")
        bench.daemon.kill()
        try terminal.expect("the daemon has gone away")
        try terminal.expect("/30000")
        terminal.type("\u{3}")
        #expect(try terminal.wait() == 130)
    }

    @Test func controlCEndsItCleanly() throws {
        let bench = try Bench()
        let file = try manyRows(bench)
        let terminal = try TerminalProcess(
            Programs.path(of: "kefu"), ["--socket", bench.daemon.socketPath, "eval", file],
            environment: Programs.environment)
        try terminal.expect("/30000")
        terminal.type("\u{3}")
        try terminal.expect("error: interrupted")
        #expect(try terminal.wait() == 130)
        #expect(try bench.client.ask("枪线有多长")["action"] == "reply")
    }

    /// The index may follow between two questions, and rarities with it.
    private func isNear(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        guard let one = one?.double, let other = other?.double else { return false }
        return abs(one - other) < 1e-4
    }

    @Test func anExplanationSaysTheConfidenceAndTheChoices() throws {
        let bench = try Bench()
        let full = try bench.client.call("answer.explain", ["question": "充电桩保修几年"])
        #expect(full["confidence"] == full["candidates"]?.items.first?["confidence"])
        #expect(full["choices"]?.items.first == "e1")
        #expect(full["candidates"]?.items.first?["features"]?.items.isEmpty == false)
        let short = try bench.client.call(
            "answer.explain", ["question": "充电桩保修几年", "features": false])
        #expect(short["candidates"]?.items.map { $0["features"]?.items.count } == [0])
        #expect(isNear(short["confidence"], full["confidence"]))
        let greeting = try bench.client.call("answer.explain", ["question": "你好"])
        #expect(greeting["confidence"]?.double == 1)
        let id = try bench.client.ask("充电桩保修几年")["answer_id"] ?? .null
        let past = try bench.client.call("answer.explain", ["id": id, "features": false])
        #expect(isNear(past["confidence"], full["confidence"]))
        #expect(past["choices"] == [])
        #expect(past["candidates"]?.items.first?["features"] == [])
    }
}
