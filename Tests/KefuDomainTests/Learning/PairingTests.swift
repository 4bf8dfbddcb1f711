import Testing

@testable import KefuDomain

/// A thread written down as `C …`, `P …` and `B …`, half a minute between lines.
private func thread(_ lines: String..., gap: Int64 = 30) -> [LearningTurn] {
    lines.enumerated().map { place, line in
        let speakers: [Character: LearningTurn.Speaker] = ["C": .customer, "P": .person, "B": .bot]
        return LearningTurn(
            message: Int64(place + 1), speaker: line.first.flatMap { speakers[$0] } ?? .bot,
            text: String(line.dropFirst(2)), at: Timestamp(seconds: Int64(place) * gap))
    }
}

private func texts(_ pairs: [LearnedPair]) -> [[String]] { pairs.map { [$0.question, $0.answer] } }

@Test func theBotsWordsNeverAreAnAnswer() {
    let pairs = Pairing.pairs(
        of: thread("C 桩包安装吗", "B 包安装的，30米以内免费", "C 谢谢", "C 保修几年", "B 3年"))
    #expect(pairs.isEmpty)
}

@Test func whatThePersonSaysAfterTheBotAnswersTheQuestion() {
    let pairs = Pairing.pairs(
        of: thread("C 桩包安装吗", "B 这个问题我为您转接人工客服", "P 市区30米以内免费安装"))
    #expect(texts(pairs) == [["桩包安装吗", "市区30米以内免费安装"]])
}

@Test func whatTheBotAnsweredIsClosedOnceTheCustomerAsksOn() {
    let pairs = Pairing.pairs(
        of: thread("C 桩包安装吗", "B 包安装的", "C 枪线有多长", "P 标配5米"))
    #expect(texts(pairs) == [["枪线有多长", "标配5米"]])
}

@Test func linesThatOnlyMakeSenseTogetherAreOneQuestion() {
    let pairs = Pairing.pairs(
        of: thread("C 你好", "C 7kw的家用充电桩", "C 多少钱", "P 1280元一台"))
    #expect(texts(pairs) == [["7kw的家用充电桩多少钱", "1280元一台"]])
    #expect(pairs[0].questionMessages == [2, 3])
}

@Test func questionsOfOneBurstAreAnsweredEachByItsOwnLine() {
    let pairs = Pairing.pairs(
        of: thread("C 枪线有多长", "C 保修几年呀", "P 整机保修3年", "P 枪线标配5米"))
    #expect(Set(texts(pairs)) == [["枪线有多长", "枪线标配5米"], ["保修几年呀", "整机保修3年"]])
}

@Test func aHoldingLineLeavesTheQuestionOpen() {
    let pairs = Pairing.pairs(
        of: thread("C 能装户外吗", "P 稍等，我帮您看一下", "C 防护等级是多少", "P 能装户外的", "P 防护等级IP65"))
    #expect(texts(pairs) == [["能装户外吗", "能装户外的"], ["防护等级是多少", "防护等级IP65"]])
}

@Test func anAnswerMayComeDaysLaterButNotWeeks() {
    let day: Int64 = 86_400
    #expect(Pairing.pairs(of: thread("C 桩保修几年", "P 保修3年", gap: 6 * day)).count == 1)
    #expect(Pairing.pairs(of: thread("C 桩保修几年", "P 保修3年", gap: 8 * day)).isEmpty)
}

@Test func whoRepliesToAMessageAnswersThatOne() {
    var turns = thread("C 桩有什么颜色", "C 外壳是什么材质", "P 只有白色和灰色这两样")
    turns[2] = LearningTurn(
        message: 3, speaker: .person, text: "都可以选配", at: turns[2].at, repliesTo: 2)
    let pairs = Pairing.pairs(of: turns)
    #expect(texts(pairs) == [["外壳是什么材质", "都可以选配"]])
}

@Test(
    arguments: [
        ("保修2年", "说错了，是3年", "保修3年"), ("保修2年", "*3年", "保修3年"), ("保修2年", "更正：3年", "保修3年"),
        ("Delivery takes 3 days", "sorry, I meant 5 days", "Delivery takes 5 days"),
        ("整机保修2年", "更正：整机保修3年，枪线1年", "整机保修3年，枪线1年"),
        ("请选 XZ-AC07 这款", "打错了 应该是XZ-AC11", "请选 XZ-AC11 这款"),
        ("冲电桩要接地", "*充电桩", "充电桩要接地"),
        ("安装费200元，市区免费", "不好意思说错了，安装费是300", "安装费300元，市区免费"),
        ("整机3米高，枪线5米", "枪线写错了，是7米", "整机3米高，枪线7米"),
        ("可以用水冲", "说错了，不能用水冲", "不能用水冲"),
    ])
func aSlipIsReplacedByWhatIsRight(wrong: String, slip: String, right: String) {
    let pairs = Pairing.pairs(of: thread("C 这个怎么说呢，桩的事", "P \(wrong)", "P \(slip)"))
    #expect(pairs.map(\.answer) == [right])
    #expect(pairs.first?.answerMessages == [2, 3] && pairs.first?.isUnsettled == false)
}

