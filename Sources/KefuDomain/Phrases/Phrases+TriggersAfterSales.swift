/// What the 售后 trigger says. It promises no visit, no replacement, no compensation.
extension Phrase {
    static let afterSalesLabels: [(String, Phrase)] = [
        ("设备序列号", Phrase("serial number", "设备序列号")), ("固件版本", Phrase("firmware", "固件版本")),
        ("故障现象", Phrase("symptom", "故障现象")), ("报警码", Phrase("code", "报警码")),
        ("发生时间", Phrase("since", "发生时间")), ("频率", Phrase("how often", "频率")),
        ("运行环境", Phrase("surroundings", "运行环境")), ("已尝试步骤", Phrase("already tried", "已尝试")),
        ("现场照片数量", Phrase("pictures", "现场照片")),
    ]

    static let afterSalesQuestions: [Named] = [
        ("设备序列号", Phrase("the serial number on the nameplate", "设备序列号（铭牌上）")),
        ("故障现象", Phrase("what exactly happens", "具体的故障现象")),
        ("报警码", Phrase("the code on the screen, if there is one", "屏幕上的报警码（如有）")),
        ("发生时间", Phrase("when it began", "什么时候开始的")),
        ("现场照片数量", Phrase("one or two pictures of the screen and the gun", "一两张屏幕和枪头的照片")),
        ("已尝试步骤", Phrase("what you have tried", "已经试过哪些办法")),
        ("固件版本", Phrase("the firmware version", "固件版本")),
    ]

    static let afterSalesCalm = Phrase(
        "Hello, I am sorry for the trouble. Your report has arrived; please don't worry, let "
            + "us find the cause together.",
        "您好，给您添麻烦了，很抱歉。您反馈的问题已收到，您先别着急，我们一起把原因找出来。")
    static let afterSalesKnown = Phrase("Let me confirm: ", "跟您确认一下：")
    static let afterSalesUnclear = Phrase(
        "To find the cause quickly I need a few details from you.", "为了尽快定位原因，需要您补充一些信息。")
    static let afterSalesSafety = Phrase(
        "Safety first: please stop using the charger, switch it off upstream if that is "
            + "safe, and keep people away.",
        "安全第一：请先停用这台设备，在确保安全的前提下断开上级开关，并让人员远离。")
    static let afterSalesPlan = Phrase(
        "Plan: first we check remotely, step by step; if that does not clear it, we arrange "
            + "a check on site. First steps:",
        "处理计划：先远程排查，按下面几步来；如果还不能恢复，再安排现场检查。第一步：")
    static let dangerPlan = Phrase(
        "Plan: nothing is switched on again before an engineer has checked the charger on "
            + "site. Until then:",
        "处理计划：在工程师现场检查之前不再通电。在此之前请：")
    static let afterSalesAsk = Phrase("Please also send: ", "另外请提供：")

    /// How long the remote part is likely to take.
    static func afterSalesEstimate(minutes: Int) -> Phrase {
        Phrase(
            "The remote check is likely to take about \(minutes) minutes (an estimate). If a "
                + "visit is needed, I will let you know the time once our engineer has confirmed "
                + "it.",
            "远程排查预计约 \(minutes) 分钟（估计值）。如需上门，时间待工程师确认后再告知您。")
    }

    /// In place of an estimate, where nothing can be checked remotely.
    static let afterSalesVisit = Phrase(
        "These steps take about 5 minutes (an estimate). I am passing this on; I will let "
            + "you know the time of a visit once our engineer has confirmed it.",
        "以上几步大约需要 5 分钟（估计值）。情况我转给同事，上门时间待工程师确认后再告知您。")

    static let stopUsing = Phrase(
        "Stop using the charger, switch it off upstream if that is safe, keep away and do "
            + "not switch it on again",
        "立即停用，在确保安全的前提下断开上级开关，人员远离，不要再次合闸")

    static let remoteSteps = [
        Phrase(
            "Note the code and the state of the lights, and send a picture of the screen and "
                + "the nameplate",
            "记下报警码和指示灯状态，拍下屏幕和铭牌发过来"),
        Phrase(
            "Check that the emergency stop is released and that the upstream switch is on",
            "查看急停按钮是否弹起、上级开关是否合上"),
        Phrase(
            "Pull the gun, wait one minute, plug it in again all the way and try once more",
            "拔枪等 1 分钟，重新把枪插到底再试一次"),
        Phrase(
            "Switch the charger off for one minute and on again, then watch whether the "
                + "fault comes back",
            "断电 1 分钟后重新上电，观察故障是否再现"),
        Phrase(
            "Try with another gun or another vehicle to tell the charger from the car",
            "换一把枪或换一辆车试，区分是桩还是车的问题"),
        Phrase(
            "Check the network and the state of the device on the platform, and read its log",
            "查看网络和平台上的设备状态，调取运行日志"),
    ]

    /// Behind `stopUsing`: nothing that touches the pile or brings power back.
    static let dangerSteps = [
        Phrase(
            "From a safe distance, take a picture of the charger and of the surroundings",
            "在安全距离外拍下设备和周围情况发过来"),
        Phrase(
            "Tell us whether people or vehicles are affected; call the emergency services if "
                + "anyone is in danger",
            "告知是否有人员或车辆受影响；有危险请先报警求助"),
    ]

    static let onsiteSteps = [
        Phrase(
            "Measure the input voltage, the earth and the insulation with the charger "
                + "switched off where required",
            "按安全规程测量输入电压、接地和绝缘"),
        Phrase(
            "Inspect terminals, breaker, contactor and gun for looseness, burns and moisture",
            "检查接线端子、断路器、接触器和枪头有无松动、烧蚀、进水"),
        Phrase(
            "Read the log and the parameters, compare the firmware and update it where needed",
            "读取日志和参数，核对固件版本，必要时升级"),
        Phrase(
            "Replace the faulty part, test with a vehicle and have the customer sign the report",
            "更换故障部件，实车测试后由客户签字确认"),
    ]

    /// Urgency as a label.
    static func labelUrgency(_ size: String) -> Phrase {
        Phrase("urgency \(size)", "紧急程度\(size)")
    }
    static let labelNoSerial = Phrase("serial number missing", "缺序列号")
}
