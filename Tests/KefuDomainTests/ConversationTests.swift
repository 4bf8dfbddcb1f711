import KefuDomain
import Testing

private func minutes(_ minutes: Double) -> Timestamp {
    Timestamp(milliseconds: Int64(minutes * 60_000))
}

private func asked(
    _ text: String, _ words: Set<String> = [], at time: Double = 0, action: Action = .reply,
    isAside: Bool = false
) -> Turn {
    Turn(.them, text, words: words, action: action, isAside: isAside, at: minutes(time))
}

@Suite struct ConversationTests {
    @Test(
        arguments: [
            (-60_000, .active), (0, .active), (299_999, .active), (300_000, .idle),
            (899_999, .idle),
            (900_000, .dormant), (1_799_999, .dormant), (1_800_000, .expired),
            (86_400_000, .expired),
        ] as [(Int, SessionState)])
    func aSessionAgesByItsLastMessage(milliseconds: Int, expected: SessionState) {
        #expect(SessionState.of(age: .milliseconds(milliseconds)) == expected)
        let turn = Turn(.them, "多少钱", at: Timestamp(milliseconds: 0))
        let now = Timestamp(milliseconds: Int64(milliseconds))
        #expect(Conversation.of([turn], now: now).state == expected)
    }

    @Test func aConversationThatBeginsIsActive() {
        let fresh = Conversation.of([], now: minutes(0))
        #expect(fresh.state == .active)
        #expect(fresh.type == .chat)
        #expect(fresh.summary(in: .chinese) == nil)
        #expect(fresh.completed("那双枪的呢") == "那双枪的呢")
    }

    @Test(
        arguments: [
            ("你好", .chat), ("今天天气怎么样", .chat), ("how are you", .chat),
            ("产品怎么用", .inquiry), ("价格多少", .inquiry), ("7kW 充电桩多少钱", .inquiry),
            ("how much is it", .inquiry), ("订单查询", .business), ("发货没有", .business),
            ("AB12345678到哪了", .business), ("我要退款", .business), ("where is my order", .business),
            ("an orderly garage", .inquiry),
        ] as [(String, ConversationType)])
    func aMessageHasAType(text: String, expected: ConversationType) {
        #expect(ConversationType.of(text) == expected)
    }

    @Test func eachTypeHasItsWindow() {
        #expect(ConversationType.chat.turns == 1)
        #expect(ConversationType.inquiry.turns == 5)
        #expect(ConversationType.business.turns == 3)
        let words: Set<String> = ["充电桩"]
        let inquiry = (0..<8).map { asked("充电桩问题\($0)", words, at: Double($0)) }
        #expect(Conversation.of(inquiry, now: minutes(8)).topic.count == 5)
        let business = (0..<8).map { asked("订单\($0)", words, at: Double($0)) }
        #expect(Conversation.of(business, now: minutes(8)).topic.count == 3)
    }

    @Test(
        arguments: [
            // Three of ten known words are 30 %, two are less.
            ("甲", 3, nil), ("甲", 2, .words), ("订单甲", 3, .type), ("对了甲", 10, .signal),
            ("还有个问题，甲", 10, .signal), ("另外甲", 10, .signal), ("By the way, A", 10, .signal),
            ("那双枪的呢", 0, nil), ("甲", 10, nil),
        ] as [(String, Int, TopicChange?)])
    func aTopicEndsForAReason(text: String, known: Int, expected: TopicChange?) {
        let said = Set((0..<10).map { "w\($0)" })
        let mine = Set((0..<10).map { $0 < known ? "w\($0)" : "x\($0)" })
        let conversation = Conversation.of([asked("7kW充电桩多少钱", said)], now: minutes(1))
        let turn = Turn(.them, text, words: mine, at: minutes(1))
        #expect(conversation.topicChange(by: turn) == expected)
    }

    @Test func courtesiesNeitherOpenNorEndATopic() {
        let turns = [
            asked("7kW 充电桩多少钱", ["充电桩"]), asked("好的谢谢", at: 1, isAside: true),
        ]
        let conversation = Conversation.of(turns, now: minutes(2))
        #expect(conversation.completed("那120kW的呢") == "120kW 充电桩多少钱")
        #expect(conversation.topicChange(by: asked("谢谢", isAside: true)) == nil)
        #expect(conversation.type == .inquiry)
    }

    @Test func aFollowUpOfAFollowUpLeansOnWhatWasMeant() {
        let turns = [
            asked("7kW 充电桩多少钱"),
            Turn(.them, "那120kW的呢", understoodAs: "120kW 充电桩多少钱", at: minutes(1)),
        ]
        let conversation = Conversation.of(turns, now: minutes(2))
        #expect(conversation.completed("单枪的呢") == "120kW 单枪 充电桩多少钱")
        #expect(conversation.entities.power == ["120kW", "7kW"])
    }

    @Test func aChainOfFollowUpsIsReadAsAWhole() {
        let turns = [
            asked("7kW 充电桩多少钱"), asked("有白色的吗", at: 1), asked("那黑色的呢", at: 2),
        ]
        let conversation = Conversation.of(turns, now: minutes(3))
        #expect(conversation.topic.last?.meaning == "7kW 充电桩有黑色的吗")
        #expect(conversation.completed("它多重") == "7kW 充电桩多重")
    }

