import Foundation
import KefuImport
import Support
import Testing

@testable import KefuExtract

private let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/>\
    <xf numFmtId="4"/></cellXfs>
    """

private func book(_ body: String, texts: [String] = [], properties: String = "") throws -> Extracted
{
    try Extracted(
        OfficeFiles.workbook(
            [.init("价格", body: body)], texts: texts, styles: styles, properties: properties))
}

@Test func readsSharedAndInlineTexts() throws {
    let found = try book(
        """
        <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
        <c r="C1" t="inlineStr"><is><r><t>粗</t></r><r><t xml:space="preserve"> 体</t></r></is></c>\
        <c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>99</v></c></row></sheetData>
        """,
        texts: [
            "<t>型号</t>", "<r><rPr><b/></rPr><t>功</t></r><r><t>率</t></r>",
            "<t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh>",
        ])
    #expect(found.format == "xlsx")
    #expect(found.rows == [["型号", "功率", "粗 体", "課"]])
    #expect(found.rowEvents.first?.place == "价格!A1")
}

@Test func showsCellsAsTheSheetDoes() throws {
    let found = try book(
        """
        <sheetData><row r="3"><c r="A3" s="1"><v>46351</v></c><c r="B3" s="2"><v>46351</v></c>\
        <c r="C3" s="3"><v>0.13</v></c><c r="D3" s="4"><v>1680</v></c><c r="E3"><v>7.5</v></c>\
        <c r="F3" t="b"><v>1</v></c><c r="G3" t="str"><f>A1</f><v>算得</v></c>\
        <c r="H3" s="9"><v>5</v></c></row></sheetData>
        """)
    #expect(
        found.rows == [
            ["2026/11/25", "2026年11月", "13%", "1,680.00", "7.5", "TRUE", "算得", "5"]
        ])
}

@Test func countsFrom1904() throws {
    let cell = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c></row></sheetData>"
    #expect(try book(cell, properties: "date1904=\"1\"").rows == [["1904/1/1"]])
}

@Test func carriesMergedCells() throws {
    let found = try book(
        """
        <sheetData><row r="1"><c r="A1" t="str"><v>报价</v></c></row>\
        <row r="2"><c r="A2" t="str"><v>交流</v></c><c r="B2" t="str"><v>7kW</v></c></row>\
        <row r="3"><c r="B3" t="str"><v>11kW</v></c></row><row r="4"/></sheetData>\
        <mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells>
        """)
    #expect(found.rows == [["报价", "报价", "报价"], ["交流", "7kW"], ["交流", "11kW"]])
    #expect(found.rowEvents.map(\.continued) == [[1, 2], [], []])
}

@Test func leavesOutWhatIsHiddenAndSaysSo() throws {
    let found = try Extracted(
        OfficeFiles.workbook([
            .init(
                "公开",
                body: """
                    <cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">\
                    <c r="A1" t="str"><v>型号</v></c><c r="B1" t="str"><v>成本</v></c>\
                    <c r="C1" t="str"><v>售价</v></c></row></sheetData>
                    """),
            .init("底价", rows: [["成本", "1"]], state: "hidden"),
        ]))
    #expect(found.rows == [["型号", "售价"]])
    #expect(found.notes.map(\.place) == ["公开!B1", "底价"])
}

@Test func saysWhatACellLacks() throws {
    let found = try book(
        """
        <sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><f>1+1</f></c>\
        <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>
        """)
    #expect(found.rows == [["甲"]])
    #expect(found.notes.map(\.place) == ["价格!B1", "价格!C1"])
}

@Test func readsCellsWithoutPlaces() throws {
    let found = try book(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>"
    )
    #expect(found.rows == [["1", "2"], ["3"]])
    #expect(found.rowEvents.map(\.place) == ["价格!A1", "价格!A2"])
}

@Test func keepsTheGoodRowsOfADamagedSheet() throws {
    let found = try Extracted(
        OfficeFiles.workbook([
            .init("甲", body: "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\">"),
            .init("乙", rows: [["好"]]),
        ]))
    #expect(found.rows == [["1"], ["好"]])
    #expect(found.notes.map(\.place) == ["甲!A2"])
    #expect(found.error == nil)
}

@Test func unescapesCharactersThatXMLCannotHold() throws {
    let found = try book(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
        texts: ["<t>一_x000D_\n二_x005F_x_y</t>"])
    #expect(found.rows == [["一\n二_x_y"]])
}

/// Whether Debian's python3-openpyxl is there.
private let hasOpenpyxl =
    (try? Programs.run(atPath: "/usr/bin/python3", ["-c", "import openpyxl"]))?.status == 0

@Test(.enabled(if: hasOpenpyxl)) func readsWhatOpenpyxlWrites() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("real.xlsx")
    let script = """
        import datetime, sys, openpyxl
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "FAQ"
        sheet.append(["问题", "答案", "日期"])
        sheet.append(["能退货吗？", "七天之内可以", datetime.date(2026, 11, 25)])
        sheet.append(["税率多少", 0.13, None])
        sheet["B3"].number_format = "0%"
        sheet.merge_cells("A5:B6")
        sheet["A5"] = "合并"
        book.create_sheet("second").append([1, 2.5, True])
        book.save(sys.argv[1])
        """
    _ = try Programs.run(atPath: "/usr/bin/python3", ["-c", script, path])
    let found = try Extracted(Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(
        found.rows == [
            ["问题", "答案", "日期"], ["能退货吗？", "七天之内可以", "2026-11-25"], ["税率多少", "13%"],
            ["合并", "合并"], ["1", "2.5", "TRUE"],
        ])
}
