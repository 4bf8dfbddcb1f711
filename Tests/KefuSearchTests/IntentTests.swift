import KefuDomain
import KefuText
import Testing

@testable import KefuSearch

struct IntentTests {
    private static let analyzer = Analyzer()

    /// Five answers with four wordings each, in nearly the same words.
    private static let wordings = [
        ["退款怎么申请", "怎么申请退款", "我要退款怎么弄", "退款在哪里申请"],
        ["退款多久到账", "退款几天能到", "退款什么时候到账", "钱多久退回来"],
        ["发票怎么开", "怎么开发票", "我要开票", "在哪里开发票"],
        ["发票多久寄出", "发票几天能收到", "发票什么时候寄", "开票后多久收到"],
        [
            "how do I reset the charger", "charger reset", "resetting my charger",
            "reset charger how",
        ],
    ]

    private static func rarities(of text: MatchText) -> Rarities {
        RarityCache().rarities(
            of: text.atoms, in: .all, model: RarityModel(entries: 5, passages: 0, texts: 20),
            generation: 0
        ) { [Int](repeating: 1, count: $0.count) }
    }

    private static func text(_ text: String) -> MatchText {
        MatchText(question: analyzer.analyze(text).scalars)
    }

    private static func examples(answers: Int, wordings count: Int = 4) -> [IntentExample] {
        wordings.prefix(answers).enumerated().flatMap { number, wordings in
            wordings.prefix(count).map { wording in
                let text = text(wording)
                return IntentExample(
                    entry: Int64(number + 1), answer: Int64(100 + number), text: text,
                    rarities: rarities(of: text))
            }
        }
    }

    /// The feature of each of the five answers for a question.
    private static func intents(_ model: IntentModel, _ question: String) -> [Float] {
        let asked = text(question)
        var contenders = wordings.enumerated().map { number, wordings in
            Contender(
                item: ItemID(kind: .entry, row: Int64(number + 1)),
                answer: AnswerID(kind: .entry, number: Int64(100 + number)),
                wording: wordings[0], text: text(wordings[0]), engines: [],
                features: FeatureVector(), rank: 0)
        }
        model.measure(&contenders, asked: AskedText(asked, rarities(of: asked)))
        return contenders.map { $0.features[.intent] }
    }

    @Test(arguments: [
        ("请问怎么申请退款啊", 0), ("退款几天到账", 1), ("我要开发票", 2), ("发票什么时候能收到", 3),
        ("how to reset this charger", 4),
    ])
    func theRightAnswerIsTheLikeliest(question: String, expected: Int) throws {
        let model = try #require(IntentTrainer.model(of: Self.examples(answers: 5)))
        let intents = Self.intents(model, question)
        #expect(intents.allSatisfy { (-4...4).contains($0) })
        #expect(intents[expected] == intents.max(), "\(intents)")
        #expect(intents.count { $0 == intents[expected] } == 1)
    }

    @Test func everyWordingLeadsToItsOwnAnswer() throws {
        let model = try #require(IntentTrainer.model(of: Self.examples(answers: 5)))
        for (number, wordings) in Self.wordings.enumerated() {
            for wording in wordings {
                let intents = Self.intents(model, wording)
                #expect(intents[number] == intents.max(), "\(wording): \(intents)")
            }
        }
    }

    @Test func tooLittleToLearnFromGivesNone() {
        #expect(IntentTrainer.model(of: []) == nil)
        #expect(IntentTrainer.model(of: Self.examples(answers: 4)) == nil)
        #expect(IntentTrainer.model(of: Self.examples(answers: 5, wordings: 2)) == nil)
        #expect(IntentTrainer.model(of: Self.examples(answers: 5, wordings: 3)) != nil)
    }

    @Test func learningTwiceGivesTheSame() throws {
        let examples = Self.examples(answers: 5)
        let one = try #require(IntentTrainer.model(of: examples))
        let other = try #require(IntentTrainer.model(of: examples))
        for question in Self.wordings.flatMap(\.self) + ["退款", "reset", "👍"] {
            #expect(Self.intents(one, question) == Self.intents(other, question))
        }
    }

    @Test func oneAnswerAloneIsNoChoice() throws {
        let model = try #require(IntentTrainer.model(of: Self.examples(answers: 5)))
        let asked = Self.text("退款")
        var contenders = [
            Contender(
                item: ItemID(kind: .entry, row: 1), answer: AnswerID(kind: .entry, number: 100),
                wording: "", text: asked, engines: [], features: FeatureVector(), rank: 0)
        ]
        model.measure(&contenders, asked: AskedText(asked, Self.rarities(of: asked)))
        #expect(contenders[0].features[.intent] == 0)
    }
}
