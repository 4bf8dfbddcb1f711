import KefuDomain
import KefuSearch
import KefuStore
import Testing

struct SearchTests {
    private let base: Base

    init() throws {
        base = try Base()
        try base.addQuestions()
        try base.startAndSettle()
    }

    @Test func isSureOfTheVeryQuestionAmongManyLikeIt() throws {
        for round in 0..<8 {
            for number in 0..<12 { try base.add("第\(round)轮第\(number)个问题怎么处理") }
        }
        base.settle()
        #expect(base.awaits { base.engine.isCalibrated })
        let best = try #require(try base.best("第3轮第7个问题怎么处理"))
        #expect(best.wording == "第3轮第7个问题怎么处理")
        #expect(best.confidence >= 0.95)
    }

    @Test(arguments: Base.questions)
    func isSureOfTheVerySameQuestion(question: String) throws {
        let best = try base.best(question)
        #expect(best?.wording == question)
        #expect(best?.engines.contains(.exact) == true)
        #expect((best?.confidence ?? 0) > 0.75)
    }

    @Test(arguments: [
        ("充电桩什么价格，多少钱啊", "充电桩多少钱一台"),
        ("请问怎么安装充电桩", "充电桩怎么安装"),
        ("充电樁怎麼安裝", "充电桩怎么安装"),
        ("冲电桩怎么安装", "充电桩怎么安装"),
        ("申请退款", "如何申请退款"),
        ("E103", "故障代码E103是什么意思"),
        ("报e-104是啥", "故障代码E104是什么意思"),
        ("３２０ＫＷ直流桩尺寸", "320kW直流充电桩的尺寸是多少"),
        ("120千瓦直流桩尺寸", "120kW直流充电桩的尺寸是多少"),
        ("1.5kw的充电枪", "1.5kW便携充电枪可以出差用吗"),
        ("15kw的桩", "15kW壁挂桩支持单相电吗"),
        ("how to reset charger", "How do I reset the charger?"),
        ("warranty periods", "What is the warranty period?"),
        ("充电枪卡住拔不出", "充电枪拔不出来怎么办"),
    ])
    func findsOtherWordings(query: String, expected: String) throws {
        #expect(try base.best(query)?.wording == expected)
    }

    @Test(arguments: [
        "今天天气怎么样", "帮我写一首诗", "Who won the football match?", "猫不吃饭怎么办",
        "股票什么时候涨",
    ])
    func isUnsureOfWhatTheBaseDoesNotHold(query: String) throws {
        #expect((try base.best(query)?.confidence ?? 0) < 0.55)
    }

    @Test(arguments: ["", " ", "\n", "？？？", "👍", "\u{0}", "的", "a", "1", "'\"*^AND(", "退"])
    func acceptsAnything(query: String) throws {
        for candidate in try base.search(query) {
            #expect((0...1).contains(candidate.confidence))
        }
    }

    @Test func findsByOneCharacter() throws {
        #expect(try base.best("退")?.wording == "如何申请退款")
    }

    @Test func findsSignsThatAreAQuestion() throws {
        try base.add("👍👍")
        #expect(try base.best(" 👍👍 ")?.wording == "👍👍")
        base.settle()
        #expect(try base.best("👍👍")?.wording == "👍👍")
    }

    @Test func answersAHundredThousandCharactersInBoundedTime() throws {
        var text = "充电桩怎么安装，"
        while text.unicodeScalars.count < 100_000 { text += "现场的情况是第\(text.count % 977)号车位，" }
        let start = ContinuousClock.now
        _ = try base.search(text)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func listsTheBestFirst() throws {
        let found = try base.search("充电桩")
        #expect(found.count > 3)
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(one.score >= next.score)
            #expect(one.confidence >= next.confidence)
        }
        #expect(try base.search("充电桩", limit: 2).count == 2)
    }

    @Test func explainsItsScore() throws {
        for candidate in try base.search("充电桩怎么安装") {
            let names = candidate.features.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(candidate.features.contains { $0.name == "cov_q" })
        }
    }

