import Testing

@testable import KefuDomain

@Test(
    arguments: [
        ("打我电话 13812345678", [.phoneNumber]), ("打我电话 １３８１２３４５６７８", [.phoneNumber]),
        ("１３８－１２３４－５６７８", [.phoneNumber]), ("138–1234–5678", [.phoneNumber]),
        ("＋８６　１３８１２３４５６７８", [.phoneNumber]), ("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", [.phoneNumber]),
        ("证号 １１０１０５１９４９１２３１００２Ｘ", [.identityCard]), ("11010519491231002X", [.identityCard]),
        ("写信到 ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", [.email]), ("订单 ２０２６１１２０１２３４５６", [.accountNumber]),
        ("客服 ４００－１２３－４５６７", []), ("７ｋＷ 的桩 １２８０ 元", []), ("", []),
    ] as [(String, [PersonalData])])
func personalDataIsFoundInAnyWidth(text: String, kinds: [PersonalData]) {
    #expect(PersonalData.kinds(in: text) == kinds)
}
