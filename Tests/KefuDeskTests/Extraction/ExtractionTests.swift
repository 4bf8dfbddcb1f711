import Foundation
import KefuRPC
import Support
import Testing

extension LineClient {
    /// Imports a file and returns the report of it.
    fileprivate func importFile(_ path: String, dryRun: Bool = false) throws -> JSONValue {
        let result = try call("kb.import", ["path": .text(path), "dry_run": .bool(dryRun)])
        return result["files"]?.items.first ?? .null
    }

    fileprivate func passages(about query: String) throws -> [JSONValue] {
        try call("kb.search", ["query": .text(query), "limit": 20])["hits"]?.items.filter {
            $0["kind"] == "passage"
        } ?? []
    }
}

private func paragraph(_ text: String, level: Int? = nil) -> String {
    let outline = level.map { "<w:pPr><w:outlineLvl w:val=\"\($0 - 1)\"/></w:pPr>" } ?? ""
    return "<w:p>\(outline)<w:r><w:t>\(text)</w:t></w:r></w:p>"
}

@Suite struct ExtractionTests {
    @Test func aWorkbookBringsEntriesAndPassages() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let book = OfficeFiles.workbook([
            .init("FAQ", rows: [["问题", "答案"], ["充电桩保修几年", "整机保修三年"], ["谁来安装", ""]]),
            .init("价格", rows: [["型号", "价格"], ["XZ-AC07", "1280 元"], ["XZ-AC11", "1680 元"]]),
        ])
        let file = try daemon.directory.write("公司 资料.xlsx", book)
        let rehearsed = try client.importFile(file, dryRun: true)
        #expect(try client.call("system.health")["entries"] == 0)
        let report = try client.importFile(file)
        #expect(report == rehearsed)
        #expect(report["format"] == "xlsx")
        #expect(report["added"] == 2)
        #expect(report["refused"]?.items.map { $0["place"] } == ["FAQ!A3"])
        #expect(try client.ask("充电桩保修几年")["content"] == "整机保修三年")
        let hit = try client.passages(about: "XZ-AC11 价格").first
        #expect(hit?["section"] == "价格")
        #expect(hit?["text"]?.string?.contains("型号：XZ-AC11；价格：1680 元") == true)
        let again = try client.importFile(file)
        #expect(again["unchanged"] == 2)
        #expect(again["added"] == 0)
        #expect(try client.importFile(file, dryRun: true)["unchanged"] == 2)
    }

    @Test func whatDidNotChangeInADocumentKeepsItsID() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let clean = paragraph("清洁", level: 1) + paragraph("用干布擦拭外壳，不要用水冲洗。")
        let first = paragraph("安装", level: 1) + paragraph("安装之前必须断电并且验电。") + clean
        let second = paragraph("开箱", level: 1) + paragraph("先核对装箱单。") + clean
        let file = try daemon.directory.write("手册.docx", OfficeFiles.document(first))
        #expect(try client.importFile(file)["passages"] == 2)
        let kept = try client.passages(about: "干布擦拭外壳").first
        #expect(kept?["section"] == "清洁")
        try daemon.directory.write("手册.docx", OfficeFiles.document(second))
        let report = try client.importFile(file)
        #expect(report["added"] == 1)
        #expect(report["unchanged"] == 1)
        #expect(try client.passages(about: "干布擦拭外壳").first?["id"] == kept?["id"])
        let gone = try client.passages(about: "断电并且验电")
        #expect(!gone.contains { $0["text"]?.string?.contains("验电") == true })
    }

    @Test func aPageComesAsTextToo() throws {
        let client = try DaemonProcess().connect()
        let page = "<!DOCTYPE html><html><body><h1>退货</h1><p>七天之内可以退货，运费自理。</p></body></html>"
        let result = try client.call(
            "kb.import", ["name": "help.html", "content": .text(page)])["files"]?.items.first
        #expect(result?["format"] == "html")
        #expect(try client.passages(about: "运费自理").first?["section"] == "退货")
    }

    @Test func theContentDecidesAndNotTheEnding() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let book = OfficeFiles.workbook([.init("a", rows: [["问题", "答案"], ["甲", "乙"]])])
        for name in ["faq.csv", "faq.docx", "faq"] {
            let file = try daemon.directory.write(name, book)
            #expect(try client.importFile(file)["format"] == "xlsx")
        }
        let text = try daemon.directory.write("text.xlsx", "问题,答案\n丙,丁\n")
        #expect(try client.importFile(text)["format"] == "csv")
        let wrong = try client.failure(
            "kb.import", ["path": .text(daemon.directory.file("faq")), "format": "docx"])
        #expect(wrong.at("data", "type") == "unreadable")
    }

    @Test func aBadFileCostsItsOwnLineOnly() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let good = OfficeFiles.workbook([.init("a", rows: [["问题", "答案"], ["甲怎么办", "乙"]])])
        var bad = ZipWriter()
        bad.add("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"/etc/passwd\">]><d>&x;</d>")
        try daemon.directory.write("in/good.xlsx", good)
        try daemon.directory.write("in/cut.xlsx", good.prefix(good.count / 2))
        try daemon.directory.write("in/entity.docx", bad.data)
        try daemon.directory.write("in/line\nbreak.docx", Data("PK\u{3}\u{4}".utf8))
        try daemon.directory.write("in/empty.html", "<html></html>")
        let files =
            try client.call(
                "kb.import", ["path": .text(daemon.directory.file("in"))])["files"]?.items ?? []
        #expect(files.count == 5)
        for file in files where file["path"]?.string?.hasSuffix("good.xlsx") == false {
            let refusal = file["refused"]?.items.first
            #expect(refusal?["why"]?.string?.isEmpty == false, "\(file)")
            #expect(refusal?["hint"]?.string?.isEmpty == false, "\(file)")
        }
        #expect(try client.call("system.health")["entries"] == 1)
        #expect(try client.call("system.health")["passages"] == 0)
    }

    @Test func noMutantStopsTheDaemon() throws {
        let daemon = try DaemonProcess()
        let client = try daemon.connect()
        let samples = [
            OfficeFiles.workbook([.init("a", rows: [["问题", "答案"], ["甲", "乙"]])]),
            OfficeFiles.document(paragraph("标题", level: 1) + paragraph("正文")),
            Data("<html><body><table><tr><td>a<td>b<tr><td>c<td>d</table></body></html>".utf8),
        ]
        var random = SeededGenerator(seed: 5)
        for round in 0..<24 {
            var data = samples[round % samples.count]
            for _ in 0..<4 {
                let place = Int.random(in: data.indices, using: &random)
                data[place] = UInt8.random(in: 0...255, using: &random)
            }
            try daemon.directory.write("in/\(round).bin", data)
        }
        let files = try client.call(
            "kb.import", ["path": .text(daemon.directory.file("in"))])["files"]?.items
        #expect(files?.count == 24)
        #expect(try client.call("system.health")["uptime_s"] != nil)
    }
}