    @Test func prefersTheRightNumber() throws {
        let found = try base.search("320kW直流充电桩的尺寸")
        #expect(found.first?.wording == "320kW直流充电桩的尺寸是多少")
        let other = found.first { $0.wording == "120kW直流充电桩的尺寸是多少" }
        #expect((other?.confidence ?? 0) < 0.55)
    }

    @Test func isUnsureOfANumberThatTheBaseLacks() throws {
        #expect((try base.best("180kW直流充电桩的尺寸是多少")?.confidence ?? 0) < 0.75)
    }
}

struct EntryStateTests {
    @Test(arguments: [EntryStatus.pending, .disabled, .shadow])
    func onlyActiveEntriesAnswer(status: EntryStatus) throws {
        let base = try Base()
        try base.add("充电桩怎么安装", status: status)
        try base.add("充电桩多少钱")
        try base.startAndSettle()
        #expect(try base.search("充电桩怎么安装").map(\.wording) == ["充电桩多少钱"])
    }

    @Test func aVariantAnswersLikeTheQuestion() throws {
        let base = try Base()
        try base.addQuestions()
        let entry = try base.add("如何联系人工客服", variants: ["转人工", "我要找真人"])
        try base.startAndSettle()
        let best = try base.best("找真人")
        #expect(best?.item.id == entry.id)
        #expect(best?.wording == "我要找真人")
    }

    @Test func aNegativeKeepsAnEntryAway() throws {
        let base = try Base()
        try base.addQuestions()
        let entry = try base.add("充电桩漏电怎么处理", negatives: ["充电桩漏电会电死人吗"])
        try base.startAndSettle()
        #expect(try base.best("充电桩漏电如何处理")?.item.id == entry.id)
        let found = try base.search("充电桩漏电会电死人吗").first { $0.item.id == entry.id }
        #expect((found?.confidence ?? 0) < 0.55)
        #expect(found?.features.contains { $0.name == "negative" && $0.value == 1 } ?? true)
    }

    @Test func ofTwoThatMatchAlikeTheOneInDateComesFirst() throws {
        let base = try Base()
        let past = Timestamp(milliseconds: Base.now.milliseconds - 1)
        try base.add("七月的价格是多少", expiresAt: past)
        let valid = try base.add("八月的价格是多少")
        try base.startAndSettle()
        #expect(try base.best("价格是多少")?.item.id == valid.id)
    }

    @Test func anAnswerIsFoundByItsOwnWordsWhenNoQuestionIs() throws {
        let base = try Base()
        try base.addQuestions()
        let entry = try base.add("公司地址", "我们在重庆市渝北区黄山大道，靠近照母山地铁站。")
        try base.startAndSettle()
        let best = try base.best("照母山附近有门店吗")
        #expect(best?.item.id == entry.id)
        #expect((best?.confidence ?? 1) < 0.75)
    }
}

struct SizeTests {
    @Test func anEmptyBaseHasNoCandidates() throws {
        let base = try Base()
        #expect(try base.search("充电桩").isEmpty)
        try base.startAndSettle()
        #expect(try base.search("充电桩").isEmpty)
        #expect(base.engine.state.phase == .ready)
    }

    @Test func oneEntryIsNoProofOfAnything() throws {
        let base = try Base()
        try base.add("充电桩怎么安装")
        try base.startAndSettle()
        #expect((try base.best("充电桩怎么安装")?.confidence ?? 0) > 0.75)
        #expect((try base.best("退货的流程是什么")?.confidence ?? 0) < 0.55)
        #expect((try base.best("充电桩")?.confidence ?? 0) < 0.75)
    }

    @Test func manyNearlyIdenticalQuestionsAreTellableApart() throws {
        let base = try Base()
        try base.store.write { connection in
            for number in 1...3000 {
                let draft = EntryDraft(
                    question: "第\(number)号充电桩在哪里", answer: "在第\(number)排", variants: ["充电桩在哪里"])
                try connection.insert(draft, ChangeOrigin(.imported, at: Base.now))
            }
        }
        try base.startAndSettle()
        #expect(try base.best("第1234号充电桩在哪里")?.wording == "第1234号充电桩在哪里")
        let vague = try base.best("充电桩在哪里")
        #expect((vague?.confidence ?? 1) < 0.75)
    }
}
