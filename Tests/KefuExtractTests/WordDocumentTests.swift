import KefuImport
import Support
import Testing

@testable import KefuExtract

/// A paragraph; `properties` stands within its `pPr`.
private func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
}

private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}

private let styles = """
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>\
    <w:style w:type="paragraph" w:styleId="x"><w:name w:val="小节"/><w:basedOn w:val="y"/></w:style>\
    <w:style w:type="paragraph" w:styleId="y"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>\
    <w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style>
    """

private let numbering = """
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
    <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1">\
    <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">\
    <w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    """

private func item(_ text: String, list: Int, level: Int = 0) -> String {
    paragraph(
        text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
}

private func read(_ body: String, _ parts: [String: String] = [:]) throws -> Extracted {
    try Extracted(OfficeFiles.document(body, parts: parts))
}

@Test func findsHeadingsByStyleAndOutline() throws {
    let found = try read(
        paragraph("手册", "<w:pStyle w:val=\"t\"/>") + paragraph("安装", "<w:pStyle w:val=\"1\"/>")
            + paragraph("接线", "<w:pStyle w:val=\"x\"/>") + paragraph("先断电。")
            + paragraph("目录……3", "<w:pStyle w:val=\"c\"/>")
            + paragraph("深", "<w:outlineLvl w:val=\"3\"/>"),
        ["styles": styles])
    #expect(found.format == "docx")
    #expect(found.blocks == [" 手册", "# 安装", "## 接线", "先断电。", "#### 深"])
}

@Test func takesBoldLinesForHeadings() throws {
    let found = try read(
        paragraph("售后政策", run: "<w:b/>") + paragraph("七天之内可以退货。")
            + paragraph("整句都是粗体的话，不是标题。", run: "<w:b/>"))
    #expect(found.blocks == ["########## 售后政策", "七天之内可以退货。", "整句都是粗体的话，不是标题。"])
}

@Test func numbersListsAsWordDoes() throws {
    let found = try read(
        item("甲", list: 1) + item("甲一", list: 1, level: 1) + item("甲二", list: 1, level: 1)
            + item("乙", list: 1) + item("乙一", list: 1, level: 1) + item("点", list: 2)
            + item("不编号", list: 0),
        ["numbering": numbering])
    #expect(
        found.blocks == [
            "item: 一、 甲", "item: 1.1 甲一", "item: 1.2 甲二", "item: 二、 乙", "item: 2.1 乙一",
            "item: - 点", "不编号",
        ])
}

@Test(
    arguments: [
        (4, "upperRoman", "IV"), (28, "lowerLetter", "bb"), (10, "chineseCounting", "十"),
        (21, "chineseCounting", "二十一"), (105, "chineseCounting", "一百零五"),
        (3, "decimalEnclosedCircle", "③"), (3, "decimalZero", "03"), (12, "decimalFullWidth", "１２"),
        (0, "upperRoman", "0"), (7, "unknown", "7"),
    ] as [(Int, String, String)])
func writesNumerals(number: Int, format: String, text: String) {
    #expect(Numeral.text(number, format) == text)
}

@Test func readsTablesWithMergedCells() throws {
    let found = try read(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("型号") + cell("功率") + cell("价格")
            + "</w:tr><w:tr>" + cell("交流", "<w:vMerge w:val=\"restart\"/>") + cell("7kW")
            + cell("1280") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>")
            + cell("面议", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>"
            + cell("删") + cell("除") + cell("行") + "</w:tr></w:tbl>")
    #expect(found.rows == [["型号", "功率", "价格"], ["交流", "7kW", "1280"], ["交流", "面议", "面议"]])
    #expect(found.rowEvents.last?.continued == [2])
    #expect(found.rowEvents.last?.place == "table 1, row 3")
}

@Test func keepsTablesWithinTables() throws {
    let inner = "<w:tbl><w:tr>" + cell("内一") + cell("内二") + "</w:tr></w:tbl>"
    let found = try read(
        "<w:tbl><w:tr><w:tc>\(inner)<w:p/></w:tc>" + cell("外") + "</w:tr></w:tbl>")
    #expect(found.rows == [["内一；内二", "外"]])
}

@Test func takesAFrameAroundTextForText() throws {
    let found = try read("<w:tbl><w:tr>" + cell("注意：先断电") + "</w:tr></w:tbl>")
    #expect(found.blocks == ["注意：先断电"])
}

@Test func putsNotesBehindTheirParagraph() throws {
    let found = try read(
        "<w:p><w:r><w:t>保修三年</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + paragraph("下一段"),
        [
            "footnotes": "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>"
                + "<w:footnote w:id=\"2\"><w:p><w:r><w:t>自购买之日起。</w:t></w:r></w:p></w:footnote>"
        ])
    #expect(found.blocks == ["保修三年[1]", "note: [1] 自购买之日起。", "下一段"])
}

@Test func leavesOutWhatIsNotText() throws {
    let found = try read(
        "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>新增</w:t></w:r></w:ins>"
            + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
            + "</w:docPartObj></w:sdtPr><w:sdtContent>" + paragraph("目录")
            + "</w:sdtContent></w:sdt>")
    #expect(found.blocks == ["保留新增3"])
}

@Test func readsTextBoxesOnce() throws {
    let box = "<w:txbxContent>" + paragraph("框里的话") + "</w:txbxContent>"
    let found = try read(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>\(box)"
            + "</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r></w:p>")
    #expect(found.blocks == ["正文", "框里的话"])
}

@Test func keepsWhatStandsBeforeTheDamage() throws {
    let found = try read(paragraph("好的一段") + "<w:p><w:r><w:t>坏")
    #expect(found.blocks == ["好的一段"])
    #expect(found.notes.count == 1)
    #expect(found.error == nil)
}
