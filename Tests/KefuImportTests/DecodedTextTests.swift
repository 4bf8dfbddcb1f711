import KefuDomain
import Testing

@testable import KefuImport

@Test func readsUTF8WithAndWithoutMark() throws {
    let table = "问题,答案\n几天发货？,三天。\n"
    #expect(try Harvested(table).pairs == ["几天发货？=三天。"])
    #expect(try Harvested([0xEF, 0xBB, 0xBF] + table.utf8).pairs == ["几天发货？=三天。"])
}

@Test func readsGB18030() throws {
    let text = try DecodedText(decoding: EncodedTable.gb18030)
    #expect(text.charset == .gb18030)
    #expect(String(decoding: text.bytes, as: UTF8.self) == EncodedTable.simplified)
}

@Test func readsBig5() throws {
    let text = try DecodedText(decoding: EncodedTable.big5)
    #expect(text.charset == .big5)
    #expect(String(decoding: text.bytes, as: UTF8.self) == EncodedTable.traditional)
}

@Test(arguments: [false, true])
func readsUTF16WithMark(isBigEndian: Bool) throws {
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in "问题\t答案\r\n能充特斯拉吗\t能🔌\r\n".utf16 {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        bytes += isBigEndian ? [high, low] : [low, high]
    }
    let harvested = try Harvested(bytes, named: "excel.txt")
    #expect(harvested.format == "tsv")
    #expect(harvested.pairs == ["能充特斯拉吗=能🔌"])
}

@Test func refusesHalfACharacterOfUTF16WithItsPlace() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62, 0x00, 0x00, 0xD8]
    let error = try #require(failure(bytes))
    #expect(error.code == .unreadable)
    #expect(error.why.english == "line 2, byte 3 is not valid UTF-16LE")
}

@Test func losesOnlyTheUndecodableRowOfUTF8() throws {
    var bytes = Array("question,answer\r\n几点营业,早上九点到晚上九点\r\n".utf8)
    bytes += Array("坏".utf8) + [0xD6, 0xD0] + Array(",行\r\n".utf8)
    bytes += Array("地址在哪里,厦门市集美区软件园\r\n".utf8)
    let harvested = try Harvested(bytes, named: "faq.csv")
    #expect(harvested.pairs == ["几点营业=早上九点到晚上九点", "地址在哪里=厦门市集美区软件园"])
    #expect(harvested.refusedPlaces == ["row 3"])
    #expect(harvested.refused[0].why.english == "line 3, byte 4 is no text")
}

@Test func losesOnlyTheUndecodableRowOfGB18030() throws {
    let broken: [UInt8] = [0xFF, 0x2C, 0xB4, 0xF0, 0x0A]
    let harvested = try Harvested(EncodedTable.gb18030 + broken + [0x61, 0x2C, 0x62, 0x0A])
    #expect(harvested.entries.count == 3)
    #expect(harvested.refusedPlaces == ["row 4"])
}

@Test func neverReadsUTF8LinesOfAGB18030FileAsGB18030() throws {
    let foreign = Array("退货运费谁出？,质量问题由我们承担。\n".utf8)
    let harvested = try Harvested(EncodedTable.gb18030 + foreign, named: "faq.csv")
    #expect(harvested.entries.count == 2)
    #expect(harvested.refusedPlaces == ["row 4"])
}

@Test func losesOnlyTheLatin1RowsOfAnEnglishTable() throws {
    var bytes: [UInt8] = []
    for number in 1...20 { bytes += Array("Question number \(number),Answer \(number)\n".utf8) }
    bytes += Array("Where is the caf".utf8) + [0xE9] + Array(",Second floor\n".utf8)
    let harvested = try Harvested(Array("question,answer\n".utf8) + bytes)
    #expect(harvested.entries.count == 20)
    #expect(harvested.refusedPlaces == ["row 22"])
}

@Test func refusesADocumentWithOneBadByteWhole() throws {
    let bytes = Array("安装说明\n\n第一步，关闭总闸。\n第二".utf8) + [0xFF] + Array("步，接线。\n".utf8)
    let error = try #require(failure(bytes, named: "guide.txt"))
    #expect(error.code == .unreadable)
    #expect(error.why.english == "line 4, byte 7 is not valid UTF-8")
}

@Test(
    arguments: [
        [0x00, 0x01, 0x02, 0x03, 0x04, 0x05], Array(repeating: 0x41, count: 50) + [0x00, 0x00],
        [0x89, 0xF3, 0x1A, 0xC7, 0x99, 0x02, 0xE1, 0xFF, 0x80, 0x13],
        Array(0x80...0xFF), Array(repeating: 0x93, count: 400),
    ] as [[UInt8]])
func refusesWhatIsNotText(bytes: [UInt8]) {
    #expect(failure(bytes, named: "data.txt")?.code == .unreadable)
}

@Test(arguments: ["", " \r\n\t\n", "\u{FEFF}", "\u{FEFF}\n"])
func refusesAnEmptyFile(text: String) {
    let error = failure(Array(text.utf8), named: "faq.csv")
    #expect(error?.code == .unreadable)
    #expect(error?.what.english == "the file is empty")
}

@Test func countsLinesOfEveryKind() {
    let bytes = Array("a\nb\rc\r\nd".utf8)
    #expect(BytePlace(of: 7, in: bytes) == BytePlace(line: 4, byte: 1))
    #expect(BytePlace(of: 4, in: bytes) == BytePlace(line: 3, byte: 1))
    #expect(BytePlace.places(of: [0, 2], in: bytes).map(\.line) == [1, 2])
}

@Test(
    arguments: [
        ([0xC0, 0xAF], 2), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4),
        ([0xE4, 0xB8], 2),
        ([0xF0, 0x9F, 0x94, 0x8C], 0), ([0x41, 0x80, 0x42], 1),
    ] as [([UInt8], Int)])
func takesOnlyShortestFormsForUTF8(bytes: [UInt8], bad: Int) {
    #expect(UTF8Scan(bytes[...], keeping: 10).badCount == bad)
}
