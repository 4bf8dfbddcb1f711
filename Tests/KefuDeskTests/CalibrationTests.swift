import Foundation
import KefuRPC
import Support
import Testing

/// `kefu calibration` against a real daemon.
struct CalibrationCommandTests {
    private let daemon: DaemonProcess
    private let client: LineClient

    init() throws {
        daemon = try DaemonProcess()
        client = try daemon.connect()
    }

    private func run(_ words: String..., input: String = "") throws -> Programs.Outcome {
        try Programs.run(
            "kefu", ["--socket", daemon.socketPath, "--no-start"] + words, input: input)
    }

    private func json(_ words: String...) throws -> JSONValue {
        let words = ["--socket", daemon.socketPath, "--no-start", "--json"] + words
        let outcome = try Programs.run("kefu", words)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8)).ordered
    }

    private func isSettled() throws -> Bool {
        for _ in 0..<300 {
            if try client.call("learn.calibration")["state"] == "settled" { return true }
            usleep(100_000)
        }
        return false
    }

    @Test func theCommandShowsAnswersAgainAndResets() throws {
        let small = try run("calibration")
        #expect(small.status == 0)
        #expect(small.output.contains("the base has not examined itself"))
        let rows = (0..<40).map { number in
            #"{"question": "第\#(number)号仓库发货要多久", "answer": "\#(number) 天", "#
                + #""variants": ["\#(number)号仓几天能到"]}"#
        }
        try client.call(
            "kb.import",
            ["name": "faq.jsonl", "content": .text(rows.joined(separator: "\n"))])
        #expect(try isSettled())
        let report = try json("calibration")
        let examination = try #require(report["examination"])
        let asked = examination["questions"]?.int ?? 0
        #expect(asked > 0)
        #expect(examination["bins"]?.items.reduce(0) { $0 + ($1["count"]?.int ?? 0) } == asked)
        #expect(report.at("verdicts", "needed") == 50)
        let shown = try run("calibration")
        #expect(shown.output.contains("\(asked) questions asked of itself"))
        #expect(shown.output.contains("0 verdicts, 50 are needed: not in force"))
        #expect(try json("calibration", "--again")["state"] == "running")
        #expect(try isSettled())
        #expect(try json("calibration").at("examination", "at") != examination["at"])
        #expect(try json("calibration", "--reset").at("verdicts", "count") == 0)
        #expect(try run(input: "/calibration\n/quit\n").output.contains("what verdicts taught"))
    }

    @Test func againAndResetDoNotGoTogether() throws {
        let outcome = try run("calibration", "--again", "--reset")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("--again and --reset do not go together"))
    }
}