    @Test(arguments: [
        ("7kW充电桩多少钱", "那120kW的呢", "120千瓦两万八", true),
        ("7kW充电桩多少钱", "那120kW的呢", "7kW一千二百八", false),
        ("7kW充电桩多少钱", "那120kW的呢", "桩有多种价格", false),
        ("7kW充电桩多少钱", "那双枪的呢", "两把枪的两万八", true),
        ("7kW充电桩多少钱", "那双枪的呢", "单枪的一千二", false),
        ("发货到四川要几天", "那新疆呢", "新疆要七天", true),
        ("发货到四川要几天", "那新疆呢", "四川要三天", false),
        ("发货到四川要几天", "那新疆呢", "全国三天到七天", true),
        ("XZ-AC07多少钱", "XZ-AC11呢", "XZAC11 两千八", true),
        ("XZ-AC07多少钱", "XZ-AC11呢", "XZ-AC07 一千八", false),
    ])
    func anAnswerMustSpeakOfWhatIsNew(
        before: String, followUp: String, answer: String, isMet: Bool
    ) {
        let conversation = Conversation.of([asked(before)], now: minutes(1))
        let completions = conversation.completions(of: asked(followUp, at: 1))
        #expect(!completions.isEmpty)
        for completion in completions {
            #expect(completion.required.allSatisfy { $0.isMet(by: [answer]) } == isMet)
        }
    }

    @Test func onlyTheLatestTopicIsLeantOn() {
        let turns = [
            asked("7kW 充电桩多少钱", ["充电桩", "钱"]), asked("对了，怎么开发票", ["发票"], at: 1),
        ]
        let conversation = Conversation.of(turns, now: minutes(2))
        #expect(conversation.topic.map(\.text) == ["对了，怎么开发票"])
        #expect(conversation.completed("它多重") == "它多重")
        #expect(conversation.entities.isEmpty)
    }

    @Test func nothingIsCompletedFromAnExpiredSession() {
        let turns = [asked("7kW 充电桩多少钱")]
        for (age, expected) in [(29.999, "120kW 充电桩多少钱"), (30, "那120kW的呢")] {
            let conversation = Conversation.of(turns, now: minutes(age))
            #expect(conversation.completed("那120kW的呢") == expected, "\(age)")
        }
        let old = [asked("7kW 充电桩多少钱"), asked("你好", at: 40, isAside: true)]
        #expect(Conversation.of(old, now: minutes(41)).completed("那120kW的呢") == "那120kW的呢")
    }

    @Test func whoComesBackIsToldWhereTheyWere() {
        let turns = [
            asked("7kW 充电桩多少钱"),
            Turn(.me, "1280 元一台。含五米枪线。", at: minutes(0)),
            asked("能寄到月球吗", at: 1, action: .handoff), Turn(.me, "请稍候", at: minutes(1)),
        ]
        #expect(Conversation.of(turns, now: minutes(10)).summary(in: .chinese) == nil)
        for age in [17.0, 500] {
            let summary = Conversation.of(turns, now: minutes(age)).summary(in: .chinese)
            #expect(
                summary == "之前聊到：“7kW 充电桩多少钱”，答：1280 元一台；“能寄到月球吗”，尚未答复")
        }
        let english = Conversation.of(turns, now: minutes(20)).summary(in: .english)
        #expect(english?.hasPrefix("Earlier: “7kW 充电桩多少钱” - 1280 元一台; ") == true)
        let long = asked(String(repeating: "长", count: 5000))
        let summary = Conversation.of([long], now: minutes(20)).summary(in: .chinese)
        #expect((summary?.count ?? 0) < 60)
    }

    @Test func whatWasNamedIsCarriedAlong() {
        let entities = Entities(
            in: "订单AB12345678的XZ-AC07P和DC120，7kW 220V 7千瓦 7 kW，报E103，付了998元和¥1,280，IP65")
        #expect(entities.orderNumber == ["AB12345678"])
        #expect(entities.model == ["XZ-AC07P", "DC120"])
        #expect(entities.power == ["7kW", "7千瓦"])
        #expect(entities.voltage == ["220V"])
        #expect(entities.code == ["E103"])
        #expect(entities.amount == ["998元", "¥1,280"])
        #expect(Entities(in: "打13812345678给我，一台就够").isEmpty)
        let newer = Entities(in: "E104 怎么办").carrying(Entities(in: "E103 7kW"))
        #expect(newer.code == ["E104", "E103"])
        #expect(newer.power == ["7kW"])
        let many = Entities(in: (1...9).map { "\($0)kW" }.joined(separator: " "))
        #expect(many.power.count == Entities.mostOfAKind)
    }

    @Test func anyTextIsReadWithoutHarm() {
        let pieces = [
            "那", "呢", "的", "它", "7", "kW", "一", "万", "百", "E", "-", "¥", "，", " ", "it",
            "what about",
            "e\u{301}", "👨‍👩‍👧", "\u{0}", "多少钱", "和", "龘",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            let texts = (0..<2).map { _ in
                (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            }
            let completed = Conversation.of([asked(texts[0])], now: minutes(1)).completed(texts[1])
            #expect(completed.unicodeScalars.count <= 2 * Turn.maxScalars)
        }
        let long = String(repeating: "那双枪7kW的呢", count: 20_000)
        #expect(Conversation.of([asked(long)], now: minutes(1)).completed(long) == long)
    }
}
