import Foundation
import KefuImport
import Support
import Testing

@testable import KefuExtract

@Suite(.enabled(if: Installed.poppler, "libpoppler-glib.so.8 is not installed"))
struct PDFTests {
    private let prose = "交流桩安装前请先断开总电源，再确认接地良好。"

    @Test func readsChineseWhoseFontIsNotInTheFile() throws {
        let file = PDFWriter { page in
            page.text("充电桩手册", x: 200, y: 60, size: 24, font: .song)
            page.text("安装", x: 70, y: 110, size: 16, font: .song)
            page.text(prose, x: 70, y: 140, font: .song)
            page.text("Contact us: 400-800-1234 (24 h)", x: 70, y: 168)
        }
        let found = try ConfinedReader(file.data, ending: "pdf")
        #expect(
            found.lines == [
                " 充电桩手册 [1]", "# 安装 [1]", prose + " [1]", "Contact us: 400-800-1234 (24 h) [1]",
            ])
        #expect(found.events.first == .format("pdf"))
        #expect(found.events.last == .end)
        #expect(found.status == 0)
    }

    @Test func readsLinesThatRunDownwards() throws {
        let file = PDFWriter { page in
            page.text("竖排的文字从右往左读，", x: 500, y: 100, font: .verticalSong)
            page.text("第二行在它的左边。", x: 480, y: 100, font: .verticalSong)
        }
        let found = try ConfinedReader(file.data, ending: "pdf")
        #expect(found.lines.joined().hasPrefix("竖排的文字从右往左读，"))
        #expect(found.lines.joined().contains("第二行在它的左边。"))
    }

    @Test func tellsTheCellsOfATable() throws {
        let file = PDFWriter { page in
            page.text("各型号的参数如下，供选型时参考。", x: 70, y: 60, font: .song)
            for (index, row) in [
                ("型号", "功率", "质保"), ("KX-7", "7 kW", "三年"), ("KX-120", "120 kW", "两年"),
            ]
            .enumerated() {
                let y = 90 + 20 * Double(index)
                page.text(row.0, x: 70, y: y, font: .song)
                page.text(row.1, x: 200, y: y, font: .song)
                page.text(row.2, x: 330, y: y, font: .song)
            }
            page.text("电流", x: 70, y: 200, font: .song)
            page.text("32 A", x: 200, y: 200, font: .song)
            page.text("电压", x: 70, y: 220, font: .song)
            page.text("220 V", x: 200, y: 220, font: .song)
        }
        let found = try ConfinedReader(file.data, ending: "pdf")
        #expect(
            found.lines.dropFirst() == [
                "| 型号 | 功率 | 质保 [1]", "| KX-7 | 7 kW | 三年 [1]", "| KX-120 | 120 kW | 两年 [1]",
                "item: 电流：32 A [1]", "item: 电压：220 V [1]",
            ])
    }

    @Test func followsBookmarksAndPages() throws {
        var pages: [PDFWriter.Page] = []
        for (number, title) in ["安装", "故障"].enumerated() {
            var page = PDFWriter.Page()
            page.text("充电桩手册 第\(number + 1)页", x: 70, y: 30, size: 8, font: .song)
            page.text(title, x: 70, y: 80, font: .song)
            page.text(prose, x: 70, y: 110, font: .song)
            pages.append(page)
        }
        var file = PDFWriter(pages)
        file.bookmarks = [.init("安装", page: 1), .init("故障", page: 2)]
        let found = try ConfinedReader(file.data, ending: "pdf")
        #expect(
            found.lines.filter { $0.hasPrefix("#") || $0.hasPrefix(prose) } == [
                "# 安装 [1]", prose + " [1]", "# 故障 [2]", prose + " [2]",
            ])
    }

    @Test func refusesAPasswordPlainly() throws {
        var file = PDFWriter { $0.text("secret", x: 70, y: 60) }
        file.isEncrypted = true
        let failure = try ConfinedReader(file.data, ending: "pdf").failure
        #expect(failure?.why.en == "it is protected by a password")
        #expect(failure?.what.en == "the PDF file could not be read")
    }

    @Test func saysWhatToInstallWhereTheLibraryIsMissing() throws {
        let file = PDFWriter { $0.text("text", x: 70, y: 60) }
        let found = try ConfinedReader(
            file.data, ending: "pdf", environment: ["KEFU_POPPLER": "libnowhere.so.8"])
        #expect(
            found.failure?.why.en == "libnowhere.so.8, which reads such files, is not installed")
        #expect(
            found.failure?.hint.en.contains("apt install libpoppler-glib8 poppler-data") == true)
        #expect(found.status == 0)
    }

    /// Any part of a file ends in words, never in a crash.
    @Test func truncatedFilesEndInWords() throws {
        let file = PDFWriter { page in
            for index in 0..<30 { page.text(prose, x: 70, y: 60 + 14 * Double(index), font: .song) }
        }.data
        for part in [9, 40, file.count / 4, file.count / 2, file.count - 400, file.count - 8] {
            let found = try ConfinedReader(file.prefix(part), ending: "pdf")
            #expect(found.status == 0, "\(part)")
            #expect(found.failure != nil || found.events.last == .end, "\(part)")
        }
    }

    @Test func loopsInThePageTreeEnd() throws {
        let loops = [
            "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>",
            "<< /Type /Pages /Kids [9 0 R] /Count 1 >>",
        ]
        for tree in loops {
            let text =
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n\(tree)\n"
                + "endobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n"
            let found = try ConfinedReader(Data(text.utf8), ending: "pdf", seconds: 20)
            #expect(found.status == 0)
            #expect(found.failure?.what.en == "the PDF file could not be read", "\(tree)")
        }
    }

    @Test func manyObjectsAreNoTrouble() throws {
        var text = "%PDF-1.4\n"
        for number in 10..<200_010 { text += "\(number) 0 obj\nnull\nendobj\n" }
        var file = Data(text.utf8)
        file += PDFWriter { $0.text("still readable", x: 70, y: 60) }.data.dropFirst(9)
        let found = try ConfinedReader(file, ending: "pdf", seconds: 30)
        #expect(found.status == 0)
        #expect(found.lines == ["still readable [1]"] || found.failure != nil)
    }
}
