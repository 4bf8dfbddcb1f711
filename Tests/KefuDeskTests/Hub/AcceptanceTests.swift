import Foundation
import KefuRPC
import Support
import Testing

/// The acceptance list of the hub's first description, point by point, on a fresh daemon with its
/// four messages of Saturday, 2025-10-18.
@Suite struct AcceptanceTests {
    private static let privateText = "晚上一起去撸串啊，老地方见"

    private let daemon: DaemonProcess
    private let client: LineClient
    /// The results of t001 to t004.
    private let results: [JSONValue]

    init() throws {
        daemon = try DaemonProcess()
        client = try daemon.connect()
        let messages: [(String, String, [JSONValue], String)] = [
            ("t001", "320kW双枪充电桩报价多少？交期多久？", ["pdf"], "10:02:00"),
            ("t002", "设备报警码E103，无法充电，麻烦看一下", ["jpg"], "10:05:00"),
            ("t003", "想了解一下你们的代理政策，做区域合作", [], "10:09:00"),
            ("t004", Self.privateText, [], "18:30:00"),
        ]
        var results: [JSONValue] = []
        for (id, text, files, clock) in messages {
            // By the names that the description gives the parameters.
            results.append(
                try client.call(
                    "message.receive",
                    [
                        "channel": "wechat", "wx_id": .text("wx_u_\(id)"), "id": .text(id),
                        "text": .text(text), "file_types": .list(files), "last_speaker": "them",
                        "timestamp": .text("2025-10-18T\(clock)+08:00"), "kb_matched": false,
                    ]))
        }
        self.results = results
    }

    private func thread(_ number: Int) throws -> JSONValue {
        try client.call("thread.get", id(number))
    }

    private func id(_ number: Int, _ name: String = "thread_id") -> JSONValue {
        ["id": results[number - 1][name] ?? .null]
    }

