import Testing

@testable import KefuPages

@Suite struct HeadingTests {
    private let prose = "这一段是正文，说明怎样安装和使用充电桩，读完以后再动手。"

    @Test func levelsFollowTheSizes() {
        var sheet = Sheet()
        sheet.line("充电桩手册", x: 200, y: 60, size: 26)
        for index in 0..<2 {
            let y = 110 + 120 * Double(index)
            sheet.line("安装\(index)", x: 70, y: y, size: 18)
            sheet.line("接线\(index)", x: 70, y: y + 30, size: 14)
            sheet.line("要点\(index)", x: 70, y: y + 54, isBold: true)
            sheet.line(prose, x: 70, y: y + 72)
        }
        #expect(
            read(sheet) == [
                " 充电桩手册", "# 安装0", "## 接线0", "### 要点0", prose, "# 安装1", "## 接线1", "### 要点1",
                prose,
            ])
    }

    @Test func bookmarksTellMoreThanSizes() {
        var sheet = Sheet()
        sheet.line("2.1 接线", x: 70, y: 60, size: 10)
        sheet.line(prose, x: 70, y: 90)
        sheet.line("看似标题", x: 70, y: 120, size: 16)
        sheet.line(prose, x: 70, y: 150)
        let found = read(sheet, bookmarks: [Bookmark(level: 3, title: "接线", page: 1)])
        #expect(found == ["### 2.1 接线", prose, "# 看似标题", prose])
    }

    @Test func aBookmarkElsewhereMakesNoHeading() {
        var sheet = Sheet()
        sheet.line("接线", x: 70, y: 60)
        sheet.line(prose, x: 70, y: 74)
        let found = read(sheet, bookmarks: [Bookmark(level: 1, title: "接线", page: 9)])
        #expect(!found.contains("# 接线"))
    }

    @Test func chaptersAreKnownByTheirNumber() {
        var sheet = Sheet()
        sheet.line("第二章 安装", x: 70, y: 60)
        sheet.line(prose, x: 70, y: 90)
        sheet.line("2.1 接线", x: 70, y: 120)
        sheet.line(prose, x: 70, y: 150)
        #expect(read(sheet) == ["# 第二章 安装", prose, "## 2.1 接线", prose])
    }

    @Test func boldLinesWithinTextAreNone() {
        var sheet = Sheet()
        let full = String(repeating: "注意用电安全不要带电插拔", count: 3)
        sheet.lines([full], x: 70, y: 100)
        sheet.line(full, x: 70, y: 114, isBold: true)
        sheet.lines([full, full, "完。"], x: 70, y: 128)
        #expect(!read(sheet).contains { $0.hasPrefix("#") })
    }
}

@Test func aLevelledPageHeadsNothing() {
    var cover = Sheet(1)
    cover.line("封面", x: 100, y: 200, size: 60)
    var text = Sheet(2)
    text.lines(["正文从这里开始，", "说明如何安装。"], x: 70, y: 100)
    let pages = [cover.page.scaled(by: 0.5), text.page]
    #expect(pages[0].fragments[0].size == 30)
    #expect(pages[0].fragments[0].box.left == 50)
    let size = PageText.usualSize(of: [text.page])
    let blocks = PageDocument.blocks(of: [pages[0].levelled(to: size), pages[1]]).map(\.shown)
    #expect(!blocks.contains { $0.hasPrefix("#") })
}
