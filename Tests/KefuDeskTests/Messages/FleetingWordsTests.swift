import KefuDomain
import Testing

@testable import KefuDesk

private func moment(_ seconds: Double) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + Int64(seconds * 1000))
}

@Suite struct FleetingWordsTests {
    @Test func areGoneAfterTheirTime() {
        let words = FleetingWords()
        words.add("双枪的", ofMessage: 1, at: moment(0), for: .seconds(3))
        words.add("充电桩", ofMessage: 2, at: moment(2), for: .seconds(3))
        let soon = words.texts(of: [1, 2, 3], at: moment(3), within: .seconds(3))
        #expect(soon == [1: "双枪的", 2: "充电桩"])
        let later = words.texts(of: [1, 2], at: moment(4), within: .seconds(3))
        #expect(later == [2: "充电桩"])
        words.add("多少钱", ofMessage: 3, at: moment(60), for: .seconds(3))
        #expect(words.texts(of: [1, 2], at: moment(60), within: .seconds(100)) == [:])
    }

    @Test func neverGrowWithoutEnd() {
        let words = FleetingWords()
        for row in 0..<3000 {
            words.add("\(row)", ofMessage: Int64(row), at: moment(0), for: .seconds(3))
        }
        let long = String(repeating: "长", count: 3000)
        words.add(long, ofMessage: 5000, at: moment(0), for: .seconds(3))
        let kept = words.texts(of: Array(0...5000), at: moment(0), within: .seconds(3))
        #expect(kept.count == 1000)
        #expect(kept[2999] == "2999")
    }
}

@Suite struct MentionTests {
    @Test(arguments: [
        ("@客服 保修几年", "  保修几年"), ("＠客服保修几年", " 保修几年"), ("请问@KEFU, 保修几年", "请问 , 保修几年"),
        ("@张三 问@客服 价格", "@张三 问  价格"), ("保修几年", "保修几年"),
    ])
    func isTakenOutOfAText(text: String, rest: String) {
        #expect(Mention.taken(outOf: text, names: ["客服", "kefu"]) == rest)
    }
}
