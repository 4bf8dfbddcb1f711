import Testing

@testable import KefuDomain

private let noon = Timestamp(seconds: 1_795_147_200)

private func pair(
    _ question: String = "7kW充电桩保修几年？", _ answer: String = "整机保修3年，枪线保修1年",
    after: [String] = ["好的谢谢"], needsContext: Bool = false
) -> LearnedPair {
    LearnedPair(
        question: question, answer: answer, questionMessages: [1], answerMessages: [2],
        askedAt: noon, answeredAt: noon,
        aftermath: after.map {
            LearningTurn(message: 3, speaker: .customer, text: $0, at: noon)
        }, needsContext: needsContext)
}

private func quality(_ pair: LearnedPair, _ facts: QualityFacts = QualityFacts()) -> Quality {
    Quality.of(pair, facts: facts, now: noon.adding(.seconds(3600)))
}

@Test func theWeightsOfAllFeaturesAddUpToOne() {
    let sum = QualityFeature.allCases.reduce(0) { $0 + $1.weight }
    #expect(abs(sum - 1) < 1e-9)
    #expect(Quality([:]).value == 1)
}

@Test(arguments: QualityFeature.allCases)
func qualityNeverFallsWhenAFeatureRises(feature: QualityFeature) {
    var last = -1.0
    for step in 0...20 {
        let value = Quality([feature: Double(step) / 20]).value
        #expect(value >= last && (0...1).contains(value))
        last = value
    }
}

@Test func aGoodPairEntersAndSaysWhy() {
    let good = quality(pair())
    #expect(good.fate(LearningThresholds()) == .enters && good.obstacle == nil)
    #expect(good.reasons.contains(.qualityFor(.satisfied)))
    #expect(good.parts.map(\.feature) == QualityFeature.allCases)
    #expect(abs(good.parts.reduce(0) { $0 + $1.share } - good.value) < 1e-9)
}

@Test func theThresholdsDecide() {
    let value = quality(pair()).value
    #expect(quality(pair()).fate(LearningThresholds(enter: value, wait: 0.1)) == .enters)
    #expect(quality(pair()).fate(LearningThresholds(enter: 1, wait: value)) == .waits)
    #expect(quality(pair()).fate(LearningThresholds(enter: 1, wait: 1)) == .dropped)
}

@Test(
    arguments: [
        (pair("桩到货了"), .isQuestion), (pair("那它多久"), .standsAlone),
        (pair("保修几年", "好的没问题"), .isInformative), (pair("推荐哪款", "您是家用还是商用？"), .decides),
        (pair("怎么接线", "按图上这样接就行了"), .isSelfContained),
        (pair("师傅什么时候来", "师傅明天上午到您家"), .isGeneral), (pair("今天发吗", "今天下单明天发货"), .isCurrent),
        (pair("7kW充电桩多少钱", "我们是源头厂家，品质有保证"), .fits),
        (pair(after: ["不是问这个，我问的是枪线"]), .satisfied), (pair(after: ["7kW充电桩保修几年啊？"]), .satisfied),
    ] as [(LearnedPair, QualityFeature)])
func whatSpeaksAgainstAPairIsNamed(pair: LearnedPair, feature: QualityFeature) {
    let poor = quality(pair)
    #expect(poor.fate(LearningThresholds()) != .enters)
    #expect(poor[feature] < 0.5 && poor.reasons.contains(.qualityAgainst(feature)))
}

@Test func aContradictionWaits() {
    let poor = quality(pair(), QualityFacts(timesAsked: 9, agreement: .contradicts))
    #expect(poor.fate(LearningThresholds()) == .waits && poor.obstacle == .agrees)
}

@Test func whatIsAskedOftenIsWorthMore() {
    let values = [1, 2, 5].map { quality(pair(), QualityFacts(timesAsked: $0)).value }
    #expect(values[0] < values[1] && values[1] < values[2])
}

@Test func silenceIsLessThanThanksAndMoreThanAsking() {
    let thanks = quality(pair()).value
    let silence = quality(pair(after: [])).value
    let again = quality(pair(after: ["？？"])).value
    #expect(thanks > silence && silence >= 0.8 && again < 0.7)
}

@Test func theOperatorsOwnAnswerNeedsNoCustomersThanks() {
    let facts = QualityFacts(source: .correction)
    #expect(quality(pair(after: []), facts).value > quality(pair(after: [])).value)
}

@Test func aQuestionOutOfContextWaits() {
    let waiting = quality(pair(needsContext: true))
    #expect(waiting.fate(LearningThresholds()) == .waits && waiting.obstacle == .standsAlone)
}

@Test(arguments: QualityFeature.allCases)
func everyReasonIsSaidInBothLanguages(feature: QualityFeature) {
    for phrase in [Phrase.qualityAgainst(feature), .qualityFor(feature)] {
        #expect(
            !phrase.english.isEmpty
                && phrase.chinese.unicodeScalars.contains { Sign.isHan($0.value) })
    }
}
