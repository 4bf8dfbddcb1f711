import KefuDomain
import Testing

@testable import KefuImport

/// A source that counts how much of it is read at a time, and can fail.
private final class Probe: ByteSource {
    let bytes: [UInt8]
    private(set) var longest = 0
    private(set) var failure: (any Error)?
    var failsFrom = Int.max

    struct Broken: Error {}

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) {
        longest = max(longest, buffer.count)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
        if offset + buffer.count > failsFrom { failure = Broken() }
        guard failure == nil else { return }
        bytes[offset..<offset + buffer.count].withUnsafeBytes { buffer.copyMemory(from: $0) }
    }
}

private let samples: [(name: String, content: [UInt8])] = [
    ("a.csv", Array("问题,答案\n\"甲\n\"\"乙\"\"\",一\n\"坏,二\n丙,\"三\n四\"\n丁,五,六,七,八\n".utf8)),
    ("a.tsv", Array("question\tanswer\na\t\"b\nc\td\n".utf8)),
    ("a.jsonl", Array("{\"q\":\"甲\",\"a\":\"\\u4e59\"}\n\n坏\n{\"q\":\"丙\",\"a\":\"丁\"}".utf8)),
    (
        "a.json",
        Array("{\"x\":[1,{\"y\":null}],\"faq\":[{\"q\":\"甲\",\"a\":\"乙\"},3,{\"q\":\"丙\"}]}".utf8)
    ),
    ("a.md", Array("---\ntitle: 甲\n---\n\n## 怎么装？\n\n断电。\n\n| a | b |\n|--|--|\n| 1 | 2 |\n".utf8)),
    ("a.txt", Array("标题\n\n一、甲\n正文。\n（1）丙\n（2）丁\n".utf8)),
    ("gb.csv", EncodedTable.gb18030), ("big5.csv", EncodedTable.big5),
    (
        "utf16.csv",
        [0xFF, 0xFE] + "问题,答案\n甲🔌,乙\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
    ("broken.csv", Array("问题,答案\n甲,乙\n".utf8) + [0xFF] + Array("丙,丁\n戊,己\n".utf8)),
]

private func told(_ harvest: (HarvestSink) throws -> String) rethrows -> [String] {
    var told: [String] = []
    let format = try harvest { told.append("\($0)") }
    return [format] + told
}

@Suite struct LargeFileTests {
    /// Wherever a window ends, the same comes out.
    @Test(arguments: samples.indices, [16, 17, 23, 64])
    func readsThroughASmallWindow(sample: Int, size: Int) throws {
        let (name, bytes) = samples[sample]
        let whole = try told { try Importers.harvest(bytes, named: name, into: $0) }
        let view = ByteView(Probe(bytes), window: size)
        let pieces = try told { try Importers.harvest(view, named: name, format: nil, into: $0) }
        #expect(pieces == whole)
    }

    @Test(arguments: [Charset.gb18030, .utf16LittleEndian])
    func decodesPieceByPiece(charset: Charset) throws {
        let text = String(repeating: "充电桩,🔌 多少钱\r\n", count: 50)
        let bytes =
            charset == .gb18030
            ? (0..<50).flatMap { _ in EncodedTable.gb18030 }
            : text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        guard case .text(let expected) = charset.decode(bytes[...]) else {
            Issue.record("the sample is not \(charset)")
            return
        }
        for size in [16, 21, 100] {
            let source = try DecodedSource(ByteView(bytes), from: 0, as: charset, size: size)
            #expect(source.count == expected.count)
            #expect(ByteView(source).array(0..<source.count) == expected)
            // From anywhere, too.
            let view = ByteView(source, window: 16)
            for place in stride(from: expected.count - 1, to: 0, by: -97) {
                #expect(view[place] == expected[place])
            }
        }
    }

    @Test func holdsNoMoreThanItsWindowOfALargeTable() throws {
        var bytes = Array("question,answer\n".utf8)
        let answer = String(repeating: "an answer of some length ", count: 40)
        for number in 0..<3000 { bytes += Array("question \(number),\(answer)\n".utf8) }
        let probe = Probe(bytes)
        var rows = 0
        try Importers.harvest(probe, named: "a.csv") { _ in rows += 1 }
        #expect(rows == 3000)
        #expect(bytes.count > 2 * ByteView.windowSize)
        #expect(probe.longest <= ByteView.windowSize)
    }

    @Test(arguments: ["a.csv", "a.jsonl", "a.json", "a.md", "a.txt"])
    func failsWithTheSourcesOwnFailure(name: String) {
        let probe = Probe(Array(String(repeating: "question,answer\n", count: 80_000).utf8))
        probe.failsFrom = 1_200_000
        #expect(throws: Probe.Broken.self) {
            try Importers.harvest(probe, named: name) { _ in }
        }
    }

    @Test func refusesARowThatNeverEndsAndGoesOn() throws {
        let long = String(repeating: "x", count: TableReader.longestRecord)
        let harvested = try Harvested(
            "question,answer\na,1\nb,\"\(long)\nc,3\nd,4\n", named: "a.csv")
        #expect(harvested.pairs == ["a=1", "c=3", "d=4"])
        #expect(harvested.refusedPlaces == ["row 3"])
    }

    @Test func refusesAnObjectThatIsTooLongAndGoesOn() throws {
        let long = String(repeating: "x", count: JSONLinesImporter.longestRow)
        let rows = #"{"q":"甲","a":"乙"},{"q":"丙","x":"\#(long)"},{"q":"丁","a":"戊"}"#
        let harvested = try Harvested("[\(rows)]", named: "a.json")
        #expect(harvested.pairs == ["甲=乙", "丁=戊"])
        #expect(harvested.refusedPlaces == ["$[1]"])
    }

    @Test func cutsADocumentWithoutLineEnds() throws {
        let text = String(repeating: "这是一句话。", count: 30_000)
        let harvested = try Harvested(text, named: "a.txt")
        #expect(harvested.passages.count > 100)
        #expect(harvested.passages.map(\.text).joined().replacing("\n", with: "") == text)
        #expect(Set(harvested.places) == ["line 1"])
    }
}
