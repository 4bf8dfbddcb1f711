import KefuDomain
import Testing

@testable import KefuClient

@Test(
    arguments: [
        ("abc", 3), ("充电桩", 6), ("7kW充电桩", 9), ("，。", 4), ("", 0), ("e\u{301}", 1), ("😀", 2),
        ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("ｆｕｌｌ", 8), ("\u{200B}x", 1), ("한국", 4),
    ] as [(String, Int)])
func textTakesItsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
}

@Test func latinWordsStayWhole() {
    #expect(
        Wrapping.lines(of: "the quick brown fox", width: 10) == ["the quick", "brown fox"])
}

@Test func chineseBreaksAnywhereButNotBeforeAMark() {
    #expect(Wrapping.lines(of: "充电桩的质保期是两年。", width: 8) == ["充电桩的", "质保期是", "两年。"])
    #expect(Wrapping.lines(of: "充电桩，你好", width: 6) == ["充电", "桩，你", "好"])
    #expect(Wrapping.lines(of: "他说「充电」", width: 6) == ["他说", "「充", "电」"])
}

@Test func whatIsTooLongIsBroken() {
    #expect(Wrapping.lines(of: "abcdefgh", width: 3) == ["abc", "def", "gh"])
}

@Test func lineBreaksStay() {
    #expect(Wrapping.lines(of: "a\n\nb\r\nc", width: 10) == ["a", "", "b", "c"])
    #expect(Wrapping.lines(of: "", width: 10) == [""])
}

@Test(arguments: 2...40)
func noLineIsTooWideAndNothingIsLost(width: Int) {
    let text = "您好！7kW 家用充电桩（E103 故障）请先断电，再联系 400-800-1234；the manual says: wait 5 minutes."
    let lines = Wrapping.lines(of: text, width: width)
    for line in lines { #expect(DisplayWidth.of(line) <= width) }
    let letters = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(letters(lines.joined()) == letters(text))
}

@Test func cuttingSaysThatSomethingIsMissing() {
    #expect(Wrapping.cut("充电桩多少钱", to: 7) == "充电桩…")
    #expect(Wrapping.cut("充电桩", to: 6) == "充电桩")
    #expect(Wrapping.cut("two\nlines", to: 20) == "two lines")
}

@Test func nothingSteersTheTerminal() {
    #expect(Cleaning.forTerminal("a\u{1B}[31mb\u{7}\u{202E}c\u{9B}") == "a�[31mb��c�")
    #expect(Cleaning.forTerminal("a\r\nb\tc") == "a\nb    c")
    #expect(Cleaning.forTerminal("充电桩 ok\n") == "充电桩 ok\n")
}

@Test func columnsAlignWithChineseInThem() {
    var table = Table([.left, .right, .left])
    table.add([Table.Cell("e1"), Table.Cell("5"), Table.Cell("充电桩多少钱")])
    table.add([Table.Cell("充电"), Table.Cell("120"), Table.Cell("x")])
    #expect(
        table.lines(.plain(.chinese, width: 22)) == [
            "e1      5  充电桩多少…", "充电  120  x",
        ])
}

@Test(
    arguments: [
        (0, "░░░░"), (1, "████"), (0.5, "██░░"), (0.53125, "██▏░"), (.nan, "░░░░"), (7, "████"),
    ] as [(Double, String)])
func aBarShowsAShare(share: Double, bar: String) {
    #expect(Bar.filled(share, columns: 4) == bar)
}

@Test(
    arguments: [
        (0.825, 2, "0.83"), (-0.004, 2, "0.00"), (-1.5, 1, "-1.5"), (3, 0, "3"),
        (.infinity, 2, "-"),
        (0.05, 1, "0.1"), (12.345, 3, "12.345"),
    ] as [(Double, Int, String)])
func numbersHaveTheirDecimals(value: Double, decimals: Int, text: String) {
    #expect(decimal(value, decimals) == text)
}

@Test func theLastColumnOfATableMayWrap() {
    var table = Table([.left, .left])
    table.add([Table.Cell("/ask"), Table.Cell("ask one question of the desk")])
    table.add([Table.Cell("/quit"), Table.Cell("leave")])
    #expect(
        table.lines(.plain(.english, width: 24), wraps: true) == [
            "/ask   ask one question", "       of the desk", "/quit  leave",
        ])
}
