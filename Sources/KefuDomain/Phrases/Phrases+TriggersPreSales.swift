/// What the 售前 trigger says. Nothing here names a price, a discount or a date of delivery.
extension Phrase {
    typealias Named = (name: String, question: Phrase)

    static let preSalesLabels: [(String, Phrase)] = [
        ("功率_kW", Phrase("power", "功率")), ("枪型", Phrase("connectors", "枪型")),
        ("输入电压", Phrase("input voltage", "输入电压")), ("配电", Phrase("power supply", "配电")),
        ("附件", Phrase("accessories", "附件")), ("数量", Phrase("quantity", "数量")),
        ("交付地", Phrase("delivery to", "交付地")), ("期望交期", Phrase("wanted by", "期望交期")),
        ("发票要求", Phrase("invoice", "发票要求")),
    ]

    /// Most telling first: of nine missing the last is left out.
    static let preSalesQuestions: [Named] = [
        ("功率_kW", Phrase("What power should each charger have, in kW?", "单台需要多大功率（kW）？")),
        ("数量", Phrase("How many chargers do you need?", "一共需要多少台？")),
        (
            "枪型",
            Phrase(
                "One gun or two, and to which standard (GB/T, CCS1, CCS2, CHAdeMO)?",
                "要单枪还是双枪？接口是国标、欧标还是其他标准？")
        ),
        (
            "交付地",
            Phrase("Where should they be delivered (city and site)?", "设备送到哪里（省市和具体地点）？")
        ),
        ("期望交期", Phrase("By when do you need them on site?", "希望最晚什么时候到货？")),
        (
            "输入电压",
            Phrase(
                "What input voltage does the site have (for example 230 V, 400 V)?",
                "现场输入电压是多少（单相 220V 还是三相 380V）？")
        ),
        (
            "配电",
            Phrase(
                "How much capacity is left on the transformer or the meter?",
                "现场变压器或电表还有多少余量，配电柜是否已有？")
        ),
        (
            "发票要求",
            Phrase("Which kind of invoice do you need?", "需要专票还是普票，开票信息方便提供吗？")
        ),
        (
            "附件",
            Phrase(
                "Do you need accessories such as longer cables, pedestals or card readers?",
                "需要哪些附件（枪线长度、立柱、刷卡模块等）？")
        ),
    ]

    /// Asked where the form leaves fewer than three open.
    static let furtherQuestions: [Phrase] = [
        Phrase(
            "Which vehicles will charge there, and is the site outdoors or indoors?",
            "主要给哪些车型充电，安装在室外还是室内？"),
        Phrase(
            "Will the chargers connect to a charging platform you already use (OCPP or other)?",
            "需要接入已有的充电运营平台吗，用什么协议？"),
        Phrase(
            "Is what I listed above right, and should installation be part of the offer?",
            "以上信息是否都准确，报价里需要包含安装吗？"),
    ]

    static let preSalesThanks = Phrase(
        "Hello, thank you for your inquiry!", "您好，感谢您的咨询！")
    static let preSalesKnown = Phrase("So far I have noted: ", "您的需求我先记录如下：")
    static let preSalesAsk = Phrase(
        "To propose the right solution, I would like to check:", "为了给您准确的方案，还想跟您确认几点：")
    static let optionGuns = Phrase(
        "Options: single-gun and dual-gun versions are both worth comparing; I can set them "
            + "side by side for you.",
        "可选方案：单枪、双枪可以对比着看，我可以把两种配置列在一起供您选择。")
    static let optionPower = Phrase(
        "Options: if the power is not fixed yet, tell me the vehicles and how long they "
            + "park, and we can compare two ratings.",
        "可选方案：功率还没定的话，告诉我车型和停车时长，我们可以对比两档功率。")
    static let optionScope = Phrase(
        "Options: equipment only, or equipment with accessories and installation; I can list both.",
        "可选方案：只报设备，或设备加附件、安装一起报，我可以分开列给您。")
    static let preSalesNext = Phrase(
        "Next step: once these points are clear, I will have the configuration and the "
            + "quotation prepared and get back to you.",
        "下一步：以上信息确认后，我安排配置清单和报价，再回复您。")

    static let labelComplete = Phrase("complete", "信息齐全")
    static let labelIncomplete = Phrase("details missing", "待补充")
}
