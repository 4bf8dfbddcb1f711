import Support
import Testing

@testable import KefuDomain

/// 2026-11-25T10:00:00+08:00, a Wednesday.
private let now = Timestamp(seconds: 1_795_572_000)

private func draft(
    _ type: TriggerType, _ text: String, _ language: Language = .chinese, pictures: Int = 0,
    knowledge: [String] = []
) -> TriggerDraft {
    TriggerText.of(
        type, text: text, pictures: pictures, knowledge: knowledge, now: now, language: language)
}

@Test(arguments: TriggerType.allCases, Language.allCases)
func everyFormHasEveryFieldInOrder(type: TriggerType, language: Language) {
    let draft = draft(type, "", language)
    #expect(draft.form.map(\.name) == TriggerText.fieldNames(of: type))
    #expect(draft.labels.first == type.rawValue)
    #expect(!draft.replyDraft.isEmpty)
}

@Test func anEmptyTextSaysNothing() {
    #expect(draft(.preSales, "").form.allSatisfy { $0.value == .null })
    #expect(draft(.afterSales, "").form.allSatisfy { $0.value == .null })
    #expect(draft(.development, "")["线索级别"] == .text("C"))
    #expect(draft(.development, "")["对方角色"] == .null)
}

extension TriggerDraft {
    fileprivate subscript(name: String) -> FormValue { form[name] }
}

// MARK: - 售前

@Test(
    arguments: [
        ("320KW", 320), ("0.12MW", 120), ("0.35兆瓦", 350), ("一百二十千瓦", 120), ("七千瓦", 7),
        ("两千三百瓦", 2.3), ("7000W", 7), ("120-180kW", 180), ("7kW~11kW", 11), ("60到80千瓦", 80),
        ("１２０ｋＷ", 120), ("功率120", 120), ("180双枪", 180), ("120多kW", 120), ("AC22kW", 22),
        ("3x60kW", 60), ("7.5kW", 7.5), ("1,200kW", 1200), ("不要60kW，要120kW", 120),
    ] as [(String, Double)])
func powerIsANumberInKilowatts(text: String, power: Double) {
    #expect(draft(.preSales, text)["功率_kW"] == .number(power))
}

@Test(
    arguments: [
        "120kWh", "30千瓦时", "630kVA", "型号DC120", "订单120120120120", "变压器200kW", "十几千瓦", "120台",
        "380V", "60度电", "2024年120号", "XZ-120-60", "99999999999999999999kW", "0kW",
    ])
func otherNumbersAreNoPower(text: String) {
    #expect(draft(.preSales, text)["功率_kW"] == .null)
}

@Test(
    arguments: [
        ("不要发票", "不要发票"), ("发票不要了", "发票不要了"), ("不用开票", "不用开票"), ("不開發票", "不開發票"),
        ("13%专票", "13%专票"), ("要开发票", "要开发票"), ("要不要发票都行", nil), ("预付13%", nil),
        ("发票什么时候寄", nil), ("含税价", "含税"), ("含税吗", nil), ("no invoice", "no invoice"),
    ] as [(String, String?)])
func invoicesKeepTheirNegation(text: String, words: String?) {
    #expect(draft(.preSales, text)["发票要求"] == (words.map { .text($0) } ?? .null))
}

@Test(
    arguments: [
        ("10月20日前要", "10月20日前"), ("10月20号之前到货", "10月20号之前"), ("下周三前", "下周三前"), ("月底", "月底"),
        ("两周内", "两周内"), ("within 2 weeks", "within 2 weeks"), ("3个月前买的", nil), ("3年前装的", nil),
        ("昨天问过", nil), ("保修2年", nil), ("明天给我报价", nil), ("2026-12-15前", "2026-12-15前"),
        ("2025-12-15到货", nil), ("春节前到货", "春节前"), ("交期45天", "45天"), ("加急", "加急"),
        ("尽快回复", nil), ("3号桩", nil),
    ] as [(String, String?)])
func datesOfDeliveryKeepTheirWords(text: String, words: String?) {
    #expect(draft(.preSales, text)["期望交期"] == (words.map { .text($0) } ?? .null))
}

