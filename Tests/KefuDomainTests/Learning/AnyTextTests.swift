import Support
import Testing

@testable import KefuDomain

/// Whatever customers and people write, the rules read it and nothing traps.
@Suite struct AnyTextTests {
    private static let pieces = [
        "张", "先生", "138", "１２３４", "5678", "-", " ", "@", ".com", "渝A", "路", "号", "3栋", "👌", "é",
        "\n", "我叫", "：",
        "「", "」\n- - -", "[", "]", "微笑", "*", "说错了", "，", "是", "3年", "２０２６－１１－３０", "11.30前", "9：00",
        "¥", "1.2万元",
        "不", "可以", "？", "。", "30号前", "2月30日", "99月", "月底", "until", "Feb 31", "00:99", "kW", "Ⅷ",
        "\u{0}", "第",
        "百", "万", "半", "%", "～", "the", "is not", "free", "$10", "图片", "\u{2005}", "它", "这款", "吗",
    ]

    private func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...9, using: &random))
            .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }

    @Test(arguments: 1...8)
    func nothingTraps(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            let turns = (0..<8).map { place in
                LearningTurn(
                    message: Int64(place),
                    speaker: LearningTurn.Speaker.allCases.randomElement(using: &random) ?? .bot,
                    text: text(&random),
                    kind: Bool.random(using: &random) ? .text : .image,
                    at: Timestamp(seconds: 1_795_147_200 + Int64(place) * 20))
            }
            for pair in Pairing.pairs(of: turns) { judge(pair) }
        }
    }

    private func judge(_ pair: LearnedPair) {
        let quality = Quality.of(pair, facts: QualityFacts(), now: pair.answeredAt)
        #expect((0...1).contains(quality.value) && quality.reasons.count <= 11)
        #expect(AnswerAgreement.of(pair.answer, pair.question) == .of(pair.question, pair.answer))
        if let rest = PersonalData.removed(from: pair.answer) {
            #expect(PersonalData.findings(in: rest).isEmpty)
        }
        #expect(!pair.questionMessages.isEmpty && !pair.answerMessages.isEmpty)
    }
}
