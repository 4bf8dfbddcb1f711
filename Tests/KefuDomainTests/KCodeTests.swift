import Testing

@testable import KefuDomain

@Test func aCodeIsWrittenAsInTheSpecification() throws {
    let code = try KCode(number: 1, region: "渝A", name: "张三", level: "VIP", channel: "微信")
    #expect(code.text == "K0001-渝A-张三-VIP-微信")
    #expect(KCode(code.text) == code)
}

@Test(arguments: [(1, "K0001"), (999, "K0999"), (9999, "K9999"), (10_000, "K10000")])
func theNumberHasFourDigitsOrMore(number: Int, head: String) throws {
    let code = try KCode(number: number, region: "a", name: "b", level: "c", channel: "d")
    #expect(code.text == head + "-a-b-c-d")
    #expect(KCode(code.text)?.number == number)
}

@Test(arguments: [
    ("Jean-Pierre", "Jean Pierre"), ("  张\n三\t", "张 三"), ("a—b–c−d‐e", "a b c d e"),
    ("a\u{200B}\u{202E}b", "a b"), ("a\r\nb", "a b"), ("渝A", "渝A"), ("VIP／１", "VIP／１"),
    (String(repeating: "长", count: 70), String(repeating: "长", count: 64)),
])
func partsHoldNoDashesOrLineBreaks(typed: String, part: String) {
    #expect(KCode.part(typed) == part)
    #expect(KCode.part(part) == part)
}

@Test(arguments: ["", " ", "---", "\n", "—", "\u{0}"])
func aPartOfWhichNothingIsLeftIsNamed(typed: String) throws {
    #expect(KCode.part(typed) == nil)
    let error = #expect(throws: KefuError.self) {
        try KCode(number: 1, region: "a", name: typed, level: "c", channel: "d")
    }
    #expect(error?.field == "customer_name")
    #expect(error?.code == .invalidParams)
}

@Test(arguments: [
    "", "K0001", "K0001-a-b-c", "K0001-a-b-c-d-e", "K001-a-b-c-d", "K0000-a-b-c-d", "0001-a-b-c-d",
    "K0001--b-c-d", "K0001-a-b-c-", "K00001-a-b-c-d", "K٠٠٠١-a-b-c-d", "K0001-a -b-c-d",
    "K99999999999999999999-a-b-c-d",
])
func otherTextsAreNoCodes(text: String) {
    #expect(KCode(text) == nil)
}

@Test func channelsGoByTheirChineseNames() {
    var hub = HubSettings()
    #expect(hub.name(ofChannel: "wechat") == "微信")
    #expect(hub.name(ofChannel: "WeChat") == "微信")
    #expect(hub.name(ofChannel: "phone") == "电话")
    #expect(hub.name(ofChannel: "email") == "邮件")
    #expect(hub.name(ofChannel: "line") == "line")
    hub.channelNames["line"] = "连我"
    #expect(hub.name(ofChannel: "line") == "连我")
}

@Test(
    arguments: [
        ("", nil, "K0007-a-b-c-d"), ("老客户", nil, "K0007-a-b-c-d 老客户"),
        ("K0007-x-b-c-d", "K0007-x-b-c-d", "K0007-a-b-c-d"),
        ("K0007-x-b-c-d 付款慢", "K0007-x-b-c-d", "K0007-a-b-c-d 付款慢"),
        ("付款慢", "K0007-x-b-c-d", "付款慢"), ("", "K0007-x-b-c-d", "K0007-a-b-c-d"),
    ] as [(String, String?, String)])
func aRemarkKeepsWhatAPersonNoted(remark: String, old: String?, expected: String) throws {
    let code = try KCode(number: 7, region: "a", name: "b", level: "c", channel: "d")
    #expect(KCode.remark(code, in: remark, insteadOf: old) == expected)
}
