import KefuDomain
import Testing

@testable import KefuImport

@Test(arguments: [
    ("faq.txt", "问题,答案\n甲,乙\n", "csv"), ("faq.csv", "question\tanswer\na\tb\n", "tsv"),
    ("faq", "question\tanswer\na\tb\n", "tsv"), ("faq.csv", "[{\"q\":\"a\",\"a\":\"b\"}]", "json"),
    ("faq.json", "{\"q\":\"a\",\"a\":\"b\"}\n{\"q\":\"c\",\"a\":\"d\"}\n", "jsonl"),
    ("faq.jsonl", "{\"q\":\"a\",\"a\":\"b\"}\n", "jsonl"),
    ("faq.jsonl", "[{\"q\":\"a\",\"a\":\"b\"}]", "json"),
    ("README", "kefu reads text\n\nand keeps it\n", "text"),
    ("guide.md", "just words\n", "markdown"),
    ("guide.txt", "# A\n\ntext\n\n## B\n\ntext\n", "markdown"),
    ("guide", "text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n", "markdown"),
    ("notes.txt", "[注意] 先断电\n再接线\n", "text"), ("notes.txt", "{name} 您好，欢迎光临\n", "text"),
    ("link.md", "[\"quoted\"](https://example.com) says so\n", "markdown"),
    ("data.tsv", "甲\t乙\n丙\t丁\n", "tsv"), (".env", "words\n", "text"),
    ("faq.xlsx", "question,answer\na,b\n", "csv"),
])
func recognisesTheFormat(name: String, content: String, format: String) throws {
    #expect(try Harvested(content, named: name).format == format)
}

@Test(arguments: [
    ("base.xlsx", "PK\u{3}\u{4}rest"), ("a.pdf", "%PDF-1.7\n"), ("a.html", "plain words"),
    ("a", "\n <!DOCTYPE html><p>x"), ("a.docx", "plain words"), ("a.json", "question is not JSON"),
    ("style.css", "p { color: red }"),
])
func refusesForeignFormats(name: String, content: String) {
    #expect(failure(Array(content.utf8), named: name)?.code == .unreadable)
}

@Test(arguments: [
    ("csv", "[{\"q\":\"a\",\"a\":\"b\"}]", "json"), ("json", "question,answer\na,b\n", "csv"),
    ("jsonl", "question\tanswer\na\tb\n", "tsv"), ("jsonl", "[{\"q\":\"a\",\"a\":\"b\"}]", "json"),
])
func saysWhatAFileOfTheWrongFormatLooksLike(format: String, content: String, looks: String) {
    let error = failure(Array(content.utf8), format: format)
    #expect(error?.code == .unreadable)
    #expect(error?.why.english == "its content looks like \(looks)")
}

@Test func followsTheCallersFormat() throws {
    #expect(try Harvested("question,answer\na,b\n", format: "text").passages.count == 1)
    #expect(try Harvested("甲,乙\n", named: "faq.txt", format: "csv").pairs == ["甲=乙"])
    #expect(failure(Array("a".utf8), format: "xlsx")?.code == .unreadable)
    let error = failure(Array("a".utf8), format: "abc")
    #expect(error?.code == .invalidParams)
    #expect(error?.field == "format")
}

@Test func givesEveryFormatOneImporter() {
    #expect(Set(Importers.formats).count == Importers.all.count)
    var endings: Set<String> = []
    for importer in Importers.all {
        #expect(endings.isDisjoint(with: importer.endings))
        endings.formUnion(importer.endings)
    }
}
