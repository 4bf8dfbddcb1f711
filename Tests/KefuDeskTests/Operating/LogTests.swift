import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

@testable import KefuDesk

/// What the log says, and what it must not.
struct LogTests {
    @Test func aLineHasItsLevelAndTheNumberOfItsRequest() {
        let time = Timestamp(seconds: 1_800_000_000)
        #expect(
            LogFormat.plain.line(.warning, "slow", request: 7, at: time)
                == "\(time.rfc3339) warning: r7 slow")
        let levels = LogLevel.allCases.map {
            LogFormat.journal.line($0, "text", request: 0, at: time)
        }
        #expect(levels == ["<3>text", "<4>text", "<6>text", "<7>text"])
        #expect(LogFormat.journal.line(.error, "x", request: 12, at: time) == "<3>r12 x")
    }

    @Test func theJournalsFormIsTakenOnlyWhereItIsTheJournal() throws {
        var facts = stat()
        #expect(fstat(STDERR_FILENO, &facts) == 0)
        let stream = "\(facts.st_dev):\(facts.st_ino)"
        let plain = LogFormat(environment: ["JOURNAL_STREAM": "1:2"])
        let journal = LogFormat(environment: ["JOURNAL_STREAM": stream])
        if case .journal = plain { Issue.record("1:2 is another stream") }
        if case .plain = journal { Issue.record("\(stream) is this one") }
        if case .journal = LogFormat(environment: [:]) { Issue.record("there is none") }
    }

    @Test func everyRequestIsThereAndNoCustomersWord() throws {
        let directory = try TemporaryDirectory()
        let daemon = try DaemonProcess(in: directory, options: ["--log-level", "debug"])
        let client = try daemon.connect()
        let words = ["绝密问题", "绝密答案", "绝密会话", "绝密客户", "绝密消息"]
        let id = try client.add(words[0], words[1])
        _ = try client.ask(words[0], session: words[2])
        _ = try? client.add(words[0], words[4])
        _ = try? client.call("kb.update", ["id": .text(id), "answer": ""])
        _ = try? client.call(words[4], [:])
        _ = try? client.call("ask", ["question": 7, "绝密会话": true])
        _ = try? client.send(line: #"{"绝密消息"#)
        let receive: JSONValue = [
            "channel": "wechat", "peer_id": .text(words[3]), "message_id": "m1",
            "text": .text(words[4] + "报价多少"), "sender_name": .text(words[3]),
        ]
        let other = try daemon.connect()
        try other.call("message.receive", receive)
        _ = try? other.call("contact.erase", ["id": "绝密客户", "confirm": true])
        try other.call("kb.import", ["name": "绝密消息.csv", "content": "question,answer\n绝密问题,x\n"])
        try eventually { daemon.log.contains("kb.import on connection") }
        for word in words { #expect(!daemon.log.contains(word), "\(word)") }
        let line = try #require(
            daemon.log.split(separator: "\n").first { $0.contains(" ask on connection") })
        let shape = #/debug: r[0-9]+ ask on connection [0-9]+: ok in [0-9.]+ ms/#
        #expect(line.contains(shape))
        #expect(daemon.log.contains("kb.add on connection 1: conflict"))
        #expect(daemon.log.contains("unknown method on connection 1: method_not_found"))
    }
}
