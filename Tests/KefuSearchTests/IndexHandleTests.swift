import FoundationEssentials
import Testing

@testable import KefuSearch

struct IndexHandleTests {
    private let scratch: Scratch
    private var path: String { scratch.file("db") }

    init() throws { scratch = try Scratch() }

    private func terms(_ texts: String...) -> TermList {
        var list = TermList()
        for text in texts { list.append(text, in: .text) }
        return list
    }

    private func search(_ reader: IndexReader, _ texts: String...) throws -> [UInt32] {
        var list = TermList()
        for text in texts { list.append(text, in: .text) }
        let weights = [Double](repeating: 1, count: list.count)
        return try reader.search(list, weights: weights, limit: 10).map(\.document)
    }

    @Test func findsByAnyTermBestFirst() throws {
        let writer = try IndexWriter(path: path)
        try writer.put(4, terms("充电", "电桩"))
        try writer.put(8, terms("退款"))
        try writer.put(12, terms("充电", "功率"))
        try writer.commit()
        let reader = try IndexReader(path: path)
        #expect(try search(reader, "充电", "电桩") == [4, 12])
        #expect(try search(reader, "没有") == [])
        #expect(try search(reader) == [])
        #expect(try reader.frequencies(of: terms("充电", "退款", "没有")) == [2, 1, 0])
        #expect(try reader.documentCount() == 3)
    }

    @Test func replacesAndRemoves() throws {
        let writer = try IndexWriter(path: path)
        try writer.put(4, terms("旧"))
        try writer.put(4, terms("新"))
        try writer.put(8, terms("旧"))
        try writer.remove(8)
        try writer.remove(400)
        try writer.commit()
        let reader = try IndexReader(path: path)
        #expect(try search(reader, "新", "旧") == [4])
        #expect(try reader.documentCount() == 1)
    }

    @Test func keepsFieldsApart() throws {
        let writer = try IndexWriter(path: path)
        var list = TermList()
        for field in TermField.allCases { list.append("chong'dian", in: field) }
        try writer.put(4, list)
        try writer.commit()
        let reader = try IndexReader(path: path)
        #expect(try reader.frequencies(of: list) == [1, 1, 1])
        #expect(Set(TermField.allCases.map(\.prefix)).count == TermField.allCases.count)
    }

    @Test func storesMetadataWithTheCommit() throws {
        let writer = try IndexWriter(path: path)
        try writer.commit()
        let reader = try IndexReader(path: path)
        try writer.setMetadata("sequence", "7")
        #expect(try reader.metadata("sequence") == "")
        try writer.commit()
        try reader.reopen()
        #expect(try reader.metadata("sequence") == "7")
    }

    @Test func readsOnAfterBeingOvertakenByTheWriter() throws {
        let writer = try IndexWriter(path: path)
        try writer.put(4, terms("甲"))
        try writer.commit()
        let reader = try IndexReader(path: path)
        for round in 1...20 {
            for number in 1...50 { try writer.put(UInt32(4 * number), terms("甲", "乙\(round)")) }
            try writer.commit()
        }
        #expect(try reader.frequencies(of: terms("乙20")).count == 1)
        #expect(try search(reader, "甲").isEmpty == false)
    }

    @Test func passesOverTermsThatXapianCannotHold() throws {
        let writer = try IndexWriter(path: path)
        let long = String(repeating: "长", count: 100)
        try writer.put(4, terms("", long, "短"))
        try writer.commit()
        let reader = try IndexReader(path: path)
        #expect(try reader.frequencies(of: terms(long, "短")) == [0, 1])
    }

    @Test func saysThatAnotherWriterHoldsTheLock() throws {
        let first = try IndexWriter(path: path)
        let failure = #expect(throws: IndexFailure.self) { try IndexWriter(path: path) }
        #expect(failure?.kind == .locked)
        try first.commit()
    }

    @Test func saysThatNothingIsThere() {
        let failure = #expect(throws: IndexFailure.self) { try IndexReader(path: path) }
        #expect(failure?.kind == .unavailable)
    }

    @Test func saysThatAnIndexIsDamaged() throws {
        do {
            let writer = try IndexWriter(path: path)
            for number in 1...500 { try writer.put(UInt32(4 * number), terms("甲", "乙\(number)")) }
            try writer.commit()
        }
        for file in scratch.files(below: path) {
            try Data(repeating: 0x5A, count: 8192).write(to: URL(filePath: file))
        }
        let failure = #expect(throws: IndexFailure.self) {
            _ = try search(IndexReader(path: path), "甲")
        }
        #expect(failure?.kind == .corrupt || failure?.kind == .unavailable)
    }
}
