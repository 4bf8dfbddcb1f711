import Testing

@testable import KefuDomain

@Test(arguments: [
    "@客服 报价多少", "@客服报价多少", "请问@Kefu\u{2005}在吗", "＠ＫＥＦＵ", "＠客服", "@kefu，你好", "hi @ kefu",
    "@Bot One: hello",
])
func namesAfterTheSignAreAddressed(text: String) {
    #expect(Mention.addresses(text, names: ["客服", "kefu", "Bot One"]))
}

@Test(arguments: [
    "客服在吗", "@张三 客服呢", "a@kefu.com", "@kefuxyz", "@ke fu", "@", "", "@所有人 kefu",
])
func othersAreNot(text: String) {
    #expect(!Mention.addresses(text, names: ["客服", "kefu", ""]))
}
