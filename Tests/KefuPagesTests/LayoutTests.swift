import Testing

@testable import KefuPages

@Suite struct LayoutTests {
    private let long = "左栏的文字一行接一行地写下去没有停顿"

    @Test func readsColumnsOneAfterTheOther() {
        var sheet = Sheet()
        sheet.line("横贯两栏的标题", x: 200, y: 60, size: 20)
        for index in 0..<8 {
            let y = 100 + 14 * Double(index)
            sheet.line("\(index)" + long, x: 60, y: y)
            sheet.line("\(index)" + long.replacing("左", with: "右"), x: 310, y: y)
        }
        sheet.line(String(repeating: "横贯两栏的文字", count: 6), x: 60, y: 240)
        let found = read(sheet)
        #expect(found.first == "# 横贯两栏的标题")
        let text = found.dropFirst().joined()
        let left = (0..<8).map { "\($0)" + long }.joined()
        #expect(text.hasPrefix(left))
        #expect(text.dropFirst(left.count).hasPrefix("0右栏"))
        #expect(text.hasSuffix("横贯两栏的文字"))
    }

    @Test func tellsColumnsWhoseLinesLieAtDifferentHeights() throws {
        var sheet = Sheet()
        for index in 0..<10 {
            sheet.line("短\(index)。", x: 60, y: 100 + 14 * Double(index))
            sheet.line("再说得长一些的左边一行字\(index)", x: 90, y: 100 + 14 * Double(index))
            sheet.line("右边一行字的内容\(index)。", x: 310, y: 107 + 14 * Double(index))
        }
        let found = read(sheet).joined()
        let left = try #require(found.firstRange(of: "左边一行字9"))
        let right = try #require(found.firstRange(of: "右边一行字的内容0"))
        #expect(left.lowerBound < right.lowerBound)
    }

    @Test func leavesOutWhatStandsOnEveryPage() {
        let sheets = (1...4).map { number in
            var sheet = Sheet(number)
            sheet.line("充电桩用户手册", x: 70, y: 40, size: 9)
            sheet.line("第\(number)章 讲第\(number)件事", x: 400, y: 40, size: 9)
            sheet.line("这一页的正文说的是第\(number)件事，别处没有。", x: 70, y: 100)
            sheet.line("- \(number + 10) -", x: 290, y: 810, size: 9)
            return sheet
        }
        let blocks = PageDocument.blocks(of: sheets.map(\.page)).map(\.shown)
        #expect(blocks == (1...4).map { "这一页的正文说的是第\($0)件事，别处没有。" })
    }

    @Test func keepsLinesThatAreNoHeaders() {
        let sheets = (1...4).map { number in
            var sheet = Sheet(number)
            sheet.line("\(number * number * 7)", x: 70, y: 60)
            sheet.line("以上是该年的销量。", x: 70, y: 74)
            return sheet
        }
        let found = PageDocument.blocks(of: sheets.map(\.page)).map(\.shown).joined()
        #expect(found.contains("112"))
    }

    @Test func turnsPagesWhoseLinesRunDownwards() {
        var lines: [[Glyph]] = []
        for (column, text) in ["竖排的文字从右往左读", "第二行在它的左边。"].enumerated() {
            let right = 500 - 20 * Double(column)
            lines.append(
                text.unicodeScalars.enumerated().map { index, scalar in
                    let top = 100 + 10 * Double(index)
                    return Glyph(
                        scalar, Box(left: right - 10, top: top, right: right, bottom: top + 10),
                        size: 10)
                })
        }
        let page = PageText(number: 1, width: 595, height: 842, lines: lines.reversed())
        let found = PageDocument.blocks(of: [page]).map(\.shown).joined()
        #expect(found == "竖排的文字从右往左读第二行在它的左边。")
    }

    @Test func dropsTheTableOfContents() {
        var sheet = Sheet()
        sheet.line("目 录", x: 250, y: 60, size: 16)
        sheet.line("1 安装 . . . . . . . . . . . 3", x: 70, y: 100)
        sheet.line("2 故障 ………………………… 14", x: 70, y: 114)
        sheet.line("正文", x: 70, y: 160, size: 16)
        sheet.line("这里才是要读的话。", x: 70, y: 190)
        #expect(read(sheet) == ["# 正文", "这里才是要读的话。"])
    }

    @Test func anyPageEndsWithoutTrapping() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var sheet = Sheet()
            for index in 0..<Int.random(in: 0...60, using: &random) {
                let text =
                    ["", "字", "a b", "•", "第一章", ". . . . 3", "-", "\u{FB01}"]
                    .randomElement(using: &random) ?? ""
                sheet.line(
                    String(repeating: text, count: .random(in: 1...20, using: &random)),
                    x: Bool.random(using: &random)
                        ? .random(in: -50...600, using: &random)
                        : [.nan, .infinity, -1e300][index % 3],
                    y: .random(in: -50...900, using: &random),
                    size: .random(in: 0...30, using: &random),
                    isBold: .random(using: &random), isCode: .random(using: &random))
            }
            _ = read(sheet)
        }
    }
}
