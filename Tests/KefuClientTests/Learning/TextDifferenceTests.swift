import KefuDomain
import Testing

@testable import KefuClient

private func pieces(_ side: [TextDifference.Piece]) -> String {
    side.map { $0.isOwn ? "[\($0.text)]" : $0.text }.joined()
}

@Test(
    arguments: [
        ("保修三年", "保修五年", "保修[三]年", "保修[五]年"),
        ("7kW 1280 元", "7kW 1380 元", "7kW [1280] 元", "7kW [1380] 元"),
        ("整机保修三年", "整机保修三年，枪线一年", "整机保修三年", "整机保修三年[，枪线一年]"),
        ("same words here", "same word here", "same [words] here", "same [word] here"),
        ("一样", "一样", "一样", "一样"),
        ("", "新的", "", "[新的]"),
        ("甲乙", "丙丁", "[甲乙]", "[丙丁]"),
    ] as [(String, String, String, String)])
func showsWhatOnlyOneTextHas(left: String, right: String, one: String, other: String) {
    let difference = TextDifference(left, right)
    #expect(pieces(difference.left) == one)
    #expect(pieces(difference.right) == other)
}

@Test func aDifferenceLosesNoCharacter() {
    let left = "先 断电，再拔枪；等 3 分钟。\n仍不行请联系我们 ☎️"
    let right = "先断电，等5分钟，再拔枪！\n仍不行：联系 售后 👍🏽"
    let difference = TextDifference(left, right)
    #expect(difference.left.map(\.text).joined() == left)
    #expect(difference.right.map(\.text).joined() == right)
}

@Test func textsTooLongToCompareDifferAsAWhole() {
    let long = String(repeating: "长", count: 2001)
    #expect(TextDifference(long, "短").left == [TextDifference.Piece(text: long, isOwn: true)])
}

private let pair = SideBySide(
    left: SideBySide.Side(title: "e31  保修几年", text: "整机保修三年，易损件除外，人为损坏不保。"),
    right: SideBySide.Side(title: "q12  质保多久", text: "整机保修五年，易损件除外，人为损坏不保。"))

@Test func columnsRespectTheWidthOfChinese() {
    let lines = pair.lines(.plain(.chinese, width: 80))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
    let places = lines.map { line in
        line.firstIndex(of: "│").map { DisplayWidth.of(line[..<$0]) }
    }
    #expect(Set(places).count == 1 && places[0] != nil)
    #expect(lines.joined().contains("[三]") && lines.joined().contains("[五]"))
}

@Test func aNarrowTerminalStacksThem() {
    let lines = pair.lines(.plain(.chinese, width: 40))
    #expect(!lines.joined().contains("│"))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
    let titles = lines.indices.filter { lines[$0].contains("e31") || lines[$0].contains("q12") }
    #expect(titles.count == 2 && titles[0] < titles[1])
}

@Test func colourMarksTheSameCharactersThatBracketsDo() {
    let look = Look(language: .chinese, width: 80, isColoured: true)
    let lines = pair.lines(look).joined(separator: "\n")
    #expect(lines.contains("\u{1B}[1;31m三\u{1B}[0m"))
    #expect(lines.contains("\u{1B}[1;32m五\u{1B}[0m"))
    let plain = lines.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
}

@Test func wrappedColumnsKeepEveryCharacterAndItsMark() {
    let text = "第一行文字，English words and 数字 123 混在一起，一直写到换行为止，然后再写一些别的内容。"
    let side = SideBySide(
        left: SideBySide.Side(title: "旧", text: text),
        right: SideBySide.Side(title: "新", text: text.replacing("123", with: "456")))
    let lines = side.lines(.plain(.chinese, width: 64)).dropFirst()
    let left = lines.map { $0.split(separator: "│")[0] }.joined()
        .filter { !$0.isWhitespace }
    #expect(left == text.replacing("123", with: "[123]").filter { !$0.isWhitespace })
}