@Test func aSlipIsCorrectedEvenAfterThanks() {
    let pairs = Pairing.pairs(of: thread("C 桩保修几年", "P 保修2年", "C 好的谢谢", "P 说错了，是3年"))
    #expect(pairs.map(\.answer) == ["保修3年"])
}

@Test func aCorrectionThatFitsNothingLeavesTheAnswerUnsettled() {
    let pairs = Pairing.pairs(of: thread("C 桩有什么颜色", "P 只有白色和灰色", "P 说错了，看库存"))
    #expect(pairs.map(\.isUnsettled) == [true])
}

@Test func whatIsTakenBackIsNotLearned() {
    let pairs = Pairing.pairs(
        of: thread("C 桩保修几年", "P 今晚一起吃饭吗老王", "P 发错了", "P 整机保修3年"))
    #expect(pairs.map(\.answer) == ["整机保修3年"])
}

@Test func theCustomersOwnSlipCorrectsTheQuestion() {
    let pairs = Pairing.pairs(of: thread("C 7kw的充电桩多少钱", "C 打错了，是11kw", "P 1680元一台"))
    #expect(texts(pairs) == [["11kw的充电桩多少钱", "1680元一台"]])
}

@Test func aFollowUpIsCompletedAndMarked() {
    let pairs = Pairing.pairs(
        of: thread("C 7kW充电桩多少钱", "P 1280元一台", "C 那11kW的呢", "P 1680元一台"))
    #expect(texts(pairs) == [["7kW充电桩多少钱", "1280元一台"], ["11kW 充电桩多少钱", "1680元一台"]])
    #expect(pairs.map(\.needsContext) == [false, true])
}

@Test func aQuestionBackIsNoAnswerAndItsReplyCompletesTheQuestion() {
    let pairs = Pairing.pairs(
        of: thread("C 充电桩推荐哪款", "P 请问是家用还是商用呢？", "C 家用的", "P 家用推荐7kW壁挂款，1280元"))
    #expect(texts(pairs) == [["充电桩推荐哪款家用的", "家用推荐7kW壁挂款，1280元"]])
    #expect(pairs.map(\.needsContext) == [true])
}

@Test func courtesiesAreLeftOutOfTheAnswer() {
    let pairs = Pairing.pairs(
        of: thread(
            "C 你好，请问7kW充电桩保修几年，谢谢", "P 您好，整机保修3年。有问题随时联系我！", "P 祝您生活愉快", "C 好的"))
    #expect(texts(pairs) == [["请问7kW充电桩保修几年", "整机保修3年。"]])
    #expect(pairs[0].answerMessages == [2] && pairs[0].aftermath.map(\.text) == ["好的"])
}

@Test func askingForTheRestIsNoQuestionOfItsOwn() {
    let pairs = Pairing.pairs(
        of: thread("C 挂板怎么安装", "P 先固定挂板", "C 然后呢？", "P 再接三根线，黄绿的接地", gap: 400))
    #expect(texts(pairs) == [["挂板怎么安装", "先固定挂板\n再接三根线，黄绿的接地"]])
}

@Test func aQuotedMessageIsTheOneThatIsAnswered() {
    let dashes = "- - - - - - - - - - - - - - -"
    let pairs = Pairing.pairs(
        of: thread(
            "C 桩有什么颜色", "C 外壳是什么材质", "P 「王五：桩有什么颜色」\n\(dashes)\n都可以选配", "P 铝合金的"))
    #expect(texts(pairs) == [["桩有什么颜色", "都可以选配"], ["外壳是什么材质", "铝合金的"]])
}

@Test func whatChatProgramsAddIsNotLearned() {
    let pairs = Pairing.pairs(
        of: thread("C 桩包安装吗[疑问]", "P @王五 市区30米以内免费安装[微笑]", "P [图片]"))
    #expect(texts(pairs) == [["桩包安装吗", "市区30米以内免费安装"]])
    #expect(pairs[0].hasAttachment)
}

@Test func whoPicksWhatTheBotOfferedAsksNothingElse() {
    let pairs = Pairing.pairs(
        of: thread("C 桩多少钱", "B 您想了解哪一个？1. 7kW 2. 11kW", "C 2", "P 11kW的1680元"))
    #expect(texts(pairs) == [["桩多少钱", "11kW的1680元"]])
}

@Test func theOrderOfArrivalDoesNotMatter() {
    let turns = thread("C 枪线有多长", "C 保修几年呀", "P 枪线标配5米", "P 整机保修3年", "C 谢谢")
    #expect(Pairing.pairs(of: turns.reversed()) == Pairing.pairs(of: turns))
}

@Test func noThreadHoldsItUp() {
    var lines: [LearningTurn] = []
    for place: Int64 in 0..<3000 {
        let isAsked = place % 3 == 0
        let text: String = isAsked ? "第\(place)个问题怎么办？" : "先断电，等\(place)分钟再试"
        lines.append(
            LearningTurn(
                message: place, speaker: isAsked ? .customer : .person, text: text,
                at: Timestamp(seconds: place * 20)))
    }
    var pairs: [LearnedPair] = []
    let took = ContinuousClock().measure { pairs = Pairing.pairs(of: lines) }
    #expect(pairs.count == 1000 && took < .seconds(20))
}
