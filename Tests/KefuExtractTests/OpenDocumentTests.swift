import KefuDomain
import KefuImport
import Support
import Testing

@testable import KefuExtract

private func read(_ type: String, _ content: String, manifest: String = "<m/>") throws -> Extracted
{
    var zip = ZipWriter()
    zip.add("mimetype", "application/vnd.oasis.opendocument.\(type)")
    zip.add("META-INF/manifest.xml", manifest)
    zip.add("content.xml", "<document-content xmlns:t=\"t\">\(content)</document-content>")
    return try Extracted(zip.data)
}

@Test func readsAnOpenDocumentText() throws {
    let found = try read(
        "text",
        """
        <body><text><tracked-changes><p>删去</p></tracked-changes>
        <h outline-level="1">安装</h><p>先<span>断电</span>，
          再<s c="2"/>验电。<note><note-citation>1</note-citation><note-body><p>用验电笔。</p></note-body></note></p>
        <list><list-item><p>甲</p></list-item><list-item><p>乙</p><p>又乙</p></list-item></list>
        <table><table-header-rows><table-row><table-cell><p>型号</p></table-cell><table-cell><p>价格</p>\
        </table-cell></table-row></table-header-rows><table-row><table-cell number-columns-spanned="2">\
        <p>面议</p></table-cell><covered-table-cell/></table-row></table></text></body>
        """)
    #expect(found.format == "odt")
    #expect(
        found.blocks == [
            "# 安装", "先断电， 再  验电。[1]", "note: [1] 用验电笔。", "item: - 甲", "item: - 乙", "又乙",
        ])
    #expect(found.rows == [["型号", "价格"], ["面议", "面议"]])
    #expect(found.rowEvents.last?.continued == [1])
}

@Test func readsAnOpenDocumentSpreadsheet() throws {
    let found = try read(
        "spreadsheet",
        """
        <automatic-styles><style name="ta2"><table-properties display="false"/></style></automatic-styles>
        <body><spreadsheet><table name="价格"><table-column/><table-column visibility="collapse"/>\
        <table-column number-columns-repeated="1000"/>
        <table-row number-rows-repeated="2"><table-cell number-columns-repeated="1024"/></table-row>
        <table-row><table-cell number-rows-spanned="2"><p>交流</p></table-cell><table-cell><p>成本</p>\
        </table-cell><table-cell value="0.13"><p>13%</p></table-cell></table-row>
        <table-row><covered-table-cell/><table-cell/><table-cell><p>17%</p></table-cell></table-row>
        </table><table name="底价" style-name="ta2"><table-row><table-cell><p>1</p></table-cell></table-row>
        </table></spreadsheet></body>
        """)
    #expect(found.format == "ods")
    #expect(found.rows == [["交流", "13%"], ["交流", "17%"]])
    #expect(found.rowEvents.map(\.place) == ["价格!A3", "价格!A4"])
    #expect(found.notes.map(\.place) == ["底价"])
}

@Test func anEncryptedOpenDocumentIsNamedAsSuch() throws {
    let found = try read("text", "", manifest: "<m><encryption-data/></m>")
    #expect(found.error?.why == .extractionEncrypted)
}

@Test func readsTheSpineOfABook() throws {
    var zip = ZipWriter()
    zip.add("mimetype", "application/epub+zip")
    zip.add(
        "META-INF/container.xml",
        "<c><rootfiles><rootfile full-path=\"OEBPS/p.opf\"/></rootfiles></c>")
    zip.add(
        "OEBPS/p.opf",
        """
        <package><metadata><title>用户手册</title></metadata><manifest>
        <item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>
        <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
        <item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="x" href="x.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/><itemref idref="x"/></spine></package>
        """)
    zip.add("OEBPS/a.xhtml", "<html><body><h1>一</h1><p>甲</p></body></html>")
    zip.add("OEBPS/b b.xhtml", "<html><body><h1>二</h1><p>乙</p></body></html>")
    zip.add("OEBPS/n.xhtml", "<html><body><p>目录</p></body></html>")
    let found = try Extracted(zip.data)
    #expect(found.format == "epub")
    #expect(found.events.contains(.title("用户手册")))
    #expect(found.blocks == ["# 一", "甲", "# 二", "乙"])
    #expect(found.notes.map(\.place) == ["OEBPS/x.xhtml"])
}
