import Foundation
import KefuDomain
import Support
import Testing

@testable import KefuExtract

private let samples: [(name: String, data: Data)] = [
    (
        "xlsx",
        OfficeFiles.workbook(
            [
                .init(
                    "甲",
                    body: """
                        <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">\
                        <c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46351.5</v></c></row></sheetData>\
                        <mergeCells><mergeCell ref="A1:B2"/></mergeCells>
                        """)
            ], texts: ["<r><t>甲</t></r>"],
            styles: "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d h:mm\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>")
    ),
    (
        "docx",
        OfficeFiles.document(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            parts: [
                "numbering": "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
                    + "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            ])
    ),
    (
        "html",
        Data(
            "<html><body><h1>甲</h1><table><tr><td rowspan=2>a<td>b<tr><td>c</table><ol><li>x</ol></body>"
                .utf8)
    ),
]

@Test(arguments: samples.indices)
func survivesACutAnywhere(sample: Int) throws {
    let data = samples[sample].data
    for end in stride(from: 0, to: data.count, by: max(1, data.count / 150)) {
        _ = try Extracted(data.prefix(end), ending: samples[sample].name)
    }
}

@Test(arguments: samples.indices)
func survivesChangedBytes(sample: Int) throws {
    var random = SeededGenerator(seed: UInt64(sample))
    for _ in 0..<250 {
        var changed = samples[sample].data
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let place = Int.random(in: changed.indices, using: &random)
            changed[place] = UInt8.random(in: 0...255, using: &random)
        }
        _ = try Extracted(changed, ending: samples[sample].name)
    }
}

/// The XML within is changed and the archive is whole: parsers see what checksums hide.
@Test func survivesChangedMarkup() throws {
    var random = SeededGenerator(seed: 11)
    let pieces = [
        "<c r=\"A1\">", "</c>", "<v>", "</v>", "<row>", "</row>", "<is><t>", "<w:p>", "</w:p>",
        "<w:tbl>",
        "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:r>", "</w:r>", "<w:t>甲", "</w:t>",
        "<w:sdt>",
        "</w:sdt>", "<w:vMerge/>", "<w:gridSpan w:val=\"99999999999\"/>", "<w:trPr>", "<w:del/>",
        "<w:del>",
        "<mergeCell ref=\"B2:A1\"/>", "<mergeCell ref=\"A1:XFD1048576\"/>",
        "<col min=\"-1\" max=\"9\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"1\"/>", "<w:pPr>",
        "</w:pPr>",
    ]
    for _ in 0..<400 {
        var body = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            body += pieces.randomElement(using: &random) ?? ""
        }
        _ = try Extracted(OfficeFiles.document(body))
        _ = try Extracted(OfficeFiles.workbook([.init("x", body: body)]))
        _ = try Extracted(OfficeFiles.workbook([.init("x", body: "<sheetData>\(body)")]))
    }
}

private func failure(_ data: Data) throws -> KefuError? { try Extracted(data).error }

private func zip(_ entries: [(String, String)]) -> Data {
    var zip = ZipWriter()
    for (name, content) in entries { zip.add(name, content) }
    return zip.data
}

@Test func saysWhatIsWrongWithAnArchive() throws {
    let book = OfficeFiles.workbook([.init("x", rows: [["甲"]])])
    #expect(try failure(book.prefix(book.count - 30))?.why == .extractionDamaged)
    #expect(try failure(zip([("a.txt", "甲")]))?.why == .extractionLooksLike("ZIP"))
    #expect(try failure(zip([("xl/workbook.xml", "<workbook>")]))?.why == .extractionDamaged)
    #expect(try failure(zip([]))?.code == .unreadable)
}

@Test func namesOfPartsAreReadAsOfficeReadsThem() throws {
    var zip = ZipWriter()
    zip.add("WORD\\Document.xml\n", "")
    zip.add("/Word/./document.XML", "<document><body><p><r><t>话</t></r></p></body></document>")
    #expect(try Extracted(zip.data).blocks == ["话"])
}

@Test func encryptedPartsAreNamedAsSuch() throws {
    var zip = ZipWriter()
    zip.add("word/document.xml", Array("<document/>".utf8), flags: 1)
    #expect(try failure(zip.data)?.why == .extractionEncrypted)
}

@Test(arguments: [
    "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><document>&a;</document>",
    "<!DOCTYPE d SYSTEM \"http://127.0.0.1/x.dtd\"><document/>",
    "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><document>&b;</document>",
])
func declaresNoEntities(xml: String) throws {
    #expect(try failure(zip([("word/document.xml", xml)]))?.why == .extractionEntities)
}

@Test func boundsNesting() throws {
    let deep = "<document>" + String(repeating: "<p>", count: 100_000)
    #expect(try failure(zip([("word/document.xml", deep)]))?.why == .extractionNested)
}

@Test(.enabled(if: Tool.exists("python3"))) func stopsAtABomb() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("bomb")
    let script = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("word/document.xml", "w") as part:
                part.write(b"<document><body>")
                for _ in range(200): part.write(b" " * (1 << 20))
        """
    _ = try Tool.run("python3", ["-c", script, path])
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(data.count < 1 << 20)
    let error = try failure(data)
    #expect(error?.code == .limit)
    #expect(error?.why == .extractionBomb("word/document.xml"))
}
