import KefuText
import Testing

@testable import KefuSearch

/// What is measured of a question and a candidate laid side by side.
struct ComparisonTests {
    private static let analyzer = Analyzer()

    private static func text(_ text: String) -> MatchText {
        MatchText(question: analyzer.analyze(text).scalars)
    }

    private static func rarities(of text: MatchText) -> Rarities {
        RarityCache().rarities(
            of: text.heading ?? text.atoms, in: text.isPassage ? .words : .all,
            model: RarityModel(entries: 0, passages: 0, texts: 0),
            generation: 0
        ) { [Int](repeating: 0, count: $0.count) }
    }

    static func features(_ question: String, _ candidate: String) -> FeatureVector {
        let (asked, other) = (text(question), text(candidate))
        return Comparison(
            asked: AskedText(asked, rarities(of: asked)), candidate: other,
            rarities: rarities(of: other), usualLength: 12
        ).measure()
    }

    static func features(_ question: String, passage: String, heading: String) -> FeatureVector {
        let asked = text(question)
        let other = MatchText(
            passage: analyzer.analyze(heading + "\n" + passage).scalars,
            heading: analyzer.analyze(heading).scalars)
        return Comparison(
            asked: AskedText(asked, rarities(of: asked)), candidate: other,
            rarities: rarities(of: other),
            usualLength: 200
        ).measure()
    }

    @Test func isCompleteForTheSameText() {
        let same = Self.features("充电桩怎么安装", "充电桩怎么安装？")
        for name in [
            FeatureName.coverageOfQuestion, .coverageOfCandidate, .atomsOfQuestion,
            .atomsOfCandidate, .pairsOfQuestion, .commonSequence, .commonRun, .soundPairs,
            .nearWords, .nearPairs,
        ] { #expect(same[name] == 1, "\(name.name)") }
        for name in [FeatureName.missing, .extraMost, .lengthRatio, .numberClash, .kindClash] {
            #expect(same[name] == 0, "\(name.name)")
        }
    }

    @Test func isNothingForTextsWithNothingInCommon() {
        let other = Self.features("充电桩怎么安装", "how to pay")
        for name in [
            FeatureName.coverageOfQuestion, .coverageOfCandidate, .atomsOfQuestion,
            .pairsOfQuestion, .commonSequence, .commonRun, .soundPairs, .engineScore, .proximity,
        ] { #expect(other[name] == 0, "\(name.name)") }
    }

    @Test(arguments: [
        ("120kw的尺寸", "320kW的尺寸", Float(1)), ("120kw的尺寸", "120千瓦的尺寸", 0),
        ("E103怎么处理", "E104怎么处理", 1), ("e-103怎么处理", "E103怎么处理", 0),
        ("1.5kw可以吗", "15kw可以吗", 1), ("120kw的尺寸", "充电桩的尺寸", 0),
        ("充电桩的尺寸", "120kw的尺寸", 0),
    ])
    func knowsWhichNumbersClash(question: String, candidate: String, expected: Float) {
        #expect(Self.features(question, candidate)[.numberClash] == expected)
    }

    @Test(arguments: [
        ("可以退款吗", "不可以退款吗", Float(1)), ("能不能退款", "可以退款吗", 0),
        ("有没有现货", "现货有吗", 0), ("无法启动", "启动", 1), ("不同型号的区别", "型号的区别", 0),
        ("it does not start", "it starts", 1), ("cant start", "it doesn't start", 0),
    ])
    func knowsWhatIsDenied(question: String, candidate: String, expected: Float) {
        #expect(Self.features(question, candidate)[.negationClash] == expected)
    }

    @Test(arguments: [
        ("充电桩多少钱", "充电桩怎么安装", Float(1)), ("什么时候发货", "在哪里发货", 1),
        ("多久发货", "什么时候发货", 0), ("怎么安装", "如何安装", 0), ("发货", "什么时候发货", 0),
        ("when will it arrive", "where is it", 1),
    ])
    func knowsWhatIsAskedFor(question: String, candidate: String, expected: Float) {
        #expect(Self.features(question, candidate)[.kindClash] == expected)
    }

    @Test func takesWhatSoundsTheSameForNearlyTheSame() {
        let typo = Self.features("冲电装坏了", "充电桩坏了")
        #expect(typo[.soundPairs] > 0.7)
        #expect(typo[.coverageOfQuestion] > Self.features("冲水器坏了", "充电桩坏了")[.coverageOfQuestion])
    }

    @Test(arguments: [
        ("activate", "activate", 0), ("activte", "activate", 1), ("acitvate", "activate", 1),
        ("aktivieren", "activate", 5), ("", "abc", 3), ("", "", 0),
    ])
    func countsTypingErrors(one: String, other: String, expected: Int) {
        let distance = EditDistance.between(
            one.unicodeScalars.map(\.value), other.unicodeScalars.map(\.value))
        #expect(distance == expected)
    }

    @Test func forgivesATypingErrorInAnEnglishWord() {
        let right = Self.features("what is the warranty period", "warranty period")
        let typo = Self.features("what is the warrnty period", "warranty period")
        #expect(typo[.coverageOfQuestion] > 0.8 * right[.coverageOfQuestion])
    }

    @Test func measuresAPassageByItsBestPlace() {
        let filler = String(repeating: "其他内容请参见说明书的有关章节。", count: 8)
        let near = Self.features(
            "接地电阻是多少", passage: filler + "接地电阻不大于四欧姆。" + filler, heading: "安装")
        let far = Self.features(
            "接地电阻是多少", passage: "接地很重要。" + filler + "电阻见附表。", heading: "安装")
        #expect(near[.nearWords] > far[.nearWords])
        #expect(near[.nearPairs] > far[.nearPairs])
    }

    @Test func listsEveryFeatureOnce() {
        let names = FeatureName.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } })
        #expect(FeatureName.allCases.allSatisfy { $0.summary.count > 10 })
    }
}

struct MonotonicityTests {
    private func certainty(_ question: String, _ candidate: String) -> Double {
        var features = ComparisonTests.features(question, candidate)
        features[.rank] = Float(RankingModel.current.order.score(features))
        features[.margin] = features[.rank] - 2
        features[.coverageByAll] = features[.coverageOfQuestion]
        features[.exact] = question == candidate ? 1 : 0
        return RankingModel.current.certainty.score(features)
    }

    /// Candidates that hold more and more of the question.
    @Test(arguments: [
        ("直流充电桩怎么安装接地线", ["安装", "怎么安装", "充电桩怎么安装", "直流充电桩怎么安装", "直流充电桩怎么安装接地线"]),
        ("申请退款后多久到账", ["到账", "多久到账", "退款多久到账", "退款后多久到账", "申请退款后多久到账"]),
        (
            "how do i reset my charging card",
            [
                "card", "charging card", "reset charging card",
                "reset my charging card", "how do i reset my charging card",
            ]
        ),
    ])
    func theWholeQuestionIsTheSurest(question: String, candidates: [String]) {
        let certainties = candidates.map { certainty(question, $0) }
        #expect(certainties.max() == certainties.last)
        #expect((certainties.first ?? 0) < (certainties.last ?? 0) - 1)
    }

    @Test func theConfidenceRisesWithTheScoreAndStaysAProbability() {
        var last = -1.0
        for score in [-Double.infinity, -1000, -10, -1, 0, 1, 10, 1000, .infinity] {
            let confidence = RankingModel.confidence(score)
            #expect((0...1).contains(confidence))
            #expect(confidence >= last)
            last = confidence
        }
        #expect(RankingModel.confidence(.nan) == 0)
    }
}
