import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

/// The hub's methods as a client meets them.
@Suite struct HubTests: HubSuite {
    @Test func theListsHoldWhatTheyAreFor() throws {
        let client = try DaemonProcess().connect()
        let old = try hear(client, "320kW充电桩报价", from: "a", after: -7200)
        let fresh = try hear(client, "160kW充电桩价格参数", from: "b", after: -600)
        let black = try hear(client, "晚上喝酒撸串", from: "c", after: -60)
        let asleep = try hear(client, "充电桩故障", from: "d", after: -60)
        try client.call("thread.snooze", id(asleep))
        let today = try client.call("hub.today")
        #expect(
            today["threads"]?.items.map { $0["id"] } == [old["thread_id"], fresh["thread_id"]])
        #expect(today["total"] == 2)
        #expect(today["next_cursor"] == .null)
        let pool = try client.call("hub.unknown_pool", ["limit": 1])
        #expect(pool["total"] == 2)
        let rest = try client.call(
            "hub.unknown_pool", ["cursor": pool["next_cursor"] ?? .null])
        #expect(rest["threads"]?.items.count == 1)
        #expect(rest["threads"]?.items.first?["id"] != pool["threads"]?.items.first?["id"])
        let blocked = try client.call("hub.blocked")
        #expect(blocked["threads"]?.items.map { $0["id"] } == [black["thread_id"]])
        let counts = try client.call("hub.statistics")
        #expect(counts["total"] == 3)
        #expect(counts["overdue"] == 1)
        #expect(counts["snoozed"] == 1)
        #expect(counts["unknown_pool"] == 2)
        // Nothing of this has looked at a thread.
        let heardAt = try client.call("thread.get", id(fresh))["last_msg_at"] ?? .null
        let unseen = try client.call("thread.recalculate", adding(["at": heardAt], to: id(fresh)))
        #expect(unseen["status"] == "UNSEEN")
        for method in ["hub.today", "hub.unknown_pool", "hub.blocked"] {
            let error = try client.failure(method, ["cursor": "z1"])
            #expect(error.code == -32602)
            #expect(error.at("data", "field") == "cursor")
        }
    }

    @Test func theLatestCallReplacesTheOthers() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价", after: -600)
        let thread = id(heard)
        let snoozed = try client.call("thread.snooze", thread)
        #expect(snoozed["status"] == "SNOOZED")
        #expect(snoozed["snoozed_until"]?.string != nil)
        let waiting = try client.call("thread.wait", adding(["follow_up_hours": 2], to: thread))
        #expect(waiting["status"] == "WAITING_THEM")
        #expect(waiting["snoozed_until"] == .null)
        #expect(waiting["follow_up_at"]?.string != nil)
        let resolved = try client.call(
            "thread.resolve", adding(["outcome": "solved"], to: thread))
        #expect(resolved["status"] == "RESOLVED")
        #expect(resolved["outcome"] == "solved")
        #expect(resolved["sla_at"] == .null)
        let again = try client.call("thread.snooze", adding(["minutes": 5], to: thread))
        #expect(again["status"] == "SNOOZED")
        try hear(client, "还在吗，价格多少")
        #expect(try client.call("thread.get", thread)["status"] != "SNOOZED")
    }

    @Test func pastTimesAreAccepted() throws {
        let client = try DaemonProcess().connect()
        let thread = id(try hear(client, "320kW充电桩报价", after: -7200))
        let due = try client.call(
            "thread.snooze", adding(["minutes": 80, "at": time(-6000)], to: thread))
        #expect(due["status"] == "NEED_REPLY")
        let over = try client.call(
            "thread.snooze", adding(["minutes": 40, "at": time(-6000)], to: thread))
        #expect(over["status"] == "OVERDUE")
        let asOfThen = try client.call(
            "thread.recalculate", adding(["at": time(-5000)], to: thread))
        #expect(asOfThen["status"] == "SNOOZED")
        let resolved = try client.call("thread.resolve", adding(["at": time(-60)], to: thread))
        #expect(resolved["status"] == "RESOLVED")
        let all = try client.call("hub.recalculate", ["at": time(86_400 * 30)])
        #expect(all["checked"] == 1)
        #expect(all["changed"] == 0)
    }

    @Test func aSilencedBotSpeaksAgainWhenReleasedOrResolved() throws {
        let client = try DaemonProcess().connect()
        for method in ["thread.release", "thread.resolve"] {
            let heard = try hear(client, "我要转人工", from: method, after: -5)
            let flagged = try client.call("thread.get", id(heard))
            #expect(flagged["silent"] == true)
            #expect(flagged["tags"] == ["person"])
            try hear(client, "我要投诉", from: method, after: -1)
            #expect(try client.call("thread.get", id(heard))["tags"] == ["person", "complaint"])
            let freed = try client.call(method, id(heard))
            #expect(freed["silent"] == false)
            #expect(freed["tags"] == [])
        }
        let rated = try client.call(
            "thread.rate", adding(["satisfaction": 4], to: id(try hear(client, "报价单"))))
        #expect(rated["satisfaction"] == 4)
    }

    @Test(arguments: [
        "thread.get", "thread.recalculate", "thread.snooze", "thread.resolve", "thread.wait",
        "thread.release", "thread.trigger", "contact.get", "contact.set", "contact.block",
        "contact.unblock", "contact.ignore",
    ])
    func anyStringIsALegalIDThatMayNotBeFound(_ method: String) throws {
        let client = try DaemonProcess().connect()
        for text in ["t99", "c99", "", "x", "t-1", "t01", "会话", "t1; DROP TABLE thread"] {
            let error = try client.failure(method, ["id": .text(text)])
            #expect(error.code == -32001, "\(text)")
            #expect(error.at("data", "hint")?.string?.isEmpty == false)
        }
    }

    @Test func wrongParametersAreNamed() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价", after: -60)
        let (thread, contact) = (id(heard), id(heard, "contact_id"))
        let cases: [(String, JSONValue, String)] = [
            ("thread.snooze", adding(["minutes": 0], to: thread), "minutes"),
            ("thread.snooze", adding(["until": time(-60)], to: thread), "until"),
            (
                "thread.snooze", adding(["until": time(60), "minutes": 5], to: thread), "until"
            ),
            ("thread.resolve", adding(["outcome": "done"], to: thread), "outcome"),
            ("thread.resolve", adding(["at": "yesterday"], to: thread), "at"),
            ("thread.wait", adding(["follow_up_hours": -1], to: thread), "follow_up_hours"),
            ("thread.rate", adding(["satisfaction": 6], to: thread), "satisfaction"),
            ("contact.erase", adding(["confirm": false], to: contact), "confirm"),
            ("contact.erase", contact, "confirm"),
            (
                "contact.promote",
                adding(["customer_name": " ", "region": "渝A", "level": "VIP"], to: contact),
                "customer_name"
            ),
            ("contact.promote", adding(["customer_name": "张三"], to: contact), "region"),
            ("hub.metrics", ["from": "gestern"], "from"),
            ("hub.today", ["limit": 0], "limit"),
            ("hub.recalculate", ["at": 5], "at"),
        ]
        for (method, params, field) in cases {
            let error = try client.failure(method, params)
            #expect(error.code == -32602, "\(method) \(field)")
            #expect(error.at("data", "field")?.string == field, "\(method)")
        }
        let unknown: [(String, JSONValue)] = [
            ("thread.rate", ["id": "t9", "satisfaction": 1]),
            ("contact.erase", ["id": "c9", "confirm": true]),
            ("thread.use_trigger", ["output_id": "o9"]),
            (
                "contact.promote",
                ["id": "c9", "customer_name": "张三", "region": "渝A", "level": "VIP"]
            ),
        ]
        for (method, params) in unknown {
            #expect(try client.failure(method, params).code == -32001, "\(method)")
        }
    }

    @Test func statusEventsNameIDsAndStatusesOnly() throws {
        let daemon = try DaemonProcess()
        let (client, listener) = (try daemon.connect(), try daemon.connect())
        try listener.call("events.subscribe", ["topics": ["status", "overdue"]])
        let heard = try hear(client, "320kW充电桩报价暗号甲乙", after: -600)
        try client.call("thread.recalculate", adding(["at": time(3600)], to: id(heard)))
        var events: [JSONValue] = []
        while events.count < 3 {
            let message = try listener.message()
            if let event = message["params"], message["method"] == "event" { events.append(event) }
        }
        #expect(events.map { $0["topic"] } == ["status", "status", "overdue"])
        #expect(events.allSatisfy { $0.at("data", "thread_id") == heard["thread_id"] })
        #expect(events[1].at("data", "status") == "OVERDUE")
        #expect(!"\(events)".contains("甲乙"))
    }

    @Test func theDaemonItselfStoresWhatFallsDue() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价", after: 0)
        let soon = id(try hear(client, "160kW充电桩报价", from: "b", after: -1798))
        #expect(try client.call("thread.get", soon)["status"] == "NEED_REPLY")
        let deadline = Date(timeIntervalSinceNow: 15)
        while Date() < deadline, try client.call("thread.get", soon)["status"] != "OVERDUE" {
            usleep(100_000)
        }
        #expect(try client.call("thread.get", soon)["status"] == "OVERDUE")
        #expect(try client.call("thread.get", id(heard))["status"] == "NEED_REPLY")
    }
}
