import KefuDomain
import Testing

/// Follow-ups and the questions before them, with what was meant; `nil`: the message stands alone.
private struct Label: Sendable {
    let before: String
    let message: String
    /// What the completed question must hold, and must not hold any more (behind `!`).
    let meant: [String]?

    init(_ before: String, _ message: String, _ meant: [String]?) {
        self.before = before
        self.message = message
        self.meant = meant
    }
}

private let home = "7kW 家用充电桩多少钱？"
private let fault = "E103 是什么故障？"
private let english = "How much is the 7 kW charger?"

private let followUps: [Label] = [
    // Another case.
    Label(home, "那双枪的呢？", ["双枪", "多少钱", "充电桩"]),
    Label(home, "那120kW的呢", ["120kW", "多少钱", "!7kW"]),
    Label(home, "120千瓦的呢？", ["120千瓦", "多少钱", "!7kW"]),
    Label(home, "那一百二十千瓦呢", ["一百二十千瓦", "多少钱", "!7kW"]),
    Label(home, "如果是11kW的呢", ["11kW", "多少钱", "!7kW"]),
    Label(home, "换成XZ-AC11呢", ["XZ-AC11", "多少钱", "!7kW"]),
    Label(home, "直流的呢", ["直流", "多少钱"]),
    Label(home, "白色的呢", ["白色", "多少钱", "7kW"]),
    Label(home, "那雙槍的呢？", ["雙槍", "多少钱"]),
    Label(home, "那 21 kW 的？", ["21 kW", "多少钱", "!7kW"]),
    Label("120kW 单枪直流桩多少钱", "双枪的呢", ["120kW", "双枪", "!单枪", "多少钱"]),
    Label("XZ-AC07 多少钱", "那AC07P呢？", ["AC07P", "多少钱"]),
    Label("11kW 和 21kW 交流桩什么价格", "那7kW的呢", ["7kW", "价格", "!11kW", "!21kW", "!和"]),
    Label(fault, "那E105呢？", ["E105", "什么故障", "!E103"]),
    Label(fault, "E201呢", ["E201", "什么故障", "!E103"]),
    Label("发货到四川要多久", "那新疆呢？", ["新疆", "多久", "!四川"]),
    Label("户外能装充电桩吗", "那地下车库呢", ["地下车库", "装", "!户外"]),
    Label("白色的充电桩有吗", "那黑色的呢", ["黑色", "充电桩", "!白色"]),
    Label("买5台有折扣吗", "那10台呢", ["10台", "折扣", "!5台"]),
    Label("枪线5米的多少钱", "7米的呢", ["7米", "多少钱", "!5米"]),
    Label("三相的桩怎么安装", "单相的呢", ["单相", "怎么安装", "!三相"]),
    Label("自己的车位怎么申请电表", "那租来的呢", ["租来", "申请电表"]),
    // Something else about the same thing.
    Label(home, "那安装费呢？", ["7kW", "充电桩", "安装费", "!多少钱"]),
    Label(home, "保修呢", ["7kW", "保修", "!多少钱"]),
    Label(home, "它多重", ["7kW", "多重", "!多少钱"]),
    Label(home, "尺寸多大？", ["7kW", "尺寸", "!多少钱"]),
    Label(home, "什么颜色", ["7kW", "颜色"]),
    Label(home, "参数呢", ["7kW", "参数"]),
    Label(home, "有白色的吗", ["7kW", "白色"]),
    Label(home, "有现货吗", ["7kW", "现货"]),
    Label(home, "它能装在户外吗", ["7kW", "能装在户外", "!它"]),
    Label(home, "这款支持蓝牙吗", ["7kW", "支持蓝牙", "!这款"]),
    Label("XZ-AC07P 的参数是什么", "多少钱？", ["XZ-AC07P", "多少钱", "!参数"]),
    Label("7kW 家用桩的参数是什么？", "多少钱一台", ["7kW", "家用桩", "多少钱"]),
    Label("120kW 双枪直流桩的参数是多少？", "什么价格", ["120kW", "双枪", "价格"]),
    Label("想采购一台120kW双枪 请问含税单价", "多重？", ["120kW", "多重"]),
    Label(fault, "怎么解决？", ["E103", "怎么解决", "!故障"]),
    Label(fault, "还能充吗", ["E103", "还能充"]),
    Label(fault, "严重吗？", ["E103", "严重"]),
    Label(fault, "为什么？", ["E103", "为什么"]),
    Label("XZ-AC11 多少钱", "双枪的价格呢", ["双枪", "价格"]),
    // English.
    Label(english, "what about the dual-gun one?", ["dual-gun", "how much"]),
    Label(english, "And 120 kW?", ["120 kW", "how much", "!7 kW"]),
    Label(english, "what about the 11kW version", ["11kW", "how much", "!7 kW"]),
    Label(english, "in white?", ["white", "7 kW"]),
    Label(english, "how heavy is it?", ["7 kW charger", "heavy", "!how much"]),
    Label(english, "how heavy?", ["7 kW charger", "heavy"]),
    Label(english, "is it waterproof", ["7 kW charger", "waterproof"]),
    Label(english, "does it come with wifi?", ["7 kW charger", "come with wifi"]),
    Label(english, "what about the warranty?", ["7 kW charger", "warranty"]),
    Label(english, "and installation?", ["7 kW charger", "installation"]),
    Label(english, "what are the dimensions?", ["7 kW charger", "dimensions"]),
    Label("What does E101 mean?", "and E102?", ["E102", "mean", "!E101"]),
    Label("What does E101 mean?", "how do I fix it?", ["E101", "fix"]),
    Label(
        "Can the chargers be installed outdoors?", "what about indoors?",
        ["indoors", "installed", "!outdoors"]),
    Label("How much is the DC120?", "how about the DC180", ["DC180", "how much", "!DC120"]),
    // Across the languages.
    Label(home, "what about 120kW?", ["120kW", "多少钱", "!7kW"]),
]

