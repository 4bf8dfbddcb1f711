/// What the customer did when the answer was there.
struct Aftermath {
    private let pair: LearnedPair

    init(_ pair: LearnedPair) {
        self.pair = pair
    }

    /// 1 for thanks, less for silence or something else asked, little for the same question again
    /// or a complaint. The worst of the lines counts, except that thanks at the end make up for
    /// questions.
    var satisfied: Double {
        let values = pair.aftermath.map(value)
        guard let worst = values.min() else { return 0.7 }
        return worst < 0.3 ? worst : values.max() ?? worst
    }

    private func value(_ turn: LearningTurn) -> Double {
        let reading = Reading(turn.text)
        let all = 0..<reading.count
        if Self.denials.contains(in: reading, all) { return 0.1 }
        if turn.isCourtesy || Self.thanks.contains(in: reading, all) { return 1 }
        if turn.kind != .text { return 0.7 }
        if Self.isBareMark(turn.text) { return 0.2 }
        if QuestionSigns.isQuestion(turn.text) { return asksAgain(turn.text) ? 0.2 : 0.75 }
        return Self.deals.contains(in: reading, all) ? 1 : 0.75
    }

    /// A question that holds most of the first one's words.
    private func asksAgain(_ text: String) -> Bool {
        let first = TextPieces(Reading(pair.question)).words
        let again = TextPieces(Reading(text)).words
        let fewest = min(first.count, again.count)
        guard fewest > 1 else { return fewest == 1 && first == again }
        return Double(first.intersection(again).count) / Double(fewest) >= 0.7
            && again.count * 10 >= first.count * 5
    }

    /// `？？`
    private static func isBareMark(_ text: String) -> Bool {
        text.contains { "?？".contains($0) } && text.allSatisfy { "?？!！。 ".contains($0) }
    }

    private static let denials = WordTable<Void>(
        """
        不对吧|不对啊|不是这个|不是这样|不是问这个|我问的是|我是问|答非所问|没用|不管用|还是不行|还是不好|还是没|没解决|没有解决|还没好|看不懂|没看懂|没听懂|听不懂
        没明白|不明白|说清楚|乱说|瞎说|骗人|胡说|不是说|刚才不是|你们不是|上次不是|怎么又|不行啊|试了不行|试过了|什么意思|投诉|差评|太差|敷衍|算了吧|你确定|确定吗
        真的吗|that's not|not what i asked|doesn't help|does not help|didn't work|did not work
        still not|still doesn't|still won't|are you sure|i asked|don't understand
        do not understand|useless|wrong
        """)

    private static let thanks = WordTable<Void>(

        """
        谢谢|感谢|多谢|谢啦|谢了|明白了|知道了|清楚了|懂了|搞定|好了可以|解决了|可以了|好用了|原来如此|太好了|收到|学到了|thanks|thank you
        thx|got it|perfect|great|that works|it works|solved|makes sense|cheers
        """
    )

    private static let deals = WordTable<Void>(
        "下单|拍了|买了|付款|订一|来一台|要了|就这个|就它|i'll take|i will take|ordering")
}