@Test(arguments: Language.allCases)
func threeToEightQuestionsAskWhatIsMissing(language: Language) {
    let nothing = draft(.preSales, "你好", language)
    #expect(nothing.clarificationQuestions?.count == 8)
    let all = draft(
        .preSales,
        "120kW双枪10台，三相380V，变压器630kVA，带7米枪线，送到重庆，10月20日前到货，13%专票", language)
    #expect(all.form.allSatisfy { !$0.value.isNull })
    #expect(all.clarificationQuestions?.count == 3)
    #expect(all.labels.contains(Phrase.labelComplete.text(language)))
    let some = draft(.preSales, "120kW双枪10台", language)
    #expect(some.clarificationQuestions?.count == 6)
}

@Test func aSalesDraftThanksRepeatsAsksOffersAndNamesTheNextStep() {
    let draft = draft(.preSales, "320KW 双枪 10台 送到重庆")
    for words in ["感谢", "320 kW", "双枪", "10台", "重庆", "1. ", "可选方案", "下一步"] {
        #expect(draft.replyDraft.contains(words), "\(words)")
    }
    let english = TriggerText.of(
        .preSales, text: "10 units of 60kW", now: now, language: .english)
    for words in ["thank", "60 kW", "10 units", "1. ", "Options", "Next step"] {
        #expect(english.replyDraft.contains(words), "\(words)")
    }
    #expect(!english.replyDraft.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
}

// MARK: - 售后

@Test func anAfterSalesDraftConfirmsCalmsPlansAndEstimates() {
    let draft = draft(.afterSales, "3号桩报E103，充不上电")
    for words in ["别着急", "确认", "E103", "充不上电", "处理计划", "分钟", "设备序列号"] {
        #expect(draft.replyDraft.contains(words), "\(words)")
    }
    #expect(draft.troubleshooting?.remote.isEmpty == false)
    #expect(draft.troubleshooting?.onsite.isEmpty == false)
    #expect(draft.clarificationQuestions == nil)
}

@Test func troubleshootingTakesTheStepsOfTheBase() {
    let answer = "E103 是接地异常。请先停止使用，断电等 1 分钟。让电工检查地线有没有接好；接好后重新上电试一次。"
    let steps = draft(.afterSales, "报E103", knowledge: [answer]).troubleshooting
    #expect(steps?.remote.contains("接好后重新上电试一次") == true)
    #expect(steps?.onsite == ["让电工检查地线有没有接好"])
    let numbered = "1. 拔枪等1分钟\n2. 重新插到底\n3. 还不行请报修，由工程师上门"
    let more = draft(.afterSales, "充不上", knowledge: [numbered]).troubleshooting
    #expect(more?.remote == ["拔枪等1分钟", "重新插到底"])
    #expect(more?.onsite == ["还不行请报修，由工程师上门"])
}

@Test(
    arguments: [
        (
            """
            代码：E101；含义：急停被按下；常见原因：误按急停按钮；客户可以做的：顺时针旋开按钮，等 10 秒；什么时候报修：旋开后仍报
            代码：E103；含义：接地异常；常见原因：没有地线、地线断开；客户可以做的：停用；断电 1 分钟再送电；什么时候报修：接地合格仍报，先请供电公司测
            """, ["断电 1 分钟再送电"], [] as [String]
        ),
        (
            "Code: E103; Meaning: earth fault; What you can do: stop, have the earth checked",
            ["stop, have the earth checked"], []
        ),
        ("现象：黑屏；远程处理：断电重启；现场处理：量取供电电压", ["断电重启"], ["量取供电电压"]),
        ("故障代码 E103：断电重启", ["断电重启"], []),
        ("注意：请先断电\n原因：上级开关断开", ["请先断电"], []),
        ("10:30 前请先断电", ["10:30 前请先断电"], []),
    ] as [(String, [String], [String])])
