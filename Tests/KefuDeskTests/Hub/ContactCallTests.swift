import Foundation
import KefuDomain
import KefuRPC
import Support
import Testing

/// What the operator does with people, and what a trigger makes of what they said.
@Suite struct ContactCallTests: HubSuite {
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
        let named = try client.call("contact.get", id(heard, "contact_id"))
        #expect(named["remark"] == "K0001-渝B-张三丰-A-微信")
        let note = "K0001-渝B-张三丰-A-微信 付款慢"
        try client.call("contact.set", adding(["remark": .text(note)], to: id(heard, "contact_id")))
        try client.call(
            "contact.promote",
            adding(
                ["customer_name": "张三丰", "region": "渝B", "level": "VIP"],
                to: id(heard, "contact_id")))
        #expect(
            try client.call("contact.get", id(heard, "contact_id"))["remark"]
                == "K0001-渝B-张三丰-VIP-微信 付款慢")
        let other = try hear(client, "160kW充电桩报价", from: "wx_2")
        let second = try client.call(
            "contact.promote",
            adding(
                ["customer_name": "李四", "region": "川A", "level": "普通"],
                to: id(other, "contact_id")))
        #expect(second["k_code"] == "K0002-川A-李四-普通-微信")
        #expect(try hear(client, "在吗")["bucket"] == "WHITE")
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
        try client.call("contact.set", adding(["name": "王五"], to: contact))
        let named = try client.call("hub.today")["threads"]?.items.first
        #expect(named?["name"] == "王五")
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
        #expect(error.code == -32003)
        for type in ["售前", "售后", "客户开发"] {
            #expect(error.at("data", "hint")?.string?.contains(type) == true)
        }
        let words = adding(["text": "想谈代理合作"], to: id(heard))
        #expect(try client.call("thread.trigger", words)["trigger_type"] == "客户开发")
        let blank = try client.failure("thread.trigger", adding(["text": " "], to: id(heard)))
        #expect(blank.code == -32602)
        #expect(blank.at("data", "field") == "text")
    }
}
