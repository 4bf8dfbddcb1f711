import Testing

@testable import KefuPages

@Suite struct ParagraphTests {
    /// Forty Han characters: a full line.
    private let full = String(repeating: "充电桩应安装在通风处", count: 4)

    @Test func joinsLinesOfHanWithoutSpaces() {
        var sheet = Sheet()
        sheet.line("　　" + String(full.dropLast(2)), x: 70, y: 100)
        sheet.lines([full, "并接地。"], x: 70, y: 114)
        sheet.line("　　下一段。", x: 70, y: 142)
        #expect(read(sheet) == [full.dropLast(2) + full + "并接地。", "下一段。"])
    }

    @Test func beginsAParagraphWhereTheLineAboveHadRoom() {
        var sheet = Sheet()
        sheet.lines([full, "先断电", "再开盖", full], x: 70, y: 100)
        #expect(read(sheet) == [full + "先断电", "再开盖", full])
    }

    @Test func makesCutWordsWholeAndKeepsCodes() {
        var sheet = Sheet()
        let lines = [
            "The wallbox charges every electric vehicle in your depot with an adap-",
            "tive current, and the low-level driver of the cabinet controls the low-",
            "level relays of the very same kind of cabinet, which is called the KX-",
            "7 in our catalogue of next year and every year that comes after it all.",
        ]
        sheet.lines(lines, x: 70, y: 100)
        #expect(
            read(sheet) == [
                "The wallbox charges every electric vehicle in your depot with an adaptive current, "
                    + "and the low-level driver of the cabinet controls the low-level relays of the "
                    + "very same kind of cabinet, which is called the KX-7 in our catalogue of next "
                    + "year and every year that comes after it all."
            ])
    }

    @Test func aParagraphGoesOnOnTheNextPage() {
        var first = Sheet(1)
        first.lines([full, full], x: 70, y: 700)
        var second = Sheet(2)
        second.lines(["直到完成。", full, full], x: 70, y: 100)
        let blocks = PageDocument.blocks(of: [first.page, second.page])
        #expect(blocks.first == .paragraph(full + full + "直到完成。", page: 1))
        #expect(blocks.count == 2)
    }

    @Test func footnotesWaitUntilTheTextHasEnded() {
        var first = Sheet(1)
        first.lines([full, full], x: 70, y: 700)
        first.line("1 见附录", x: 70, y: 760, size: 8)
        var second = Sheet(2)
        second.lines(["直到完成。", full, full], x: 70, y: 100)
        #expect(read(first, second) == [full + full + "直到完成。", "1 见附录", full + full])
    }

    @Test func itemsKeepTheirMarkAndTheirLines() {
        var sheet = Sheet()
        sheet.line("•", x: 70, y: 100)
        sheet.line(String(full.dropLast(2)), x: 90, y: 100)
        sheet.line("并接地", x: 90, y: 114)
        sheet.line("2）", x: 70, y: 128)
        sheet.line("检查", x: 90, y: 128)
        #expect(read(sheet) == ["* • " + full.dropLast(2) + "并接地", "* 2） 检查"])
    }

    @Test func listingsKeepTheirLines() {
        var sheet = Sheet()
        sheet.line("运行：", x: 70, y: 100)
        sheet.line("$ kefu ask", x: 90, y: 114, isCode: true)
        sheet.line("$ kefu stop", x: 90, y: 128, isCode: true)
        #expect(read(sheet) == ["运行：", "` $ kefu ask\n$ kefu stop"])
    }

    @Test func writesRadicalsLigaturesAndBulletsAsText() {
        var sheet = Sheet()
        sheet.line("\u{2F00}台⻋的 con\u{FB01}g\u{200B}\u{AD} \u{F0B7} 完", x: 70, y: 100)
        #expect(read(sheet) == ["一台车的 config • 完"])
    }

    @Test func bringsSpreadCharactersTogether() {
        var sheet = Sheet()
        sheet.line("前 言", x: 70, y: 100, size: 18)
        sheet.line("正文从这里开始，说明如何安装。", x: 70, y: 140)
        #expect(read(sheet) == ["# 前言", "正文从这里开始，说明如何安装。"])
    }
}