func aTablesLabelsAreNoSteps(passage: String, remote: [String], onsite: [String]) {
    let steps = draft(.afterSales, "报E103，黑屏", knowledge: [passage]).troubleshooting
    #expect(steps?.remote == remote)
    if !onsite.isEmpty { #expect(steps?.onsite == onsite) }
}

@Test func dangerComesFirst() {
    let steps = draft(.afterSales, "桩冒烟了", knowledge: ["断电后重新上电"]).troubleshooting
    #expect(steps?.remote.first == Phrase.stopUsing.chinese)
    #expect(draft(.afterSales, "桩冒烟了").replyDraft.contains("安全第一"))
    #expect(!draft(.afterSales, "没有冒烟，就是离线").replyDraft.contains("安全第一"))
}

@Test(
    arguments: [
        ("桩冒烟了", "L"), ("整站瘫痪", "L"), ("很急", "L"), ("充不上电", "M"), ("充不上电，不急", "S"),
        ("急停按下去了", "M"), ("不着急，充不上电", "S"),
    ])
func urgencyIsASize(text: String, size: String) {
    #expect(draft(.afterSales, text)["紧急程度"] == .text(size))
}

@Test func picturesAreCountedWhereNoWordsSaySo() {
    #expect(draft(.afterSales, "充不上电", pictures: 2)["现场照片数量"] == .text("2"))
    #expect(draft(.afterSales, "拍了3张照片", pictures: 2)["现场照片数量"] == .text("3张"))
    #expect(draft(.afterSales, "充不上电")["现场照片数量"] == .null)
}

@Test func codesAreToldApart() {
    let draft = draft(
        .afterSales,
        "订单号 DD20250101999，型号 XZ-DC120，序列号 XZ24-00017，固件 V1.2.3，报 E103，电话 13800001111")
    #expect(draft["设备序列号"] == .text("XZ24-00017"))
    #expect(draft["固件版本"] == .text("V1.2.3"))
    #expect(draft["报警码"] == .text("E103"))
}

// MARK: - 客户开发

@Test func aPartnerGetsScriptsAndAListOfPapers() {
    let draft = draft(.development, "我们是重庆做电力工程的，想代理，要看资质")
    #expect(draft["线索级别"] == .text("A"))
    #expect(draft["是否需资质材料"] == .flag(true))
    guard case .list(let papers) = draft["资料包清单"] else {
        Issue.record("资料包清单 is no list")
        return
    }
    #expect(papers.contains(.text("营业执照与资质证书")))
    #expect(draft.scripts?.firstContact.contains("重庆") == true)
    #expect(draft.scripts?.followUp.isEmpty == false)
    #expect(draft.labels == ["客户开发", "A级", "重庆", "需资质"])
}

// MARK: - Any text

@Test(
    arguments: [
        "", " ", "\n\n", "1", "万", "半", "千瓦", "👨‍👩‍👧‍👦", "😀1😀kW", "-", "1-", "一拖",
        "99999999999999999999999台",
        "1.", ".5kW", "，。", "\u{0}1kW", "\u{200D}", "e\u{301}103", "几", "几几几", "1-2-3-4-5", "渝",
        "渝A1",
        "一万亿亿台", "0.0.0.0", "２０２６－１３－４５", "下", "下周", "sn", "sn:", "报", "发票", "不", "不要", "13%",
        "99:99",
        "2026-02-30前到货", "1e308kW", "١٢٠kW", "\u{FFFD}\u{10FFFF}",
    ])
func oddTextsNeverTrap(text: String) {
    for type in TriggerType.allCases {
        for repeated in [text, text + text, "要" + text + "台", text + "\n" + text] {
            #expect(draft(type, repeated).form.count == TriggerText.fieldNames(of: type).count)
        }
    }
}

@Test func seededTextsNeverTrapAndValuesAreTheCustomersWords() {
    var generator = SeededGenerator(seed: 7)
    let pieces = Array(
        "120kW380V10台双枪国标送到重庆10月20日前专票不要发票变压器序列号SN123E103报警码昨天下午3点每次一百二十千瓦两把半几，。\n 、-~/%.:！😀"
    )
    for _ in 0..<300 {
        let length = Int.random(in: 1...60, using: &generator)
        let text = String(
            (0..<length).compactMap { _ in pieces.randomElement(using: &generator) })
        for type in [TriggerType.preSales, .afterSales] {
            for field in draft(type, text).form where field.name != "紧急程度" {
                guard case .text(let words) = field.value else { continue }
                for word in words.split(separator: "、") where !text.contains("、") {
                    #expect(text.contains(word), "\(field.name): \(word) in \(text)")
                }
            }
        }
    }
}

@Test func longTextsTakeTimeInProportion() {
    let clock = ContinuousClock()
    for piece in ["120kW 10台 380V ", "1-2-3", "一二三", "E103 ", "变压器 ", "送到重庆 10月20日前 ", "代理我们是"] {
        let short = String(repeating: piece, count: 4_000 / piece.count)
        let long = String(repeating: piece, count: 40_000 / piece.count)
        for type in TriggerType.allCases {
            _ = draft(type, "1")
            let least = clock.measure { _ = draft(type, short) }
            let most = clock.measure { _ = draft(type, long) }
            #expect(most < max(least * 40, .milliseconds(200)), "\(piece) \(type) \(least) \(most)")
        }
    }
}
