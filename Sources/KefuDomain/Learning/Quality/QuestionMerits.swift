/// What a candidate's question is worth.
struct QuestionMerits {
    private let text: String
    private let reading: Reading
    private let content: Int

    init(_ text: String) {
        self.text = text
        reading = Reading(text)
        content = AnswerReading.content(of: reading)
    }

    /// 1 for one question, less for a request or a report of trouble, little for anything else;
    /// stories and several questions in one are worth less.
    var isQuestion: Double {
        if content == 0 { return 0 }
        let all = 0..<reading.count
        let asks = QuestionSigns.isQuestion(text)
        let value = asks ? 1 : Self.requests.contains(in: reading, all) ? 0.85 : 0.1
        return min(value, length, count)
    }

    private var length: Double {
        switch content {
        case ...80: 1
        case ...140: 0.6
        default: 0.4
        }
    }

    private var count: Double {
        let questions = Sentence.texts(of: text).filter { QuestionSigns.isQuestion($0) }.count
        return questions <= 2 ? 1 : questions == 3 ? 0.6 : 0.4
    }

    func standsAlone(needsContext: Bool) -> Double {
        if needsContext || QuestionText.isLeaning(text) { return 0 }
        let all = 0..<reading.count
        if Pointing.isBare(in: reading) || AnswerWords.elsewhere.contains(in: reading, all) {
            return 0
        }
        return content >= 3 ? 1 : 0.3
    }

    /// Less for a question about this customer's order, parcel, payment or visit: the answer may
    /// hold for everybody all the same.
    var isGeneral: Double {
        PrivateCase.isAsked(in: reading) ? 0.6 : 1
    }

    private static let requests = WordTable<Void>(
        """
        想了解|了解一下|介绍一下|介绍下|求|想知道|咨询|需要|想要|想买|帮忙|推荐|报个价|报价|发一份|要一份|不会|不懂|不知道|没反应|不亮|不充电|充不进|充不了
        不工作|不转|坏了|故障|报错|报警|失败|打不开|连不上|无法|不能|闪红灯|红灯|漏水|异响|卡住|死机|黑屏|启动不了|不制冷|不制热|掉线|断网|不出水|登录不了
        登不上|收不到|忘记密码|忘了密码|i need|i want|i would like|looking for|please explain|doesn't work
        does not work|not working|broken|can't|cannot|won't|error|failed|forgot
        """)
}
