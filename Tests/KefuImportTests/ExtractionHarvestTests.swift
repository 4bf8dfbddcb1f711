import KefuDomain
import Testing

@testable import KefuImport

/// What a series of events brings in.
private struct Told {
    var entries: [String] = []
    var passages: [PassageDraft] = []
    var refused: [Refusal] = []
    var harvest = ExtractionHarvest()

    init(_ events: [ExtractionEvent]) throws {
        var items: [HarvestItem] = []
        for event in events + [.end] { try harvest.take(event) { items.append($0) } }
        for item in items {
            switch item {
            case .entry(let draft, let place):
                entries.append("\(place) \(draft.question)=\(draft.answer)")
            case .passage(let draft, _): passages.append(draft)
            case .refused(let refusal): refused.append(refusal)
            }
        }
    }

    /// A sheet of rows.
    init(_ rows: [[String]], named name: String = "Sheet1", continued: [Int: [Int]] = [:]) throws {
        var events: [ExtractionEvent] = [.table(ExtractedTable(name: name, isSheet: true))]
        for (index, row) in rows.enumerated() {
            events.append(
                .row(
                    ExtractedRow(
                        row, continued: continued[index] ?? [], place: "\(name)!A\(index + 1)")))
        }
        try self.init(events + [.endTable])
    }

    /// The passages with their sections before them.
    var texts: [String] { passages.map { ($0.section + [$0.text]).joined(separator: " › ") } }
}

@Test func aSheetWithAFAQHeaderBecomesEntries() throws {
    let told = try Told([
        ["常见问题", ""], ["以下回答自 2026 年 1 月起有效，此前购买的产品以合同为准，如有疑问请联系客服人员确认，并请注明合同的编号。"],
        ["问题（必填）", "机器人回答", "相似问题"], ["能退货吗", "七天之内", "可以退吗##退货"], ["", "", ""],
        ["没有答案", "", ""],
    ])
    #expect(told.entries == ["Sheet1!A4 能退货吗=七天之内"])
    #expect(told.refused.map(\.place) == ["Sheet1!A6"])
    #expect(told.texts.count == 1)
    #expect(told.texts.first?.hasPrefix("以下回答") == true)
}

@Test func twoColumnsWhoseFirstAsksAreQuestionsAndAnswers() throws {
    let told = try Told([["客户说", "我们说"], ["能退货吗？", "可以"], ["多久到货？", "三天"], ["有质保吗?", "三年"]])
    #expect(told.entries.count == 3)
    let table = try Told([["型号", "价格"], ["AC07", "1280"], ["AC11", "1680"]])
    #expect(table.entries.isEmpty)
    #expect(table.texts == ["型号：AC07；价格：1280\n型号：AC11；价格：1680"])
}

@Test func otherRowsCarryTheirHeader() throws {
    let long = String(repeating: "适用于家庭和小区，", count: 8)
    let told = try Told(
        [
            ["2026 年报价", "2026 年报价", "2026 年报价"], ["型号", "价格", "价格"], ["型号", "含税", "不含税"],
            ["AC07" + long, "1280", "1132"], ["AC11" + long, "1680", ""],
        ], named: "充电桩", continued: [0: [1, 2], 1: [2]])
    #expect(
        told.texts == [
            "充电桩 › 2026 年报价 › 型号：AC07\(long)；价格 含税：1280；价格 不含税：1132",
            "充电桩 › 2026 年报价 › 型号：AC11\(long)；价格 含税：1680",
        ])
}

@Test func eachSheetIsASectionOfItsOwn() throws {
    var events: [ExtractionEvent] = []
    for name in ["交流桩", "Sheet2"] {
        events.append(.table(ExtractedTable(name: name, isSheet: true)))
        for cells in [["型号", "价格"], ["甲", "1"]] {
            events.append(.row(ExtractedRow(cells, place: "\(name)!A1")))
        }
        events.append(.endTable)
    }
    #expect(try Told(events).texts == ["交流桩 › 型号：甲；价格：1", "Sheet2 › 型号：甲；价格：1"])
}

@Test func aColumnOfTextIsText() throws {
    let told = try Told([["安装之前必须断电。"], ["接线以后再验电。"]])
    #expect(told.texts == ["安装之前必须断电。\n接线以后再验电。"])
}

@Test func numbersAreNoHeader() throws {
    #expect(try Told([["7", "1280"], ["11", "1680"]]).texts == ["7; 1280\n11; 1680"])
}

@Test func theTablesOfADocumentNeedBothNames() throws {
    let rows: [ExtractionEvent] = [
        .row(ExtractedRow(["标题", "内容"], place: "table 1, row 1")),
        .row(ExtractedRow(["质保", "三年"], place: "table 1, row 2")),
    ]
    let told = try Told([.table(ExtractedTable())] + rows + [.endTable])
    #expect(told.texts == ["标题：质保；内容：三年"])
    let faq: [ExtractionEvent] = [
        .row(ExtractedRow(["问题", "答案"], place: "table 1, row 1")),
        .row(ExtractedRow(["质保几年", "三年"], place: "table 1, row 2")),
    ]
    let found = try Told([.table(ExtractedTable(headerRows: 1))] + faq + [.endTable])
    #expect(found.entries == ["table 1, row 2 质保几年=三年"])
}

@Test func passagesKnowTheirPage() throws {
    let told = try Told([
        .title("手册"), .block(ExtractedBlock(.heading, level: 1, "安装", page: 2, place: "page 2")),
        .block(ExtractedBlock(.paragraph, "先断电。", page: 3, place: "page 3")),
    ])
    #expect(told.texts == ["手册 › 安装 › 先断电。"])
    #expect(told.passages.first?.page == 3)
}

@Test func nothingHostileGetsThrough() throws {
    let told = try Told([
        .format("x\u{1B}[31m" + String(repeating: "y", count: 100)),
        .block(ExtractedBlock(.paragraph, "a\u{0}b\u{1B}c\nd", page: -5, place: "p\n\u{7}q")),
        .note(
            ExtractionNote(
                place: "x\ny", why: Phrase(verbatim: String(repeating: "z", count: 5000)),
                hint: Phrase(verbatim: "h\u{0}"))),
    ])
    #expect(told.harvest.format.count == 20)
    #expect(told.texts == ["abc\nd"])
    #expect(told.passages.first?.page == nil)
    #expect(told.refused.first?.place == "x y")
    #expect(told.refused.first?.why.english.count == 400)
}

@Test func aFileThatBroughtNothingIsEmpty() throws {
    let told = try Told([.format("docx")])
    #expect(throws: KefuError.self) { try told.harvest.requireContent() }
}

@Test(
    arguments: [
        ("PK\u{3}\u{4}", "xlsx", FileFamily.archive), ("%PDF-1.7", "", .pdf), ("{\\rtf1", "", .rtf),
        ("\u{FEFF}\n<!-- c --><!DOCTYPE html>", "", .html),
        ("<?xml version='1.0'?>\n<html>", "", .html),
        ("<p>片段</p>", "htm", .html), ("junk\n%PDF-1.4", "pdf", .pdf), ("GIF89a", "png", .image),
        ("<p>片段</p>", "md", nil), ("<table><tr><td>1", "xls", .html),
        ("question,answer", "xlsx", nil), ("# 标题", "html", nil),
        ("", "", nil),
    ] as [(String, String, FileFamily?)])
func knowsAFamilyByItsFirstBytes(head: String, ending: String, family: FileFamily?) {
    #expect(FileFamily.of(Array(head.utf8), ending: ending) == family)
}