private let standAlone: [Label] =
    [
        "120kW 双枪直流桩多少钱一台？", "怎么申请电表", "保修几年？", "运费谁出？", "怎么安装", "E105是什么意思", "包邮吗",
        "人工客服电话多少", "怎么付款？", "可以开专票吗", "你们公司在哪里", "转人工", "我要投诉", "谢谢", "你好", "这个月用了几度电",
        "对了，双枪的呢", "另外保修呢？", "还有个问题，多少钱", "这个小程序怎么用", "哈尔滨这边冬天能用吗", "那我明天去你们工厂参观可以吗",
        "120kW", "双枪", "呢？", "那呢", "7kW 和 11kW 有什么区别", "哪个好", "那个07后面多个字母P，贵几百块贵在哪里啊",
        "有没有那种能到600安的水冷枪", "家里装的那种七千瓦的 额定电流是32安吗", "能便宜点吗", "我的货到哪里了", "订单AB12345678发货了吗",
        "充电枪拔不出来怎么办", "怎么退货", "什么时候能提现", "给我个能打通的客服电话呗", "好的", "2", "第二个", "都不是",
        "那就这样吧，下次再说", "那你们周末上班吗", "如果物业不同意怎么办", "要是下雨漏电了谁负责",
        "有120kW的吗", "直流桩怎么卖", "白色充电桩多少钱", "双枪同时充电功率怎么分？",
        "How long is the warranty?", "Where is your company?", "Can I use my own electrician?",
        "by the way, in white?",
        "What does E102 mean?", "How do I become a dealer", "is it possible to pay by card?",
        "The plug is stuck in my car, how do I get it out?",
        "It rained all night and this morning I get E102",
        "thanks", "ok", "How much are the DC chargers?", "do you ship abroad",
        "that is all for now",
        "what does it cost to ship abroad",
    ].map { Label(home, $0, nil) }

private func conversation(_ question: String) -> Conversation {
    let turn = Turn(.them, question, action: .reply, at: Timestamp(seconds: 0))
    return .of([turn], now: Timestamp(seconds: 60))
}

private func says(_ text: String, _ wanted: [String]) -> Bool {
    let text = text.lowercased()
    return wanted.allSatisfy { word in
        word.hasPrefix("!")
            ? !text.contains(word.dropFirst().lowercased()) : text.contains(word.lowercased())
    }
}

@Suite struct FollowUpTests {
    @Test func followUpsAreCompletedAndNothingElseIs() {
        var (right, wrong, missed) = ([] as [String], [] as [String], [] as [String])
        for label in followUps + standAlone {
            let completed = conversation(label.before).completed(label.message)
            let line = "\(label.before) | \(label.message) -> \(completed)"
            if let meant = label.meant {
                if completed == label.message {
                    missed.append(line)
                } else if says(completed, meant) {
                    right.append(line)
                } else {
                    wrong.append(line)
                }
            } else if completed != label.message {
                wrong.append(line)
            }
        }
        let precision = Double(right.count) / Double(right.count + wrong.count)
        let recall = Double(right.count) / Double(followUps.count)
        print(
            "follow-ups: \(followUps.count), stand-alone: \(standAlone.count), "
                + "precision \(precision), recall \(recall)")
        for line in wrong { print("wrong: \(line)") }
        for line in missed { print("missed: \(line)") }
        #expect(followUps.count + standAlone.count >= 60)
        #expect(precision >= 0.98)
        #expect(recall >= 0.9)
    }
}
