import Foundation
import KefuImport
import Support
import Testing

@testable import KefuExtract

@Suite struct CompoundTests {
    @Test func readsTheCellsOfAnOldWorkbook() throws {
        var book = BinaryWorkbookWriter()
        book.sheet(
            "问答",
            [
                [.text("问题"), .text("答案")], [.text("质保多久？"), .text("整机三年，枪线一年。")],
                [.text("多少钱？"), .number(1280.5)], [.text("何时生效？"), .date(45_292)],
            ])
        book.sheet(
            "参数", [[.text("直流"), .none, .text("备注")], [.none, .number(7), .text("最后一格的文字")]],
            merged: [0, 0, 0, 1])
        let found = try ConfinedReader(book.data, ending: "xls")
        #expect(found.events.first == .format("xls"))
        #expect(
            found.lines == [
                "| 问题 | 答案", "| 质保多久？ | 整机三年，枪线一年。", "| 多少钱？ | 1280.5",
                "| 何时生效？ | 2024/1/1", "| 直流 | 直流 | 备注", "|  | 7 | 最后一格的文字",
            ])
        #expect(found.events.contains(.table(ExtractedTable(name: "问答", isSheet: true))))
    }

    @Test func readsHeadingsAndTablesOfAnOldDocument() throws {
        var document = BinaryDocumentWriter()
        document.paragraph("安装手册", heading: 1)
        document.paragraph("先断电，\u{13} HYPERLINK x \u{14}再开盖\u{15}。")
        document.row(["型号", "功率"])
        document.row(["KX-7", "7 kW"])
        document.paragraph("表后的话。")
        let found = try ConfinedReader(document.data, ending: "doc")
        #expect(found.events.first == .format("doc"))
        #expect(
            found.lines == ["# 安装手册", "先断电，再开盖。", "| 型号 | 功率", "| KX-7 | 7 kW", "表后的话。"])
    }

    @Test func refusesPasswordsPlainly() throws {
        var book = BinaryWorkbookWriter()
        book.sheet("表", [[.text("密")]])
        book.needsPassword = true
        var document = BinaryDocumentWriter()
        document.paragraph("密")
        document.needsPassword = true
        let package = CompoundWriter.file([("EncryptedPackage", [1, 2, 3])])
        for data in [book.data, document.data, package] {
            let found = try ConfinedReader(data, ending: "doc")
            #expect(found.failure?.why.en == "it is protected by a password")
        }
    }

    @Test func whatIsDamagedEndsInWords() throws {
        var book = BinaryWorkbookWriter()
        book.sheet("表", [[.text("问题"), .text("答案")], [.text("甲"), .number(1)]])
        var document = BinaryDocumentWriter()
        document.paragraph("标题", heading: 2)
        document.row(["甲", "乙"])
        var random = SeededGenerator(seed: 7)
        for whole in [book.data, document.data] {
            for round in 0..<12 {
                var data = whole
                if round < 4 { data = data.prefix(whole.count * (round + 1) / 5) }
                for _ in 0..<(round * 8) {
                    let place = Int.random(in: 8..<data.count, using: &random)
                    data[place] = UInt8.random(in: 0...255, using: &random)
                }
                let found = try ConfinedReader(data, ending: "xls", seconds: 20)
                #expect(found.status == 0, "round \(round)")
            }
        }
    }
}

@Suite struct RichTextTests {
    @Test func readsChineseInCodePagesAndInUnicode() throws {
        let text =
            #"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil Arial;}}"#
            + #"{\*\generator x;}{\info{\title t}}\pard\outlinelevel0\f0 \'b0\'b2\'d7\'b0\par"#
            + "\n"
            + #"\pard\uc1\u20805?\u30005?\f1  caf\'e9 {\b KX-7}\emdash\f0\'d7\'ae\par"#
            + #"\trowd\intbl \'b9\'a6\'c2\'ca\cell 7 kW\cell\row\pard \'cd\'ea\par}"#
        let found = try ConfinedReader(Data(text.utf8), ending: "rtf")
        #expect(found.events.first == .format("rtf"))
        #expect(found.lines == ["# 安装", "充电 café KX-7—桩", "| 功率 | 7 kW", "完"])
    }

    @Test func whatIsCutOrNestedEndsInWords() throws {
        let deep = "{\\rtf1" + String(repeating: "{", count: 5000)
        #expect(try ConfinedReader(Data(deep.utf8), ending: "rtf").failure != nil)
        let cut = Data(#"{\rtf1\ansi one \par two \u2080"#.utf8)
        #expect(try ConfinedReader(cut, ending: "rtf").lines.first == "one")
    }
}
