import KefuDomain
import Testing

@testable import KefuImport

private let awkward = [
    "=SUM(A1)", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=x", "''=x", "'x", "'", "''", "＝x", "a,b",
    "a\"b", "a\nb", "a\r\nb\r", " a ", "\"", "[\"a\"]", "a##b", "\\n", "{\"q\":1}", "null", "sep=;",
    "\u{FEFF}x", "问题", "、；", "a|b;c", "🔌é", "\u{7}\u{1B}[0m", "x\u{2028}y", "x\u{301}",
]

private func entry(_ number: Int, _ text: String) -> Entry {
    Entry(
        id: "e\(number)", externalID: number % 2 == 0 ? "id " + text : nil,
        question: text, answer: text + "答", variants: [text, "v" + text], negatives: [text + "n"],
        category: text, tags: ["t" + text, text], status: EntryStatus.allCases[number % 4],
        source: EntrySource.allCases[number % 3], review: Review.allCases[number % 2],
        expiresAt: number % 3 == 0 ? Timestamp(milliseconds: 1_795_132_800_123) : nil,
        hits: 9, createdAt: Timestamp(seconds: 1), updatedAt: Timestamp(seconds: 2))
}

private func draft(_ entry: Entry) -> EntryDraft {
    EntryDraft(
        externalID: entry.externalID, question: entry.question, answer: entry.answer,
        variants: entry.variants, negatives: entry.negatives, category: entry.category,
        tags: entry.tags, status: entry.status, source: entry.source, review: entry.review,
        expiresAt: entry.expiresAt)
}

@Test(arguments: ExportFormat.allCases)
func importsWhatItExported(format: ExportFormat) throws {
    let entries = awkward.enumerated().map { entry($0.offset, $0.element) }
    var bytes: [UInt8] = []
    let count = Exporters.write(entries, as: format) { bytes += $0 }
    #expect(count == entries.count)
    let harvested = try Harvested(bytes, named: "export.\(format.rawValue)")
    #expect(harvested.format == format.rawValue)
    #expect(harvested.refused.isEmpty)
    for (found, exported) in zip(harvested.entries, entries) { #expect(found == draft(exported)) }
    #expect(harvested.entries.count == entries.count)
}

@Test(arguments: ExportFormat.allCases)
func importsAnExportOfOneEntry(format: ExportFormat) throws {
    for text in awkward {
        let bytes = format.header + format.line(for: entry(1, text))
        #expect(try Harvested(bytes, named: "export").entries == [draft(entry(1, text))])
    }
}

@Test(arguments: ExportFormat.allCases)
func importsPassagesThatItExported(format: ExportFormat) throws {
    let passage = Passage(
        id: "p1", externalID: "x", document: "faq.csv", version: 1, title: "保修",
        section: ["售后", "保修"], page: nil, text: "=两年", category: "")
    let harvested = try Harvested(format.header + format.line(for: passage), named: "export")
    let draft = PassageDraft(
        externalID: "x", title: "保修", section: ["售后", "保修"], text: "=两年")
    #expect(harvested.passages == [draft])
}

@Test func writesNoCellThatASpreadsheetWouldRun() throws {
    let entries = awkward.enumerated().map { entry($0.offset, $0.element) }
    var bytes: [UInt8] = []
    Exporters.write(entries, as: .csv) { bytes += $0 }
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var reader = TableReader(ByteView(bytes), separator: [UInt8(ascii: ",")], from: 3)
    while let row = reader.next() {
        for cell in row.cells {
            #expect(!("=+-@\t\r\n".utf8.contains(cell.bytes.first ?? 0)))
        }
    }
}

@Test(arguments: awkward)
func guardsFormulasWithoutChangingAnyText(text: String) {
    #expect(FormulaGuard.open(FormulaGuard.close(text)) == text)
}
