import Testing

@testable import KefuPages

@Suite struct TableTests {
    private func table(_ rows: [[String]], step: Double = 20, columns: [Double]) -> Sheet {
        var sheet = Sheet()
        sheet.line("下表列出各型号的参数，供选型时参考。", x: 70, y: 80)
        for (index, row) in rows.enumerated() {
            for (cell, x) in zip(row, columns) where !cell.isEmpty {
                sheet.line(cell, x: x, y: 110 + step * Double(index))
            }
        }
        return sheet
    }

    @Test func readsClearColumnsByRow() {
        let rows = [
            ["型号", "功率", "质保"], ["KX-7", "7 kW", "三年"], ["KX-120", "120 kW", "两年"],
        ]
        #expect(
            read(table(rows, columns: [70, 200, 330])) == [
                "下表列出各型号的参数，供选型时参考。",
                "型号 | 功率 | 质保\nKX-7 | 7 kW | 三年\nKX-120 | 120 kW | 两年",
            ])
    }

    @Test func putsTheLinesOfACellTogether() {
        var sheet = table([], columns: [])
        for (index, row) in [("E103", "急停按下", "复位"), ("E205", "枪线过热", "停用")].enumerated() {
            let y = 110 + 36 * Double(index)
            sheet.line(row.0, x: 70, y: y)
            sheet.line(row.1 + "，请先确认", x: 160, y: y)
            sheet.line("现场没有危险", x: 160, y: y + 12)
            sheet.line(row.2, x: 330, y: y)
        }
        #expect(
            read(sheet).last
                == "E103 | 急停按下，请先确认现场没有危险 | 复位\nE205 | 枪线过热，请先确认现场没有危险 | 停用")
    }

    @Test func findsRowsOfDenseTablesWhoseCellsAreCentred() {
        var sheet = table([], columns: [])
        for (y, text) in [(110.0, "a"), (128, "b"), (146, "c"), (158, "d")] {
            sheet.line(text + "命令", x: 70, y: y)
        }
        let right = [(110.0, "甲"), (122, "乙一，"), (134, "乙二"), (146, "丙"), (158, "丁")]
        for (y, text) in right { sheet.line(text + "说明", x: 200, y: y) }
        #expect(read(sheet).last == "a命令 | 甲说明\nb命令 | 乙一，说明乙二说明\nc命令 | 丙说明\nd命令 | 丁说明")
    }

    @Test func goesOnOverPagesAndForgetsTheRepeatedHeader() {
        var first = Sheet(1)
        var second = Sheet(2)
        for (x, name) in [(70.0, "型号"), (200, "功率"), (330, "质保")] {
            first.line(name, x: x, y: 700)
            second.line(name, x: x, y: 100)
            first.line("甲" + name, x: x, y: 720)
            second.line("乙" + name, x: x, y: 120)
        }
        #expect(read(first, second) == ["型号 | 功率 | 质保\n甲型号 | 甲功率 | 甲质保\n乙型号 | 乙功率 | 乙质保"])
    }

    @Test func malformedTablesLoseNoWord() {
        let rows = [
            ["型号", "功率"], ["KX-7", "", "三年"], ["", "", ""], ["多出的", "一列", "又一列", "再一列"],
            ["只有一格"],
        ]
        let found = read(table(rows, columns: [70, 170, 270, 370])).joined(separator: "\n")
        for word in rows.flatMap({ $0 }) where !word.isEmpty { #expect(found.contains(word)) }
    }

    @Test func twoItemsOfAListAreNoTable() {
        var sheet = Sheet()
        sheet.lines(["1.", "2."], x: 70, y: 100)
        sheet.lines(["先断电", "再开盖"], x: 95, y: 100)
        #expect(read(sheet) == ["* 1. 先断电", "* 2. 再开盖"])
    }
}
