import Foundation
import KefuRPC
import Support
import Testing

/// Messages that nobody should send, and what becomes of them.
@Suite struct OddMessageTests {
    @Test func whatIsWrongIsNamed() throws {
        let client = try DaemonProcess().connect()
        let chat = Chat(client)
        let cases: [(String, [String: JSONValue], String)] = [
            ("unknown", ["colour": "red"], "colour"), ("speaker", ["speaker": "bot"], "speaker"),
            ("type", ["type": "sticker"], "type"), ("files", ["file_types": "pdf"], "file_types"),
            ("time", ["timestamp": "yesterday"], "timestamp"),
            ("zone", ["timestamp": "2025-10-18T10:00:00"], "timestamp"),
            ("number", ["timestamp": 1_760_752_800], "timestamp"),
            ("flag", ["replay": "yes"], "replay"), ("match", ["kb_matched": 1], "kb_matched"),
            ("twice", ["wx_id": "b"], ""), ("text", ["text": 5], "text"),
        ]
        for (what, more, field) in cases {
            let params = JSONValue.object(
                (["channel": "wechat", "peer_id": "a", "message_id": "m", "text": "报价"]
                    as [String: JSONValue]).merging(more) { $1 }.map {
                        JSONValue.Member($0.key, $0.value)
                    })
            let error = try client.failure("message.receive", params)
            #expect(error.code == -32602, "\(what)")
            let named = error.at("data", "field")?.string ?? ""
            #expect(field.isEmpty || named.hasPrefix(field), "\(what): \(named)")
        }
        #expect(try client.call("hub.statistics")["total"] == 0)
        #expect(try chat.hear("320kW报价")["bucket"] == "GRAY")
    }

    @Test func timesOfEveryAgeAreTaken() throws {
        let client = try DaemonProcess().connect()
        let times = [
            "0001-01-01T00:00:00Z", "1600-02-29T12:00:00+08:00", "1969-12-31T23:59:59Z",
            "2038-01-19T03:14:08Z", "9999-12-31T23:59:59Z",
        ]
        for (number, time) in times.enumerated() {
            let chat = Chat(client, "wx_\(number)")
            let heard = try chat.hear("320kW充电桩报价", ["timestamp": .text(time)])
            #expect(heard["bucket"] == "GRAY", "\(time)")
            let isPast = number < 3
            let thread = try client.call("thread.get", ["id": heard["thread_id"] ?? .null])
            #expect(isPast == (thread["status"] == "OVERDUE"), "\(time)")
            try client.call("thread.resolve", ["id": heard["thread_id"] ?? .null])
        }
        for at in ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
            #expect(try client.call("hub.recalculate", ["at": .text(at)])["checked"] == 5)
            let days = try client.failure("hub.metrics", ["from": .text(at), "to": "2026-01-01"])
            #expect(days.code == -32602)
        }
        #expect(try client.call("system.health")["status"] == "ok")
    }

    @Test func aTextIsAHundredThousandCharactersAtMost() throws {
        let client = try DaemonProcess().connect()
        let chat = Chat(client)
        let long = "报价" + String(repeating: "很", count: 99_998)
        let heard = try chat.hear(long)
        #expect(heard["trigger_type"] == "售前")
        let listed = try client.call("message.list", ["thread_id": heard["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.first?["text"]?.string == long)
        let thread = try client.call("thread.get", ["id": heard["thread_id"] ?? .null])
        #expect(thread["topic"]?.string?.count == 200)
        #expect(
            try client.failure(
                "message.receive",
                [
                    "channel": "wechat", "peer_id": "a", "message_id": "long",
                    "text": .text(long + "很"),
                ]
            ).code == -32005)
        #expect(
            try client.call("message.list", ["thread_id": heard["thread_id"] ?? .null])[
                "messages"]?.items.count == 1)
    }

    @Test func wordsOfEveryKindAreKeptAsTheyAre() throws {
        let client = try DaemonProcess().connect()
        let texts = [
            "报价\u{0}零", "报价\r\n\t", "报价 \u{202E}反向", "报价👩‍👩‍👧‍👦", "报价'; DROP TABLE message; --",
            "报价 %s %n \\ \" '", "报价\u{FEFF}", "報價", "  报价  ",
        ]
        for (number, text) in texts.enumerated() {
            let heard = try Chat(client, "wx_\(number)").hear(text)
            #expect((heard["score"]?.int ?? 0) >= 60, "\(text)")
            let listed = try client.call(
                "message.list", ["thread_id": heard["thread_id"] ?? .null])
            #expect(listed["messages"]?.items.first?["text"]?.string == text)
        }
    }

    @Test func emptyWordsAreNoWords() throws {
        let client = try DaemonProcess().connect()
        for (number, text) in ["", " ", "\n\u{3000}"].enumerated() {
            let heard = try Chat(client, "wx_\(number)").hear(text)
            #expect(heard["action"] == "handoff")
            let listed = try client.call(
                "message.list", ["thread_id": heard["thread_id"] ?? .null])
            #expect(listed["messages"]?.items.first?["text"] == .null)
        }
    }

    @Test func clientsThatRaceOnOneContactMakeOne() throws {
        let daemon = try DaemonProcess()
        let clients = try (0..<6).map { _ in try daemon.connect() }
        for round in 0..<10 {
            for (number, client) in clients.enumerated() {
                let params = """
                    {"channel": "wechat", "peer_id": "p\(round)", "message_id": "\(round)-\(number)", \
                    "text": "320kW报价", "sender_name": "名字\(number)"}
                    """
                try client.send(
                    line: #"{"jsonrpc": "2.0", "id": 1, "method": "message.receive", "params": "#
                        + params + "}")
            }
            let results = try clients.compactMap { try $0.message()["result"] }
            #expect(results.count == 6)
            #expect(Set(results.map { $0["contact_id"] }).count == 1, "round \(round)")
            #expect(Set(results.map { $0["thread_id"] }).count == 1, "round \(round)")
            #expect(results.allSatisfy { $0["duplicate"] == false })
        }
        #expect(try clients[0].call("hub.statistics")["total"] == 10)
    }
}
