import KefuDomain
import Testing

@testable import KefuImport

/// SplitMix64: the same bytes in every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private let samples: [(name: String, content: String)] = [
    (
        "a.json",
        #"{"faq":[{"id":"1","q":"能\u9000吗","a":"能\n🔌","tags":["a"]},{"t":[1.5,true,null]}]}"#
    ),
    ("a.jsonl", "{\"q\":\"甲\",\"a\":\"乙\"}\n{\"q\":\"丙\",\"a\":\"丁\"}\n"),
    ("a.csv", "问题,答案,相似问题\r\n\"甲\"\"\",\"乙\n丙\",丁##戊\r\n己,庚,\r\n"),
    ("a.tsv", "question\tanswer\na\t\"b\tc\"\n"),
    (
        "a.md",
        "---\ntitle: x\n---\n# 甲\n\n> 引*文*[链](http://a)\n\n| a | b |\n|--|:-:|\n| 1 | `2|` |\n\n- x\n  1. y\n\n```c\nz\n```\n"
    ),
    ("a.txt", "标题\n\n一、甲\n正文。\n1.1 乙\n正文二。\n（1）丙\n（2）丁\n"),
]

private func harvestAnyhow(_ bytes: [UInt8], _ name: String) {
    for format in [nil] + Importers.formats.map(Optional.some) {
        _ = try? Importers.harvest(bytes, named: name, format: format) { _ in }
    }
}

@Test(arguments: samples.indices)
func survivesACutAtEveryByte(sample: Int) {
    let bytes = Array(samples[sample].content.utf8)
    for end in 0...bytes.count {
        harvestAnyhow(Array(bytes[..<end]), samples[sample].name)
        harvestAnyhow(Array(bytes[end...]), samples[sample].name)
    }
}

@Test(arguments: samples.indices)
func survivesChangedBytes(sample: Int) {
    var random = Seeded(state: UInt64(sample))
    let bytes = Array(samples[sample].content.utf8)
    for _ in 0..<300 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: changed.indices, using: &random)
            changed[place] = UInt8.random(in: 0...255, using: &random)
        }
        harvestAnyhow(changed, samples[sample].name)
    }
}

@Test func survivesRandomBytes() {
    var random = Seeded(state: 42)
    let structural = Array("\"',;\t\r\n|#-*`>[](){}<&\\:=1. 问。【".utf8)
    for round in 0..<400 {
        let count = Int.random(in: 0...300, using: &random)
        var bytes: [UInt8] = []
        for _ in 0..<count {
            let byte = UInt8.random(in: 0...255, using: &random)
            let mark = structural[Int.random(in: structural.indices, using: &random)]
            bytes.append(round % 2 == 0 ? byte : mark)
        }
        harvestAnyhow(bytes, "x")
    }
}

@Test func staysQuickOnLongLinesOfMarks() throws {
    for mark in [
        "*", "_", "`", "[", "![", "(", "<", "&", "|", ">", "\\", "#", "- ", "1. ", "~~", "a*",
    ] {
        _ = try? Harvested(String(repeating: mark, count: 20_000), format: "markdown")
        _ = try? Harvested(String(repeating: mark + "\n", count: 5_000), format: "markdown")
        _ = try? Harvested(String(repeating: mark, count: 20_000), format: "text")
    }
}

@Test func stopsWhenTheSinkThrows() {
    struct Enough: Error {}
    for (name, content) in samples {
        var taken = 0
        #expect(throws: Enough.self) {
            _ = try Importers.harvest(Array(content.utf8), named: name) { _ in
                taken += 1
                throw Enough()
            }
        }
        #expect(taken == 1)
    }
}