    @Test func eachMessageIsOfItsKind() throws {
        #expect(
            results.map { $0["trigger_type"] } == ["售前", "售后", "客户开发", .null])
        for result in results.prefix(3) {
            #expect((result["score"]?.int ?? 0) >= 60)
            #expect(["GRAY", "WHITE"].contains(result["bucket"]?.string))
            // A Saturday's working hours are four points.
            let parts = result.at("signal", "parts")?.items ?? []
            #expect(parts.first { $0["name"] == "working_hours" }?["points"] == 4)
        }
        #expect(results[3]["score"] == 0)
        #expect(results[3]["bucket"] == "BLACK")
        #expect(results[3]["action"] == "ignore")
    }

    @Test func theUnknownPoolHoldsEveryUncodedThreadOf60AndMarksNothingAsRead() throws {
        let pool = try client.call("hub.unknown_pool")
        #expect(pool["total"] == 3)
        let listed = pool["threads"]?.items ?? []
        #expect(Set(listed.map { $0["id"] }) == Set(results.prefix(3).map { $0["thread_id"] }))
        #expect(listed.allSatisfy { ($0["score"]?.int ?? 0) >= 60 && $0["k_code"] == .null })
        let scores = listed.compactMap { $0["score"]?.int }
        #expect(scores == scores.sorted(by: >))
        // As of its own time each is still unseen, after any number of looks at the list.
        for (number, result) in listed.enumerated() {
            let at = result["last_msg_at"] ?? .null
            let seen = try client.call(
                "thread.recalculate", ["id": result["id"] ?? .null, "at": at])
            #expect(seen["status"] == "UNSEEN", "\(number)")
        }
    }

    @Test func aThreadHasOneStatusWhichFollowsFromSpeakerAndTime() throws {
        // All are long past their half hour.
        for number in 1...3 { #expect(try thread(number)["status"] == "OVERDUE") }
        #expect(try client.call("hub.statistics")["overdue"] == 3)
        let times = [
            ("10:02:00", "UNSEEN"), ("10:32:00", "NEED_REPLY"), ("10:32:01", "OVERDUE"),
        ]
        for (clock, status) in times {
            let at = JSONValue.text("2025-10-18T\(clock)+08:00")
            let stored = try client.call(
                "thread.recalculate", ["id": results[0]["thread_id"] ?? .null, "at": at])
            #expect(stored["status"]?.string == status, "\(clock)")
        }
        let reply = try client.call(
            "message.receive",
            [
                "channel": "wechat", "wx_id": "wx_u_t001", "id": "t001-r", "text": "已发报价单",
                "last_speaker": "me", "timestamp": "2025-10-18T10:40:00+08:00",
            ])
        #expect(reply["status"] == "NEED_REPLY")
        for (clock, status) in [
            ("18T10:41:00", "WAITING_THEM"), ("20T10:40:00", "WAITING_THEM"),
            ("20T10:40:01", "NEED_REPLY"), ("30T00:00:00", "NEED_REPLY"),
        ] {
            let at = JSONValue.text("2025-10-\(clock)+08:00")
            let stored = try client.call(
                "thread.recalculate", ["id": results[0]["thread_id"] ?? .null, "at": at])
            #expect(stored["status"]?.string == status, "\(clock)")
        }
    }

    @Test func promotingMakesACustomerWithACodeARemarkAndAWhiteThread() throws {
        let promoted = try client.call(
            "contact.promote",
            [
                "id": results[0]["contact_id"] ?? .null, "customer_name": "张三",
                "region": "渝A", "level": "VIP",
            ])
        #expect(promoted["k_code"] == "K0001-渝A-张三-VIP-微信")
        let contact = try client.call("contact.get", id(1, "contact_id"))
        #expect(contact["type"] == "customer")
        #expect(contact["remark"] == "K0001-渝A-张三-VIP-微信")
        #expect(try thread(1)["bucket"] == "WHITE")
        #expect(try client.call("hub.unknown_pool")["total"] == 2)
        let today = try client.call("hub.metrics")["days"]?.items.last
        #expect(today?["promoted_count"] == 1)
    }

    @Test func theThreeTriggersGiveAFormAndADraftAndTheBlackListNone() throws {
        let fields = ["功率_kW", "报警码", "线索级别"]
        for (number, field) in zip(1..., fields) {
            let output = try client.call("thread.trigger", id(number))
            #expect(output["trigger_type"] == results[number - 1]["trigger_type"])
            #expect(output.at("form", field) != .null, "\(field)")
            #expect(output["reply_draft"]?.string?.isEmpty == false)
        }
        #expect(try client.failure("thread.trigger", id(4)).code == -32003)
        #expect(
            try client.failure(
                "thread.trigger",
                ["id": results[3]["thread_id"] ?? .null, "type": "售前", "text": "报价"]
            ).code == -32003)
    }

    @Test func ofThePrivateMessageNoByteIsOnTheDisk() throws {
        let words = [Self.privateText, "撸串", "老地方见"]
        for word in words { #expect(try daemon.files(holding: word) == [], "\(word)") }
        #expect(try daemon.files(holding: "320kW双枪") != [])
        let blocked = try client.call("hub.blocked")["threads"]?.items ?? []
        #expect(blocked.map { $0["id"] } == [results[3]["thread_id"]])
        #expect(blocked.first?["topic"] == "")
        #expect(try client.call("hub.statistics")["total"] == 3)
        let listed = try client.call(
            "message.list", ["thread_id": results[3]["thread_id"] ?? .null])
        #expect(listed["messages"]?.items.map { $0["text"] } == [.null])
        daemon.terminate()
        for word in words { #expect(try daemon.files(holding: word) == [], "\(word)") }
        let later = try DaemonProcess(in: daemon.directory)
        #expect(try later.connect().call("hub.statistics")["total"] == 3)
        for word in words { #expect(try later.files(holding: word) == [], "\(word)") }
    }
}
