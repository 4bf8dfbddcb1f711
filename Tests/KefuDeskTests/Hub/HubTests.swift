import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

/// The hub's methods as a client meets them.
@Suite struct HubTests {
    private func time(_ seconds: Double) -> JSONValue {
        let date = Date(timeIntervalSinceNow: seconds)
        return .text(ISO8601DateFormatter().string(from: date))
    }

    /// A message of a customer, so many seconds from now.
    @discardableResult
    private func hear(
        _ client: LineClient, _ text: String, from peer: String = "wx_1", after: Double = 0,
        by speaker: String = "them"
    ) throws -> JSONValue {
        try client.call(
            "message.receive",
            [
                "channel": "wechat", "peer_id": .text(peer), "text": .text(text),
                "message_id": .text(UUID().uuidString), "timestamp": time(after),
                "speaker": .text(speaker),
            ])
    }

    private func id(_ result: JSONValue, _ name: String = "thread_id") -> JSONValue {
        ["id": result[name] ?? .null]
    }

    private func adding(_ more: [String: JSONValue], to params: JSONValue) -> JSONValue {
        guard case .object(let members) = params else { return params }
        return .object(members + more.map { JSONValue.Member($0.key, $0.value) })
    }

    @Test func promotingGivesARunningCode() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价", after: -60)
        #expect(try client.call("hub.unknown_pool")["total"] == 1)
        let params = adding(
            ["customer_name": "张三", "region": "渝A", "level": "VIP"], to: id(heard, "contact_id"))
        let promoted = try client.call("contact.promote", params)
        #expect(promoted["k_code"] == "K0001-渝A-张三-VIP-微信")
        #expect(promoted["type"] == "customer")
        #expect(promoted["confidence"] == 100)
        #expect(promoted["contact_id"] == heard["contact_id"])
        let contact = try client.call("contact.get", id(heard, "contact_id"))
        #expect(contact["remark"] == "K0001-渝A-张三-VIP-微信")
        #expect(contact["name"] == "张三")
        #expect(contact["bucket"] == "WHITE")
        #expect(contact["identities"] == [["channel": "wechat", "peer_id": "wx_1"]])
        let thread = try client.call("thread.get", id(heard))
        #expect(thread["bucket"] == "WHITE")
        #expect(thread["k_code"] == "K0001-渝A-张三-VIP-微信")
        #expect(try client.call("hub.unknown_pool")["total"] == 0)
        let again = try client.call(
            "contact.promote",
            adding(
                ["customer_name": "张三丰", "region": "渝B", "level": "A"],
                to: id(heard, "contact_id")))
        #expect(again["k_code"] == "K0001-渝B-张三丰-A-微信")
        let other = try hear(client, "160kW充电桩报价", from: "wx_2")
        let second = try client.call(
            "contact.promote",
            adding(
                ["customer_name": "李四", "region": "川A", "level": "普通"],
                to: id(other, "contact_id")))
        #expect(second["k_code"] == "K0002-川A-李四-普通-微信")
        #expect(try hear(client, "在吗")["bucket"] == "WHITE")
    }

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
            #expect(try client.call("thread.get", id(heard))["silent"] == true)
            #expect(try client.call(method, id(heard))["silent"] == false)
        }
        let rated = try client.call(
            "thread.rate", adding(["satisfaction": 4], to: id(try hear(client, "报价单"))))
        #expect(rated["satisfaction"] == 4)
    }

    @Test func aBlockHoldsUntilItIsLifted() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价含税交期", after: -60)
        let contact = id(heard, "contact_id")
        #expect(try client.call("contact.block", contact)["bucket"] == "BLACK")
        #expect(try client.call("contact.block", contact)["bucket"] == "BLACK")
        #expect(try hear(client, "320kW充电桩报价")["bucket"] == "BLACK")
        #expect(try client.failure("thread.trigger", id(heard)).code == -32003)
        let refused = try client.failure(
            "contact.promote",
            adding(["customer_name": "张三", "region": "渝A", "level": "VIP"], to: contact))
        #expect(refused.code == -32003)
        #expect(try client.call("contact.unblock", contact)["bucket"] == "GRAY")
        #expect(try client.call("thread.get", id(heard))["bucket"] == "GRAY")
        #expect(try hear(client, "320kW充电桩报价")["bucket"] == "GRAY")
        #expect(try client.call("contact.unblock", contact)["bucket"] == "GRAY")
    }

    @Test func ignoringPutsAllThreadsToSleepForADay() throws {
        let client = try DaemonProcess().connect()
        let heard = try hear(client, "320kW充电桩报价", after: -60)
        try client.call("contact.ignore", id(heard, "contact_id"))
        let thread = try client.call("thread.get", id(heard))
        #expect(thread["status"] == "SNOOZED")
        let until = try #require(thread["snoozed_until"]?.string.flatMap(Timestamp.init(rfc3339:)))
        let left = Double(until.milliseconds) / 1000 - Date().timeIntervalSince1970
        #expect(left > 86_300 && left <= 86_400)
    }

    @Test func aContactIsChangedMemberByMember() throws {
        let client = try DaemonProcess().connect()
        let contact = id(try hear(client, "320kW充电桩报价"), "contact_id")
        let changed = try client.call("contact.set", adding(["remark": "老客户"], to: contact))
        #expect(changed["remark"] == "老客户")
        #expect(changed["name"] == "wx_1")
        let sending = try client.call("contact.set", adding(["auto_send": true], to: contact))
        #expect(sending["auto_send"] == true)
        #expect(sending["remark"] == "老客户")
        let usual = try client.call("contact.set", adding(["auto_send": .null], to: contact))
        #expect(usual["auto_send"] == .null)
        let error = try client.failure("contact.set", adding(["name": " "], to: contact))
        #expect(error.at("data", "field") == "name")
    }

    @Test func aTriggerIsKeptAndUsed() throws {
        let client = try DaemonProcess().connect()
        try client.add("E103 报警怎么处理", "断电十分钟后重启，仍报警请检查急停按钮。")
        let heard = try hear(client, "充电桩报故障，报警码E103，序列号SN12345", after: -60)
        let output = try client.call("thread.trigger", id(heard))
        #expect(output["trigger_type"] == "售后")
        #expect(output.at("form", "报警码") == "E103")
        let steps = output.at("troubleshooting", "S1_remote")?.items ?? []
        #expect(steps.contains { $0.string?.contains("断电十分钟") == true })
        let used = try client.call(
            "thread.use_trigger", ["output_id": output["output_id"] ?? .null])
        #expect(used["thread_id"] == heard["thread_id"])
        let again = try client.call(
            "thread.use_trigger", ["output_id": output["output_id"] ?? .null])
        #expect(again["used_at"] == used["used_at"])
        // A bare figure is in no language; the thread is in Chinese.
        let bare = try client.call(
            "thread.trigger",
            ["id": heard["thread_id"] ?? .null, "type": "售前", "text": "320kW"])
        #expect(bare["reply_draft"]?.string?.contains("您好") == true)
        let named = try client.call(
            "thread.trigger",
            adding(["type": "售前", "text": "要两台120kW双枪的，送到重庆"], to: id(heard)))
        #expect(named["trigger_type"] == "售前")
        #expect(named.at("form", "功率_kW") == 120)
        let unclear = id(try hear(client, "请问有人吗？", from: "wx_9"))
        let error = try client.failure("thread.trigger", unclear)
        #expect(error.code == -32602)
        #expect(error.at("data", "field") == "type")
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
